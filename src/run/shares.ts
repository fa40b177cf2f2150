import type { Share } from './config.js'
import type { SelectedPackage } from './select-packages.js'

/** What a package costs besides its versions: the requests that any package takes. */
const COST_OF_A_PACKAGE = 10

/**
 * The packages of one share, of about equal work: each goes, the largest first, to the share
 * that has the least so far. The same packages give the same shares, whatever order they come
 * in. What is tried by one name in several types stays together, for only all of them tell
 * whether it is there. All packages for `null`.
 */
export function takeShare(
  packages: readonly SelectedPackage[],
  share: Share | null
): readonly SelectedPackage[] {
  if (share === null) return packages
  return splitEvenly(packages, share.of)[share.index - 1] ?? []
}

/** Whether this run tells what is true of all shares together: one of them has to. */
export function isFirstShare(share: Share | null): boolean {
  return share === null || share.index === 1
}

/** The packages in `count` shares of about equal work, each in the order given. */
export function splitEvenly(
  packages: readonly SelectedPackage[],
  count: number
): readonly (readonly SelectedPackage[])[] {
  const shares = Array.from({ length: count }, () => ({
    work: 0,
    packages: new Set<SelectedPackage>()
  }))
  for (const { work, members } of unitsOf(packages).sort(byWork)) {
    const least = shares.reduce((a, b) => (b.work < a.work ? b : a))
    least.work += work
    for (const one of members) least.packages.add(one)
  }
  return shares.map((share) => packages.filter((one) => share.packages.has(one)))
}

/** Packages that go into one share together. */
interface Unit {
  readonly key: string
  work: number
  readonly members: SelectedPackage[]
}

function unitsOf(packages: readonly SelectedPackage[]): Unit[] {
  const units = new Map<string, Unit>()
  for (const one of packages) {
    const key = keyOf(one)
    const unit = units.get(key) ?? { key, work: 0, members: [] }
    unit.work += workOf(one)
    unit.members.push(one)
    units.set(key, unit)
  }
  return [...units.values()]
}

function byWork(a: Unit, b: Unit): number {
  return b.work - a.work || (a.key < b.key ? -1 : 1)
}

function workOf({ versionCount }: SelectedPackage): number {
  return COST_OF_A_PACKAGE + (versionCount ?? 0)
}

function keyOf({ ref: { type, name }, isNamed }: SelectedPackage): string {
  return isNamed ? `/${name.toLowerCase()}` : `${type}/${name}`
}
