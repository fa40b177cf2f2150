import { basename, isAbsolute, relative, sep } from 'node:path'
import { DAY_MS } from '../model/time.js'
import type { Report } from '../report/report.js'
import type { UndoHint } from '../report/step-summary.js'
import { addressLines, flagsAgain, shellQuoted } from './given-again.js'
import type { RawInputs } from './inputs/surroundings.js'
import { ownReportPath } from './report-paths.js'
import { TOOL_VERSION } from './tool-version.js'
import { USED_ACTIONS } from './used-actions.js'
import type { WorkflowRun } from './workflow-run.js'

/**
 * How long deleted packages and versions can be brought back.
 *
 * @see https://docs.github.com/packages/learn-github-packages/deleting-and-restoring-a-package
 */
const RESTORABLE_MS = 30 * DAY_MS

/** Where the report of a run will be found by whoever wants to undo it. */
export interface ReportPlace {
  /** The folder that it was written into. */
  readonly directory: string
  /** The folder around it that a workflow uploads; by default it itself. */
  readonly uploaded?: string
  /** How it is called there, where that is not by its run. */
  readonly fileName?: string
  /** The workflow run that wrote it; `null` outside a workflow. */
  readonly workflow: WorkflowRun | null
  /** How a terminal calls the tool; by default this version of it, from the registry of npm. */
  readonly program?: string
  /** What a terminal has to be told again, by the names of flags. */
  readonly flags?: RawInputs
  /** What a workflow has to be told again: addresses that its server does not tell. */
  readonly inputs?: RawInputs
}

/** The name under which the documentation has reports uploaded. */
const ARTIFACT = 'package-retention'

/** The command-line tool of this very version: a later one may read reports otherwise. */
const TOOL = `npx package-retention@${TOOL_VERSION}`

/** Whether the workflow has such a step is not known here. */
const NEEDS =
  'This works if the workflow uploads the report (a step with actions/upload-artifact, as in the ' +
  'README); if not, mode: restore with the names of packages and deleted-within brings back what ' +
  'was deleted.'

/**
 * How to undo a run: on a terminal, and as steps of a workflow. Both name the report by its
 * run's own name, since report.json is that of the latest run.
 */
export function undoHint(report: Report, place: ReportPlace): UndoHint {
  const { workflow } = place
  const own = ownReportPath(place.directory, report, place.fileName)
  const path = workflow === null ? own : `${ARTIFACT}/${pathInArtifact(own, place)}`
  const flags = flagsAgain(place.flags ?? {}, 'restore')
  const restore = `${place.program ?? TOOL} restore --report ${shellQuoted(path)}${flags}`
  return {
    command: workflow === null ? restore : `${download(workflow)}\n${restore}`,
    needs: workflow === null ? null : NEEDS,
    workflowStep: workflow === null ? null : steps(report, path, workflow, place.inputs),
    until: Date.parse(report.startedAt) + RESTORABLE_MS
  }
}

/** What carries out the plan of a dry run, on a terminal. */
export function applyCommand(report: Report, place: ReportPlace): string {
  const { directory, fileName, flags = {}, program = TOOL } = place
  const plan = shellQuoted(ownReportPath(directory, report, fileName))
  return `${program} apply --plan ${plan}${flagsAgain(flags, 'apply')}`
}

/** The artifact holds what is below the folder that is uploaded, as it lies there. */
function pathInArtifact(own: string, { directory, uploaded = directory }: ReportPlace): string {
  const path = relative(uploaded, own)
  const isBelow = !isAbsolute(path) && !path.startsWith('..')
  return isBelow ? path.split(sep).join('/') : basename(own)
}

/** @see https://cli.github.com/manual/gh_run_download */
function download({ id, repository, host }: WorkflowRun): string {
  const where = host === undefined ? repository : `${host}/${repository}`
  const comment = `# the report, where the workflow uploads it as the artifact ${ARTIFACT}`
  const names = `--repo ${shellQuoted(where)} --name ${ARTIFACT} --dir ${ARTIFACT}`
  return `${comment}\ngh run download ${shellQuoted(id)} ${names}`
}

function steps(
  report: Report,
  path: string,
  workflow: WorkflowRun,
  inputs: RawInputs = {}
): string {
  const owner = report.packages[0]?.owner
  const ownedBy = workflow.repository.split('/')[0]?.toLowerCase()
  const isElsewhere = owner !== undefined && owner.toLowerCase() !== ownedBy
  return [
    ...downloadStep(workflow),
    `- uses: ${workflow.action}`,
    '  with:',
    '    # token: the one of that run, where it was not the default',
    '    mode: restore',
    `    report: ${JSON.stringify(path)}`,
    ...(isElsewhere ? [`    owner: ${JSON.stringify(owner)}`] : []),
    ...addressLines(inputs)
  ].join('\n')
}

function downloadStep({ id }: WorkflowRun): readonly string[] {
  return [
    '# the job needs the permissions actions: read and packages: write',
    `# the report, where the workflow uploads it as the artifact ${ARTIFACT}`,
    `- uses: ${USED_ACTIONS.download}`,
    '  with:',
    `    name: ${ARTIFACT}`,
    `    path: ${ARTIFACT}`,
    `    run-id: ${JSON.stringify(id)}`,
    '    github-token: ${{ github.token }}'
  ]
}
