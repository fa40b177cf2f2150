import type { RestorePlan } from '../plan/restore-plan.js'
import { shortName } from '../report/labels.js'
import { enumerate, plural } from '../report/wording.js'
import type { PlannedRestore } from './restore-context.js'

const SHOWN_NAMES = 10

/** Whether nothing of what the report names was deleted by its run, nor the package. */
export function isWhollyOfOthers({
  reported,
  planned
}: Pick<PlannedRestore, 'reported' | 'planned'>): boolean {
  if (reported === null || reported.wentWhole) return false
  return planned.ofOthers.length === reported.candidates.length
}

/**
 * What to say of versions that others deleted, before anything is restored. With a package that
 * comes back whole comes what was in it when it went: a live run says later what is still gone.
 */
export function ofOthersTexts(
  one: Pick<PlannedRestore, 'reported' | 'planned' | 'isMissing'>,
  isDryRun: boolean
): readonly string[] {
  const { ofOthers } = one.planned
  if (!one.isMissing || isWhollyOfOthers(one)) return staysDeletedTexts(ofOthers)
  if (!isDryRun || ofOthers.length === 0) return []
  return [
    `${whoseText(ofOthers)}: what was in the package when it went comes back with it, the rest ` +
      `stays deleted (version-ids brings back any version): ${namesText(ofOthers)}`
  ]
}

/** The same once the package is back, of those that `again`, the plan by its lists, still misses. */
export function stillOfOthersTexts(before: RestorePlan, again: RestorePlan): readonly string[] {
  const absent = new Set(again.ofOthers)
  return staysDeletedTexts(before.ofOthers.filter((name) => absent.has(name)))
}

function staysDeletedTexts(names: readonly string[]): readonly string[] {
  if (names.length === 0) return []
  return [
    `${whoseText(names)}, and ${names.length === 1 ? 'stays' : 'stay'} deleted (version-ids ` +
      `brings back any version): ${namesText(names)}`
  ]
}

function whoseText(names: readonly string[]): string {
  return (
    `${plural(names.length, 'version')} of which the report tells no outcome ` +
    `${names.length === 1 ? 'was' : 'were'} deleted later than its run, or by one whose own ` +
    'report says so'
  )
}

function namesText(names: readonly string[]): string {
  return enumerate(names.map(shortName), SHOWN_NAMES)
}
