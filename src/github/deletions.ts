import type { DeletionAnswer } from '../model/deletion.js'
import { packageLabel, type PackageRef } from '../model/package.js'
import type { Connection } from './connection.js'
import { GitHubError } from './errors.js'
import { hasPackage } from './packages.js'
import { packagePath, versionPath } from './paths.js'
import { getVersion } from './versions.js'

/**
 * Deletes one version, with all its tags. `isStillMeant` is asked right before each sending;
 * where it says no, the error is `overtaken`.
 *
 * @throws GitHubError for all that is no outcome.
 * @see https://docs.github.com/rest/packages/packages#delete-package-version-for-an-organization
 */
export async function deleteVersion(
  connection: Connection,
  ref: PackageRef,
  id: number,
  isStillMeant?: () => boolean
): Promise<DeletionAnswer> {
  try {
    const path = versionPath(ref, id)
    await connection.send({ method: 'DELETE', path, expects: 204, isStillMeant })
    return { kind: 'deleted' }
  } catch (error) {
    if (!(error instanceof GitHubError)) throw error
    if (error.code === 'not-found') return missingVersion(connection, ref, id, error)
    if (error.code === 'out-of-time') {
      return afterTime(error, async () => (await lookUp(connection, ref, id)) !== 'there')
    }
    return refusal(error)
  }
}

/**
 * Deletes a package with all its versions.
 *
 * @throws GitHubError for all that is no outcome.
 * @see https://docs.github.com/rest/packages/packages#delete-a-package-for-an-organization
 */
export async function deletePackage(
  connection: Connection,
  ref: PackageRef,
  isStillMeant?: () => boolean
): Promise<DeletionAnswer> {
  try {
    const path = packagePath(ref)
    await connection.send({ method: 'DELETE', path, expects: 204, isStillMeant })
    return { kind: 'deleted' }
  } catch (error) {
    if (!(error instanceof GitHubError)) throw error
    if (error.code === 'out-of-time') {
      return afterTime(error, async () => !(await hasPackage(connection, ref)))
    }
    if (error.code !== 'not-found') return refusal(error)
    if (await hasPackage(connection, ref)) return denied(ref)
    return { kind: error.failure.afterFault === true ? 'deleted' : 'gone' }
  }
}

/**
 * A deletion of which the answer was lost, and which is not sent again because the run's time is
 * over: asked for once, to tell what GitHub did with it.
 */
async function afterTime(
  error: GitHubError,
  isGone: () => Promise<boolean>
): Promise<DeletionAnswer> {
  if (error.failure.afterFault !== true) throw error
  const remedy = (found: string) => ({ remedy: `${found}: the next run goes on` })
  let isDeleted: boolean
  try {
    isDeleted = await isGone()
  } catch {
    throw error.with(remedy('Nobody knows whether it was deleted'))
  }
  if (isDeleted) return { kind: 'deleted' }
  throw error.with(remedy('Asked about it, it is still there'))
}

/**
 * GitHub says 404 both for what is gone and to those who may not delete: the difference is
 * whether it still shows the version to them.
 */
async function missingVersion(
  connection: Connection,
  ref: PackageRef,
  id: number,
  { said, failure }: GitHubError
): Promise<DeletionAnswer> {
  const absent = failure.afterFault === true ? 'deleted' : 'gone'
  if (absent === 'deleted' && /version not found/i.test(said)) return { kind: absent }
  const found = await lookUp(connection, ref, id)
  if (found === 'there') return denied(ref)
  // Its list was shown a moment ago: a package that is hidden from deletion only is no loss.
  const isHidden = found === 'no-package' && (await hasPackage(connection, ref))
  return isHidden ? denied(ref) : { kind: absent }
}

async function lookUp(
  connection: Connection,
  ref: PackageRef,
  id: number
): Promise<'there' | 'no-version' | 'no-package'> {
  try {
    return (await getVersion(connection, ref, id)) === null ? 'no-version' : 'there'
  } catch (error) {
    if (!(error instanceof GitHubError) || error.code !== 'not-found') throw error
    return 'no-package'
  }
}

function denied(ref: PackageRef): DeletionAnswer {
  return { kind: 'denied', message: adminRemedy(ref, 'delete') }
}

/** What to click where GitHub hides from a token what it may not change. */
export function adminRemedy(ref: PackageRef, change: 'delete' | 'restore'): string {
  return `GitHub still shows ${packageLabel(ref)} but refuses to ${change} in it: the token lacks the Admin role. In the package's settings, under Manage Actions access, give this repository the role Admin, or use a personal access token (classic) of an admin with the scope ${change === 'delete' ? 'delete:packages' : 'write:packages'}`
}

const REFUSALS = new Set([400, 403, 409, 422])

/**
 * The two refusals that are outcomes, told by their words: their status is the same.
 *
 * @see https://docs.github.com/packages/learn-github-packages/deleting-and-restoring-a-package
 */
function refusal(error: GitHubError): DeletionAnswer {
  const isRefusal = error.status !== null && REFUSALS.has(error.status)
  if (isRefusal && /\bdownloads?\b/i.test(error.said))
    return { kind: 'blocked', message: error.said }
  if (isRefusal && /\blast (tagged )?version\b|delete the package instead/i.test(error.said)) {
    return { kind: 'retained', message: error.said }
  }
  throw error
}
