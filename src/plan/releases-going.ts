import { hasTags } from '../model/package.js'
import { compareTyped, parseSemVer } from '../policy/versions/typed-version.js'
import type { PackagePlan } from './plan.js'

/** Versions that look like releases and would go. */
export interface ReleasesGoing {
  /** All images that would go, their parts not counted. */
  readonly images: number
  /** All versions of npm's packages that would go. */
  readonly npmVersions: number
  /** A tag of each, or the name of npm's, that looks like a release, the highest version first; at least one. */
  readonly releases: readonly string[]
}

/**
 * What plans delete that has a semantic version without a prerelease part as a tag, for npm as
 * its name: most who clean up by age mean to keep it. The versions of the other types without
 * tags follow rules of their own and are passed over. `null` where there are none.
 */
export function releasesGoing(plans: readonly PackagePlan[]): ReleasesGoing | null {
  const releases: Release[] = []
  let [images, npmVersions] = [0, 0]
  for (const { package: ref, versions } of plans) {
    if (!hasTags(ref.type) && ref.type !== 'npm') continue
    for (const { version, decision, root } of versions) {
      if (decision !== 'delete' || root !== null) continue
      if (ref.type === 'npm') npmVersions += 1
      else images += 1
      const names = ref.type === 'npm' ? [version.name] : (version.tags ?? [])
      const [highest] = names.flatMap(releaseOf).toSorted(highestFirst)
      if (highest !== undefined) releases.push(highest)
    }
  }
  if (releases.length === 0) return null
  return {
    images,
    npmVersions,
    releases: releases.toSorted(highestFirst).map(({ text }) => text)
  }
}

type Release = Extract<Parameters<typeof compareTyped>[0], { readonly scheme: 'semver' }>

function releaseOf(text: string): Release[] {
  const version = parseSemVer(text)
  return version === null || version.prerelease.length > 0
    ? []
    : [{ scheme: 'semver', text, version }]
}

function highestFirst(a: Release, b: Release): number {
  return compareTyped(b, a) || (a.text < b.text ? -1 : 1)
}
