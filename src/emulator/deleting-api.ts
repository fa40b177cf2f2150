import { admitToPackage, type Demand } from './admission.js'
import { apiError, NO_CONTENT, PACKAGE_NOT_FOUND, VERSION_NOT_FOUND } from './api-answers.js'
import type { EmulatedResponse, Handler } from './handler.js'
import { packagesCall } from './packages-call.js'
import { deleteVersion } from './publishing.js'
import type { PackageState, VersionState, World } from './state.js'

/** Public versions with more downloads than this stay for ever. */
const DOWNLOADS_LIMIT = 5000

const deleting = (what: string): Demand => ({
  scope: 'delete:packages',
  role: 'admin',
  purpose: `to delete ${what}`
})

/** @see https://github.com/Chizkiyahu/delete-untagged-ghcr-action/issues/40 */
const VERSION_TOO_POPULAR =
  'Publicly visible package versions with more than 5000 downloads cannot be deleted. Contact GitHub support for further assistance.'
/** @see https://github.com/sigstore/cosign/issues/3984 */
const PACKAGE_TOO_POPULAR =
  'Publicly visible packages with a version with more than 5000 downloads cannot be deleted. contact GitHub support for further assistance'
/** @see https://github.com/kairos-io/kairos/issues/4723 */
const LAST_TAGGED =
  'You cannot delete the last tagged version of a package. You must delete the package instead.'
/** @see https://github.com/actions/delete-package-versions/issues/231 */
const LAST = 'You cannot delete the last version of a package. You must delete the package instead.'

/** @see https://docs.github.com/rest/packages/packages#delete-a-package-for-an-organization */
export function deletePackage(world: World): Handler {
  return (request) => {
    const call = packagesCall(request, 'DELETE', 'packages/:type/:name')
    if (call === undefined) return undefined
    const admission = admitToPackage(world, request, call, deleting('a package'))
    if ('refusal' in admission) return admission.refusal
    const { target } = admission
    if (target.deletedAt !== null) return PACKAGE_NOT_FOUND
    if (living(target).some((version) => isTooPopular(target, version))) {
      return apiError(400, PACKAGE_TOO_POPULAR)
    }
    target.deletedAt = world.now()
    return NO_CONTENT
  }
}

/** @see https://docs.github.com/rest/packages/packages#delete-package-version-for-an-organization */
export function deletePackageVersion(world: World): Handler {
  return (request) => {
    const call = packagesCall(request, 'DELETE', 'packages/:type/:name/versions/:id')
    if (call === undefined) return undefined
    const admission = admitToPackage(world, request, call, deleting('a package version'))
    if ('refusal' in admission) return admission.refusal
    const { target } = admission
    if (target.deletedAt !== null) return PACKAGE_NOT_FOUND
    const version = living(target).find(({ id }) => id === call.versionId)
    if (version === undefined) return VERSION_NOT_FOUND
    return refusalOf(world, target, version) ?? remove(world, target, version)
  }
}

function refusalOf(
  world: World,
  target: PackageState,
  version: VersionState
): EmulatedResponse | undefined {
  if (isTooPopular(target, version)) return apiError(400, VERSION_TOO_POPULAR)
  if (target.type === 'container') {
    return isLastTagged(target, version) ? apiError(400, LAST_TAGGED) : undefined
  }
  const isLast = living(target).length === 1
  return isLast && world.behaviour.lastVersion === 'refuse' ? apiError(400, LAST) : undefined
}

/** With its last version the package goes too, and comes back with it when it is restored. */
function remove(world: World, target: PackageState, version: VersionState): EmulatedResponse {
  if (living(target).length === 1) target.deletedAt = world.now()
  else deleteVersion(world, target, version)
  return NO_CONTENT
}

function living({ versions }: PackageState): VersionState[] {
  return versions.filter(({ deletedAt }) => deletedAt === null)
}

function isTooPopular({ visibility }: PackageState, { downloads }: VersionState): boolean {
  return visibility === 'public' && downloads > DOWNLOADS_LIMIT
}

/** Helper tags count as tags here, and an untagged version may go even when it is the last. */
function isLastTagged(target: PackageState, version: VersionState): boolean {
  const bearers = new Set(target.tags.values())
  return bearers.size === 1 && bearers.has(version.name)
}
