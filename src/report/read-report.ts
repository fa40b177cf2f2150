import { PACKAGE_TYPES } from '../model/package.js'
import { OUTCOMES } from '../plan/outcome.js'
import {
  complain,
  isObject,
  member,
  readBoolean,
  readDate,
  readList,
  readName,
  readObject,
  readOneOf,
  readOrNull,
  readText,
  readWhole,
  type JsonObject,
  type Place
} from './json-reader.js'
import { readPlanned } from './read-planned.js'
import { readVersionRow } from './read-version-row.js'
import { RUN_MODES, type PackageReport, type Report } from './report.js'
import { packageTotals, recount, runTotals } from './totals.js'

/** No report of ours comes near; a file beyond it is something else. UTF-16 units. */
export const MAX_REPORT_LENGTH = 256 * 1024 * 1024

export type ReadReport =
  { readonly ok: true; readonly report: Report } | { readonly ok: false; readonly errors: string[] }

/**
 * Reads a report.json, as the tool wrote it or as a person changed it: rows may be missing,
 * decisions turned. All counts are made anew; fields that it does not know are dropped, and
 * fields beyond those of the contract may be missing. Each error begins with `name`, which is
 * how the file is called, and says where, what was expected and what was found.
 */
export function readReport(text: string, name: string): ReadReport {
  const errors: string[] = []
  const report = readDocument(text, { path: '$', errors })
  if (report !== null && errors.length === 0) return { ok: true, report }
  return { ok: false, errors: errors.map((error) => `${name}: ${error}`) }
}

function readDocument(text: string, at: Place): Report | null {
  if (text.length > MAX_REPORT_LENGTH) {
    at.errors.push('too large for a report')
    return null
  }
  const value = parseJson(text, at)
  if (!isObject(value)) {
    if (at.errors.length === 0) complain(at, 'a report, which is an object', value)
    return null
  }
  if (value['version'] !== 1) {
    complain(member(at, 'version'), '1, the version of reports that is known', value['version'])
    return null
  }
  return readFields(value, at)
}

function parseJson(text: string, at: Place): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''))
  } catch (error) {
    at.errors.push(`not JSON: ${error instanceof Error ? error.message : 'unreadable'}`)
    return undefined
  }
}

function readFields(value: JsonObject, at: Place): Report {
  const packages = readList(value['packages'], member(at, 'packages'), readPackage)
  checkUnique(packages, at)
  const textOrNull = (key: string) => readOrNull(value[key] ?? null, member(at, key), readText)
  const report: Report = {
    schema: readText(value['schema'], member(at, 'schema')),
    version: 1,
    tool: { name: 'package-retention', version: readToolVersion(value['tool'], at) },
    mode: readOneOf(value['mode'], member(at, 'mode'), RUN_MODES),
    dryRun: readBoolean(value['dryRun'], member(at, 'dryRun')),
    startedAt: readDate(value['startedAt'], member(at, 'startedAt')),
    finishedAt: readOrNull(value['finishedAt'] ?? null, member(at, 'finishedAt'), readDate),
    complete: readBoolean(value['complete'], member(at, 'complete')),
    policyDigest: textOrNull('policyDigest'),
    error: textOrNull('error'),
    fuse: textOrNull('fuse'),
    stopped: textOrNull('stopped'),
    warnings: readList(value['warnings'] ?? [], member(at, 'warnings'), readText),
    notes: readList(value['notes'] ?? [], member(at, 'notes'), readText),
    totals: runTotals([]),
    requests: readRequests(value['requests'] ?? {}, member(at, 'requests')),
    packages
  }
  return recount(report, packages)
}

function readToolVersion(value: unknown, at: Place): string {
  return isObject(value) ? readText(value['version'], member(at, 'tool.version')) : ''
}

function readRequests(value: unknown, at: Place): Report['requests'] {
  const { api = 0, registry = 0 } = readObject(value, at)
  return {
    api: readWhole(api, member(at, 'api')),
    registry: readWhole(registry, member(at, 'registry'))
  }
}

function readPackage(value: unknown, at: Place): PackageReport {
  const fields = readObject(value, at)
  const place = (key: string) => member(at, key)
  const textOrNull = (key: string) => readOrNull(fields[key] ?? null, place(key), readText)
  const versions = readList(fields['versions'], place('versions'), readVersionRow)
  return {
    owner: readName(fields['owner'], place('owner')),
    ownerKind: readOneOf(fields['ownerKind'], place('ownerKind'), ['organization', 'user']),
    type: readOneOf(fields['type'], place('type'), PACKAGE_TYPES),
    name: readName(fields['name'], place('name')),
    repository: textOrNull('repository'),
    error: textOrNull('error'),
    leftAlone: textOrNull('leftAlone'),
    frozen: textOrNull('frozen'),
    packageDecision: readOrNull(
      fields['packageDecision'] ?? null,
      place('packageDecision'),
      (v, p) => readOneOf(v, p, ['delete'])
    ),
    packageOutcome: readOrNull(fields['packageOutcome'] ?? null, place('packageOutcome'), (v, p) =>
      readOneOf(v, p, OUTCOMES)
    ),
    ...(fields['isMissing'] === true ? { isMissing: true as const } : {}),
    ...(fields['standIns'] === undefined
      ? {}
      : { standIns: readWhole(fields['standIns'], place('standIns')) }),
    lastVersionFailure: readOrNull(
      fields['lastVersionFailure'] ?? null,
      place('lastVersionFailure'),
      (v, p) => readOneOf(v, p, ['tagged', 'helper-tagged', 'any'])
    ),
    reclaimableBytes: readWhole(fields['reclaimableBytes'] ?? 0, place('reclaimableBytes')),
    totals: packageTotals([], 0, true),
    warnings: readList(fields['warnings'] ?? [], place('warnings'), readText),
    notes: readList(fields['notes'] ?? [], place('notes'), readText),
    ...readPlanned(fields, at),
    versions: versions.toSorted((a, b) => b.id - a.id)
  }
}

function checkUnique(packages: readonly PackageReport[], at: Place): void {
  const seen = new Set<string>()
  packages.forEach(({ owner, type, name, versions }, index) => {
    const key = JSON.stringify([owner.toLowerCase(), type, name.toLowerCase()])
    const path = `${at.path}.packages[${index}]`
    if (seen.has(key)) complain({ ...at, path }, 'each package once', `${owner}/${name}`)
    seen.add(key)
    const twice = versions.find(({ id }, place) => versions[place - 1]?.id === id)
    if (twice) complain({ ...at, path: `${path}.versions` }, 'each id once', twice.id)
  })
}
