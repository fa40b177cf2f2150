import { mkdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { visibleText } from '../report/visible-text.js'
import { codeOf } from './local-text.js'
import { reportPaths } from './report-paths.js'

const FOUND: Readonly<Record<string, string>> = {
  EEXIST: 'a file is in its place',
  ENOTDIR: 'a part of this path is a file',
  ENOENT: "it is not there and can't be made",
  EACCES: 'it may not be written',
  EPERM: 'it may not be written',
  EROFS: 'its file system can only be read',
  ENOSPC: 'its disk is full',
  EDQUOT: 'its disk is full'
}

/**
 * Why reports can't be written into a folder, in a sentence that names the input; `null` where
 * they can. To be asked before a run begins, lest it ends without its report: the folder is made
 * where it is not there. Never throws.
 */
export function reportDirectoryProblem(
  directory: string,
  input: 'report-directory' | '--output' | '--keep' = 'report-directory'
): string | null {
  const found = whyUnfit(directory)
  if (found === null) return null
  return `${input}: "${visibleText(directory)}": ${found}; expected a folder that can be written`
}

function whyUnfit(directory: string): string | null {
  const { json, journal } = reportPaths(directory)
  const probe = join(directory, `.writable.${process.pid}.tmp`)
  try {
    makeFolder(directory)
    writeFileSync(probe, '')
    rmSync(probe)
    const folder = [json, journal].find((path) => isFolder(path))
    return folder === undefined ? null : `${basename(folder)} in it is a folder`
  } catch (error) {
    return FOUND[codeOf(error)] ?? `it can't be written: ${String(error)}`
  }
}

/** Node's own recursive way never ends where a file system refuses new folders with ENOENT. */
function makeFolder(path: string): void {
  if (isFolder(path)) return
  if (dirname(path) !== path) makeFolder(dirname(path))
  try {
    mkdirSync(path)
  } catch (error) {
    // Another run may have made it at this moment.
    if (!isFolder(path)) throw error
  }
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() === true
}
