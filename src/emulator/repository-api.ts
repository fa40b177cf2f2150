import { fullRepository } from './account-json.js'
import { BAD_CREDENTIALS, NOT_FOR_INTEGRATIONS, NOT_FOUND } from './api-answers.js'
import {
  decodeSegment,
  type EmulatedRequest,
  type EmulatedResponse,
  type Handler
} from './handler.js'
import { paged } from './pages.js'
import {
  branchJson,
  gitRefJson,
  gitTagJson,
  pullRequestJson,
  releaseJson,
  type ShownRepository
} from './repository-json.js'
import type { RepositoryState, TokenState, World } from './state.js'

type Need = 'metadata' | 'contents' | 'pull-requests'

/** `GET /repos/{owner}/{repo}`. @see https://docs.github.com/rest/repos/repos#get-a-repository */
export function getRepository(world: World): Handler {
  return (request) =>
    withRepository(world, request, '', 'metadata', ({ repository, baseUrl }) => ({
      status: 200,
      body: fullRepository(world, repository, baseUrl)
    }))
}

/** Open ones where `state` is left out, newest first. @see https://docs.github.com/rest/pulls/pulls#list-pull-requests */
export function listPullRequests(world: World): Handler {
  return (request) =>
    withRepository(world, request, '/pulls', 'pull-requests', (shown) => {
      const state = request.query.get('state') ?? 'open'
      const head = request.query.get('head')
      const rows = shown.repository.pullRequests
        .filter((pull) => state === 'all' || pull.state === state)
        .filter((pull) => head === null || head.endsWith(`:${pull.headBranch}`))
        .sort((a, b) => b.number - a.number)
      if (request.query.get('direction') === 'asc') rows.reverse()
      return paged(world, request, rows, (pull) => pullRequestJson(shown, pull))
    })
}

/** @see https://docs.github.com/rest/branches/branches#list-branches */
export function listBranches(world: World): Handler {
  return (request) =>
    withRepository(world, request, '/branches', 'contents', (shown) =>
      paged(world, request, [...shown.repository.branches].sort(), (name) =>
        branchJson(shown, name)
      )
    )
}

/** Drafts are shown to those with push access only. @see https://docs.github.com/rest/releases/releases#list-releases */
export function listReleases(world: World): Handler {
  return (request) =>
    withRepository(world, request, '/releases', 'contents', (shown) => {
      const isInside = isInsider(world, request.token, shown.repository)
      const rows = shown.repository.releases.filter(({ draft }) => !draft || isInside).reverse()
      return paged(world, request, rows, (release) => releaseJson(shown, release))
    })
}

/** @see https://docs.github.com/rest/repos/repos#list-repository-tags */
export function listGitTags(world: World): Handler {
  return (request) =>
    withRepository(world, request, '/tags', 'contents', (shown) =>
      paged(world, request, [...shown.repository.gitTags].reverse(), (name) =>
        gitTagJson(shown, name)
      )
    )
}

/**
 * Refs that start with what was asked for. It takes `page` and `per_page` though they are not
 * documented.
 *
 * @see https://docs.github.com/rest/git/refs#list-matching-references
 */
export function listMatchingRefs(world: World): Handler {
  return (request) => {
    const wanted = /\/git\/matching-refs\/(.*)$/.exec(request.path)?.[1]
    if (wanted === undefined) return undefined
    return withRepository(world, request, `/git/matching-refs/${wanted}`, 'contents', (shown) => {
      const { gitTags, branches } = shown.repository
      const refs = [
        ...branches.map((name) => `refs/heads/${name}`),
        ...gitTags.map((name) => `refs/tags/${name}`)
      ].filter((ref) => ref.startsWith(`refs/${decodeSegment(wanted) ?? ''}`))
      return paged(world, request, refs.sort(), (ref) => gitRefJson(shown, ref))
    })
  }
}

/** Asks `give` where the request is `GET` of `rest` below a repository that the token may read. */
function withRepository(
  world: World,
  request: EmulatedRequest,
  rest: string,
  need: Need,
  give: (shown: ShownRepository) => EmulatedResponse
): EmulatedResponse | undefined {
  const [repos, login = '', name = ''] = request.segments
  const isMine = repos === 'repos' && request.path === `/repos/${login}/${name}${rest}`
  if (request.surface !== 'api' || request.method !== 'GET' || !isMine) return undefined
  if (request.credentials === 'bad') return BAD_CREDENTIALS
  const fullName = `${decodeSegment(login) ?? ''}/${decodeSegment(name) ?? ''}`
  const repository = world.repositories.get(fullName.toLowerCase())
  if (repository === undefined || !mayRead(world, request.token, repository)) return NOT_FOUND
  if (need !== 'metadata' && repository.withheld.has(need)) return NOT_FOR_INTEGRATIONS
  return give({ world, repository, baseUrl: request.baseUrl })
}

function mayRead(world: World, token: TokenState | null, repository: RepositoryState): boolean {
  return repository.visibility === 'public' || isInsider(world, token, repository)
}

/** A workflow's token in its own repository; the owner, members of the organisation with `repo`. */
function isInsider(world: World, token: TokenState | null, { fullName }: RepositoryState): boolean {
  if (token === null) return false
  if (token.kind === 'actions') return token.repository?.toLowerCase() === fullName.toLowerCase()
  const owner = fullName.split('/')[0]?.toLowerCase() ?? ''
  const login = token.login?.toLowerCase() ?? ''
  const isMember = world.owners.get(owner)?.members.has(login) ?? false
  return (
    (owner === login || isMember) && (token.kind !== 'classic' || token.scopes.includes('repo'))
  )
}
