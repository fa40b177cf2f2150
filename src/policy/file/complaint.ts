import type { Position } from './source-node.js'

/** One thing that is wrong with a policy file, or a doubt about it. */
export interface Complaint {
  readonly at: Position
  /** Keys that lead there, such as `packages[0].keep[1].newest`; '' for the whole file. */
  readonly path: string
  /** What stands there, such as `the number 1.10`. */
  readonly found: string
  /** What should stand there. */
  readonly expected: string
  /** Both as one clause, in the words that fit the case best. */
  readonly sentence: string
}

/** A complaint in the usual words: `found this, expected that`, and a hint where there is one. */
export function complaint(
  at: Position,
  path: string,
  found: string,
  expected: string,
  hint?: string
): Complaint {
  const tail = hint === undefined ? '' : `: ${hint}`
  return { at, path, found, expected, sentence: `found ${found}, expected ${expected}${tail}` }
}

/** For `sort`: in the order of the text. */
export function byPosition({ at: one }: Complaint, { at: other }: Complaint): number {
  return one.line - other.line || one.column - other.column
}
