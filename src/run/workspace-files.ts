import type { Dirent } from 'node:fs'
import { readdir, readFile, realpath, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { compileFileGlobs, type FileGlobs } from '../policy/file-globs.js'
import { textOfBytes } from './file-text.js'
import type { WorkspaceFile, WorkspaceFiles } from './world.js'

/** What deploys an image is no larger. */
const MAX_BYTES = 64 * 1024 * 1024

/**
 * The files below a folder. Links are followed, `.git` is left out. Where a file or folder that
 * the globs mean can't be read, the whole answer is an error: what is deployed could stand there.
 */
export function createWorkspaceFiles(directory: string): WorkspaceFiles {
  return {
    read: async (globs) => {
      const compiled = compileFileGlobs(globs)
      const paths = await walk(directory, '', compiled, [await realpath(directory)])
      const files: WorkspaceFile[] = []
      for (const path of paths.toSorted()) files.push({ path, text: await textOf(directory, path) })
      return files
    }
  }
}

/** `above`: the real paths of the folders that lead here, so that no link goes round in circles. */
async function walk(
  directory: string,
  folder: string,
  globs: FileGlobs,
  above: readonly string[]
): Promise<readonly string[]> {
  const found: string[] = []
  for (const entry of await readdir(join(directory, folder), { withFileTypes: true })) {
    const path = folder === '' ? entry.name : `${folder}/${entry.name}`
    const kind = await kindOf(directory, path, entry)
    if (kind === 'file' && globs.matches(path)) found.push(path)
    if (kind !== 'folder' || path === '.git' || !globs.mayBeBelow(path)) continue
    const real = await realpath(join(directory, path))
    if (above.includes(real)) continue
    found.push(...(await walk(directory, path, globs, [...above, real])))
  }
  return found
}

async function kindOf(
  directory: string,
  path: string,
  entry: Dirent
): Promise<'file' | 'folder' | 'other'> {
  if (entry.isFile()) return 'file'
  if (entry.isDirectory()) return 'folder'
  if (!entry.isSymbolicLink()) return 'other'
  try {
    const target = await stat(join(directory, path))
    return target.isDirectory() ? 'folder' : target.isFile() ? 'file' : 'other'
  } catch {
    // Reading a link that leads nowhere fails, if the globs mean it.
    return 'file'
  }
}

async function textOf(directory: string, path: string): Promise<string> {
  const file = join(directory, path)
  const { size } = await stat(file)
  if (size > MAX_BYTES) throw new Error(`${path} has more than ${MAX_BYTES} bytes`)
  return textOfBytes(await readFile(file))
}
