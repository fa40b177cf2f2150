import { formatCount } from '../../bytes.js'
import type { Rows } from '../view/rows.js'
import { columnsOf } from './columns.js'
import { byId, element } from './element.js'

const PRINTED_ROWS = 100

/** Keeps the first rows of the table ready for paper, with a note where there are more. */
export function showPrintRows(rows: Rows, shown: Uint32Array): void {
  const columns = columnsOf(rows)
  const heads = columns.map(({ key, title }) => element('th', { scope: 'col', class: key }, title))
  const lines = Array.from(shown.subarray(0, PRINTED_ROWS), (row) =>
    element(
      'tr',
      {},
      ...columns.map(({ key, cell }) => element('td', { class: key }, cell(rows, row)))
    )
  )
  byId('print-rows', HTMLTableElement).replaceChildren(
    element('thead', {}, element('tr', {}, ...heads)),
    element('tbody', {}, ...lines)
  )
  byId('print-note', HTMLElement).textContent =
    shown.length > PRINTED_ROWS
      ? `The first ${PRINTED_ROWS} of ${formatCount(shown.length)} rows; report.csv has all.`
      : ''
}
