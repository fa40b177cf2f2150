import { isUserTag } from '../../model/digest.js'
import type { PackageType } from '../../model/package.js'
import { hasTags } from '../../model/package.js'
import type { ListedVersion } from '../../model/version.js'
import { isPrerelease } from '../../policy/versions/typed-version.js'
import { byText } from '../../report/wording.js'
import type { TagHabits } from './seen-package.js'

const PULL_REQUEST = /^pr-\d+$/
const COMMIT = /^sha-[0-9a-f]{7,40}$/
const BUILD_OF_BRANCH = /^(main|master|develop|dev|trunk)-./
const NIGHTLY = /^nightly-./
const MOVING =
  /^(latest|main|master|develop|dev|trunk|edge|nightly|stable|next|canary|beta|alpha|rc)$/

/** What the tags of a package look like. For types without tags their names are looked at. */
export function habitsOf(type: PackageType, versions: readonly ListedVersion[]): TagHabits {
  const all = versions.map(({ name, tags }) =>
    hasTags(type) ? (tags ?? []).filter((tag) => isUserTag(tag)) : [name]
  )
  const count = (is: (tag: string) => boolean) => all.filter((tags) => tags.some(is)).length
  const moving = all.flat().filter((tag) => hasTags(type) && MOVING.test(tag))
  return {
    versions: versions.length,
    untagged: all.filter((tags) => tags.length === 0).length,
    releases: count((tag) => isPrerelease(type, tag) === false),
    prereleases: count((tag) => isPrerelease(type, tag) === true),
    pullRequests: count((tag) => PULL_REQUEST.test(tag)),
    commits: count((tag) => COMMIT.test(tag)),
    branches: branchesIn(all),
    nightlies: count((tag) => NIGHTLY.test(tag)),
    moving: [...new Set(moving)].toSorted()
  }
}

function branchesIn(all: readonly (readonly string[])[]): Readonly<Record<string, number>> {
  const counts = new Map<string, number>()
  for (const tags of all) {
    const branches = tags.flatMap((tag) => BUILD_OF_BRANCH.exec(tag)?.[1] ?? [])
    for (const branch of new Set(branches)) counts.set(branch, (counts.get(branch) ?? 0) + 1)
  }
  return Object.fromEntries([...counts].toSorted(byBranch))
}

function byBranch([a]: readonly [string, number], [b]: readonly [string, number]): number {
  return byText(a, b)
}

/** The habits of several packages together. */
export function joinHabits(habits: readonly TagHabits[]): TagHabits {
  const sum = (of: (one: TagHabits) => number) => habits.reduce((all, one) => all + of(one), 0)
  const branches = new Map<string, number>()
  for (const [branch, count] of habits.flatMap((one) => Object.entries(one.branches))) {
    branches.set(branch, (branches.get(branch) ?? 0) + count)
  }
  return {
    versions: sum(({ versions }) => versions),
    untagged: sum(({ untagged }) => untagged),
    releases: sum(({ releases }) => releases),
    prereleases: sum(({ prereleases }) => prereleases),
    pullRequests: sum(({ pullRequests }) => pullRequests),
    commits: sum(({ commits }) => commits),
    branches: Object.fromEntries([...branches].toSorted(byBranch)),
    nightlies: sum(({ nightlies }) => nightlies),
    moving: [...new Set(habits.flatMap(({ moving }) => moving))].toSorted()
  }
}
