import type { Owner, PackageRef, PackageType } from '../model/package.js'
import { GitHubError } from './errors.js'

/**
 * Under which path an owner's packages are: organisations, the token's own user and other
 * users have different ones.
 *
 * @see https://docs.github.com/rest/packages/packages
 */
export function ownerPath({ kind, login, isTokenOwner }: Owner): string {
  if (kind === 'organization') return `/orgs/${segment(login)}`
  return isTokenOwner ? '/user' : `/users/${segment(login)}`
}

export function packageListPath(owner: Owner, type: PackageType): string {
  return `${ownerPath(owner)}/packages?package_type=${type}`
}

/** Slashes in the name are part of its one segment. */
export function packagePath({ owner, type, name }: PackageRef): string {
  return `${ownerPath(owner)}/packages/${type}/${segment(name)}`
}

export function versionPath(ref: PackageRef, id: number): string {
  if (!Number.isSafeInteger(id) || id < 0) throw noSegment(String(id))
  return `${packagePath(ref)}/versions/${id}`
}

/** `repository` is `owner/name`. */
export function repositoryPath(repository: string): string {
  const [owner = '', name = '', ...rest] = repository.split('/')
  if (rest.length > 0) throw noSegment(repository)
  return `/repos/${segment(owner)}/${segment(name)}`
}

/**
 * One segment of a path, encoded.
 *
 * @throws GitHubError `invalid-argument` for what would lead to another path.
 */
export function segment(text: string): string {
  if (text === '' || text === '.' || text === '..') throw noSegment(text)
  return encodeURIComponent(text)
}

function noSegment(text: string): GitHubError {
  return new GitHubError({
    code: 'invalid-argument',
    request: 'no request was sent',
    problem: `\`${text}\` can't be part of an address`
  })
}
