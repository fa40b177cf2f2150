import { hasCountedNothing } from '../headline.js'
import { packageCells, packageColumns, type PackageColumn } from '../package-columns.js'
import { packageNote } from '../package-order.js'
import type { PackageReport, Report } from '../report.js'
import { plural } from '../wording.js'
import { escapeHtml } from './escape-html.js'

const SHOWN_PACKAGES = 500

/**
 * The table of packages, in the order given; the rest of very many is in report.csv. Empty where
 * the run counted nothing.
 */
export function packageSection(report: Report, packages: readonly PackageReport[]): string {
  if (hasCountedNothing(report)) return ''
  const columns = packageColumns(report)
  const heads = columns.map(
    ({ title }) => `<th scope="col" class="number">${escapeHtml(title)}</th>`
  )
  const rows = packages.slice(0, SHOWN_PACKAGES).map((entry) => packageRow(entry, columns))
  return `<section aria-labelledby="packages">
<h2 id="packages">Packages</h2>
<div class="scroll" tabindex="0" role="group" aria-labelledby="packages">
<table class="packages">
<thead><tr><th scope="col">package</th>${heads.join('')}</tr></thead>
<tbody>
${rows.join('')}</tbody>
${totalRow(report, columns)}</table>
</div>
${leftNote(packages.length - rows.length)}</section>
`
}

function packageRow(entry: PackageReport, columns: readonly PackageColumn[]): string {
  const note = packageNote(entry)
  const name =
    `<span class="name">${escapeHtml(`${entry.owner}/${entry.name}`)}</span> ` +
    `<span class="quiet">${escapeHtml(entry.type)}</span>` +
    (note === '' ? '' : ` <span class="note">${escapeHtml(note)}</span>`)
  return `<tr><th scope="row">${name}</th>${cells(packageCells(entry, columns))}</tr>\n`
}

function totalRow(report: Report, columns: readonly PackageColumn[]): string {
  if (report.packages.length < 2) return ''
  return `<tfoot><tr><th scope="row">all</th>${cells(columns.map(({ cell }) => cell(report)))}</tr></tfoot>\n`
}

function cells(texts: readonly string[]): string {
  return texts.map((text) => `<td class="number">${escapeHtml(text)}</td>`).join('')
}

function leftNote(left: number): string {
  return left > 0
    ? `<p class="quiet">${escapeHtml(plural(left, 'more package'))} in report.csv.</p>\n`
    : ''
}
