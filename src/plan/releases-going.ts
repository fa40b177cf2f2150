import { hasTags } from '../model/package.js'
import { compareTyped, parseSemVer } from '../policy/versions/typed-version.js'
import type { PackagePlan } from './plan.js'

/** Versions of images that look like releases and would go. */
export interface ReleasesGoing {
  /** All images that would go, roots only. */
  readonly going: number
  /** A tag of each that looks like a release, the highest version first; at least one. */
  readonly releases: readonly string[]
}

/**
 * The images that plans delete and that have a semantic version without a prerelease part as a
 * tag: most who clean up by age mean to keep them. Only of types with tags, for elsewhere each
 * version is a release. `null` where there are none.
 */
export function releasesGoing(plans: readonly PackagePlan[]): ReleasesGoing | null {
  const releases: Release[] = []
  let going = 0
  for (const { package: ref, versions } of plans) {
    if (!hasTags(ref.type)) continue
    for (const { version, decision, root } of versions) {
      if (decision !== 'delete' || root !== null) continue
      going += 1
      const [highest] = (version.tags ?? []).flatMap(releaseOf).toSorted(highestFirst)
      if (highest !== undefined) releases.push(highest)
    }
  }
  if (releases.length === 0) return null
  return { going, releases: releases.toSorted(highestFirst).map(({ text }) => text) }
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
