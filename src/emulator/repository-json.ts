import { createHash } from 'node:crypto'
import { dateText, fullRepository, simpleUser } from './account-json.js'
import {
  findOwner,
  type PullRequestState,
  type ReleaseState,
  type RepositoryState,
  type World
} from './state.js'

const SOME_DATE = '2025-01-01T00:00:00Z'

/** A repository, and where the API that shows it is. */
export interface ShownRepository {
  readonly world: World
  readonly repository: RepositoryState
  readonly baseUrl: string
}

function apiOf({ repository, baseUrl }: ShownRepository): string {
  return `${baseUrl}/repos/${repository.fullName}`
}

function webOf({ repository }: ShownRepository): string {
  return `https://github.com/${repository.fullName}`
}

function shaOf(text: string): string {
  return createHash('sha1').update(text).digest('hex')
}

function commitJson(shown: ShownRepository, name: string) {
  const sha = shaOf(shown.repository.fullName + name)
  return { sha, url: `${apiOf(shown)}/commits/${sha}` }
}

function ownerJson({ world, repository, baseUrl }: ShownRepository) {
  const owner = findOwner(world, repository.fullName.split('/')[0] ?? '')
  return owner === undefined ? null : simpleUser(owner, baseUrl)
}

/** @see https://docs.github.com/rest/branches/branches#list-branches */
export function branchJson(shown: ShownRepository, name: string) {
  return { name, commit: commitJson(shown, name), protected: false }
}

/** @see https://docs.github.com/rest/repos/repos#list-repository-tags */
export function gitTagJson(shown: ShownRepository, name: string) {
  return {
    name,
    node_id: `T_${shaOf(name).slice(0, 12)}`,
    commit: commitJson(shown, name),
    zipball_url: `${apiOf(shown)}/zipball/refs/tags/${name}`,
    tarball_url: `${apiOf(shown)}/tarball/refs/tags/${name}`
  }
}

/** `ref` is such as `refs/tags/v1`. @see https://docs.github.com/rest/git/refs#list-matching-references */
export function gitRefJson(shown: ShownRepository, ref: string) {
  return {
    ref,
    node_id: `REF_${shaOf(ref).slice(0, 12)}`,
    url: `${apiOf(shown)}/git/${ref}`,
    object: { type: 'commit', ...commitJson(shown, ref) }
  }
}

/** @see https://docs.github.com/rest/releases/releases#list-releases */
export function releaseJson(shown: ShownRepository, release: ReleaseState) {
  const api = `${apiOf(shown)}/releases/${release.id}`
  return {
    url: api,
    assets_url: `${api}/assets`,
    upload_url: `${api}/assets{?name,label}`,
    html_url: `${webOf(shown)}/releases/tag/${release.tag}`,
    id: release.id,
    node_id: `RE_${release.id}`,
    author: ownerJson(shown),
    tag_name: release.tag,
    target_commitish: 'main',
    name: release.tag,
    draft: release.draft,
    prerelease: release.prerelease,
    created_at: SOME_DATE,
    published_at: release.draft ? null : SOME_DATE,
    assets: [],
    tarball_url: `${apiOf(shown)}/tarball/${release.tag}`,
    zipball_url: `${apiOf(shown)}/zipball/${release.tag}`,
    body: null
  }
}

/** @see https://docs.github.com/rest/pulls/pulls#list-pull-requests */
export function pullRequestJson(shown: ShownRepository, pull: PullRequestState) {
  const api = `${apiOf(shown)}/pulls/${pull.number}`
  const issue = `${apiOf(shown)}/issues/${pull.number}`
  const web = `${webOf(shown)}/pull/${pull.number}`
  const statuses = `${apiOf(shown)}/statuses/${pull.headSha}`
  return {
    url: api,
    id: pull.number,
    node_id: `PR_${pull.number}`,
    html_url: web,
    diff_url: `${web}.diff`,
    patch_url: `${web}.patch`,
    issue_url: issue,
    number: pull.number,
    state: pull.state,
    locked: false,
    title: `Pull request ${pull.number}`,
    user: ownerJson(shown),
    body: null,
    created_at: SOME_DATE,
    updated_at: SOME_DATE,
    closed_at: pull.closedAt === null ? null : dateText(pull.closedAt),
    merged_at: pull.mergedAt === null ? null : dateText(pull.mergedAt),
    merge_commit_sha: null,
    assignee: null,
    labels: [],
    milestone: null,
    commits_url: `${api}/commits`,
    review_comments_url: `${api}/comments`,
    review_comment_url: `${apiOf(shown)}/pulls/comments{/number}`,
    comments_url: `${issue}/comments`,
    statuses_url: statuses,
    head: headJson(shown, pull),
    base: sideJson(shown, shown.repository, 'main', shaOf('main')),
    _links: pullLinks({ api, web, issue, statuses }),
    author_association: 'MEMBER',
    auto_merge: null
  }
}

function pullLinks(urls: { api: string; web: string; issue: string; statuses: string }) {
  const link = (href: string) => ({ href })
  return {
    self: link(urls.api),
    html: link(urls.web),
    issue: link(urls.issue),
    comments: link(`${urls.issue}/comments`),
    review_comments: link(`${urls.api}/comments`),
    review_comment: link(`${urls.api}/comments{/number}`),
    commits: link(`${urls.api}/commits`),
    statuses: link(urls.statuses)
  }
}

/** `repo` is `null` where the fork was deleted. */
function headJson(shown: ShownRepository, pull: PullRequestState) {
  const fork = shown.world.repositories.get(pull.headRepository?.toLowerCase() ?? '')
  return sideJson(shown, fork ?? null, pull.headBranch, pull.headSha)
}

function sideJson(
  shown: ShownRepository,
  repository: RepositoryState | null,
  ref: string,
  sha: string
) {
  const [login = 'unknown'] = (repository ?? shown.repository).fullName.split('/')
  const repo = repository && fullRepository(shown.world, repository, shown.baseUrl)
  return { label: `${login}:${ref}`, ref, sha, user: ownerJson(shown), repo }
}
