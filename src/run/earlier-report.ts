import { existsSync } from 'node:fs'
import { open, readFile, rename, rm, stat } from 'node:fs/promises'
import { RUN_MODES } from '../report/report.js'
import { runName } from '../report/run-name.js'
import { asidePath, type ReportPaths } from './report-paths.js'

/** In our files `startedAt` stands before anything that is long. */
const HEAD_BYTES = 4096

/**
 * Moves the files of an earlier run in the same folder aside, under that run's own name: they
 * are the only way back from it. Its report.json has that name already, unless an older release
 * or a person has written it. Does nothing where there are none.
 */
export async function moveEarlierAside(paths: ReportPaths): Promise<void> {
  if (!existsSync(paths.json)) return
  const name = await nameOf(paths.json)
  for (const path of [paths.journal, paths.html, paths.csv]) {
    if (existsSync(path)) await rename(path, asidePath(path, name))
  }
  const own = asidePath(paths.json, name)
  if (!existsSync(own)) await rename(paths.json, own)
  else if (await isSameFile(own, paths.json)) await rm(paths.json)
  else await rename(paths.json, freePath(paths.json, name))
}

async function nameOf(path: string): Promise<string> {
  const head = await headOf(path)
  const written = /"startedAt":\s*"(\d{4}-\d\d-\d\dT[\d:.]+Z)"/.exec(head)?.[1]
  const startedAt = written ?? (await stat(path)).mtime.toISOString()
  const word = /"mode":\s*"(\w+)"/.exec(head)?.[1]
  const mode = RUN_MODES.find((known) => known === word) ?? 'cleanup'
  return runName({ startedAt, mode, dryRun: /"dryRun":\s*true/.test(head) })
}

async function headOf(path: string): Promise<string> {
  const file = await open(path, 'r')
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(HEAD_BYTES), 0, HEAD_BYTES, 0)
    return buffer.subarray(0, bytesRead).toString('utf8')
  } finally {
    await file.close()
  }
}

/** By their bytes, where they are not two names of one file. */
async function isSameFile(one: string, other: string): Promise<boolean> {
  const [a, b] = [await stat(one), await stat(other)]
  if (a.ino === b.ino && a.dev === b.dev && a.ino !== 0) return true
  return a.size === b.size && (await readFile(one)).equals(await readFile(other))
}

/** A person's changes to a plan are not to be lost. */
function freePath(path: string, name: string): string {
  for (let count = 2; ; count += 1) {
    const free = asidePath(path, `${name}-${count}`)
    if (!existsSync(free)) return free
  }
}
