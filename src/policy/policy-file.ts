import { PACKAGE_TYPES } from '../model/package.js'
import { byPosition, type Complaint } from './file/complaint.js'
import {
  type Form,
  type Keys,
  openSection,
  readKey,
  type Reading,
  requireKey,
  sectionSchema
} from './file/form.js'
import { readSource } from './file/read-source.js'
import { one, parsedText, text } from './file/scalar-forms.js'
import type { NamedPackage } from './package-names.js'
import { defaultsForm, entriesForm, ENTRY_KEYS, type PolicyEntry } from './policy-entry.js'
import { SETTING_KEYS } from './policy-keys.js'
import { type GivenSettings, NO_SETTINGS } from './settings.js'

/** A policy file, read and checked. */
export interface PolicyFile {
  /** `null`: the input `owner`. */
  readonly owner: string | null
  readonly defaults: GivenSettings
  /** At least one. */
  readonly entries: readonly PolicyEntry[]
}

/** What is wrong with a policy file, or in doubt, and where. */
export interface PolicyFileError {
  readonly file: string
  /** From 1. */
  readonly line: number
  readonly column: number
  /** The keys that lead there, such as `packages[0].keep[1].newest`; '' for the whole file. */
  readonly path: string
  readonly found: string
  readonly expected: string
  /** All of that in one line: `FILE:LINE:COLUMN: PATH: what is wrong`. */
  readonly message: string
}

export type PolicyFileResult =
  | {
      readonly ok: true
      readonly file: PolicyFile
      readonly warnings: readonly PolicyFileError[]
    }
  | { readonly ok: false; readonly errors: readonly PolicyFileError[] }

/**
 * Reads a policy file, YAML or JSON (3-policy). All errors are given at once, in the order of
 * the text. `fileName` is for messages only. Never throws.
 */
export function parsePolicyFile(source: string, fileName: string): PolicyFileResult {
  const { root, complaints } = readSource(source)
  const reading: Reading = { errors: [...complaints], warnings: [], types: PACKAGE_TYPES }
  const file = root === null ? undefined : policyFileForm.read({ node: root, path: '' }, reading)
  if (file === undefined || reading.errors.length > 0) {
    return { ok: false, errors: inFile(reading.errors, fileName) }
  }
  return { ok: true, file, warnings: inFile(reading.warnings, fileName) }
}

/** The entry that is the policy of a package: the first that matches; `null` where none does. */
export function entryFor({ entries }: PolicyFile, named: NamedPackage): PolicyEntry | null {
  return (
    entries.find(({ types, names }) => types.includes(named.type) && names.matches(named)) ?? null
  )
}

/** What stands behind an alias is read once for each, but is wrong only once. */
function inFile(complaints: readonly Complaint[], file: string): readonly PolicyFileError[] {
  const distinct = new Map<string, PolicyFileError>()
  for (const { at, path, found, expected, sentence } of complaints.toSorted(byPosition)) {
    const where = `${file}:${at.line}:${at.column}`
    const message = `${where}: ${path === '' ? '' : `${path}: `}${sentence}`
    const key = `${where}: ${sentence}`
    if (!distinct.has(key)) {
      distinct.set(key, { file, line: at.line, column: at.column, path, found, expected, message })
    }
  }
  return [...distinct.values()]
}

const OWNER = /^[A-Za-z0-9](?:[A-Za-z0-9_-]*)$/

const FILE_KEYS = {
  $schema: { form: text('the address of the schema'), description: 'For editors; not read.' },
  version: { form: one, description: 'The version of this format: 1.' },
  owner: {
    form: parsedText('an organisation or user', { pattern: OWNER.source }, (source) =>
      OWNER.test(source)
        ? { ok: true, value: source }
        : { ok: false, why: 'no name of an organisation or user' }
    ),
    description: 'The organisation or user that has the packages. Default: the input `owner`.'
  },
  defaults: {
    form: defaultsForm,
    description: 'Settings of every entry that does not say otherwise. They go before the inputs.'
  },
  packages: {
    form: entriesForm,
    description:
      'The first entry that matches a package is its policy. A package that none matches is left ' +
      'alone.'
  }
} satisfies Keys

const FILE_REQUIRED = ['version', 'packages'] as const

const FILE_ELSEWHERE: Readonly<Record<string, string>> = {
  ...Object.fromEntries(
    Object.keys(ENTRY_KEYS).map((key) => [key, 'it belongs in an entry of packages'])
  ),
  ...Object.fromEntries(Object.keys(SETTING_KEYS).map((key) => [key, 'it belongs under defaults']))
}

/** The whole file: what is read, and its schema. */
export const policyFileForm: Form<PolicyFile> = {
  schema: sectionSchema(FILE_KEYS, FILE_REQUIRED),
  read: (place, reading) => {
    const section = openSection(place, FILE_KEYS, reading, FILE_ELSEWHERE)
    if (section === undefined) return undefined
    for (const name of FILE_REQUIRED) requireKey(section, name, reading)
    readKey(section, 'version', FILE_KEYS.version, reading)
    const owner = readKey(section, 'owner', FILE_KEYS.owner, reading) ?? null
    const defaults = readKey(section, 'defaults', FILE_KEYS.defaults, reading) ?? NO_SETTINGS
    const entries = readKey(section, 'packages', FILE_KEYS.packages, reading)
    return entries && { owner, defaults, entries }
  }
}
