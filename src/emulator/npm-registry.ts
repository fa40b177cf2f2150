import { isAtLeast, hasScope, roleOf } from './access.js'
import {
  decodeSegment,
  type EmulatedRequest,
  type EmulatedResponse,
  type Handler
} from './handler.js'
import { dateText } from './account-json.js'
import { findPackage, type PackageState, type World } from './state.js'

/**
 * `GET /@owner%2Fname` of the npm registry: all versions and dist-tags.
 *
 * @see https://github.com/npm/registry/blob/main/docs/responses/package-metadata.md
 */
export function getPackument(world: World): Handler {
  return (request) =>
    withNpmPackage(world, request, /^\/(@[^/]+\/[^/]+)$/, (shown, name) => {
      const living = shown.versions.filter(({ deletedAt }) => deletedAt === null)
      const tarball = (version: string) =>
        `${request.baseUrl}/download/${name}/${version}/${'0'.repeat(40)}`
      return {
        name,
        'dist-tags': Object.fromEntries(shown.distTags),
        time: Object.fromEntries(
          living.map((version) => [version.name, dateText(version.createdAt)])
        ),
        versions: Object.fromEntries(
          living.map(({ name: version }) => [
            version,
            { name, version, dist: { tarball: tarball(version), shasum: '0'.repeat(40) } }
          ])
        )
      }
    })
}

/**
 * `GET /-/package/@owner%2Fname/dist-tags` of the npm registry.
 *
 * @see https://github.com/npm/registry/blob/main/docs/REGISTRY-API.md
 */
export function getDistTags(world: World): Handler {
  return (request) =>
    withNpmPackage(world, request, /^\/-\/package\/(@[^/]+\/[^/]+)\/dist-tags$/, (shown) =>
      Object.fromEntries(shown.distTags)
    )
}

/** A scoped name may come with its slash encoded or plain, and its `@` too. */
function withNpmPackage(
  world: World,
  request: EmulatedRequest,
  route: RegExp,
  give: (shown: PackageState, name: string) => unknown
): EmulatedResponse | undefined {
  const name = route.exec(decodeSegment(request.path) ?? '')?.[1]
  if (request.surface !== 'npm' || request.method !== 'GET' || name === undefined) return undefined
  const { token } = request
  if (token === null)
    return {
      status: 401,
      body: { error: 'unauthenticated: User cannot be authenticated with the token provided.' }
    }
  if (!hasScope(token, 'read:packages') || token.kind === 'fine-grained') {
    return {
      status: 403,
      body: {
        error: 'Permission permission_denied: The token provided does not match expected scopes.'
      }
    }
  }
  const [owner = '', bare = ''] = name.slice(1).split('/')
  const shown = findPackage(world, owner, 'npm', bare)
  const isOpen = shown?.deletedAt === null && isAtLeast(roleOf(world, token, shown), 'read')
  return isOpen
    ? { status: 200, body: give(shown, name) }
    : { status: 404, body: { error: 'not_found' } }
}
