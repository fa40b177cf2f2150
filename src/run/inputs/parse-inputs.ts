import { parseDuration } from '../../model/parse-duration.js'
import type { Duration } from '../../model/duration.js'
import { PACKAGE_TYPES, type PackageType } from '../../model/package.js'
import { nearestWord } from '../../policy/file/nearest-word.js'
import type { InputError } from '../../policy/input-error.js'
import { resolveSettings } from '../../policy/settings.js'
import { RUN_MODES, type Report, type RunMode } from '../../report/report.js'
import type {
  ApplyConfig,
  CleanupConfig,
  RepairConfig,
  RestoreConfig,
  RunConfig
} from '../config.js'
import { readCommon, type Place } from './common-config.js'
import { InputReader } from './input-reader.js'
import { INPUT_NAMES, isInputName } from './input-table.js'
import { refuseOtherModes } from './mode-conflicts.js'
import { readPlan } from './report-source.js'
import { readRestoreSource } from './restore-source.js'
import {
  hasPolicy,
  readPolicyRules,
  readQuickRules,
  typesOf,
  type ReadRules
} from './rule-source.js'
import { readSettings } from './setting-values.js'
import type { RawInputs, Surroundings } from './surroundings.js'
import { readPackageNames, readPackageTypes } from './where-inputs.js'

export type ParsedInputs =
  | {
      readonly ok: true
      readonly config: RunConfig
      /** Doubts that are worth a line before the run begins. */
      readonly warnings: readonly string[]
    }
  | { readonly ok: false; readonly errors: readonly InputError[] }

/**
 * Reads the inputs of the action, or flags of the command line, into what a run is made of.
 * All that is wrong is told at once, and nothing was asked of GitHub yet. The token stands in
 * no error.
 */
export function parseInputs(raw: RawInputs, surroundings: Surroundings): ParsedInputs {
  const inputs = new InputReader(raw)
  const warnings = unknownInputs(inputs, raw)
  const mode = inputs.word('mode', RUN_MODES)
  const place = { inputs, surroundings }
  if (mode !== null || !inputs.isGiven('mode')) {
    refuseOtherModes(inputs, mode ?? 'cleanup')
    const config = CONFIGS[mode ?? 'cleanup'](place, warnings)
    const { errors } = inputs
    if (config !== null && errors.length === 0) return { ok: true, config, warnings }
    return { ok: false, errors }
  }
  readCommon(place, { types: PACKAGE_TYPES, names: null, owner: null })
  return { ok: false, errors: inputs.errors }
}

const CONFIGS: Readonly<Record<RunMode, (place: Place, warnings: string[]) => RunConfig | null>> = {
  cleanup: cleanupConfig,
  apply: applyConfig,
  restore: restoreConfig,
  repair: repairConfig
}

/** The runner passes misspelt inputs on: they must not be without effect in silence. */
function unknownInputs(inputs: InputReader, raw: RawInputs): string[] {
  const warnings: string[] = []
  for (const name of Object.keys(raw)) {
    if (isInputName(name)) continue
    const near = nearestWord(name.replaceAll('_', '-'), INPUT_NAMES)
    if (near === null) warnings.push(`${name}: there is no such input`)
    else {
      const message = `${name}: there is no such input; did you mean ${near}?`
      inputs.add({ input: name, value: null, message })
    }
  }
  return warnings
}

function cleanupConfig(place: Place, warnings: string[]): CleanupConfig | null {
  const { inputs, surroundings } = place
  const given = readSettings(inputs)
  const isFile = hasPolicy(inputs)
  const types = readPackageTypes(inputs)
  const quickTypes: readonly PackageType[] = types ?? ['container']
  const read: ReadRules | null = isFile
    ? readPolicyRules(inputs, surroundings, given)
    : readQuickRules(inputs, quickTypes, given)
  warnings.push(...(read?.warnings ?? []))
  const file = read?.rules.kind === 'file' ? read.rules.file : null
  const common = readCommon(place, {
    types: file === null ? quickTypes : typesInUse(typesOf(file), types),
    names: isFile ? null : quickTypes,
    owner: file?.owner ?? null,
    fallbackOwner: isFile && file === null ? UNREAD : null
  })
  if (common === null || read === null) return null
  const packageTypes = isFile ? types : quickTypes
  const { rules, policyDigest } = read
  return { ...common, packageTypes, mode: 'cleanup', rules, policyDigest }
}

function typesInUse(
  inFile: readonly PackageType[],
  given: readonly PackageType[] | null
): readonly PackageType[] {
  return given === null ? inFile : inFile.filter((type) => given.includes(type))
}

const WEEK = parsedDefault('7d')

function applyConfig(place: Place): ApplyConfig | null {
  const { inputs, surroundings } = place
  const packageTypes = readPackageTypes(inputs)
  const settings = resolveSettings(readSettings(inputs))
  const planMaxAge = inputs.duration('plan-max-age') ?? WEEK
  const plan = readPlan(inputs, surroundings)
  const types = plan === null ? [] : plan.packages.map(({ type }) => type)
  const owner = plan === null ? UNREAD : onlyOwner(plan)
  const common = readCommon(place, { types, names: null, owner: null, fallbackOwner: owner })
  if (common === null || plan === null) return null
  return { ...common, packageTypes, mode: 'apply', plan, planMaxAge, settings }
}

function restoreConfig(place: Place): RestoreConfig | null {
  const { inputs, surroundings } = place
  const isByReport = inputs.isGiven('report')
  const given = readPackageTypes(inputs)
  const types: readonly PackageType[] = given ?? ['container']
  const names = readPackageNames(inputs)
  const source = readRestoreSource(inputs, surroundings, types, names)
  const report = source?.kind === 'report' ? source.report : null
  const common = readCommon(place, {
    types: report === null ? (isByReport ? [] : types) : report.packages.map(({ type }) => type),
    names: isByReport ? null : types,
    owner: null,
    fallbackOwner: report === null ? (isByReport ? UNREAD : null) : onlyOwner(report)
  })
  if (common === null || source === null) return null
  return { ...common, packageTypes: isByReport ? given : types, mode: 'restore', source }
}

function repairConfig(place: Place): RepairConfig | null {
  const { inputs } = place
  const packageTypes: readonly PackageType[] = readPackageTypes(inputs) ?? ['container']
  if (!packageTypes.includes('container')) {
    const why = 'mode: repair is about container packages, the only ones with parts'
    inputs.refuse('package-type', inputs.text('package-type'), why)
  }
  const common = readCommon(place, { types: packageTypes, names: packageTypes, owner: null })
  return common && { ...common, packageTypes, mode: 'repair' }
}

/** Stands for an owner whom a file names that can't be read: one error for it is enough. */
const UNREAD = 'unread'

/** The owner of all packages of a report; `null` where there are several or none. */
function onlyOwner({ packages }: Report): string | null {
  const [first] = packages
  const isOnly = packages.every(({ owner }) => owner.toLowerCase() === first?.owner.toLowerCase())
  return first !== undefined && isOnly ? first.owner : null
}

function parsedDefault(text: string): Duration {
  const parsed = parseDuration(text)
  if (!parsed.ok) throw new Error(parsed.why)
  return parsed.duration
}
