import { DAY_MS, type EpochMs } from '../model/time.js'
import { admitToPackage, type Demand } from './admission.js'
import { NO_CONTENT, PACKAGE_NOT_FOUND, VERSION_NOT_FOUND } from './api-answers.js'
import type { Handler } from './handler.js'
import { packagesCall } from './packages-call.js'
import { restoreVersion } from './publishing.js'
import { findVersion, type World } from './state.js'

const RESTORABLE_MS = 30 * DAY_MS

const restoring = (what: string): Demand => ({
  scope: 'write:packages',
  role: 'admin',
  purpose: `to restore ${what}`
})

/**
 * Whether what was deleted then can still be brought back; `null` was never deleted.
 *
 * @see https://docs.github.com/packages/learn-github-packages/deleting-and-restoring-a-package
 */
export function isRestorable(world: World, deletedAt: EpochMs | null): boolean {
  return deletedAt !== null && world.now() - deletedAt <= RESTORABLE_MS
}

/**
 * 404 where it is too late, the name was used again (then the living one is found), or it
 * was never deleted: GitHub documents no other answer.
 *
 * @see https://docs.github.com/rest/packages/packages#restore-a-package-for-an-organization
 */
export function restorePackage(world: World): Handler {
  return (request) => {
    const call = packagesCall(request, 'POST', 'packages/:type/:name/restore')
    if (call === undefined) return undefined
    const admission = admitToPackage(world, request, call, restoring('a package'))
    if ('refusal' in admission) return admission.refusal
    const { target } = admission
    if (!isRestorable(world, target.deletedAt)) return PACKAGE_NOT_FOUND
    target.deletedAt = null
    return NO_CONTENT
  }
}

/** @see https://docs.github.com/rest/packages/packages#restore-package-version-for-an-organization */
export function restorePackageVersion(world: World): Handler {
  return (request) => {
    const call = packagesCall(request, 'POST', 'packages/:type/:name/versions/:id/restore')
    if (call === undefined) return undefined
    const admission = admitToPackage(world, request, call, restoring('a package version'))
    if ('refusal' in admission) return admission.refusal
    const { target } = admission
    if (target.deletedAt !== null) return PACKAGE_NOT_FOUND
    const version = target.versions.find(({ id }) => id === call.versionId)
    if (version === undefined || !isRestorable(world, version.deletedAt)) return VERSION_NOT_FOUND
    // A version that was published again under the same name has taken its place.
    if (findVersion(target, version.name) !== undefined) return VERSION_NOT_FOUND
    restoreVersion(world, target, version)
    return NO_CONTENT
  }
}
