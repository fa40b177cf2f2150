import { basename } from 'node:path'
import { DAY_MS } from '../model/time.js'
import type { Report } from '../report/report.js'
import type { UndoHint } from '../report/step-summary.js'
import { ownReportPath } from './report-paths.js'
import { TOOL_VERSION } from './tool-version.js'
import { USED_ACTIONS } from './used-actions.js'

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
  /** How it is called there, where that is not by its run. */
  readonly fileName?: string
  /** The workflow run that wrote it; `null` outside a workflow. */
  readonly workflow: WorkflowRun | null
}

export interface WorkflowRun {
  readonly id: string
  /** `owner/name`. */
  readonly repository: string
  /** How the workflow names this action, such as `octo-org/retention@v1`. */
  readonly action: string
}

/** The name under which the documentation has reports uploaded. */
const ARTIFACT = 'package-retention'
const USUAL_ACTION = 'package-retention/package-retention@v1'

/** The command-line tool of this very version: a later one may read reports otherwise. */
const TOOL = `npx package-retention@${TOOL_VERSION}`

/**
 * How to undo a run: on a terminal, and as steps of a workflow. Both name the report by its
 * run's own name, since report.json is that of the latest run.
 */
export function undoHint(report: Report, place: ReportPlace): UndoHint {
  const { workflow } = place
  const own = ownReportPath(place.directory, report, place.fileName)
  const path = workflow === null ? own : `${ARTIFACT}/${basename(own)}`
  const restore = `${TOOL} restore --report ${quoted(path)}`
  return {
    command: workflow === null ? restore : `${download(workflow)}\n${restore}`,
    workflowStep: steps(report, path, workflow),
    until: Date.parse(report.startedAt) + RESTORABLE_MS
  }
}

/** What carries out the plan of a dry run, on a terminal. */
export function applyCommand(report: Report, directory: string): string {
  return `${TOOL} apply --plan ${quoted(ownReportPath(directory, report))}`
}

function download({ id, repository }: WorkflowRun): string {
  const comment = `# the report, where the workflow uploads it as the artifact ${ARTIFACT}`
  const names = `--repo ${quoted(repository)} --name ${ARTIFACT} --dir ${ARTIFACT}`
  return `${comment}\ngh run download ${quoted(id)} ${names}`
}

function steps(report: Report, path: string, workflow: WorkflowRun | null): string {
  const owner = report.packages[0]?.owner
  const ownedBy = workflow?.repository.split('/')[0]?.toLowerCase()
  const isElsewhere = owner !== undefined && owner.toLowerCase() !== ownedBy
  return [
    ...(workflow === null ? [] : downloadStep(workflow)),
    `- uses: ${workflow?.action ?? USUAL_ACTION}`,
    '  with:',
    '    # token: the one of that run, where it was not the default',
    '    mode: restore',
    `    report: ${JSON.stringify(path)}`,
    ...(isElsewhere ? [`    owner: ${JSON.stringify(owner)}`] : [])
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

/** For a POSIX shell. */
function quoted(text: string): string {
  return /^[\w./@:-]+$/.test(text) ? text : `'${text.replaceAll("'", `'\\''`)}'`
}
