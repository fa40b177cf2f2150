import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'

/** Where the demo works. */
export interface DemoFolders {
  /** A checkout with the policy in it. */
  readonly workspace: string
  /** Where the reports stay. */
  readonly reports: string
  /** Of one step: what a runner keeps for it. */
  runnerTemp(step: string): string
  /** Removes what only the run needed. */
  leave(): Promise<void>
  /** Removes everything that was made. */
  removeAll(): Promise<void>
}

/** Path of the policy in the workspace. */
export const POLICY_PATH = '.github/package-retention.yml'

/**
 * Makes the folders: for the reports `keep`, or where that is `null` a new one among the
 * system's temporary ones.
 */
export async function makeDemoFolders(keep: string | null, policy: string): Promise<DemoFolders> {
  const scratch = await mkdtemp(join(tmpdir(), 'package-retention-demo-'))
  const workspace = join(scratch, 'workspace')
  await mkdir(join(workspace, '.github'), { recursive: true })
  await writeFile(join(workspace, POLICY_PATH), policy)
  const { reports, made } = await makeReports(keep)
  return {
    workspace,
    reports,
    runnerTemp: (step) => join(scratch, step),
    leave: () => remove(scratch),
    removeAll: async () => {
      await Promise.all([remove(scratch), ...made.map(remove)])
    }
  }
}

/** Names of the folders of the reports, one for each step. */
export const STEP_FOLDERS = ['1-preview', '2-cleanup', '3-restore'] as const

async function makeReports(
  keep: string | null
): Promise<{ readonly reports: string; readonly made: readonly string[] }> {
  if (keep === null) {
    const reports = await mkdtemp(join(tmpdir(), 'package-retention-reports-'))
    return { reports, made: [reports] }
  }
  const reports = resolve(keep)
  const made: string[] = []
  for (const step of STEP_FOLDERS) {
    // Gives the first folder that was not there, or nothing.
    const first = await mkdir(join(reports, step), { recursive: true })
    if (first !== undefined) made.push(first)
  }
  return { reports, made }
}

/** On Windows a program that was just ended may still hold its files for a moment. */
function remove(path: string): Promise<void> {
  return rm(path, { recursive: true, force: true, maxRetries: 5 })
}
