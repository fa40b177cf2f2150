import type { PageHead, RowChunk, TagChanges, WordIndex } from '../page-data.js'

/** All decisions, column by column. A row is its number, from 0 to `count` - 1. */
export interface Rows {
  readonly head: PageHead
  readonly count: number
  /** The dictionary of all columns of words. */
  readonly words: readonly string[]
  readonly ids: Float64Array
  readonly names: readonly string[]
  /** Helper tags too; `null` where GitHub gave no list. */
  readonly tags: readonly (readonly string[] | null)[]
  /** EpochMs; NaN where unknown. */
  readonly created: Float64Array
  readonly updated: Float64Array
  /** Bytes, for a root of its whole image; NaN where unknown. */
  readonly sizes: Float64Array
  /** The row of its root, its own for a root. */
  readonly roots: Int32Array
  /** Index into `head.packages`. */
  readonly packages: Int32Array
  readonly kinds: Int32Array
  readonly decisions: Int32Array
  readonly outcomes: Int32Array
  readonly rules: Int32Array
  readonly reasons: Int32Array
  readonly whys: Int32Array
  readonly errors: Int32Array
  /** By row, where there are any. */
  readonly changes: ReadonlyMap<number, TagChanges>
}

/** Columns of the same words. */
export type WordColumn =
  'kinds' | 'decisions' | 'outcomes' | 'rules' | 'reasons' | 'whys' | 'errors'

const WORD_COLUMNS: readonly WordColumn[] = [
  'kinds',
  'decisions',
  'outcomes',
  'rules',
  'reasons',
  'whys',
  'errors'
]

/** Reads the chunks of a page, one a step. */
export function* readRows(head: PageHead, chunks: Iterable<RowChunk>): Generator<undefined, Rows> {
  const count = head.rowCount
  const words: string[] = []
  const names: string[] = []
  const tags: (readonly string[] | null)[] = []
  const changes = new Map<number, TagChanges>()
  const columns = emptyColumns(head)
  for (const chunk of chunks) {
    const start = names.length
    for (const word of chunk.words) words.push(word)
    for (const name of chunk.names) names.push(name)
    for (const list of chunk.tags) tags.push(list)
    for (const [place, change] of chunk.changes) changes.set(start + place, change)
    copyNumbers(columns, chunk, start)
    yield
  }
  return { head, count, words, names, tags, changes, ...columns }
}

type Columns = ReturnType<typeof emptyColumns>

function emptyColumns(head: PageHead) {
  const count = head.rowCount
  const packages = new Int32Array(count)
  let start = 0
  for (const [index, { rowCount }] of head.packages.entries()) {
    packages.fill(index, start, start + rowCount)
    start += rowCount
  }
  return {
    packages,
    ids: new Float64Array(count),
    created: new Float64Array(count),
    updated: new Float64Array(count),
    sizes: new Float64Array(count),
    roots: new Int32Array(count),
    kinds: new Int32Array(count),
    decisions: new Int32Array(count),
    outcomes: new Int32Array(count),
    rules: new Int32Array(count),
    reasons: new Int32Array(count),
    whys: new Int32Array(count),
    errors: new Int32Array(count)
  }
}

function copyNumbers(columns: Columns, chunk: RowChunk, start: number): void {
  columns.ids.set(chunk.ids, start)
  columns.created.set(chunk.created.map(orNaN), start)
  columns.updated.set(chunk.updated.map(orNaN), start)
  columns.sizes.set(chunk.sizes.map(orNaN), start)
  columns.roots.set(
    chunk.roots.map((offset, place) => start + place + offset),
    start
  )
  for (const name of WORD_COLUMNS) columns[name].set(chunk[name], start)
}

function orNaN(value: number | null): number {
  return value ?? NaN
}

/** The word of a row in a column; `null` where it has none. */
export function wordAt(rows: Rows, column: WordColumn, row: number): string | null {
  return rows.words[rows[column][row] ?? -1] ?? null
}

/** Whether the row is a root: rules apply to it, and others follow it. */
export function isRoot(rows: Rows, row: number): boolean {
  return rows.roots[row] === row
}

/** All rows in their order. */
export function allRows(rows: Rows): Uint32Array {
  return Uint32Array.from({ length: rows.count }, (_, row) => row)
}

/** The words that a column has, with how many rows have each, by the first row; -1 for none. */
export function* wordCounts(
  rows: Rows,
  column: WordColumn
): Generator<undefined, ReadonlyMap<WordIndex, number>> {
  const counts = new Map<WordIndex, number>()
  const values = rows[column]
  for (const [row, value] of values.entries()) {
    counts.set(value, (counts.get(value) ?? 0) + 1)
    if (row % SLICE_ROWS === SLICE_ROWS - 1) yield
  }
  return counts
}

/** How many rows are looked at between two pauses. */
export const SLICE_ROWS = 4096
