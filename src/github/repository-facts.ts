import type { EpochMs } from '../model/time.js'
import type { Connection } from './connection.js'
import { GitHubError } from './errors.js'
import { integerAt, isRecord, parseTimestamp, textAt } from './json.js'
import { listAll } from './pages.js'
import { repositoryPath } from './paths.js'

/** What rules ask about the pull requests of a repository. */
export interface PullRequestList {
  readonly open: readonly number[]
  readonly closed: readonly { readonly number: number; readonly closedAt: EpochMs | null }[]
  /** Names of the branches of this very repository that were the head of one. */
  readonly heads: readonly string[]
  /** Whether all were read, and not only those up to the last that was asked for. */
  readonly isWhole: boolean
}

/** Which pull requests are asked for. */
export interface PullRequestQuery {
  /** `all` by default. */
  readonly state?: 'all' | 'open'
  /** Where these alone matter: the list is read until each of them was seen. */
  readonly numbers?: ReadonlySet<number>
}

interface PullRequest {
  readonly number: number
  readonly isOpen: boolean
  readonly closedAt: EpochMs | null
  readonly headRepository: string | null
  readonly headBranch: string | null
}

/**
 * The pull requests of `repository` (`owner/name`). Oldest first, so that new ones do not shift
 * the pages; newest first where some numbers alone matter, which are most often new.
 *
 * @throws GitHubError where the list can't be read to its end.
 * @see https://docs.github.com/rest/pulls/pulls#list-pull-requests
 */
export async function pullRequests(
  connection: Connection,
  repository: string,
  { state = 'all', numbers }: PullRequestQuery = {}
): Promise<PullRequestList> {
  const direction = numbers === undefined ? 'asc' : 'desc'
  let isWhole = true
  const all = await listAll<PullRequest>(connection, {
    path: `${repositoryPath(repository)}/pulls?state=${state}&sort=created&direction=${direction}`,
    parse: parsePullRequest,
    keyOf: ({ number }) => number,
    ...(numbers === undefined
      ? {}
      : {
          // Whatever order they come in, what was seen is settled (ruling 62).
          isEnough: (rows) => {
            const seen = new Set(rows.map(({ number }) => number))
            isWhole = [...numbers].some((number) => !seen.has(number))
            return !isWhole
          }
        })
  }).catch(withPermission('pull-requests: read'))
  const own = all.filter(
    ({ headRepository }) => headRepository?.toLowerCase() === repository.toLowerCase()
  )
  return {
    open: all.filter(({ isOpen }) => isOpen).map(({ number }) => number),
    closed: all
      .filter(({ isOpen }) => !isOpen)
      .map(({ number, closedAt }) => ({ number, closedAt })),
    heads: [...new Set(own.flatMap(({ headBranch }) => headBranch ?? []))],
    isWhole
  }
}

/**
 * Names of all branches.
 *
 * @throws GitHubError where the list can't be read to its end.
 * @see https://docs.github.com/rest/branches/branches#list-branches
 */
export function branches(connection: Connection, repository: string): Promise<string[]> {
  return names(connection, `${repositoryPath(repository)}/branches`, 'name')
}

/**
 * Names of all git tags, and of the tags of all releases that are no drafts.
 *
 * @throws GitHubError where a list can't be read to its end.
 * @see https://docs.github.com/rest/repos/repos#list-repository-tags
 * @see https://docs.github.com/rest/releases/releases#list-releases
 */
export async function releaseTags(connection: Connection, repository: string): Promise<string[]> {
  const root = repositoryPath(repository)
  const [tags, releases] = await Promise.all([
    names(connection, `${root}/tags`, 'name'),
    names(connection, `${root}/releases`, 'tag_name', isPublished)
  ])
  return [...new Set([...tags, ...releases])]
}

interface Named {
  readonly key: string | number
  readonly name: string
  readonly isMeant: boolean
}

async function names(
  connection: Connection,
  path: string,
  field: 'name' | 'tag_name',
  isMeant: (row: unknown) => boolean = () => true
): Promise<string[]> {
  const rows = await listAll<Named>(connection, {
    path,
    parse: (row) => {
      const name = isRecord(row) ? textAt(row, field) : null
      if (!isRecord(row) || name === null) return null
      // A row without a name is no answer to which names there are.
      if (name === '' && isMeant(row)) return null
      return { key: integerAt(row, 'id') ?? name, name, isMeant: isMeant(row) }
    },
    keyOf: ({ key }) => key
  }).catch(withPermission('contents: read'))
  return rows.flatMap((row) => (row.isMeant ? [row.name] : []))
}

function isPublished(row: unknown): boolean {
  return isRecord(row) && row['draft'] !== true
}

function parsePullRequest(row: unknown): PullRequest | null {
  if (!isRecord(row)) return null
  const number = integerAt(row, 'number')
  const state = row['state']
  if (number === null || (state !== 'open' && state !== 'closed')) return null
  const head = isRecord(row['head']) ? row['head'] : {}
  // A fork that was deleted since leaves `null`.
  const repository = isRecord(head['repo']) ? head['repo'] : {}
  return {
    number,
    isOpen: state === 'open',
    closedAt: parseTimestamp(row['closed_at']),
    headRepository: textAt(repository, 'full_name'),
    headBranch: textAt(head, 'ref')
  }
}

function withPermission(permission: string): (error: unknown) => never {
  return (error) => {
    const isRefused =
      error instanceof GitHubError && (error.code === 'forbidden' || error.code === 'not-found')
    if (!isRefused) throw error
    throw error.with({
      remedy: `Give the job the permission \`${permission}\`, or use a token that can read the repository`
    })
  }
}
