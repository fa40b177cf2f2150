import { typesOf } from './package-rules.js'
import type { CleanupConfig } from './config.js'
import { selectPackages, type SelectedPackage, type Selection } from './select-packages.js'
import { splitEvenly } from './shares.js'
import type { World } from './world.js'

/** What one job of a matrix is given. */
export interface MatrixJob {
  /** Such as `3/20`: the input `share`. */
  readonly share: string
  /** Names, separated by commas: the input `packages`. */
  readonly packages: string
}

/** The value of `strategy.matrix`. */
export interface Matrix {
  readonly include: readonly MatrixJob[]
}

/**
 * More jobs no matrix may have.
 *
 * @see https://docs.github.com/actions/reference/limits#workflow-execution-limits
 */
export const MOST_JOBS = 256

/**
 * The packages in `count` shares of about equal work, shares without packages left out. Give a
 * job either the share or the packages, which are the same as long as no package comes or goes
 * in between.
 */
export function matrixOf(packages: readonly SelectedPackage[], count: number): Matrix {
  const shares = splitEvenly(packages, count).map((own, place) => ({
    share: `${place + 1}/${count}`,
    packages: [...new Set(own.map(({ ref }) => ref.name))].join(',')
  }))
  return { include: shares.filter((job) => job.packages !== '') }
}

/**
 * Lists the packages that a run would be about, with their sizes, and what of the names that
 * were given is not there: a job that is given a list of packages would not know.
 *
 * @throws GitHubError `listing-not-allowed` where the token may not list
 */
export async function listForMatrix(
  config: CleanupConfig,
  { github }: Pick<World, 'github'>
): Promise<Selection> {
  return selectPackages(
    {
      owner: await github.findOwner(config.owner),
      types: typesOf(config),
      names: config.packages,
      // Only a list says how large a package is.
      plainNames: () => null,
      file: config.rules.kind === 'file' ? config.rules.file : null
    },
    github
  )
}

/** What a list for a matrix has to tell, a sentence each. */
export function matrixWarnings({ missing, warnings }: Selection): readonly string[] {
  return [...missing.map(({ refs: [ref], why }) => `${ref.name}: ${why}`), ...warnings]
}
