import type { Owner, PackageRef, PackageType } from '../model/package.js'
import { editDistance } from '../policy/file/nearest-word.js'
import type { World } from './world.js'

const SHOWN = 3

/**
 * Why a package that was named exactly is not there, and what is near it, as far as the token
 * may list packages.
 */
export async function explainMissing(
  ref: PackageRef,
  types: readonly PackageType[],
  github: World['github']
): Promise<string> {
  const near = await namesNear(ref.owner, ref.name, types, github)
  const hint = near.length > 0 ? `; near it: ${near.join(', ')}` : ''
  return (
    `there is no ${types.join(' or ')} package of this name that the token can see${hint}. ` +
    'Its name is without the owner and with the repository where it was pushed below one ' +
    '(OWNER/REPO/NAME is REPO/NAME); where it is there, the token lacks access to it: open the ' +
    "package's settings and add the repository under Manage Actions access with the role Admin, " +
    'or use a classic token with read:packages'
  )
}

async function namesNear(
  owner: Owner,
  name: string,
  types: readonly PackageType[],
  github: World['github']
): Promise<string[]> {
  try {
    const lists = await Promise.all(types.map((type) => github.listPackages(owner, type)))
    return lists
      .flat()
      .map((summary) => ({ name: summary.name, distance: distanceOf(summary.name, name) }))
      .filter(({ distance }) => distance <= Math.max(2, name.length / 3))
      .sort((a, b) => a.distance - b.distance || (a.name < b.name ? -1 : 1))
      .slice(0, SHOWN)
      .map((one) => one.name)
  } catch {
    // A token that may not list, or a limit: the message does without.
    return []
  }
}

/** How far a name is from the wanted one; not at all where one ends with the other after a slash. */
function distanceOf(name: string, wanted: string): number {
  const [a, b] = [name.toLowerCase(), wanted.toLowerCase()]
  if (a.endsWith(`/${b}`) || b.endsWith(`/${a}`)) return 0
  return editDistance(a, b)
}
