export const OUTCOMES = [
  'deleted',
  'untagged',
  'restored',
  'gone',
  'retained',
  'blocked',
  'skipped',
  'failed',
  'remaining'
] as const

/** What became of a planned step (1-product, vocabulary). */
export type Outcome = (typeof OUTCOMES)[number]

/** The outcome of one version's steps, as it is journalled. */
export interface VersionOutcome {
  readonly id: number
  readonly outcome: Outcome
  /** What went wrong or why it was not done, in words; `null` where there is nothing to say. */
  readonly error: string | null
  /** Tags that were taken off so far; empty where none were. */
  readonly untagged: readonly string[]
  /** Tags that were attached again; only in restore and repair. */
  readonly retagged: readonly string[]
}
