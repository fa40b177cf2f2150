import type { PackageReport, Report, VersionRow } from './report.js'
import { visibleText } from './visible-text.js'

type Cell = string | number | null
type Column = readonly [title: string, cell: (entry: PackageReport, row: VersionRow) => Cell]

// Tags hold no spaces, so that a space can stand between them.
const COLUMNS: readonly Column[] = [
  ['owner', ({ owner }) => owner],
  ['type', ({ type }) => type],
  ['package', ({ name }) => name],
  ['id', (_, { id }) => id],
  ['name', (_, { name }) => name],
  ['tags', (_, { tags }) => (tags ?? []).join(' ')],
  ['createdAt', (_, { createdAt }) => createdAt],
  ['updatedAt', (_, { updatedAt }) => updatedAt],
  ['kind', (_, { kind }) => kind],
  ['root', (_, { root }) => root],
  ['sizeBytes', (_, { sizeBytes }) => sizeBytes],
  ['decision', (_, { decision }) => decision],
  ['rule', (_, { rule }) => rule],
  ['reasonCode', (_, { reasonCode }) => reasonCode],
  ['reason', (_, { reason }) => reason],
  ['untag', (_, { untag }) => untag.join(' ')],
  ['outcome', (_, { outcome }) => outcome],
  ['error', (_, { error }) => error],
  ['untagged', (_, { untagged }) => untagged.join(' ')],
  ['retagged', (_, { retagged }) => retagged.join(' ')]
]

/**
 * report.csv by RFC 4180: a header, then one line a version, each ended by CRLF. What is unknown
 * is empty. Text that a spreadsheet would take for a formula gets a `'` in front, and what can't
 * be seen is written out, so that a version never takes two lines.
 *
 * @see https://www.rfc-editor.org/rfc/rfc4180
 * @see https://owasp.org/www-community/attacks/CSV_Injection
 */
export function csvReport(report: Report): string {
  const lines = [COLUMNS.map(([title]) => title).join(',')]
  for (const entry of report.packages) {
    for (const row of entry.versions) {
      lines.push(COLUMNS.map(([, cell]) => field(cell(entry, row))).join(','))
    }
  }
  return lines.map((line) => `${line}\r\n`).join('')
}

const PLAIN = /^[\w.:/-]*$/
const FORMULA = /^\s*[=+\-@＝＋－＠]/

function field(cell: Cell): string {
  if (cell === null) return ''
  if (typeof cell === 'number') return String(cell)
  const text = visibleText(cell)
  const safe = FORMULA.test(text) ? `'${text}` : text
  return PLAIN.test(safe) ? safe : `"${safe.replaceAll('"', '""')}"`
}
