import type { BrokenKind } from '../model/broken.js'
import type { Digest } from '../model/digest.js'
import type { Duration } from '../model/duration.js'
import type { Pattern, PatternList } from './pattern.js'

/** What a rule asks about a root. The keys are those of the policy file. */
export type Condition =
  | { readonly kind: 'tags'; readonly patterns: PatternList }
  | { readonly kind: 'untagged'; readonly value: boolean }
  | { readonly kind: 'semver'; readonly range: string }
  | { readonly kind: 'prerelease'; readonly value: boolean }
  | { readonly kind: 'superseded' }
  | { readonly kind: 'older-than'; readonly age: Duration }
  | { readonly kind: 'newer-than'; readonly age: Duration }
  | { readonly kind: 'ids'; readonly ids: readonly number[] }
  | { readonly kind: 'digests'; readonly digests: readonly Digest[] }
  | { readonly kind: 'broken'; readonly kinds: readonly BrokenKind[] }
  | { readonly kind: 'closed-pull-request'; readonly templates: readonly Pattern[] }
  | { readonly kind: 'open-pull-request'; readonly templates: readonly Pattern[] }
  | { readonly kind: 'gone-branch'; readonly templates: readonly Pattern[] }
  | { readonly kind: 'live-branch'; readonly templates: readonly Pattern[] }
  | { readonly kind: 'release'; readonly value: boolean }
  | { readonly kind: 'listed-in'; readonly globs: readonly string[] }

export type ConditionKind = Condition['kind']

export const CALENDAR_PERIODS = ['hourly', 'daily', 'weekly', 'monthly', 'yearly'] as const
export type CalendarPeriod = (typeof CALENDAR_PERIODS)[number]

export interface Quota {
  readonly kind: 'newest' | CalendarPeriod
  /** A whole number from 0; 0 keeps none. */
  readonly count: number
}

export const VERSION_GROUPS = ['major', 'minor', 'patch', 'channel'] as const

/** What `per` groups by: a capture of the rule's patterns, or a part of the version (rulings 22, 48). */
export type Grouping =
  | { readonly kind: 'capture'; readonly name: string }
  | { readonly kind: (typeof VERSION_GROUPS)[number] }

export interface DeleteRule {
  /** Its `name`, or `delete rule 2`; for quick rules the input that it stands for. */
  readonly label: string
  readonly conditions: readonly Condition[]
}

export interface KeepRule {
  /** Its `name`, or `keep rule 2`; for quick rules the input that it stands for. */
  readonly label: string
  readonly conditions: readonly Condition[]
  /** Empty: keeps all that its conditions hold for. */
  readonly quotas: readonly Quota[]
  /** `null`: one group. */
  readonly per: Grouping | null
  /** What newest means; `null`: the setting `ageBy`. */
  readonly by: 'created' | 'updated' | 'semver' | null
}

export const AGE_DATES = ['created', 'updated'] as const
export type AgeDate = (typeof AGE_DATES)[number]

export const LAST_VERSION_WAYS = ['keep', 'delete-package', 'fail'] as const
export type LastVersionWay = (typeof LAST_VERSION_WAYS)[number]

/** A limit on deletions: a count over the whole run, or a share of each package's versions. */
export type DeletionLimit =
  | { readonly kind: 'count'; readonly count: number }
  | { readonly kind: 'share'; readonly percent: number }

/** The settings that are about deciding. */
export interface Settings {
  readonly untaggedGrace: Duration
  readonly ageBy: AgeDate
  readonly untag: boolean
  readonly lastVersion: LastVersionWay
  /** All of them apply (ruling 36). */
  readonly maxDeletions: readonly DeletionLimit[]
}

/** What applies to one package: a policy entry, or the quick rules. */
export interface PackagePolicy {
  /** Where the entry stands, such as `packages[2]`, where a file has several. */
  readonly entry?: string
  readonly keep: readonly KeepRule[]
  readonly delete: readonly DeleteRule[]
  readonly settings: Settings
  /**
   * The keep rule that has to match something for anything to go, by its place in `keep`:
   * `keep-tags` in a run without a delete input (ruling 32). `null` where there is none.
   */
  readonly requiredKeep: number | null
}
