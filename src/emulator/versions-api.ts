import { admitToPackage, type Demand } from './admission.js'
import { PACKAGE_NOT_FOUND, VERSION_NOT_FOUND } from './api-answers.js'
import { seeded } from './faults.js'
import type { Handler } from './handler.js'
import { versionJson } from './package-json.js'
import { packagesCall, type PackagesCall } from './packages-call.js'
import { paged } from './pages.js'
import { isRestorable } from './restoring-api.js'
import type { PackageState, VersionState, World } from './state.js'

const TO_READ: Demand = {
  scope: 'read:packages',
  role: 'read',
  purpose: "to get a package's versions"
}

/** @see https://docs.github.com/rest/packages/packages#list-package-versions-for-a-package-owned-by-an-organization */
export function listVersions(world: World): Handler {
  return (request) => {
    const call = packagesCall(request, 'GET', 'packages/:type/:name/versions')
    if (call === undefined) return undefined
    const admission = admitToPackage(world, request, call, TO_READ)
    if ('refusal' in admission) return admission.refusal
    const { target } = admission
    if (target.deletedAt !== null) return PACKAGE_NOT_FOUND
    const links = { baseUrl: request.baseUrl, ownerPath: call.ownerPath }
    const rows = inOrder(world, listedVersions(world, call, target, request.query.get('state')))
    const tags = tagsByName(target)
    return paged(world, request, rows, (row) =>
      versionJson(world, target, row, links, tags.get(row.name) ?? [])
    )
  }
}

/** @see https://docs.github.com/rest/packages/packages#get-a-package-version-for-an-organization */
export function getVersion(world: World): Handler {
  return (request) => {
    const call = packagesCall(request, 'GET', 'packages/:type/:name/versions/:id')
    if (call === undefined) return undefined
    const admission = admitToPackage(world, request, call, TO_READ)
    if ('refusal' in admission) return admission.refusal
    const { target } = admission
    if (target.deletedAt !== null) return PACKAGE_NOT_FOUND
    const version = target.versions.find(({ id }) => id === call.versionId)
    if (version === undefined || version.deletedAt !== null) return VERSION_NOT_FOUND
    const links = { baseUrl: request.baseUrl, ownerPath: call.ownerPath }
    return { status: 200, body: versionJson(world, target, version, links) }
  }
}

function listedVersions(
  world: World,
  { family }: PackagesCall,
  target: PackageState,
  state: string | null
): VersionState[] {
  const takesState = family !== 'users' || world.behaviour.usersTakeState
  if (takesState && state === 'deleted') {
    return target.versions.filter((version) => isRestorable(world, version.deletedAt))
  }
  return target.versions.filter(
    ({ deletedAt, listedFrom }) =>
      deletedAt === null && (listedFrom === null || listedFrom <= world.now())
  )
}

function tagsByName({ tags }: PackageState): Map<string, string[]> {
  const byName = new Map<string, string[]>()
  for (const [tag, name] of tags) {
    const known = byName.get(name)
    if (known === undefined) byName.set(name, [tag])
    else known.push(tag)
  }
  return byName
}

/** GitHub promises no order; newest first is what was seen most. */
function inOrder({ behaviour }: World, versions: readonly VersionState[]): VersionState[] {
  const newestFirst = [...versions].sort((a, b) => b.createdAt - a.createdAt || b.id - a.id)
  if (behaviour.versionOrder === 'newest-first') return newestFirst
  if (behaviour.versionOrder === 'oldest-first') return newestFirst.reverse()
  const random = seeded(behaviour.versionOrder)
  return newestFirst
    .map((version) => ({ version, place: random() }))
    .sort((a, b) => a.place - b.place)
    .map(({ version }) => version)
}
