import { isNotFound } from '../github/errors.js'
import type { PackageSummary } from '../model/package-summary.js'
import type { PackageRef } from '../model/package.js'
import type { World } from './world.js'

/**
 * What one request tells of a package: what GitHub says of it, `absent` where it says that the
 * token can see none of this name, `unknown` where it gives no answer to that.
 */
export async function lookUp(
  ref: PackageRef,
  github: Pick<World['github'], 'getPackage'>
): Promise<PackageSummary | 'absent' | 'unknown'> {
  try {
    return await github.getPackage(ref)
  } catch (error) {
    return isNotFound(error) ? 'absent' : 'unknown'
  }
}
