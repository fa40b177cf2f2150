import { formatCount } from '../../bytes.js'
import { visibleText } from '../../visible-text.js'
import { byText } from '../../wording.js'
import { DAY_MS, type EpochMs } from '../../../model/time.js'
import type { Filter, FilteredColumn } from '../view/matching.js'
import { wordCounts, type Rows } from '../view/rows.js'
import { byId, element } from './element.js'
import { inSlices } from './slices.js'

const SELECTS: Readonly<Record<FilteredColumn, string>> = {
  decisions: 'filter-decision',
  outcomes: 'filter-outcome',
  rules: 'filter-rule',
  whys: 'filter-why',
  kinds: 'filter-kind'
}
const COLUMNS = ['decisions', 'outcomes', 'rules', 'whys', 'kinds'] as const

/** Fills the form's lists with what the rows have; lists with no choice are hidden. */
export async function fillFilters(rows: Rows): Promise<void> {
  for (const column of COLUMNS) {
    const counts = (await inSlices(wordCounts(rows, column))) ?? new Map<number, number>()
    const options = [...counts]
      .map(([index, count]) => ({ index, count, word: rows.words[index] ?? '' }))
      .sort((a, b) => byText(a.word, b.word))
      .map(({ index, count, word }) => option(index, word === '' ? 'none' : word, count))
    fillSelect(SELECTS[column], options)
  }
  const packages = rows.head.packages.map(({ title, rowCount }, index) =>
    option(index, title, rowCount)
  )
  fillSelect('filter-package', packages)
}

function option(value: number, text: string, count: number): HTMLOptionElement {
  return element('option', { value }, `${visibleText(text)} (${formatCount(count)})`)
}

function fillSelect(id: string, options: readonly HTMLOptionElement[]): void {
  const select = byId(id, HTMLSelectElement)
  select.replaceChildren(element('option', { value: '' }, 'any'), ...options)
  const label = select.closest('label')
  if (label !== null) label.hidden = options.length < 2
}

/** What the form asks for now. */
export function readFilter(): Filter {
  const words: Partial<Record<FilteredColumn, number>> = {}
  for (const column of COLUMNS) {
    const chosen = selected(SELECTS[column])
    if (chosen !== null) words[column] = chosen
  }
  const until = dateValue('filter-until')
  return {
    text: byId('filter-text', HTMLInputElement).value,
    words,
    package: selected('filter-package'),
    rootsOnly: byId('filter-roots', HTMLInputElement).checked,
    from: dateValue('filter-from'),
    until: until === null ? null : until + DAY_MS
  }
}

function selected(id: string): number | null {
  const { value } = byId(id, HTMLSelectElement)
  return value === '' ? null : Number(value)
}

function dateValue(id: string): EpochMs | null {
  const ms = Date.parse(byId(id, HTMLInputElement).value)
  return Number.isNaN(ms) ? null : ms
}

/** Narrows the form to days, both included, and says so to the page. */
export function chooseDays(from: EpochMs, until: EpochMs): void {
  byId('filter-from', HTMLInputElement).value = day(from)
  byId('filter-until', HTMLInputElement).value = day(until)
  announce()
}

/** Narrows the form to one value in each of these columns. */
export function chooseWords(words: Readonly<Partial<Record<FilteredColumn, number>>>): void {
  for (const column of COLUMNS) {
    const word = words[column]
    if (word !== undefined) byId(SELECTS[column], HTMLSelectElement).value = String(word)
  }
  announce()
}

function day(ms: EpochMs): string {
  return new Date(ms).toISOString().slice(0, 10)
}

function announce(): void {
  byId('filters', HTMLFormElement).dispatchEvent(new Event('input'))
}
