import { wordAt, type Rows } from './rows.js'

/**
 * What becomes of a version, for colours and charts: `keep` stays as it is, `untag` stays and
 * loses tags, `go` goes or went, `back` comes or came back, `left` was planned and not done.
 */
export type Fate = 'keep' | 'untag' | 'back' | 'left' | 'go'

/** From the axis upwards, as charts stack them. */
export const FATES: readonly Fate[] = ['keep', 'untag', 'back', 'left', 'go']

const BY_DECISION: ReadonlyMap<string, Fate> = new Map([
  ['keep', 'keep'],
  ['untag', 'untag'],
  ['restore', 'back'],
  ['delete', 'go']
])

const BY_OUTCOME: ReadonlyMap<string, Fate> = new Map([
  ['deleted', 'go'],
  ['gone', 'go'],
  ['untagged', 'untag'],
  ['restored', 'back']
])

/** What the plan has in mind for a row, whatever became of it. */
export function plannedFateAt(rows: Rows, row: number): Fate {
  return BY_DECISION.get(wordAt(rows, 'decisions', row) ?? '') ?? 'keep'
}

/** The fate of a row: of the plan in a dry run, of what was done in a live one. */
export function fateAt(rows: Rows, row: number): Fate {
  const planned = plannedFateAt(rows, row)
  if (rows.head.dryRun || planned === 'keep') return planned
  return BY_OUTCOME.get(wordAt(rows, 'outcomes', row) ?? '') ?? 'left'
}

/**
 * What a fate is called in this run.
 *
 * @param outcome what became of it, where one is meant: of what was not done it says more
 */
export function fateTitle(fate: Fate, dryRun: boolean, outcome: string | null = null): string {
  if (fate === 'keep') return dryRun ? 'would stay as it is' : 'stays as it is'
  if (fate === 'left') return outcome ?? 'planned, not done'
  const done = { go: 'deleted', untag: 'untagged', back: 'restored' }[fate]
  return dryRun ? `would be ${done}` : done
}
