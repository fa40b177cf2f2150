import type { PackageType } from '../model/package.js'
import { findOwner, type PackageState, type Role, type TokenState, type World } from './state.js'

const RANK: Readonly<Record<Role, number>> = { read: 1, write: 2, admin: 3 }

/**
 * Whether permissions are kept on the package itself, as opposed to its repository.
 *
 * @see https://docs.github.com/packages/learn-github-packages/about-permissions-for-github-packages
 */
export function isGranular({ behaviour }: World, type: PackageType): boolean {
  if (behaviour.isEnterpriseServer) return type === 'container'
  return type !== 'maven' && type !== 'docker'
}

/** Whether `role` is at least `needed`; `null` is no role at all. */
export function isAtLeast(role: Role | null, needed: Role): boolean {
  return role !== null && RANK[role] >= RANK[needed]
}

/**
 * What the token may do with the package, scopes aside: the highest role that its user or
 * repository has. `read` for all on public packages; `null` where the package is hidden from
 * it. Tokens of GitHub Apps other than a workflow's and fine-grained ones open public
 * packages only.
 */
export function roleOf(world: World, token: TokenState | null, target: PackageState): Role | null {
  const roles: Role[] = []
  if (target.visibility === 'public') roles.push('read')
  if (token?.kind === 'actions') roles.push(...repositoryRoles(world, token, target))
  if (token?.kind === 'classic' || token?.kind === 'oauth') {
    roles.push(...userRoles(world, token.login ?? '', target))
  }
  return roles.sort((a, b) => RANK[b] - RANK[a])[0] ?? null
}

/** A workflow's token: what "Manage Actions access" grants; repository-scoped types, its own. */
function repositoryRoles(world: World, token: TokenState, target: PackageState): Role[] {
  const repository = token.repository?.toLowerCase() ?? ''
  const granted = target.roles.get(repository)
  if (granted !== undefined) return [granted]
  const isItsOwn = target.repository?.toLowerCase() === repository
  return !isGranular(world, target.type) && isItsOwn ? ['admin'] : []
}

function userRoles(world: World, userLogin: string, target: PackageState): Role[] {
  const login = userLogin.toLowerCase()
  const owner = findOwner(world, target.owner)
  const granted = target.roles.get(login)
  return [
    ...(target.owner.toLowerCase() === login || owner?.admins.has(login)
      ? (['admin'] as const)
      : []),
    ...(owner?.members.has(login) && target.visibility === 'internal' ? (['read'] as const) : []),
    ...(granted === undefined ? [] : [granted])
  ]
}

/** Whether one of the token's scopes includes `scope`; tokens without scopes have them all. */
export function hasScope(token: TokenState, scope: string): boolean {
  if (token.kind !== 'classic' && token.kind !== 'oauth') return true
  const implied = scope === 'read:packages' ? ['write:packages'] : []
  return [scope, ...implied].some((candidate) => token.scopes.includes(candidate))
}
