import { existsSync } from 'node:fs'
import { open, rename, stat } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import type { ReportPaths } from './report-paths.js'

/** In our files `startedAt` stands before anything that is long. */
const HEAD_BYTES = 4096

/**
 * Moves the files of an earlier run in the same folder aside, under the date of that run: they
 * are the only way back from it. Does nothing where there are none.
 */
export async function moveEarlierAside(paths: ReportPaths): Promise<void> {
  if (!existsSync(paths.json)) return
  const date = (await startOf(paths.json)).replaceAll(':', '-')
  for (const path of [paths.journal, paths.html, paths.csv, paths.json]) {
    if (!existsSync(path)) continue
    const name = basename(path).replace('report', `report-${date}`)
    await rename(path, join(dirname(path), name))
  }
}

async function startOf(path: string): Promise<string> {
  const file = await open(path, 'r')
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(HEAD_BYTES), 0, HEAD_BYTES, 0)
    const head = buffer.subarray(0, bytesRead).toString('utf8')
    const written = /"startedAt":\s*"(\d{4}-\d\d-\d\dT[\d:.]+Z)"/.exec(head)?.[1]
    return written ?? (await stat(path)).mtime.toISOString()
  } finally {
    await file.close()
  }
}
