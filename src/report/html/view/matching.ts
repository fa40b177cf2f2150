import type { EpochMs } from '../../../model/time.js'
import type { WordIndex } from '../page-data.js'
import { isRoot, SLICE_ROWS, type Rows, type WordColumn } from './rows.js'

/** Columns of words that can be filtered by. */
export type FilteredColumn = Extract<
  WordColumn,
  'decisions' | 'outcomes' | 'rules' | 'whys' | 'kinds'
>

/** What rows are asked for; all of it must hold. */
export interface Filter {
  /** Words of which each must be in a tag, the name, the id or the reason; without regard to case. */
  readonly text: string
  /** -1 asks for rows without a word there; what is absent asks nothing. */
  readonly words: Readonly<Partial<Record<FilteredColumn, WordIndex>>>
  readonly package: number | null
  readonly rootsOnly: boolean
  /** Created at or after; rows without a date pass no limit. */
  readonly from: EpochMs | null
  /** Created before. */
  readonly until: EpochMs | null
}

/** Asks nothing: all rows match. */
export const NO_FILTER: Filter = {
  text: '',
  words: {},
  package: null,
  rootsOnly: false,
  from: null,
  until: null
}

type Test = (row: number) => boolean

/** The rows that match, in their order; pauses every few thousand rows. */
export function* matching(rows: Rows, filter: Filter): Generator<undefined, Uint32Array> {
  const tests = [...wordTests(rows, filter), ...placeTests(rows, filter)]
  for (const term of filter.text.toLowerCase().split(/\s+/)) {
    if (term !== '') tests.push(yield* termTest(rows, term))
  }
  const found = new Uint32Array(rows.count)
  let count = 0
  for (let row = 0; row < rows.count; row += 1) {
    if (tests.every((test) => test(row))) found[count++] = row
    if (row % SLICE_ROWS === SLICE_ROWS - 1) yield
  }
  return found.slice(0, count)
}

function wordTests(rows: Rows, { words }: Filter): Test[] {
  const columns = ['decisions', 'outcomes', 'rules', 'whys', 'kinds'] as const
  return columns.flatMap((column) => {
    const asked = words[column]
    return asked === undefined ? [] : [(row: number) => rows[column][row] === asked]
  })
}

function placeTests(rows: Rows, filter: Filter): Test[] {
  const { from, until } = filter
  return [
    ...(filter.package === null ? [] : [(row: number) => rows.packages[row] === filter.package]),
    ...(filter.rootsOnly ? [(row: number) => isRoot(rows, row)] : []),
    ...(from === null ? [] : [(row: number) => (rows.created[row] ?? NaN) >= from]),
    ...(until === null ? [] : [(row: number) => (rows.created[row] ?? NaN) < until])
  ]
}

// Reasons are asked once each, not once a row.
function* termTest(rows: Rows, term: string): Generator<undefined, Test> {
  const inWord = new Uint8Array(rows.words.length)
  for (const [index, word] of rows.words.entries()) {
    if (word.toLowerCase().includes(term)) inWord[index] = 1
    if (index % SLICE_ROWS === SLICE_ROWS - 1) yield
  }
  return (row) =>
    inWord[rows.reasons[row] ?? -1] === 1 ||
    inWord[rows.errors[row] ?? -1] === 1 ||
    (rows.names[row] ?? '').toLowerCase().includes(term) ||
    (rows.tags[row] ?? []).some((tag) => tag.toLowerCase().includes(term)) ||
    String(rows.ids[row] ?? '') === term
}
