import { spawn } from 'node:child_process'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createInterface } from 'node:readline'

/** One step of a workflow that uses the action. */
export interface ActionStep {
  /** The action's bundle. */
  readonly entry: string
  /** Folder for what the runner gives and takes; made where it is not there. */
  readonly folder: string
  readonly workspace: string
  /** By name, as in `with:`. */
  readonly inputs: Readonly<Record<string, string>>
  /** `owner/name` of the repository whose workflow it is. */
  readonly repository: string
  /** Where GitHub is. */
  readonly serverUrl: string
  readonly apiUrl: string
  /** Called with each line of the log as it comes. */
  readonly onLine: (line: string) => void
  /** Ends the step at once. */
  readonly signal: AbortSignal
}

/** What a step left. */
export interface ActionResult {
  /** `null` where it was ended. */
  readonly exitCode: number | null
  /** Markdown. */
  readonly summary: string
}

/** Of the real environment a program needs these to run at all. Nothing of GitHub, no proxy. */
const PASSED_ON = ['PATH', 'Path', 'SystemRoot', 'TEMP', 'TMP', 'TMPDIR', 'TZ', 'LANG'] as const

/**
 * Runs the action as the runner does: a program of its own, with inputs in `INPUT_*`, whose
 * hyphens stay, and files for outputs and the summary.
 *
 * @see https://docs.github.com/actions/reference/workflows-and-actions/variables
 */
export async function runAction(step: ActionStep): Promise<ActionResult> {
  const files = await runnerFiles(step.folder)
  const child = spawn(process.execPath, [step.entry], {
    cwd: step.workspace,
    env: { ...passedOn(), ...environmentOf(step, files), ...inputsOf(step.inputs) },
    stdio: ['ignore', 'pipe', 'pipe'],
    signal: step.signal,
    killSignal: 'SIGKILL'
  })
  for (const stream of [child.stdout, child.stderr]) {
    createInterface({ input: stream, crlfDelay: Infinity }).on('line', step.onLine)
  }
  const exitCode = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject)
    child.once('close', resolve)
  })
  return { exitCode, summary: await readFile(files.GITHUB_STEP_SUMMARY, 'utf8') }
}

type RunnerFiles = Readonly<
  Record<'GITHUB_OUTPUT' | 'GITHUB_STEP_SUMMARY' | 'GITHUB_STATE' | 'GITHUB_ENV', string>
>

/** The runner makes them, empty, before the step begins. */
async function runnerFiles(folder: string): Promise<RunnerFiles> {
  await mkdir(folder, { recursive: true })
  const files = {
    GITHUB_OUTPUT: join(folder, 'output.txt'),
    GITHUB_STEP_SUMMARY: join(folder, 'summary.md'),
    GITHUB_STATE: join(folder, 'state.txt'),
    GITHUB_ENV: join(folder, 'env.txt')
  }
  await Promise.all(Object.values(files).map((file) => writeFile(file, '')))
  return files
}

function environmentOf(step: ActionStep, files: RunnerFiles): Record<string, string> {
  return {
    ...files,
    CI: 'true',
    GITHUB_ACTIONS: 'true',
    GITHUB_SERVER_URL: step.serverUrl,
    GITHUB_API_URL: step.apiUrl,
    GITHUB_REPOSITORY: step.repository,
    GITHUB_REPOSITORY_OWNER: step.repository.split('/')[0] ?? '',
    GITHUB_WORKSPACE: step.workspace,
    GITHUB_WORKFLOW: 'packages',
    GITHUB_JOB: 'clean-up',
    GITHUB_EVENT_NAME: 'schedule',
    GITHUB_REF: 'refs/heads/main',
    GITHUB_RUN_ID: '1',
    GITHUB_RUN_NUMBER: '1',
    GITHUB_RUN_ATTEMPT: '1',
    RUNNER_TEMP: step.folder
  }
}

function inputsOf(inputs: ActionStep['inputs']): Record<string, string> {
  return Object.fromEntries(
    Object.entries(inputs).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value])
  )
}

function passedOn(): Record<string, string> {
  return Object.fromEntries(
    PASSED_ON.flatMap((name) => {
      const value = process.env[name]
      return value === undefined ? [] : [[name, value]]
    })
  )
}
