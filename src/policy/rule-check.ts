import { isZero, type Duration } from '../model/duration.js'
import { DAY_MS } from '../model/time.js'
import { type Complaint, complaint } from './file/complaint.js'
import { type Place, type Reading, refuseBecause, type Section } from './file/form.js'
import { foundText } from './file/source-node.js'
import type { Condition, ConditionKind } from './policy.js'
import { CONDITION_KEYS } from './policy-keys.js'

/** Conditions that are asked of each user tag on its own (ruling 1). */
const ABOUT_TAGS: readonly ConditionKind[] = [
  'tags',
  'semver',
  'prerelease',
  'superseded',
  'closed-pull-request',
  'open-pull-request',
  'gone-branch',
  'live-branch',
  'release'
]

/**
 * Complains about conditions that none of the entry's types has (ruling 37), and warns of those
 * that hold for nothing or for less than one may think (ruling 41).
 */
export function checkConditions({ places }: Section, reading: Reading): void {
  for (const [name, place] of places) checkTypes(name, place, reading)
  const semver = places.get('semver')
  if (semver !== undefined && reading.types.every(hasVersionsOfItsOwn)) {
    const why = `versions of ${reading.types.join(', ')} are rarely semantic versions, and others never hold`
    reading.warnings.push(doubt(semver, why))
  }
  const untagged = places.get('untagged')
  const about = ABOUT_TAGS.filter((kind) => places.has(kind))
  if (untagged?.node.kind === 'scalar' && untagged.node.value === true && about.length > 0) {
    const why = `beside ${about.join(', ')} the rule never holds: those ask for a tag`
    reading.warnings.push(doubt(untagged, why))
  }
}

/** Warns where what is old enough for `older-than` is never young enough for `newer-than`. */
export function checkAges(
  { places }: Section,
  conditions: readonly Condition[],
  reading: Reading
): void {
  const place = places.get('newer-than')
  const [older, newer] = [ageOf('older-than', conditions), ageOf('newer-than', conditions)]
  if (place === undefined || older === null || newer === null) return
  if (isZero(older) || !(isZero(newer) || isNeverShorter(older, newer))) return
  const why =
    `beside older-than: ${older.text} the rule never holds: all of a rule's conditions have to ` +
    'hold, and nothing is older and newer at once'
  reading.warnings.push(doubt(place, why))
}

function ageOf(kind: 'older-than' | 'newer-than', conditions: readonly Condition[]) {
  const found = conditions.find((condition) => condition.kind === kind)
  return found !== undefined && 'age' in found ? found.age : null
}

/** Whether `a` is at least as long as `b`, whatever months they go back over. */
function isNeverShorter(a: Duration, b: Duration): boolean {
  const months = a.months - b.months
  const daysOfMonths = months < 0 ? 31 : 28
  return months * daysOfMonths * DAY_MS + a.exactMs >= b.exactMs
}

function checkTypes(name: string, place: Place, reading: Reading): void {
  const types = Object.entries(CONDITION_KEYS).find(([key]) => key === name)?.[1].types
  if (types === undefined || types.some((type) => reading.types.includes(type))) return
  const why = `only ${types.join(' and ')} packages have ${name}, and the entry is for ${reading.types.join(', ')}`
  refuseBecause(place, why, reading)
}

function hasVersionsOfItsOwn(type: string): boolean {
  return type === 'maven' || type === 'rubygems'
}

function doubt({ node, path }: Place, why: string): Complaint {
  const { found, expected } = complaint(node.at, path, foundText(node), why)
  return { at: node.at, path, found, expected, sentence: why }
}
