import { PACKAGE_TYPES, type PackageType } from '../model/package.js'
import {
  type Form,
  itemPlaces,
  type Keys,
  openSection,
  type Place,
  readKey,
  type Reading,
  refuse,
  requireKey,
  type Section,
  sectionSchema
} from './file/form.js'
import { packageNames } from './file/list-forms.js'
import { hiddenEntries } from './hidden-entries.js'
import type { PackageNames } from './package-names.js'
import { CONDITION_KEYS, ENTRY_SETTING_KEYS, SETTING_KEYS, TYPE_KEY } from './policy-keys.js'
import { deleteRules, keepRules } from './policy-rules.js'
import type { EntryRules, GivenSettings } from './settings.js'

/** One entry of `packages`: the policy of the packages that it is the first to match. */
export interface PolicyEntry extends EntryRules {
  readonly names: PackageNames
  /** All six where the entry does not say. */
  readonly types: readonly PackageType[]
  /** Where it stands, such as `packages[2]`. */
  readonly path: string
  /** The line of the file where it begins, from 1. */
  readonly line: number
}

function readSettings(
  section: Section,
  keys: typeof SETTING_KEYS,
  reading: Reading
): GivenSettings {
  const given: GivenSettings = {
    untaggedGrace: readKey(section, 'untagged-grace', keys['untagged-grace'], reading) ?? null,
    ageBy: readKey(section, 'age-by', keys['age-by'], reading) ?? null,
    untag: readKey(section, 'untag', keys.untag, reading) ?? null,
    lastVersion: readKey(section, 'last-version', keys['last-version'], reading) ?? null,
    maxDeletions: readKey(section, 'max-deletions', keys['max-deletions'], reading) ?? null
  }
  return given
}

/** The map `defaults`. */
export const defaultsForm: Form<GivenSettings> = {
  schema: sectionSchema(SETTING_KEYS, []),
  read: (place, reading) => {
    const section = openSection(place, SETTING_KEYS, reading)
    return section && readSettings(section, SETTING_KEYS, reading)
  }
}

/** What an entry may have. */
export const ENTRY_KEYS = {
  names: {
    form: packageNames,
    description:
      'Names or patterns of packages: `*` matches `/` too, `!pattern` takes away. Letter case does ' +
      'not matter; for npm with or without the scope.'
  },
  type: TYPE_KEY,
  keep: {
    form: keepRules,
    description: 'Alternatives: what one of these rules keeps stays, whatever `delete` says.'
  },
  delete: {
    form: deleteRules,
    description: 'Alternatives: what one of these rules selects goes, unless something keeps it.'
  },
  ...ENTRY_SETTING_KEYS
} satisfies Keys

const IN_A_RULE = 'it belongs in a rule under keep or delete'
const RULES_ELSEWHERE = Object.fromEntries(
  Object.keys(CONDITION_KEYS).map((key) => [key, IN_A_RULE])
)

function readEntry(place: Place, reading: Reading): PolicyEntry | undefined {
  const section = openSection(place, ENTRY_KEYS, reading, RULES_ELSEWHERE)
  if (section === undefined) return undefined
  requireKey(section, 'names', reading)
  const types = [...new Set(readKey(section, 'type', ENTRY_KEYS.type, reading) ?? PACKAGE_TYPES)]
  const inEntry: Reading = { ...reading, types }
  const names = readKey(section, 'names', ENTRY_KEYS.names, inEntry)
  const rules: EntryRules = {
    keep: readKey(section, 'keep', ENTRY_KEYS.keep, inEntry) ?? [],
    delete: readKey(section, 'delete', ENTRY_KEYS.delete, inEntry) ?? [],
    settings: readSettings(section, ENTRY_SETTING_KEYS, inEntry)
  }
  return names && { names, types, path: place.path, line: place.node.at.line, ...rules }
}

/** The list `packages`, never an empty one. */
export const entriesForm: Form<readonly PolicyEntry[]> = {
  schema: { type: 'array', minItems: 1, items: sectionSchema(ENTRY_KEYS, ['names']) },
  read: (place, reading) => {
    const places = itemPlaces(place, 'a list of entries', reading)
    if (places?.length === 0) {
      return refuse(place, 'at least one entry', reading)
    }
    if (places === undefined) return undefined
    const entries = places
      .map((item) => readEntry(item, reading))
      .filter((entry) => entry !== undefined)
    // Where one was left out there is an error, and nobody looks at warnings.
    if (entries.length === places.length) warnOfHidden(places, entries, reading)
    return entries
  }
}

/** Ruling 54. */
function warnOfHidden(
  places: readonly Place[],
  entries: readonly PolicyEntry[],
  reading: Reading
): void {
  for (const index of hiddenEntries(entries)) {
    const place = places[index]
    if (place === undefined) continue
    const sentence = 'earlier entries match all that this one does, so it is never used'
    const found = 'an entry that is never used'
    const { at } = place.node
    reading.warnings.push({ at, path: place.path, found, expected: 'it further up', sentence })
  }
}
