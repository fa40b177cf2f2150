import { NO_FILTER, matching } from '../view/matching.js'
import { byKeys, sortKeys, type Order, type SortKey } from '../view/sort-keys.js'
import { sorted } from '../view/sorted.js'
import { allRows, type Rows } from '../view/rows.js'
import { columnsOf } from './columns.js'
import { byId } from './element.js'
import { fillFilters, readFilter } from './filter-form.js'
import { showPrintRows } from './print-rows.js'
import { resultText, RowTable, type RowTableEvents } from './row-table.js'
import { inSlices } from './slices.js'

const DESCENDING_FIRST: ReadonlySet<SortKey> = new Set(['created', 'size'])

/** The table of all decisions with its filters. */
export class DecisionsView {
  readonly #rows: Rows
  readonly #table: RowTable
  readonly #keys = new Map<SortKey, Float64Array>()
  // What goes first: it is what one has come to see.
  #order: Order = { key: 'decision', isDescending: false }
  #filter = NO_FILTER
  // Counts what was asked for, so that an answer to an older question is dropped.
  #question = 0

  constructor(rows: Rows, events: Omit<RowTableEvents, 'sort'>) {
    this.#rows = rows
    this.#table = new RowTable(rows, columnsOf(rows), {
      ...events,
      sort: (key) => this.#sortBy(key)
    })
    byId('table', HTMLElement).replaceChildren(this.#table.element)
  }

  /** Fills the lists of the filters, shows all rows and follows the form from then on. */
  async start(): Promise<void> {
    await fillFilters(this.#rows)
    const form = byId('filters', HTMLFormElement)
    form.addEventListener('input', () => this.#filterAgain())
    form.addEventListener('submit', (event) => event.preventDefault())
    // The fields are emptied only after the event.
    form.addEventListener('reset', () => setTimeout(() => this.#filterAgain()))
    await this.#update()
  }

  focus(): void {
    this.#table.focus()
  }

  #filterAgain(): void {
    this.#filter = readFilter()
    void this.#update()
  }

  #sortBy(key: SortKey): void {
    const isDescending =
      key === this.#order.key ? !this.#order.isDescending : DESCENDING_FIRST.has(key)
    this.#order = { key, isDescending }
    void this.#update()
  }

  async #update(): Promise<void> {
    this.#question += 1
    const question = this.#question
    const shown = await inSlices(this.#shownRows(), () => question !== this.#question)
    if (shown === null) return
    this.#table.show(shown, this.#order)
    showPrintRows(this.#rows, shown)
    const text = resultText(shown.length, this.#rows.count)
    byId('result-count', HTMLElement).textContent = text
  }

  *#shownRows(): Generator<undefined, Uint32Array> {
    const { key, isDescending } = this.#order
    const keys = this.#keys.get(key) ?? (yield* sortKeys(this.#rows, key))
    this.#keys.set(key, keys)
    const found =
      this.#filter === NO_FILTER ? allRows(this.#rows) : yield* matching(this.#rows, this.#filter)
    return yield* sorted(found, byKeys(keys, isDescending))
  }
}
