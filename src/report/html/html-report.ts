import type { EpochMs } from '../../model/time.js'
import { headline } from '../headline.js'
import { packageTitle } from '../labels.js'
import { byImportance } from '../package-order.js'
import type { PackageReport, Report } from '../report.js'
import { runName } from '../run-name.js'
import type { UndoHint } from '../step-summary.js'
import { CLIENT_SCRIPT, CLIENT_STYLE, SCRIPT_HASH, STYLE_HASH } from './client.generated.js'
import { escapeHtml, jsonBlock } from './escape-html.js'
import { findingSection } from './finding-section.js'
import { INTERACTIVE_SECTIONS } from './interactive-sections.js'
import { packageSection } from './package-section.js'
import type { PageHead } from './page-data.js'
import { rowChunks } from './row-chunks.js'
import { undoSection } from './undo-section.js'
import { verdictSection } from './verdict-section.js'

export interface HtmlReportOptions {
  /** What ages are counted from. */
  readonly now: EpochMs
  /** Shown after a live run that changed something. */
  readonly undo?: UndoHint
  /** How the report.json beside it is called, where that is not by its run. */
  readonly fileName?: string
}

// Nothing is fetched, and nothing runs but the one script of the tool. Trusted Types make the
// browser refuse every way of turning text into HTML.
const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  `script-src '${SCRIPT_HASH}'`,
  `style-src '${STYLE_HASH}'`,
  'img-src data:',
  "base-uri 'none'",
  "form-action 'none'",
  "require-trusted-types-for 'script'",
  "trusted-types 'none'"
].join('; ')

/**
 * The whole run as one self-contained page: the verdict, what needs a person, the packages, how
 * to undo it, a timeline, bytes by image, and every decision in a table that can be searched.
 * It asks nothing of the network. Without scripts its first half can still be read.
 *
 * @see https://www.w3.org/TR/CSP3/#meta-element
 */
export function htmlReport(report: Report, options: HtmlReportOptions): string {
  const packages = byImportance(report.packages)
  return [
    pageStart(report),
    '<main>\n',
    verdictSection(report),
    findingSection(report),
    undoSection(report, options.now, options.undo, options.fileName ?? `${runName(report)}.json`),
    packageSection(report, packages),
    INTERACTIVE_SECTIONS,
    '</main>\n',
    ...dataBlocks(report, packages, options.now),
    `<script type="module">${CLIENT_SCRIPT}</script>\n</body>\n</html>\n`
  ].join('')
}

function pageStart(report: Report): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${CONTENT_SECURITY_POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<title>${escapeHtml(headline(report))}</title>
<link rel="icon" href="data:,">
<style>${CLIENT_STYLE}</style>
</head>
<body>
`
}

function dataBlocks(
  report: Report,
  packages: readonly PackageReport[],
  now: EpochMs
): readonly string[] {
  const listed = packages.filter(({ versions }) => versions.length > 0)
  const head: PageHead = {
    dryRun: report.dryRun,
    now,
    packages: listed.map((entry) => ({
      title: packageTitle(entry),
      rowCount: entry.versions.length
    })),
    rowCount: listed.reduce((sum, { versions }) => sum + versions.length, 0)
  }
  return [
    jsonBlock('head', head),
    ...Array.from(rowChunks(listed), (chunk) => jsonBlock('rows', chunk))
  ]
}
