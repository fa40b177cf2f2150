import { lostPulls, pullEverything, type PullRecord } from '../../emulator/registry-pull.js'
import type { PackageState } from '../../emulator/state.js'
import { isUserTag } from '../../model/digest.js'

/** What could be pulled of packages at one time. */
export type PullSnapshot = readonly {
  readonly target: PackageState
  readonly record: PullRecord
}[]

/** How two times compare, counted over all tags that people set. */
export interface PullCheck {
  /** Tags before. */
  readonly before: number
  /** Tags that are there now. */
  readonly now: number
  /** Distinct manifests behind those: platforms, attestations and signatures included. */
  readonly manifests: number
  /** Tags of which something could be pulled before and can't be pulled now. */
  readonly broken: readonly string[]
}

/** Pulls everything of the packages, as it is now. */
export function snapshotOf(packages: readonly PackageState[]): PullSnapshot {
  return packages.map((target) => ({ target, record: pullEverything(target) }))
}

/** Pulls every tag that is left whole, and compares with what there was. */
export function checkPulls(before: PullSnapshot): PullCheck {
  const after = snapshotOf(before.map(({ target }) => target))
  const found = after.flatMap(({ record }) =>
    userTagsIn(record).flatMap((tag) => record.get(tag)?.found ?? [])
  )
  const broken = before.flatMap(({ target, record }) =>
    lostPulls(record, target).map(({ reference }) => `${target.name}:${reference}`)
  )
  return {
    before: countTags(before),
    now: countTags(after),
    manifests: new Set(found).size,
    broken: [...new Set(broken)]
  }
}

function countTags(snapshot: PullSnapshot): number {
  return snapshot.reduce((sum, { record }) => sum + userTagsIn(record).length, 0)
}

function userTagsIn(record: PullRecord): string[] {
  return [...record.keys()].filter((reference) => !reference.includes(':') && isUserTag(reference))
}
