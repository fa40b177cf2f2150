import { byPlace } from './build-report.js'
import { addedText } from './planned-changes.js'
import type { PackageReport, Report } from './report.js'
import { recount } from './totals.js'
import { enumerate, plural } from './wording.js'

const SHOWN = 5

/** Several reports as one, or in a sentence each why they are no shares of one run. */
export type MergedReports =
  | { readonly ok: true; readonly report: Report }
  | { readonly ok: false; readonly errors: readonly string[] }

/** A report, and how the file is called. */
export interface ReportOfShare {
  readonly name: string
  readonly report: Report
}

/**
 * Joins the reports of shares into that of one run over all of their packages: from the first
 * start to the last end, requests added up, counts made anew. They have to be of one owner, one
 * mode and all or none of a dry run, and each package may be in one of them only.
 */
export function mergeReports(shares: readonly ReportOfShare[]): MergedReports {
  const [first] = shares
  if (first === undefined) return { ok: false, errors: ['there is no report to merge'] }
  const errors = [...differences(shares), ...duplicates(shares), ...additions(shares)]
  if (errors.length > 0) return { ok: false, errors }
  const reports = shares.map(({ report }) => report)
  const packages = reports.flatMap((report) => report.packages.map(unstated)).toSorted(byPlace)
  const whole = { ...joined(first.report, reports), error: errorText(shares) }
  return { ok: true, report: recount(whole, packages) }
}

function joined(first: Report, reports: readonly Report[]): Report {
  const ends = reports.map(({ finishedAt }) => finishedAt)
  const digests = new Set(reports.map(({ policyDigest }) => policyDigest))
  const isOnePolicy = digests.size === 1
  return {
    ...first,
    startedAt: reports.map(({ startedAt }) => startedAt).reduce(earlier),
    finishedAt: ends.reduce((a, b) => (a === null || b === null ? null : later(a, b))),
    complete: reports.every(({ complete }) => complete),
    policyDigest: isOnePolicy ? first.policyDigest : null,
    fuse: sentences(reports.map(({ fuse }) => fuse)),
    stopped: sentences(reports.map(({ stopped }) => stopped)),
    warnings: [
      ...new Set(reports.flatMap(({ warnings }) => warnings)),
      ...(isOnePolicy ? [] : ['the shares were not run with one and the same policy'])
    ],
    notes: [...new Set(reports.flatMap(({ notes }) => notes))],
    requests: {
      api: sum(reports.map(({ requests }) => requests.api)),
      registry: sum(reports.map(({ requests }) => requests.registry))
    }
  }
}

/** Each reason once, with the shares that it is of. */
function errorText(shares: readonly ReportOfShare[]): string | null {
  const names = new Map<string, string[]>()
  for (const { name, report } of shares) {
    if (report.error !== null) names.set(report.error, [...(names.get(report.error) ?? []), name])
  }
  const texts = Array.from(names, ([error, list]) => `${error} (${enumerate(list, SHOWN)})`)
  return texts.length === 0 ? null : texts.join('; ')
}

function differences(shares: readonly ReportOfShare[]): string[] {
  const owners = new Map<string, string>()
  const modes = new Map<string, string>()
  for (const { name, report } of shares) {
    const { mode, dryRun, packages } = report
    modes.set(`mode: ${mode}${dryRun ? ', a dry run' : ''}`, name)
    for (const { owner } of packages) owners.set(owner.toLowerCase(), name)
  }
  return [
    ...(modes.size > 1 ? [`they are of different runs: ${listed(modes)}`] : []),
    ...(owners.size > 1 ? [`they are of different owners: ${listed(owners)}`] : [])
  ]
}

function listed(values: ReadonlyMap<string, string>): string {
  return Array.from(values, ([value, name]) => `${value} (${name})`).join(', ')
}

function duplicates(shares: readonly ReportOfShare[]): string[] {
  const names = new Map<string, string>()
  const twice: string[] = []
  for (const { name, report } of shares) {
    for (const entry of report.packages) {
      const key = keyOf(entry)
      const before = names.get(key)
      if (before !== undefined) {
        twice.push(`the ${entry.type} package ${entry.name} is in ${before} and in ${name}`)
      }
      names.set(key, name)
    }
  }
  const left = twice.length - SHOWN
  return [
    ...twice.slice(0, SHOWN),
    ...(left > 0 ? [`${plural(left, 'more package')} likewise`] : [])
  ]
}

/** Counts made anew would hide it. */
function additions(shares: readonly ReportOfShare[]): string[] {
  return shares.flatMap(({ name, report }) =>
    report.packages.flatMap((entry) => {
      const why = report.dryRun ? addedText(entry) : null
      return why === null ? [] : [`${name}: ${entry.type} package ${entry.name}: ${why}`]
    })
  )
}

function unstated({ stated: _read, ...entry }: PackageReport): PackageReport {
  return entry
}

function keyOf({ owner, type, name }: PackageReport): string {
  return JSON.stringify([owner.toLowerCase(), type, name.toLowerCase()])
}

// ISO 8601 in UTC with milliseconds, as reports have it: text in the order of time.
function earlier(a: string, b: string): string {
  return a < b ? a : b
}

function later(a: string, b: string): string {
  return a > b ? a : b
}

function sentences(texts: readonly (string | null)[]): string | null {
  const given = new Set(texts.filter((text) => text !== null))
  return given.size === 0 ? null : [...given].join('; ')
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((a, b) => a + b, 0)
}
