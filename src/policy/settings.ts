import type { Duration } from '../model/duration.js'
import { DAY_MS } from '../model/time.js'
import type {
  AgeDate,
  DeleteRule,
  DeletionLimit,
  KeepRule,
  LastVersionWay,
  PackagePolicy,
  Settings
} from './policy.js'

/** The settings about deciding that one place gives: an entry, `defaults`, or the inputs. */
export interface GivenSettings {
  /** `null`, as for all of them: not given here. */
  readonly untaggedGrace: Duration | null
  readonly ageBy: AgeDate | null
  readonly untag: boolean | null
  readonly lastVersion: LastVersionWay | null
  readonly maxDeletions: DeletionLimit | null
}

/** What a place gives that gives nothing. */
export const NO_SETTINGS: GivenSettings = {
  untaggedGrace: null,
  ageBy: null,
  untag: null,
  lastVersion: null,
  maxDeletions: null
}

/** What holds where no place says otherwise. */
export const BUILT_IN_SETTINGS: Settings = {
  untaggedGrace: { months: 0, exactMs: DAY_MS, text: '1d' },
  ageBy: 'created',
  untag: false,
  lastVersion: 'keep',
  maxDeletions: []
}

/**
 * The settings that hold, the places in the order of their precedence: entry, `defaults`,
 * inputs (ruling 36). Of `max-deletions` every limit that is given applies, in that order.
 */
export function resolveSettings(...places: readonly GivenSettings[]): Settings {
  return {
    untaggedGrace:
      first(places.map((place) => place.untaggedGrace)) ?? BUILT_IN_SETTINGS.untaggedGrace,
    ageBy: first(places.map((place) => place.ageBy)) ?? BUILT_IN_SETTINGS.ageBy,
    untag: first(places.map((place) => place.untag)) ?? BUILT_IN_SETTINGS.untag,
    lastVersion: first(places.map((place) => place.lastVersion)) ?? BUILT_IN_SETTINGS.lastVersion,
    maxDeletions: places.map((place) => place.maxDeletions).filter((limit) => limit !== null)
  }
}

/** The rules of an entry, and the settings that it gives itself. */
export interface EntryRules {
  readonly keep: readonly KeepRule[]
  readonly delete: readonly DeleteRule[]
  readonly settings: GivenSettings
}

/** What applies to a package that matches this entry (ruling 36). */
export function resolvePolicy(
  entry: EntryRules,
  defaults: GivenSettings,
  inputs: GivenSettings
): PackagePolicy {
  return {
    keep: entry.keep,
    delete: entry.delete,
    settings: resolveSettings(entry.settings, defaults, inputs),
    requiredKeep: null
  }
}

function first<T>(given: readonly (T | null)[]): T | null {
  return given.find((value) => value !== null) ?? null
}
