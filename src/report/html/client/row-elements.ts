import type { Order, SortKey } from '../view/sort-keys.js'
import type { Rows } from '../view/rows.js'
import type { Column } from './columns.js'
import { button, element } from './element.js'

/** Where a row stands in the table as it is sorted and filtered. */
export interface RowPlace {
  /** 0 for the first. */
  readonly place: number
  readonly isActive: boolean
}

/** One row of the grid. */
export function rowElement(
  rows: Rows,
  columns: readonly Column[],
  row: number,
  { place, isActive }: RowPlace
): HTMLElement {
  const attributes = {
    role: 'row',
    id: `row-${place}`,
    class: `row${isActive ? ' active' : ''}`,
    // The heads are row 1.
    'aria-rowindex': place + 2,
    'aria-selected': String(isActive),
    'data-place': place
  }
  const cells = columns.map((column, index) => cellElement(rows, row, column, index))
  return element('div', attributes, ...cells)
}

// What does not fit in a cell is in its title, and in the details.
function cellElement(
  rows: Rows,
  row: number,
  { key, cell, isMono }: Column,
  index: number
): HTMLElement {
  const content = cell(rows, row)
  const attributes = {
    role: 'gridcell',
    class: `cell ${key}${isMono ? ' mono' : ''}`,
    'aria-colindex': index + 1,
    title: typeof content === 'string' && content !== '' ? content : null
  }
  return element('div', attributes, content)
}

/** The head of a column, a button that sorts by it. */
export function headElement(
  { key, title }: Column,
  index: number,
  order: Order,
  sort: (key: SortKey) => void
): HTMLElement {
  const isSorted = key === order.key
  const direction = order.isDescending ? 'descending' : 'ascending'
  const arrow = order.isDescending ? ' ▼' : ' ▲'
  const attributes = {
    role: 'columnheader',
    class: `cell ${key}`,
    'aria-colindex': index + 1,
    'aria-sort': isSorted ? direction : 'none'
  }
  const mark = element('span', { 'aria-hidden': 'true' }, isSorted ? arrow : '')
  return element(
    'div',
    attributes,
    button({ 'data-sort': key }, () => sort(key), title, mark)
  )
}
