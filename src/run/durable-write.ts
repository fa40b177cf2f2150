import { closeSync, fsyncSync, openSync } from 'node:fs'
import { link, mkdir, open, rename, rm } from 'node:fs/promises'
import { dirname } from 'node:path'

/**
 * Replaces a file in one step: whoever reads it finds the old or the new content, also after a
 * power cut. Makes the folder where there is none.
 *
 * @throws Error as the file system gives it; the file is as it was then
 */
export async function writeDurably(path: string, content: string | Uint8Array): Promise<void> {
  const draft = `${path}.${process.pid}.tmp`
  await mkdir(dirname(path), { recursive: true })
  try {
    const file = await open(draft, 'w')
    try {
      await file.writeFile(content)
      await file.sync()
    } finally {
      await file.close()
    }
    await rename(draft, path)
  } catch (error) {
    await rm(draft, { force: true })
    throw error
  }
  syncFolder(dirname(path))
}

/**
 * Writes one content under two names, each replaced in one step, `first` first. They are one file
 * where the file system has hard links.
 *
 * @throws Error as the file system gives it
 */
export async function writeUnderBoth(
  first: string,
  second: string,
  content: string
): Promise<void> {
  await writeDurably(first, content)
  const draft = `${second}.${process.pid}.tmp`
  try {
    await rm(draft, { force: true })
    await link(first, draft)
    await rename(draft, second)
  } catch {
    await rm(draft, { force: true })
    await writeDurably(second, content)
  }
  syncFolder(dirname(second))
}

/** Makes a rename last. Not every file system can. */
function syncFolder(folder: string): void {
  try {
    const handle = openSync(folder, 'r')
    try {
      fsyncSync(handle)
    } finally {
      closeSync(handle)
    }
  } catch {
    // Windows refuses to open a folder; the rename stands all the same.
  }
}
