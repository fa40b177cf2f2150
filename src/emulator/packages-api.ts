import { isAtLeast, isGranular, roleOf } from './access.js'
import { admitToList, admitToPackage, type Demand } from './admission.js'
import { apiError, INVALID_ARGUMENT, PACKAGE_NOT_FOUND } from './api-answers.js'
import type { EmulatedRequest, EmulatedResponse, Handler } from './handler.js'
import { packageJson } from './package-json.js'
import { isPackageType, packagesCall, type PackagesCall } from './packages-call.js'
import { paged, pageOf } from './pages.js'
import type { OwnerState, PackageState, TokenState, World } from './state.js'

/** Above this many packages GitHub does not page. */
const LIST_LIMIT = 10_000

const TO_LIST: Demand = { scope: 'read:packages', role: 'read', purpose: 'to list packages' }
const TO_GET: Demand = { scope: 'read:packages', role: 'read', purpose: 'to get a package' }

/** @see https://docs.github.com/rest/packages/packages#list-packages-for-an-organization */
export function listPackages(world: World): Handler {
  return (request) => {
    const call = packagesCall(request, 'GET', 'packages')
    if (call === undefined) return undefined
    const type = request.query.get('package_type') ?? ''
    if (!isPackageType(type)) return INVALID_ARGUMENT
    const { page, perPage } = pageOf(request.query)
    if (page * perPage > LIST_LIMIT) {
      return apiError(400, 'The value of per_page multiplied by page cannot be greater than 10000.')
    }
    return listed(world, request, call, (candidate) => candidate.type === type)
  }
}

/**
 * Packages of the old docker registry whose name a container package has as well.
 *
 * @see https://docs.github.com/rest/packages/packages#get-list-of-conflicting-packages-during-docker-migration-for-organization
 */
export function listDockerConflicts(world: World): Handler {
  return (request) => {
    const call = packagesCall(request, 'GET', 'docker/conflicts')
    if (call === undefined) return undefined
    const containers = world.packages.filter(
      ({ type, deletedAt }) => type === 'container' && deletedAt === null
    )
    return listed(
      world,
      request,
      call,
      ({ type, name }) => type === 'docker' && containers.some((other) => other.name === name)
    )
  }
}

/** @see https://docs.github.com/rest/packages/packages#get-a-package-for-an-organization */
export function getPackage(world: World): Handler {
  return (request) => {
    const call = packagesCall(request, 'GET', 'packages/:type/:name')
    if (call === undefined) return undefined
    const admission = admitToPackage(world, request, call, TO_GET)
    if ('refusal' in admission) return admission.refusal
    if (admission.target.deletedAt !== null) return PACKAGE_NOT_FOUND
    const links = { baseUrl: request.baseUrl, ownerPath: call.ownerPath }
    return { status: 200, body: packageJson(world, admission.target, links) }
  }
}

function listed(
  world: World,
  request: EmulatedRequest,
  call: PackagesCall,
  isWanted: (candidate: PackageState) => boolean
): EmulatedResponse {
  const admission = admitToList(world, request, call, TO_LIST)
  if ('refusal' in admission) return admission.refusal
  const { owner, token } = admission
  const isHidden = token.sso.has(owner.login.toLowerCase())
  const rows = world.packages.filter(
    (candidate) =>
      !isHidden &&
      candidate.deletedAt === null &&
      candidate.owner.toLowerCase() === owner.login.toLowerCase() &&
      isWanted(candidate) &&
      isListed(world, call, token, candidate) &&
      hasVisibility(world, candidate, request.query.get('visibility'))
  )
  const links = { baseUrl: request.baseUrl, ownerPath: call.ownerPath }
  const answer = paged(world, request, rows, (row) => packageJson(world, row, links))
  return isHidden ? withPartialResults(answer, owner) : answer
}

/** Under `/users` a list shows what a stranger sees, to everybody. */
function isListed(
  world: World,
  { family }: PackagesCall,
  token: TokenState,
  candidate: PackageState
): boolean {
  return family === 'users'
    ? candidate.visibility === 'public'
    : isAtLeast(roleOf(world, token, candidate), 'read')
}

/** `internal` means private where permissions are the repository's. */
function hasVisibility(
  world: World,
  { type, visibility }: PackageState,
  wanted: string | null
): boolean {
  if (wanted === null) return true
  return visibility === (wanted === 'internal' && !isGranular(world, type) ? 'private' : wanted)
}

/** @see https://docs.github.com/rest/authentication/authenticating-to-the-rest-api#authorizing-a-personal-access-token-for-single-sign-on */
function withPartialResults(answer: EmulatedResponse, owner: OwnerState): EmulatedResponse {
  return {
    ...answer,
    headers: { ...answer.headers, 'x-github-sso': `partial-results; organizations=${owner.id}` }
  }
}
