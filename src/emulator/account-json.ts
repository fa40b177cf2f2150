import type { EpochMs } from '../model/time.js'
import { findOwner, type OwnerState, type RepositoryState, type World } from './state.js'

const WEB = 'https://github.com'

/** A date as the API writes it, without fractions of a second. */
export function dateText(at: EpochMs): string {
  return new Date(at).toISOString().replace(/\.\d+Z$/, 'Z')
}

/** GitHub's "simple user": an organisation or a user inside of another answer. */
export function simpleUser(owner: OwnerState, baseUrl: string) {
  const url = `${baseUrl}/users/${owner.login}`
  return {
    login: owner.login,
    id: owner.id,
    node_id: `U_${owner.id}`,
    avatar_url: `https://avatars.githubusercontent.com/u/${owner.id}?v=4`,
    gravatar_id: '',
    url,
    html_url: `${WEB}/${owner.login}`,
    followers_url: `${url}/followers`,
    following_url: `${url}/following{/other_user}`,
    gists_url: `${url}/gists{/gist_id}`,
    starred_url: `${url}/starred{/owner}{/repo}`,
    subscriptions_url: `${url}/subscriptions`,
    organizations_url: `${url}/orgs`,
    repos_url: `${url}/repos`,
    events_url: `${url}/events{/privacy}`,
    received_events_url: `${url}/received_events`,
    type: owner.kind === 'organization' ? 'Organization' : 'User',
    site_admin: false
  }
}

/** GitHub's "public user". */
export function publicUser(owner: OwnerState, baseUrl: string) {
  return {
    ...simpleUser(owner, baseUrl),
    name: null,
    company: null,
    blog: '',
    location: null,
    email: null,
    hireable: null,
    bio: null,
    public_repos: 0,
    public_gists: 0,
    followers: 0,
    following: 0,
    created_at: '2015-01-01T00:00:00Z',
    updated_at: '2025-01-01T00:00:00Z'
  }
}

const REPOSITORY_LINKS = {
  archive: '/{archive_format}{/ref}',
  assignees: '/assignees{/user}',
  blobs: '/git/blobs{/sha}',
  branches: '/branches{/branch}',
  collaborators: '/collaborators{/collaborator}',
  comments: '/comments{/number}',
  commits: '/commits{/sha}',
  compare: '/compare/{base}...{head}',
  contents: '/contents/{+path}',
  contributors: '/contributors',
  deployments: '/deployments',
  downloads: '/downloads',
  events: '/events',
  forks: '/forks',
  git_commits: '/git/commits{/sha}',
  git_refs: '/git/refs{/sha}',
  git_tags: '/git/tags{/sha}',
  hooks: '/hooks',
  issue_comment: '/issues/comments{/number}',
  issue_events: '/issues/events{/number}',
  issues: '/issues{/number}',
  keys: '/keys{/key_id}',
  labels: '/labels{/name}',
  languages: '/languages',
  merges: '/merges',
  milestones: '/milestones{/number}',
  notifications: '/notifications{?since,all,participating}',
  pulls: '/pulls{/number}',
  releases: '/releases{/id}',
  stargazers: '/stargazers',
  statuses: '/statuses/{sha}',
  subscribers: '/subscribers',
  subscription: '/subscription',
  tags: '/tags',
  teams: '/teams',
  trees: '/git/trees{/sha}'
}

/** GitHub's "minimal repository": one inside of another answer. */
export function minimalRepository(world: World, repository: RepositoryState, baseUrl: string) {
  const [login = '', name = ''] = repository.fullName.split('/')
  const url = `${baseUrl}/repos/${repository.fullName}`
  const owner = findOwner(world, login)
  const links: Record<string, string> = Object.fromEntries(
    Object.entries(REPOSITORY_LINKS).map(([key, path]) => [`${key}_url`, url + path])
  )
  return {
    id: repository.id,
    node_id: `R_${repository.id}`,
    name,
    full_name: repository.fullName,
    private: repository.visibility !== 'public',
    ...(owner === undefined ? {} : { owner: simpleUser(owner, baseUrl) }),
    html_url: `${WEB}/${repository.fullName}`,
    description: null,
    fork: false,
    url,
    ...links
  }
}

/** GitHub's "full repository". */
export function fullRepository(world: World, repository: RepositoryState, baseUrl: string) {
  const html = `${WEB}/${repository.fullName}`
  const counts = [
    'forks',
    'forks_count',
    'open_issues',
    'open_issues_count',
    'size',
    'stargazers_count'
  ]
  const more = ['watchers', 'watchers_count', 'network_count', 'subscribers_count']
  const flags = [
    'has_issues',
    'has_projects',
    'has_wiki',
    'has_pages',
    'has_discussions',
    'has_downloads'
  ]
  return {
    ...minimalRepository(world, repository, baseUrl),
    ...Object.fromEntries([...counts, ...more].map((key) => [key, 0])),
    ...Object.fromEntries(flags.map((key) => [key, false])),
    clone_url: `${html}.git`,
    git_url: `git://github.com/${repository.fullName}.git`,
    ssh_url: `git@github.com:${repository.fullName}.git`,
    svn_url: html,
    mirror_url: null,
    default_branch: repository.branches[0] ?? 'main',
    visibility: repository.visibility,
    homepage: null,
    language: null,
    license: null,
    archived: false,
    disabled: false,
    created_at: '2020-01-01T00:00:00Z',
    updated_at: '2025-01-01T00:00:00Z',
    pushed_at: '2025-01-01T00:00:00Z'
  }
}
