import { PACKAGE_TYPES, type Owner, type PackageRef, type PackageType } from '../model/package.js'
import type { PackageSummary } from '../model/package-summary.js'
import type { Connection } from './connection.js'
import { GitHubError, isNotFound } from './errors.js'
import { integerAt, isRecord, textAt } from './json.js'
import { listAll } from './pages.js'
import { packageListPath, packagePath } from './paths.js'
import type { TokenKind } from './token.js'

/** GitHub answers 400 where `per_page` times `page` goes beyond 10,000. */
const MAX_PAGES = 100

/**
 * All packages of one type that the token can see.
 *
 * @throws GitHubError `listing-not-allowed` for a token that can use packages by name only.
 * @see https://docs.github.com/rest/packages/packages#list-packages-for-an-organization
 */
export async function listPackages(
  connection: Connection,
  owner: Owner,
  type: PackageType,
  tokenKind: TokenKind
): Promise<PackageSummary[]> {
  try {
    return await listAll(connection, {
      path: packageListPath(owner, type),
      parse: parsePackage,
      keyOf: ({ name }) => name,
      maxPages: MAX_PAGES,
      mayHide: true
    })
  } catch (error) {
    throw error instanceof GitHubError ? explainListing(error, tokenKind) : error
  }
}

/** How much one package is asked for. */
export interface PackageQuery {
  /** Whether a request that fails is not sent again; `false` by default. */
  readonly isSentOnce?: boolean
}

/**
 * One package.
 *
 * @throws GitHubError `not-found` where it is hidden, deleted or was never there.
 * @see https://docs.github.com/rest/packages/packages#get-a-package-for-an-organization
 */
export async function getPackage(
  connection: Connection,
  ref: PackageRef,
  { isSentOnce }: PackageQuery = {}
): Promise<PackageSummary> {
  const path = packagePath(ref)
  const { data } = await connection.send({ method: 'GET', path, expects: 200, isSentOnce })
  const summary = parsePackage(data)
  if (summary !== null) return summary
  throw new GitHubError({
    code: 'malformed',
    request: `GET ${path}`,
    problem: 'expected a package, got something else',
    status: 200
  })
}

/** Whether GitHub shows the package to this token. */
export async function hasPackage(connection: Connection, ref: PackageRef): Promise<boolean> {
  try {
    await connection.send({ method: 'GET', path: packagePath(ref), expects: 200 })
    return true
  } catch (error) {
    if (isNotFound(error)) return false
    throw error
  }
}

function parsePackage(row: unknown): PackageSummary | null {
  if (!isRecord(row)) return null
  const name = textAt(row, 'name')
  const type = PACKAGE_TYPES.find((known) => known === row['package_type'])
  if (name === null || name === '' || type === undefined) return null
  const repository = row['repository']
  const visibility = VISIBILITIES.find((known) => known === row['visibility'])
  return {
    name,
    type,
    visibility: visibility ?? 'unknown',
    repository: isRecord(repository) ? textAt(repository, 'full_name') : null,
    versionCount: integerAt(row, 'version_count'),
    htmlUrl: textAt(row, 'html_url')
  }
}

const VISIBILITIES = ['public', 'private', 'internal'] as const

const LISTING_REMEDY =
  'This token may not list packages: write exact names instead of globs, or use a personal access token (classic) with the scope read:packages'

/** Tokens of workflows, of apps, and fine-grained ones get 400 `Invalid argument.` */
function explainListing(error: GitHubError, tokenKind: TokenKind): GitHubError {
  const isNamesOnly = ['installation', 'app-user', 'fine-grained'].includes(tokenKind)
  const isRefused =
    error.code === 'invalid-argument'
      ? isNamesOnly || /invalid argument/i.test(error.said)
      : isNamesOnly && (error.code === 'forbidden' || error.code === 'not-found')
  return isRefused ? error.with({ code: 'listing-not-allowed', remedy: LISTING_REMEDY }) : error
}
