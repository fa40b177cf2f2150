import type { EpochMs } from '../../model/time.js'
import { hasCountedNothing, headline, summarySentence } from '../headline.js'
import { packageColumns } from '../package-columns.js'
import type { Report, Totals } from '../report.js'
import { escapeHtml } from './escape-html.js'

/** What happened in one line, the numbers behind it, and when it was. */
export function verdictSection(report: Report): string {
  return `<header class="verdict">
<p class="eyebrow">${report.dryRun ? 'Dry run, nothing was changed' : 'Live run'}</p>
<h1>${escapeHtml(headline(report))}</h1>
${counts(report)}<p class="when">${whenText(report)}</p>
</header>
`
}

function counts(report: Report): string {
  const sentence = summarySentence(report)
  const lead = sentence === '' ? '' : `<p class="lead">${escapeHtml(sentence)}</p>\n`
  if (hasCountedNothing(report)) return lead
  return `${lead}${proportionBar(report)}
<dl class="numbers">${numbers(report)}</dl>
`
}

function numbers(report: Report): string {
  return packageColumns(report)
    .map(
      ({ title, cell }) =>
        `<div><dt>${escapeHtml(title)}</dt><dd>${escapeHtml(cell(report))}</dd></div>`
    )
    .join('')
}

// The numbers beside it say the same, so readers of text lose nothing.
function proportionBar({ totals, dryRun }: Report): string {
  if (totals.versions === 0) return ''
  let start = 0
  const bars = shares(totals, dryRun).map(([fate, count]) => {
    const width = (count / totals.versions) * 100
    const bar = `<rect class="fate-${fate}" x="${percent(start)}" width="${percent(width)}" height="100%"/>`
    start += width
    return bar
  })
  return `<svg class="proportion" aria-hidden="true" focusable="false" width="100%" height="14">${bars.join('')}</svg>\n`
}

function shares(totals: Totals, dryRun: boolean): readonly (readonly [string, number])[] {
  const gone = dryRun ? totals.selected : totals.deleted + totals.gone
  const back = dryRun ? totals.toRestore : totals.restored
  const untagged = dryRun ? totals.toUntag : totals.untagged
  const kept = Math.max(0, totals.kept - untagged)
  const all = [
    ['keep', kept],
    ['untag', untagged],
    ['back', back],
    ['left', Math.max(0, totals.versions - kept - untagged - back - gone)],
    ['go', gone]
  ] as const
  return all.filter(([, count]) => count > 0)
}

function percent(share: number): string {
  return `${Number(share.toFixed(3))}%`
}

function whenText({ startedAt, finishedAt, tool, policyDigest }: Report): string {
  const parts = [
    `started ${timeElement(startedAt)}`,
    ...(finishedAt === null ? ['not finished'] : [`finished ${timeElement(finishedAt)}`]),
    escapeHtml(`${tool.name} ${tool.version}`),
    ...(policyDigest === null
      ? []
      : [`policy <code>${escapeHtml(policyDigest.slice(0, 19))}</code>`])
  ]
  return parts.join(' · ')
}

function timeElement(date: string): string {
  return `<time datetime="${escapeHtml(date)}">${escapeHtml(minuteText(Date.parse(date)))}</time>`
}

/** `2026-01-31 02:00 UTC`; empty where there is no such time. */
function minuteText(ms: EpochMs): string {
  if (Number.isNaN(ms)) return ''
  return `${new Date(ms).toISOString().slice(0, 16).replace('T', ' ')} UTC`
}
