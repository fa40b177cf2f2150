import { idlePatterns } from '../plan/idle-patterns.js'
import type { PackagePlan } from '../plan/plan.js'
import type { PlanInput } from '../plan/plan-package.js'
import { releasesGoing } from '../plan/releases-going.js'
import { shortAges } from '../policy/short-ages.js'
import { idleRuleText } from '../report/idle-rule-text.js'
import { releasesGoingText } from '../report/releases-going-text.js'
import { shortAgeText } from '../report/short-age-text.js'
import type { CleanupConfig } from './config.js'

/** What a plan was made of, and the plan. */
export interface DoubtedPlan {
  readonly input: PlanInput
  readonly plan: PackagePlan
}

/**
 * What of the rules may not be meant, as notes. Patterns of all packages together: one share of
 * them can't tell. Ages are doubted in dry runs alone, for whoever meant one sees it every night.
 *
 * @param isLive whether what the plans delete is about to go
 */
export function doubtsAbout(
  planned: readonly DoubtedPlan[],
  { share, dryRun }: Pick<CleanupConfig, 'share' | 'dryRun'>,
  isLive: boolean
): readonly string[] {
  const inputs = planned.map(({ input }) => input)
  const idle = share === null ? idlePatterns(inputs) : []
  const short = dryRun ? shortAges(inputs.flatMap(({ policy }) => policy.delete)) : []
  const releases = releasesGoing(planned.map(({ plan }) => plan))
  return [
    ...idle.map(idleRuleText),
    ...short.map(shortAgeText),
    ...(releases === null ? [] : [releasesGoingText(releases, isLive)])
  ]
}
