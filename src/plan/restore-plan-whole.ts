import type { ListedVersion } from '../model/version.js'
import type { Candidate, RestorePlan, RestoreWish } from './restore-plan.js'
import { planRestore, restorePackagePlan } from './restore-plan.js'

/** What is to be done in a package that was just restored as a whole. */
export interface WholePlan {
  /** All of it. What came back with the package is `absent` too: it counts as restored. */
  readonly whole: RestorePlan
  /** The part of it that went before the package did. */
  readonly earlier: RestorePlan
}

/**
 * The plan for a package in which all that is `living` came back with it just now. What was
 * deleted before is compared with that as in a package that was there all along: an image that
 * was pushed again is the same version, and may only lack tags.
 */
export function planReturnedWhole(
  wish: RestoreWish & { readonly living: readonly ListedVersion[] }
): WholePlan {
  const came = new Set(wish.living.map(({ id }) => id))
  const isBack = ({ version }: Candidate) => came.has(version.id)
  const back = planRestore({ ...wish, candidates: wish.candidates.filter(isBack), living: [] })
  const others = wish.candidates.filter((one) => !isBack(one))
  const earlier = planRestore({ ...wish, candidates: others })
  return { whole: together(back, earlier, wish), earlier }
}

function together(back: RestorePlan, earlier: RestorePlan, wish: RestoreWish): RestorePlan {
  const rows = earlier.plan.versions.filter(({ version }) => !back.absent.has(version.id))
  const wishes = new Map(back.wishes)
  for (const [id, tags] of earlier.wishes) {
    wishes.set(id, [...new Set([...(wishes.get(id) ?? []), ...tags])])
  }
  return {
    ...earlier,
    plan: restorePackagePlan(wish.package, [...back.plan.versions, ...rows]),
    absent: new Set([...back.absent, ...earlier.absent]),
    wishes
  }
}
