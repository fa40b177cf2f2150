import { formatBytes } from '../../bytes.js'
import { versionLabel } from '../../labels.js'
import { visibleText } from '../../visible-text.js'
import { fateAt, plannedFateAt } from '../view/fate.js'
import { wordAt, type Rows, type WordColumn } from '../view/rows.js'
import { element } from './element.js'

/** The word of a row in a column, fit to be seen; empty where it has none. */
export function wordText(rows: Rows, column: WordColumn, row: number): string {
  return visibleText(wordAt(rows, column, row) ?? '')
}

/** How the page names a version: its user tags that say most, else its shortened digest or its name. */
export function labelText(rows: Rows, row: number): string {
  return visibleText(versionLabel({ name: rows.names[row] ?? '', tags: rows.tags[row] ?? null }))
}

export function packageText(rows: Rows, row: number): string {
  return visibleText(rows.head.packages[rows.packages[row] ?? -1]?.title ?? '')
}

/** `2026-01-31`; empty where unknown. */
export function dayText(ms: number | undefined): string {
  return isoText(ms).slice(0, 10)
}

/** `2026-01-31 02:00:00 UTC`; empty where unknown. */
export function timeText(ms: number | undefined): string {
  const text = isoText(ms)
  return text === '' ? '' : `${text.slice(0, 19).replace('T', ' ')} UTC`
}

function isoText(ms: number | undefined): string {
  return ms === undefined || Number.isNaN(ms) ? '' : new Date(ms).toISOString()
}

/** `1.2 MB`; empty where unknown. */
export function sizeText(bytes: number | undefined): string {
  return bytes === undefined || Number.isNaN(bytes) ? '' : formatBytes(bytes)
}

/** What was decided of a version, in its fate's colour. */
export function decisionBadge(rows: Rows, row: number): HTMLElement {
  const fate = plannedFateAt(rows, row)
  return element('span', { class: `badge fate-${fate}` }, wordText(rows, 'decisions', row))
}

/** What became of a version; empty where nothing was to be done. */
export function outcomeBadge(rows: Rows, row: number): HTMLElement | string {
  const outcome = wordText(rows, 'outcomes', row)
  if (outcome === '') return ''
  const tone = outcome === 'failed' ? 'failed' : `fate-${fateAt(rows, row)}`
  return element('span', { class: `badge ${tone}` }, outcome)
}
