import { versionLabel } from '../../labels.js'
import { byText } from '../../wording.js'
import { SLICE_ROWS, type Rows, type WordColumn } from './rows.js'
import { sorted, type Compare } from './sorted.js'

/** What the table can be sorted by. */
export type SortKey =
  'decision' | 'outcome' | 'version' | 'package' | 'kind' | 'created' | 'size' | 'rule' | 'reason'

export interface Order {
  readonly key: SortKey
  readonly isDescending: boolean
}

const WORD_KEYS: Readonly<Partial<Record<SortKey, WordColumn>>> = {
  outcome: 'outcomes',
  kind: 'kinds',
  rule: 'rules',
  reason: 'reasons'
}

/** A number for each row that sorts as its column does; NaN where it has nothing there. */
export function* sortKeys(rows: Rows, key: SortKey): Generator<undefined, Float64Array> {
  if (key === 'decision') return decisionKeys(rows)
  const column = WORD_KEYS[key]
  if (column !== undefined) return yield* wordKeys(rows, column)
  if (key === 'created') return rows.created
  if (key === 'size') return rows.sizes
  if (key === 'package') return Float64Array.from(rows.packages)
  return yield* ranks(yield* labels(rows))
}

/** Orders rows by their keys; what has none goes last either way, ties go by row. */
export function byKeys(keys: Float64Array, isDescending: boolean): Compare {
  const sign = isDescending ? -1 : 1
  return (a, b) => {
    const first = keys[a] ?? NaN
    const second = keys[b] ?? NaN
    if (Number.isNaN(first) || Number.isNaN(second)) {
      return Number(Number.isNaN(first)) - Number(Number.isNaN(second)) || a - b
    }
    return sign * (first - second) || a - b
  }
}

/** What changes before what stays, in place of the alphabet. */
const DECISIONS: ReadonlyMap<string, number> = new Map([
  ['delete', 0],
  ['untag', 1],
  ['restore', 2],
  ['keep', 3]
])

function decisionKeys(rows: Rows): Float64Array {
  const wordRanks = rows.words.map((word) => DECISIONS.get(word) ?? NaN)
  return Float64Array.from(rows.decisions, (index) => wordRanks[index] ?? NaN)
}

function* wordKeys(rows: Rows, column: WordColumn): Generator<undefined, Float64Array> {
  const wordRanks = yield* ranks(rows.words)
  return Float64Array.from(rows[column], (index) => wordRanks[index] ?? NaN)
}

function* labels(rows: Rows): Generator<undefined, readonly string[]> {
  const texts: string[] = []
  for (let row = 0; row < rows.count; row += 1) {
    texts.push(versionLabel({ name: rows.names[row] ?? '', tags: rows.tags[row] ?? null }))
    if (row % SLICE_ROWS === SLICE_ROWS - 1) yield
  }
  return texts
}

// The place of each text among all, the same for equal ones.
function* ranks(texts: readonly string[]): Generator<undefined, Float64Array> {
  const natural: string[] = []
  for (const text of texts) {
    natural.push(naturalText(text))
    if (natural.length % SLICE_ROWS === 0) yield
  }
  const compare: Compare = (a, b) => byText(natural[a] ?? '', natural[b] ?? '') || a - b
  const order = yield* sorted(Uint32Array.from(natural.keys()), compare)
  const found = new Float64Array(texts.length)
  let rank = 0
  for (const [place, index] of order.entries()) {
    if (place > 0 && natural[index] !== natural[order[place - 1] ?? 0]) rank += 1
    found[index] = rank
  }
  return found
}

/** Compares as text where numbers go by their value: `v9` before `v10`, without regard to case. */
export function naturalText(text: string): string {
  return text.toLowerCase().replace(/\d+/g, (digits) => digits.padStart(20, '0'))
}
