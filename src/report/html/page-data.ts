import type { EpochMs } from '../../model/time.js'

/** What the page's script knows of the run beside the versions. */
export interface PageHead {
  readonly dryRun: boolean
  readonly now: EpochMs
  /** In the order of the rows. */
  readonly packages: readonly PageHeadPackage[]
  /** How many rows all chunks have together. */
  readonly rowCount: number
}

export interface PageHeadPackage {
  /** `owner/name (type)`. */
  readonly title: string
  /** How many of the rows are its own. */
  readonly rowCount: number
}

/** The index of a word in the dictionary of all chunks so far; -1 for `null`. */
export type WordIndex = number

/** Tags that a version loses or gets, where there are any. */
export interface TagChanges {
  /** To be taken off by the plan. */
  readonly untag: readonly string[]
  /** Taken off by the run. */
  readonly untagged: readonly string[]
  /** Attached again by the run. */
  readonly retagged: readonly string[]
}

/** Rows column by column: all but `words` and `changes` have the same length. */
export interface RowChunk {
  /** Words that no chunk before this one has; they continue its numbers. */
  readonly words: readonly string[]
  readonly ids: readonly number[]
  readonly names: readonly string[]
  readonly tags: readonly (readonly string[] | null)[]
  readonly created: readonly (EpochMs | null)[]
  readonly updated: readonly (EpochMs | null)[]
  readonly kinds: readonly WordIndex[]
  /** How many rows further on (or, below 0, back) its root is; 0 for a root. */
  readonly roots: readonly number[]
  readonly sizes: readonly (number | null)[]
  readonly decisions: readonly WordIndex[]
  readonly outcomes: readonly WordIndex[]
  readonly rules: readonly WordIndex[]
  readonly reasons: readonly WordIndex[]
  /** The reason's code in a few words. */
  readonly whys: readonly WordIndex[]
  readonly errors: readonly WordIndex[]
  /** By the row's place in this chunk. */
  readonly changes: readonly (readonly [place: number, changes: TagChanges])[]
}
