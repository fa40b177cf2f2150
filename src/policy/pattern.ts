/** What the named captures of a pattern took, by name. */
export type Captures = Readonly<Record<string, string>>

/** One compiled pattern of the pattern language (3-policy, rulings 11 and 52). */
export interface Pattern {
  /** As it was written, without the `!` in front. */
  readonly source: string
  /** Names of its captures, in order. Empty where it has none. */
  readonly captureNames: readonly string[]
  /** The leftmost-shortest match of the whole text, or `null`. */
  match(text: string): Captures | null
  /**
   * Every way of splitting the text, each once; empty where it does not match (ruling 4). Two
   * ways are one where they take the same for `names`, and of a glob they have no others; left
   * out: all. For one name time is polynomial.
   *
   * @throws RangeError where more than one is asked for, and there are more than 50,000 ways
   */
  matchAll(text: string, names?: readonly string[]): readonly Captures[]
}

/** A list with its exclusions (ruling 53): the last pattern that matches decides. */
export interface PatternList {
  /** As they were written. */
  readonly sources: readonly string[]
  /** The patterns that include; none where the list starts with a `!`. */
  readonly includes: readonly Pattern[]
  /** Whether the list selects this text. */
  matches(text: string): boolean
  /**
   * Captures of every including pattern that matches, where the list selects the text;
   * else empty (ruling 48).
   */
  captures(text: string): readonly Captures[]
  /** The including pattern that decided, as it was written, or `null` where none is needed. */
  decidedBy(text: string): string | null
}
