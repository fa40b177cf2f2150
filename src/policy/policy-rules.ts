import { complaint } from './file/complaint.js'
import {
  type Form,
  itemPlaces,
  type Keys,
  openSection,
  type Place,
  readKey,
  type Reading,
  refuseBecause,
  type Section,
  sectionSchema
} from './file/form.js'
import { groupingOf } from './grouping.js'
import {
  CALENDAR_PERIODS,
  type Condition,
  type DeleteRule,
  type KeepRule,
  type Quota
} from './policy.js'
import {
  CONDITION_KEYS,
  COUNTING_KEYS,
  ENTRY_SETTING_KEYS,
  QUOTA_KEYS,
  RULE_KEYS
} from './policy-keys.js'
import { checkAges, checkConditions } from './rule-check.js'

const DELETE_KEYS: Keys = { ...RULE_KEYS, ...CONDITION_KEYS }
const KEEP_KEYS: Keys = { ...DELETE_KEYS, ...QUOTA_KEYS, ...COUNTING_KEYS }

const CONDITIONS = Object.keys(CONDITION_KEYS)
const QUOTAS = Object.keys(QUOTA_KEYS)

const SETTINGS_ELSEWHERE = notes(
  Object.keys(ENTRY_SETTING_KEYS),
  'it is a setting of the entry or of defaults'
)
const QUOTAS_ELSEWHERE = notes(
  [...QUOTAS, ...Object.keys(COUNTING_KEYS)],
  'only keep rules have quotas; what they keep is not deleted'
)

function notes(keys: readonly string[], note: string): Readonly<Record<string, string>> {
  return Object.fromEntries(keys.map((key) => [key, note]))
}

/** A list of keep rules. */
export const keepRules: Form<readonly KeepRule[]> = {
  schema: { type: 'array', items: keepSchema() },
  read: (place, reading) => readRules(place, reading, readKeepRule)
}

/** A list of delete rules, each with a condition (ruling 16). */
export const deleteRules: Form<readonly DeleteRule[]> = {
  schema: {
    type: 'array',
    items: sectionSchema(DELETE_KEYS, [], { anyOf: anyRequired(CONDITIONS) })
  },
  read: (place, reading) => readRules(place, reading, readDeleteRule)
}

function keepSchema(): Readonly<Record<string, unknown>> {
  const needsQuota = { anyOf: anyRequired(QUOTAS) }
  return sectionSchema(KEEP_KEYS, [], {
    anyOf: anyRequired([...CONDITIONS, ...QUOTAS]),
    dependentSchemas: { per: needsQuota, by: needsQuota },
    if: { properties: { by: { const: 'semver' } }, required: ['by'] },
    // oxlint-disable-next-line unicorn/no-thenable -- a keyword of JSON Schema
    then: { not: { anyOf: anyRequired(CALENDAR_PERIODS) } }
  })
}

function anyRequired(keys: readonly string[]): readonly unknown[] {
  return keys.map((key) => ({ required: [key] }))
}

function readRules<R>(
  place: Place,
  reading: Reading,
  readRule: (place: Place, number: number, reading: Reading) => R | undefined
): readonly R[] | undefined {
  return itemPlaces(place, 'a list of rules', reading)
    ?.map((item, index) => readRule(item, index + 1, reading))
    .filter((rule) => rule !== undefined)
}

function readDeleteRule(place: Place, number: number, reading: Reading): DeleteRule | undefined {
  const elsewhere = { ...SETTINGS_ELSEWHERE, ...QUOTAS_ELSEWHERE }
  const section = openSection(place, DELETE_KEYS, reading, elsewhere)
  if (section === undefined) return undefined
  requireOneOf(section, CONDITIONS, DELETE_NEEDS, reading)
  const label = readKey(section, 'name', RULE_KEYS.name, reading) ?? `delete rule ${number}`
  return { label, conditions: readConditions(section, reading) }
}

const DELETE_NEEDS = 'a condition (older-than: 0 is how a rule says everything)'
const KEEP_NEEDS = 'a condition or a quota'

function readKeepRule(place: Place, number: number, reading: Reading): KeepRule | undefined {
  const section = openSection(place, KEEP_KEYS, reading, SETTINGS_ELSEWHERE)
  if (section === undefined) return undefined
  requireOneOf(section, [...CONDITIONS, ...QUOTAS], KEEP_NEEDS, reading)
  const conditions = readConditions(section, reading)
  checkCounting(section, reading)
  return {
    label: readKey(section, 'name', RULE_KEYS.name, reading) ?? `keep rule ${number}`,
    conditions,
    quotas: readQuotas(section, reading),
    per: readGrouping(section, conditions, reading),
    by: readKey(section, 'by', COUNTING_KEYS.by, reading) ?? null
  }
}

function requireOneOf(
  { at, path, places, hasStrangers }: Section,
  keys: readonly string[],
  expected: string,
  reading: Reading
): void {
  if (hasStrangers || keys.some((key) => places.has(key))) return
  const others = [...places.keys()].join(', ')
  const found = others === '' ? 'a rule with nothing in it' : `a rule with ${others} alone`
  reading.errors.push(complaint(at, path, found, expected))
}

function readConditions(section: Section, reading: Reading): readonly Condition[] {
  checkConditions(section, reading)
  const conditions = Object.entries(CONDITION_KEYS)
    .map(([name, key]) => readKey(section, name, key, reading))
    .filter((condition) => condition !== undefined)
  checkAges(section, conditions, reading)
  return conditions
}

function readQuotas(section: Section, reading: Reading): readonly Quota[] {
  return (['newest', ...CALENDAR_PERIODS] as const).flatMap((kind) => {
    const count = readKey(section, kind, QUOTA_KEYS[kind], reading)
    return count === undefined ? [] : [{ kind, count }]
  })
}

/** `per` and `by` say how a quota counts, and periods are of time (ruling 46). */
function checkCounting(section: Section, reading: Reading): void {
  const { places } = section
  const [by, per] = [places.get('by'), places.get('per')]
  if (!section.hasStrangers && !QUOTAS.some((key) => places.has(key))) {
    for (const place of [by, per]) {
      if (place !== undefined) refuseBecause(place, 'it needs a quota, such as newest: 3', reading)
    }
  }
  const isSemver = by?.node.kind === 'scalar' && by.node.value === 'semver'
  const calendar = CALENDAR_PERIODS.filter((period) => places.has(period))
  if (isSemver && calendar.length > 0) {
    refuseBecause(by, `${calendar.join(', ')} count by dates: created or updated`, reading)
  }
}

function readGrouping(
  section: Section,
  conditions: readonly Condition[],
  reading: Reading
): KeepRule['per'] {
  const place = section.places.get('per')
  const name = readKey(section, 'per', COUNTING_KEYS.per, reading)
  if (place === undefined || name === undefined) return null
  const grouping = groupingOf(name, conditions)
  if (grouping.ok) return grouping.value
  // A pattern that did not parse was complained about, and could be the one that captures.
  if (PATTERN_KEYS.filter((key) => section.places.has(key)).length === patternLists(conditions)) {
    refuseBecause(place, grouping.why, reading)
  }
  return null
}

const PATTERN_KEYS = [
  'tags',
  'closed-pull-request',
  'open-pull-request',
  'gone-branch',
  'live-branch'
] as const

function patternLists(conditions: readonly Condition[]): number {
  const keys: readonly string[] = PATTERN_KEYS
  return conditions.filter(({ kind }) => keys.includes(kind)).length
}
