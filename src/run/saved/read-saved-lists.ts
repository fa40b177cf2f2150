import { isRecord, parseTimestamp } from '../../github/json.js'
import type { PackageType } from '../../model/package.js'
import type { ListedVersion } from '../../model/version.js'
import { readReport } from '../../report/read-report.js'
import type { PackageReport, VersionRow } from '../../report/report.js'
import { readVersionLists } from './read-version-list.js'
import type { SavedLists, SavedPackage, SavedReport } from './saved-package.js'

/**
 * Reads what `--from` names: version lists of the REST API, as `gh api --paginate` saves them,
 * or a report.json, which knows the images too. Of a live run it is what that run left.
 *
 * @param fallbackType of versions that don't say theirs
 */
export function readSavedLists(
  text: string,
  fileName: string,
  fallbackType: PackageType | null = null
): SavedLists {
  const parsed = parseJson(text)
  if (!parsed.ok) return { ok: false, errors: [`${fileName}: not JSON: ${parsed.why}`] }
  const { value } = parsed
  const isReport = isRecord(value) && 'packages' in value && 'mode' in value
  return isReport
    ? readSavedReport(text, fileName)
    : readVersionLists(value, fileName, fallbackType)
}

type ParsedJson =
  { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly why: string }

function parseJson(text: string): ParsedJson {
  try {
    return { ok: true, value: JSON.parse(text.replace(/^\uFEFF/, '')) }
  } catch (error) {
    // Older versions of `gh api --paginate` write one array after the other.
    const joined = text.trim().replace(/\]\s*\[/g, ',')
    if (joined !== text.trim()) return parseJson(joined)
    return { ok: false, why: error instanceof Error ? error.message : 'unreadable' }
  }
}

function readSavedReport(text: string, fileName: string): SavedLists {
  const read = readReport(text, fileName)
  if (!read.ok) return { ok: false, errors: read.errors }
  const { mode, startedAt, dryRun, policyDigest, packages } = read.report
  if (mode === 'restore' || mode === 'repair') {
    const why = `a report of mode: ${mode} does not hold all versions of a package`
    return { ok: false, errors: [`${fileName}: ${why}; give one of cleanup or apply`] }
  }
  const seen = packages.filter(({ error, leftAlone }) => error === null && leftAlone === null)
  const head = { madeAt: startedAt, dryRun, policyDigest }
  return { ok: true, packages: seen.map((entry) => savedPackage(entry, head)), madeAt: startedAt }
}

function savedPackage(entry: PackageReport, head: Omit<SavedReport, 'rows'>): SavedPackage {
  const left = entry.versions.filter(({ outcome }) => outcome !== 'deleted' && outcome !== 'gone')
  return {
    owner: entry.owner,
    ownerKind: entry.ownerKind,
    type: entry.type,
    name: entry.name,
    versions: left.map(listedVersion),
    rows: new Map(left.map((row) => [row.id, row])),
    frozen: entry.frozen,
    report: { ...head, rows: entry.versions }
  }
}

function listedVersion(row: VersionRow): ListedVersion {
  return {
    id: row.id,
    name: row.name,
    tags: row.tags?.filter((tag) => !row.untagged.includes(tag)) ?? null,
    createdAt: parseTimestamp(row.createdAt),
    updatedAt: parseTimestamp(row.updatedAt),
    deletedAt: null
  }
}
