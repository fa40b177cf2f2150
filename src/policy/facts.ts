import type { Digest } from '../model/digest.js'
import type { EpochMs } from '../model/time.js'

/** What GitHub or the workspace said to a question that rules ask, or why it could not say (ruling 5). */
export type Answer<T> =
  { readonly known: true; readonly value: T } | { readonly known: false; readonly why: string }

export interface PullRequestFacts {
  readonly open: readonly number[]
  readonly closed: readonly { readonly number: number; readonly closedAt: EpochMs | null }[]
  /** Names of the branches that were the head of a pull request of this very repository. */
  readonly heads: readonly string[]
}

/** What files of the workspace name of one package. */
export interface ListedFacts {
  readonly digests: readonly Digest[]
  /** Those that the name stands with. */
  readonly tags: readonly string[]
  /**
   * Those that may be meant, by what stands near the name: they count in `keep` alone. Absent:
   * none.
   */
  readonly near?: readonly string[]
  /** Tags that stand with the name and can't be told, the first few of each file. Absent: none. */
  readonly untold?: readonly UntoldPlace[]
}

/** Where a file names a package with a tag that can't be told. */
export interface UntoldPlace {
  readonly path: string
  /** From 1. */
  readonly line: number
  /** The tag as it is written, such as `${TAG}`. */
  readonly written: string
}

/**
 * An answer; `null` where nobody asked, which is none; `not-needed` where every rule that asks it
 * holds for nothing in this package, whatever the answer.
 */
export type Asked<T> = Answer<T> | 'not-needed' | null

/** All that the rules of one package may ask besides the package itself. */
export interface Facts {
  readonly pullRequests: Asked<PullRequestFacts>
  /** Names of all branches. */
  readonly branches: Asked<readonly string[]>
  /** Names of the git tags, and of the tags of releases that are no drafts. */
  readonly releaseTags: Asked<readonly string[]>
  /** By the globs of the condition, joined by newlines. */
  readonly listed: Readonly<Record<string, Answer<ListedFacts>>>
  /** npm only: dist-tag to version name (ruling 34). */
  readonly distTags: Answer<Readonly<Record<string, string>>> | null
}

export const NO_FACTS: Facts = {
  pullRequests: null,
  branches: null,
  releaseTags: null,
  listed: {},
  distTags: null
}
