import { formatCount } from '../../bytes.js'
import type { Order, SortKey } from '../view/sort-keys.js'
import { listHeight, rowWindow, scrollTopFor, type Scrolled } from '../view/row-window.js'
import type { Rows } from '../view/rows.js'
import { element } from './element.js'
import { headElement, rowElement } from './row-elements.js'
import type { Column } from './columns.js'

/** What the table asks of the page. */
export interface RowTableEvents {
  /** A row was chosen; `moveFocus` where the details should take the keyboard. */
  readonly open: (row: number, moveFocus: boolean) => void
  /** The row that the keyboard is on changed. */
  readonly move: (row: number) => void
  readonly sort: (key: SortKey) => void
}

/**
 * A grid of any number of rows that only ever has those in the document that are seen. The grid
 * itself keeps the focus and says which row is active.
 *
 * @see https://www.w3.org/WAI/ARIA/apg/patterns/grid/
 */
export class RowTable {
  readonly #rows: Rows
  readonly #columns: readonly Column[]
  readonly #events: RowTableEvents
  readonly #grid: HTMLElement
  readonly #head: HTMLElement
  readonly #list: HTMLElement
  readonly #drawn: HTMLElement
  #shown: Uint32Array = new Uint32Array()
  #active = 0
  #rowHeight = 46
  #isDrawPending = false

  constructor(rows: Rows, columns: readonly Column[], events: RowTableEvents) {
    this.#rows = rows
    this.#columns = columns
    this.#events = events
    this.#head = element('div', { role: 'row', class: 'row head', 'aria-rowindex': 1 })
    this.#drawn = element('div', { class: 'drawn', role: 'presentation' })
    this.#list = element('div', { class: 'list', role: 'rowgroup' }, this.#drawn)
    this.#grid = element(
      'div',
      {
        role: 'grid',
        id: 'grid',
        class: 'grid',
        tabindex: 0,
        'aria-labelledby': 'decisions-title',
        'aria-colcount': columns.length
      },
      element('div', { role: 'rowgroup', class: 'heads' }, this.#head),
      this.#list
    )
    const tracks = columns.map(({ width }) => width).join(' ')
    this.#grid.style.setProperty('--columns', tracks)
    this.#listen()
  }

  get element(): HTMLElement {
    return this.#grid
  }

  /** Shows these rows in this order, from the top. */
  show(shown: Uint32Array, order: Order): void {
    this.#shown = shown
    this.#active = 0
    this.#drawHead(order)
    this.#grid.setAttribute('aria-rowcount', String(shown.length + 1))
    this.#grid.scrollTop = 0
    this.resize()
  }

  /** Takes over a new width, height or style. */
  resize(): void {
    const style = getComputedStyle(this.#grid).getPropertyValue('--row-height')
    this.#rowHeight = Number.parseFloat(style) || this.#rowHeight
    const { rowHeight, count } = this.#scrolled()
    const height = listHeight({ rowHeight, count })
    this.#list.style.height = `${height}px`
    // Few rows leave no empty room below them; 2 is the border.
    const content = height + this.#head.offsetHeight + 2
    this.#grid.style.setProperty('--content-height', `${content}px`)
    this.#draw()
  }

  focus(): void {
    this.#grid.focus()
  }

  #listen(): void {
    this.#grid.addEventListener('scroll', () => this.#drawSoon())
    this.#grid.addEventListener('keydown', (event) => this.#press(event))
    this.#drawn.addEventListener('click', (event) => this.#click(event))
    new ResizeObserver(() => this.resize()).observe(this.#grid)
  }

  #drawSoon(): void {
    if (this.#isDrawPending) return
    this.#isDrawPending = true
    requestAnimationFrame(() => {
      this.#isDrawPending = false
      this.#draw()
    })
  }

  #scrolled(): Scrolled {
    return {
      scrollTop: this.#grid.scrollTop,
      height: Math.max(0, this.#grid.clientHeight - this.#head.offsetHeight),
      rowHeight: this.#rowHeight,
      count: this.#shown.length
    }
  }

  #draw(): void {
    const { first, last, offset } = rowWindow(this.#scrolled())
    const drawn = Array.from(this.#shown.subarray(first, last), (row, place) =>
      rowElement(this.#rows, this.#columns, row, {
        place: first + place,
        isActive: first + place === this.#active
      })
    )
    this.#drawn.style.transform = `translateY(${offset}px)`
    this.#drawn.replaceChildren(...drawn)
    const isDrawn = this.#active >= first && this.#active < last
    if (isDrawn) this.#grid.setAttribute('aria-activedescendant', `row-${this.#active}`)
    else this.#grid.removeAttribute('aria-activedescendant')
  }

  #drawHead(order: Order): void {
    const heads = this.#columns.map((column, index) =>
      headElement(column, index, order, this.#events.sort)
    )
    const focused = document.activeElement?.getAttribute('data-sort')
    this.#head.replaceChildren(...heads)
    if (typeof focused === 'string') this.#focusSort(focused)
  }

  #focusSort(key: string): void {
    for (const made of this.#head.querySelectorAll('button')) {
      if (made.dataset['sort'] === key) made.focus()
    }
  }

  #click(event: MouseEvent): void {
    const target = event.target instanceof Element ? event.target.closest('[data-place]') : null
    const place = Number(target?.getAttribute('data-place') ?? NaN)
    if (Number.isNaN(place)) return
    this.#moveTo(place)
    this.#open(false)
  }

  #press(event: KeyboardEvent): void {
    if (event.target !== this.#grid || event.altKey || event.metaKey) return
    const place = this.#placeAfter(event.key)
    if (place !== null) this.#moveTo(place)
    else if (event.key === 'Enter' || event.key === ' ') this.#open(true)
    else return
    event.preventDefault()
  }

  #placeAfter(key: string): number | null {
    const page = Math.max(1, Math.floor(this.#scrolled().height / this.#rowHeight) - 1)
    const steps: Readonly<Record<string, number>> = {
      ArrowDown: 1,
      ArrowUp: -1,
      PageDown: page,
      PageUp: -page,
      Home: -Infinity,
      End: Infinity
    }
    const step = steps[key]
    if (step === undefined) return null
    return Math.max(0, Math.min(this.#shown.length - 1, this.#active + step))
  }

  #moveTo(place: number): void {
    this.#active = place
    this.#grid.scrollTop = scrollTopFor(place, this.#scrolled())
    this.#draw()
    const row = this.#shown[place]
    if (row !== undefined) this.#events.move(row)
  }

  #open(moveFocus: boolean): void {
    const row = this.#shown[this.#active]
    if (row !== undefined) this.#events.open(row, moveFocus)
  }
}

/** `12 of 1,000 versions`. */
export function resultText(shown: number, all: number): string {
  return shown === all
    ? `All ${formatCount(all)} versions`
    : `${formatCount(shown)} of ${formatCount(all)} versions`
}
