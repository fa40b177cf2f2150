import { Minimatch } from 'minimatch'
import { expandBraces } from './brace-expansion.js'
import { PatternFault } from './pattern-fault.js'

/** Globs of files in the workspace. */
export interface FileGlobs {
  /** Whether they mean this file: the last one that matches decides, `!` in front takes away. */
  matches(path: string): boolean
  /** Whether a file below this folder could be meant. */
  mayBeBelow(folder: string): boolean
}

interface FileGlob {
  readonly takesAway: boolean
  readonly whole: Minimatch
  readonly start: Minimatch
}

// Dots are ordinary, as in the patterns of tags: `**` means `.github` too.
const OPTIONS = { dot: true, nocomment: true, nonegate: true, braceExpandMax: 100 } as const

/**
 * Compiles globs as minimatch has them, where `*` does not match `/` (ruling 6). Paths are
 * relative to the workspace, with slashes. A list that starts with a `!` starts from everything.
 */
export function compileFileGlobs(sources: readonly string[]): FileGlobs {
  const globs = sources.map((source) => fileGlob(source.trim()))
  const startsFromAll = globs[0]?.takesAway ?? false
  return {
    matches: (path) => {
      const deciding = globs.findLast(({ whole }) => whole.match(path))
      return deciding === undefined ? startsFromAll : !deciding.takesAway
    },
    mayBeBelow: (folder) =>
      startsFromAll || globs.some(({ takesAway, start }) => !takesAway && start.match(folder, true))
  }
}

/** Those of the globs, but for ones with `!`, that none of these paths matches (ruling 6). */
export function globsWithoutFile(
  sources: readonly string[],
  paths: readonly string[]
): readonly string[] {
  return sources.filter((source) => {
    const { takesAway, whole } = fileGlob(source.trim())
    return !takesAway && !paths.some((path) => whole.match(path))
  })
}

/** Why a glob can match no file as it was meant, as a clause; `null` where nothing is wrong. */
export function globFault(source: string): string | null {
  try {
    const paths = expandBraces(globIn(source))
    const leaves = paths.some((path) => path.split('/').includes('..'))
    return leaves ? 'it leaves the workspace: `..` leads out of a folder' : null
  } catch (error) {
    if (error instanceof PatternFault) return error.message
    throw error
  }
}

function globIn(source: string): string {
  return source
    .trim()
    .replace(/^!/, '')
    .trim()
    .replace(/^(?:\.?\/)+/, '')
}

function fileGlob(source: string): FileGlob {
  const takesAway = source.startsWith('!')
  const glob = globIn(source)
  return {
    takesAway,
    whole: new Minimatch(glob, OPTIONS),
    start: new Minimatch(glob, { ...OPTIONS, partial: true })
  }
}
