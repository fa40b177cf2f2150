import type { PackageRef } from '../model/package.js'
import type { RestorationAnswer } from '../model/restoration.js'
import type { Connection } from './connection.js'
import { adminRemedy } from './deletions.js'
import { GitHubError, isNotFound } from './errors.js'
import { hasPackage } from './packages.js'
import { packagePath, versionPath } from './paths.js'
import { getVersion } from './versions.js'

/**
 * Restores one version. Its package must be there.
 *
 * @throws GitHubError for all that is no outcome.
 * @see https://docs.github.com/rest/packages/packages#restore-package-version-for-an-organization
 */
export async function restoreVersion(
  connection: Connection,
  ref: PackageRef,
  id: number
): Promise<RestorationAnswer> {
  const path = `${versionPath(ref, id)}/restore`
  const refused = await restore(connection, path)
  if (refused === null) return { kind: 'restored' }
  if (!(await hasPackage(connection, ref))) {
    return {
      kind: 'expired-or-taken',
      message: `the package itself is not there: restore it first (${refused.said})`
    }
  }
  if (await hasVersion(connection, ref, id)) return there(refused)
  const isHidden = refused.code === 'not-found' && /package not found/i.test(refused.said)
  return isHidden ? { kind: 'denied', message: adminRemedy(ref, 'restore') } : lost(refused)
}

/**
 * Restores a package with the versions that it had.
 *
 * @throws GitHubError for all that is no outcome.
 * @see https://docs.github.com/rest/packages/packages#restore-a-package-for-an-organization
 */
export async function restorePackage(
  connection: Connection,
  ref: PackageRef
): Promise<RestorationAnswer> {
  const refused = await restore(connection, `${packagePath(ref)}/restore`)
  if (refused === null) return { kind: 'restored' }
  return (await hasPackage(connection, ref)) ? there(refused) : lost(refused)
}

const REFUSALS = new Set([400, 404, 409, 410, 422])

/** The refusal, where it may be an outcome: GitHub documents none but 404. */
async function restore(connection: Connection, path: string): Promise<GitHubError | null> {
  try {
    await connection.send({ method: 'POST', path, expects: 204 })
    return null
  } catch (error) {
    const isRefusal = error instanceof GitHubError && REFUSALS.has(error.status ?? 0)
    if (isRefusal) return error
    throw error
  }
}

async function hasVersion(connection: Connection, ref: PackageRef, id: number): Promise<boolean> {
  try {
    return (await getVersion(connection, ref, id)) !== null
  } catch (error) {
    if (isNotFound(error)) return false
    throw error
  }
}

/** It is there: by an earlier try of this request that broke off, or by somebody else. */
function there({ failure }: GitHubError): RestorationAnswer {
  return { kind: failure.afterFault === true ? 'restored' : 'already-there' }
}

function lost({ said }: GitHubError): RestorationAnswer {
  return {
    kind: 'expired-or-taken',
    message: `GitHub restores only what was deleted within 30 days and of which the name was not used again${said === '' ? '' : ` (${said})`}`
  }
}
