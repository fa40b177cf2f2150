import type { PackageRef, PackageType } from '../model/package.js'
import type { ListedVersion } from '../model/version.js'
import type { Connection } from './connection.js'
import { GitHubError, type GitHubErrorCode, isNotFound } from './errors.js'
import { integerAt, isRecord, parseTimestamp, textAt, type JsonRecord } from './json.js'
import { getPackage } from './packages.js'
import { listAll } from './pages.js'
import { packagePath, versionPath } from './paths.js'

/** `active` ones are listed where nothing is said. */
export type VersionState = 'active' | 'deleted'

/**
 * All versions of a package in that state, each id once, in no order to rely on.
 *
 * @throws GitHubError `not-found` where the package is hidden, deleted or was never there.
 * @see https://docs.github.com/rest/packages/packages#list-package-versions-for-a-package-owned-by-an-organization
 */
export function listVersions(
  connection: Connection,
  ref: PackageRef,
  state: VersionState = 'active'
): Promise<ListedVersion[]> {
  // Active ones are what GitHub lists by default; for other users no parameter is documented.
  const query = state === 'active' ? '' : `?state=${state}`
  return listAll(connection, {
    path: `${packagePath(ref)}/versions${query}`,
    parse: (row) => parseVersion(row, ref.type),
    keyOf: ({ id }) => id,
    ...(state === 'active' ? { countRows: () => countVersions(connection, ref) } : {})
  })
}

const UNCOUNTED: ReadonlySet<GitHubErrorCode> = new Set(['malformed', 'not-found', 'forbidden'])

async function countVersions(connection: Connection, ref: PackageRef): Promise<number | null> {
  try {
    const { versionCount } = await getPackage(connection, ref)
    return versionCount
  } catch (error) {
    if (error instanceof GitHubError && UNCOUNTED.has(error.code)) return null
    throw error
  }
}

/**
 * One living version; `null` where GitHub says that there is none.
 *
 * @throws GitHubError `not-found` where it says so of the whole package.
 * @see https://docs.github.com/rest/packages/packages#get-a-package-version-for-an-organization
 */
export async function getVersion(
  connection: Connection,
  ref: PackageRef,
  id: number
): Promise<ListedVersion | null> {
  const path = versionPath(ref, id)
  try {
    const { data } = await connection.send({ method: 'GET', path, expects: 200 })
    const version = parseVersion(data, ref.type)
    if (version?.id === id) return version.deletedAt === null ? version : null
  } catch (error) {
    if (isMissingVersion(error)) return null
    throw error
  }
  throw new GitHubError({
    code: 'malformed',
    request: `GET ${path}`,
    problem: 'expected that version, got something else',
    status: 200
  })
}

function isMissingVersion(error: unknown): boolean {
  const isMissing = isNotFound(error)
  return isMissing && !/package not found/i.test(error.said)
}

/** A row of a version list; `null` for what has no id or no name. */
export function parseVersion(row: unknown, type: PackageType): ListedVersion | null {
  if (!isRecord(row)) return null
  const id = integerAt(row, 'id')
  const name = textAt(row, 'name')
  if (id === null || name === null || name === '') return null
  const createdAt = parseTimestamp(row['created_at'])
  const updatedAt = row['updated_at'] == null ? createdAt : parseTimestamp(row['updated_at'])
  const deletedAt = parseTimestamp(row['deleted_at'])
  return { id, name, tags: parseTags(row, type), createdAt, updatedAt, deletedAt }
}

/**
 * Tags of a docker version are under `tag` or `tags`: GitHub's description says both.
 *
 * @see https://docs.github.com/rest/packages/packages#get-a-package-version-for-an-organization
 */
function parseTags(row: JsonRecord, type: PackageType): readonly string[] | null {
  if (type !== 'container' && type !== 'docker') return []
  const metadata = row['metadata']
  const own = isRecord(metadata) ? metadata[type] : null
  if (!isRecord(own)) return null
  const tags = own['tags'] ?? (type === 'docker' ? own['tag'] : null)
  return isTextList(tags) ? tags : null
}

function isTextList(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((entry) => typeof entry === 'string')
}
