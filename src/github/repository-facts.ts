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
}

interface PullRequest {
  readonly number: number
  readonly isOpen: boolean
  readonly closedAt: EpochMs | null
  readonly headRepository: string | null
  readonly headBranch: string | null
}

/**
 * The pull requests of `repository` (`owner/name`), all or the open ones alone. Oldest first, so that new ones do not
 * shift the pages.
 *
 * @throws GitHubError where the list can't be read to its end.
 * @see https://docs.github.com/rest/pulls/pulls#list-pull-requests
 */
export async function pullRequests(
  connection: Connection,
  repository: string,
  state: 'all' | 'open' = 'all'
): Promise<PullRequestList> {
  const path = `${repositoryPath(repository)}/pulls?state=${state}&sort=created&direction=asc`
  const list = { path, parse: parsePullRequest, keyOf: (row: PullRequest) => row.number }
  const all = await listAll(connection, list).catch(withPermission('pull-requests: read'))
  const own = all.filter(
    ({ headRepository }) => headRepository?.toLowerCase() === repository.toLowerCase()
  )
  return {
    open: all.filter(({ isOpen }) => isOpen).map(({ number }) => number),
    closed: all
      .filter(({ isOpen }) => !isOpen)
      .map(({ number, closedAt }) => ({ number, closedAt })),
    heads: [...new Set(own.flatMap(({ headBranch }) => headBranch ?? []))]
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
