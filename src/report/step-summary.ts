import { DAY_MS, type EpochMs } from '../model/time.js'
import { ageChart } from './age-chart.js'
import { formatCount } from './bytes.js'
import { decisionGroups, groupReason, groupTitle, type DecisionGroup } from './decision-groups.js'
import { markdownCode, markdownFence, markdownText } from './escape-markdown.js'
import { plannedCountsText } from './counts-text.js'
import { findings, type Finding } from './findings.js'
import { hasCountedNothing, headline, summarySentence } from './headline.js'
import { packageTitle, versionLabel } from './labels.js'
import { packageCells, packageColumns } from './package-columns.js'
import { byImportance, packageNote } from './package-order.js'
import { isPlanToApply } from './planned-changes.js'
import type { PackageReport, Report } from './report.js'
import { runName } from './run-name.js'
import { fitSections, type Section } from './summary-sections.js'
import { clip, plural } from './wording.js'

/** How to undo a run, ready to paste; the caller knows where its report lies. */
export interface UndoHint {
  /** For the terminal. */
  readonly command: string
  /** A sentence about what has to be there for it to work; `null` where that is sure. */
  readonly needs: string | null
  /** YAML of steps; `null` where the report lies on a machine that no workflow runs on. */
  readonly workflowStep: string | null
  /** When GitHub forgets what was deleted first. */
  readonly until: EpochMs
}

export interface SummaryOptions {
  readonly now: EpochMs
  /** Shown after a live run that changed something. */
  readonly undo?: UndoHint
  /** Of UTF-8; less than 1 MiB by default. */
  readonly limitBytes?: number
}

// GitHub drops a summary of more than 1 MiB as a whole; other steps' parts don't count.
const LIMIT_BYTES = 1_048_576 - 16_384
const SHOWN_GROUPS = 25
const REASON_LENGTH = 200

/**
 * What happened, as GitHub Flavored Markdown for the summary of a workflow's step: a title, what
 * stands out, a table of packages, how to undo it, versions by age, and the decisions of each
 * package. Never more than `limitBytes`: what matters least is left out, and said to be.
 *
 * @see https://docs.github.com/actions/reference/workflow-commands-for-github-actions#step-isolation-and-limits
 */
export function stepSummary(report: Report, options: SummaryOptions): string {
  const packages = byImportance(report.packages)
  return fitSections(
    [
      fixedSection(
        0,
        [`## ${markdownText(headline(report))}`, markdownText(summarySentence(report)), '']
          .filter((text, at) => text !== '' || at === 2)
          .join('\n\n')
      ),
      findingSection(report),
      tableSection(report, packages),
      undoSection(report, options),
      chartSection(report, options.now),
      detailSection(report, packages),
      nextSection(report)
    ],
    options.limitBytes ?? LIMIT_BYTES
  )
}

function fixedSection(rank: number, header: string): Section {
  return { rank, header, items: [], footer: '', omitted: () => '' }
}

const ALERTS: Readonly<Record<Finding['level'], string>> = {
  error: 'CAUTION',
  warning: 'WARNING',
  notice: 'NOTE'
}

function findingSection(report: Report): Section {
  const items = findings(report).map(({ level, title, lines }) => {
    const list = lines.map((line) => `> - ${markdownText(line)}\n`).join('')
    return `> [!${ALERTS[level]}]\n> **${markdownText(title)}**\n${list === '' ? '' : `>\n${list}`}\n`
  })
  return { rank: 1, header: '', items, footer: '', omitted: () => '' }
}

function tableSection(report: Report, packages: readonly PackageReport[]): Section {
  if (hasCountedNothing(report)) return fixedSection(3, '')
  const columns = packageColumns(report)
  const titles = ['package', ...columns.map(({ title }) => title)]
  const ruler = titles.map((_, index) => (index === 0 ? '---' : '---:'))
  const totals = columns.map(({ cell }) => cell(report))
  const total = packages.length > 1 ? tableLine(['**all**', ...totals]) : ''
  return {
    rank: 3,
    header: `${tableLine(titles)}${tableLine(ruler)}`,
    items: packages.map((entry) =>
      tableLine([packageCell(entry), ...packageCells(entry, columns)])
    ),
    footer: `${total}\n`,
    omitted: (count) => tableLine([`… and ${plural(count, 'more package')} (report.csv has all)`])
  }
}

function packageCell(entry: PackageReport): string {
  const note = packageNote(entry)
  return `${markdownCode(`${entry.owner}/${entry.name}`)} ${entry.type}${note === '' ? '' : ` (${note})`}`
}

function tableLine(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |\n`
}

function undoSection({ dryRun, totals }: Report, { undo, now }: SummaryOptions): Section {
  const changed = totals.deleted + totals.untagged > 0
  if (dryRun || !changed || undo === undefined) return fixedSection(2, '')
  const days = Math.max(0, Math.ceil((undo.until - now) / DAY_MS))
  const title = `<b>Undo this run</b> (possible for ${plural(days, 'more day')})`
  const { command, needs, workflowStep } = undo
  const parts = [
    `<details><summary>${title}</summary>`,
    ...(needs === null ? [] : [markdownText(needs)]),
    `On a terminal:\n\n${markdownFence(command, 'bash')}`,
    ...(workflowStep === null ? [] : [`In a workflow:\n\n${markdownFence(workflowStep, 'yaml')}`]),
    '</details>'
  ]
  return fixedSection(2, `${parts.join('\n\n')}\n\n`)
}

function chartSection(report: Report, now: EpochMs): Section {
  const chart = hasCountedNothing(report) ? null : ageChart(report, now)
  const text = chart === null ? '' : `### Versions by age\n\n${markdownFence(chart, 'text')}\n\n`
  return fixedSection(4, text)
}

function detailSection(report: Report, packages: readonly PackageReport[]): Section {
  const items = (hasCountedNothing(report) ? [] : packages)
    .filter(({ versions }) => versions.length > 0)
    .map((entry) => packageDetails(entry, report.dryRun))
  return {
    rank: 5,
    header: items.length === 0 ? '' : '### Why\n\n',
    items,
    footer: '',
    omitted: (count) =>
      `The decisions of ${plural(count, 'more package')} are in report.html and report.csv.\n\n`
  }
}

function packageDetails(entry: PackageReport, dryRun: boolean): string {
  const groups = decisionGroups(entry.versions)
  const rows = groups.slice(0, SHOWN_GROUPS).map((group) => groupRow(group))
  const left = groups.length - rows.length
  const note = left > 0 ? `\n${plural(left, 'more group')} in report.html.\n` : ''
  const title = `${markdownCode(packageTitle(entry))} ${plannedCountsText(entry, dryRun).join(', ')}`
  return (
    `<details><summary>${title}</summary>\n\n` +
    tableLine(['decision', 'versions', 'rule', 'why', 'for example']) +
    tableLine(['---', '---:', '---', '---', '---']) +
    `${rows.join('')}${note}\n</details>\n\n`
  )
}

function groupRow(group: DecisionGroup): string {
  return tableLine([
    group.undone ?? group.decision,
    formatCount(group.count),
    group.rule === null ? '' : markdownText(clip(group.rule, REASON_LENGTH)),
    markdownText(groupTitle(group)),
    examplesText(group)
  ])
}

// Each reason once, after the versions that it is about; none where the group's title says it all.
function examplesText(group: DecisionGroup): string {
  const byReason = new Map<string, string[]>()
  for (const row of group.examples) {
    const reason = groupReason(group, row)
    const labels = byReason.get(reason) ?? []
    byReason.set(reason, [...labels, markdownCode(versionLabel(row))])
  }
  return [...byReason]
    .map(([reason, labels]) =>
      reason === '' || reason === groupTitle(group) || group.reasonCode === 'frozen'
        ? labels.join(' ')
        : `${labels.join(' ')} ${markdownText(clip(reason, REASON_LENGTH))}`
    )
    .join('<br>')
}

function nextSection(report: Report): Section {
  const text = isPlanToApply(report)
    ? `To carry out exactly this plan, give its \`${runName(report)}.json\` as \`plan\` to a run with \`mode: apply\`.\n`
    : ''
  return fixedSection(2, text)
}
