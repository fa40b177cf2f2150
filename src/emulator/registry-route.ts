import type { EmulatedRequest } from './handler.js'
import { findPackage } from './state.js'
import type { PackageState, World } from './state.js'

export type RouteKind = 'manifests' | 'blobs' | 'uploads' | 'tags' | 'referrers'

/** What a path under `/v2/` is about. */
export interface Route {
  readonly kind: RouteKind
  /** `owner/name`, slashes and all. */
  readonly repository: string
  /** Tag, digest or upload id; empty where a new upload is begun. */
  readonly reference: string
}

const REPOSITORY = /^[a-z0-9]+([._-]+[a-z0-9]+)*(\/[a-z0-9]+([._-]+[a-z0-9]+)*)+$/
const ROUTES: readonly (readonly [RouteKind, RegExp])[] = [
  ['uploads', /^\/v2\/(.+)\/blobs\/uploads\/?([^/]*)$/],
  ['blobs', /^\/v2\/(.+)\/blobs\/([^/]+)$/],
  ['manifests', /^\/v2\/(.+)\/manifests\/([^/]+)$/],
  ['referrers', /^\/v2\/(.+)\/referrers\/([^/]+)$/],
  ['tags', /^\/v2\/(.+)\/tags\/list()$/]
]

/** Reads a path as it was sent; `null` where it is none of the registry's. */
export function parseRoute({ surface, path }: EmulatedRequest): Route | null {
  if (surface !== 'registry') return null
  for (const [kind, pattern] of ROUTES) {
    const [, repository, reference] = pattern.exec(path) ?? []
    if (repository !== undefined && reference !== undefined) {
      // Some clients write the colon of a digest as %3A.
      return { kind, repository, reference: reference.replace(/%3a/i, ':') }
    }
  }
  return null
}

/**
 * Whether it is a name that a registry takes: lower case, with slashes as they are.
 *
 * @see https://github.com/opencontainers/distribution-spec/blob/main/spec.md#pulling-manifests
 */
export function isRepositoryName(repository: string): boolean {
  return REPOSITORY.test(repository)
}

/** Cuts `owner/name` at its first slash. */
export function splitRepository(repository: string): { owner: string; name: string } {
  const slash = repository.indexOf('/')
  return { owner: repository.slice(0, slash), name: repository.slice(slash + 1) }
}

/** The living package behind `owner/name`. */
export function packageAt(world: World, repository: string): PackageState | undefined {
  const { owner, name } = splitRepository(repository)
  const found = findPackage(world, owner, 'container', name)
  return found?.deletedAt === null ? found : undefined
}
