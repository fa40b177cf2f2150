import type { Duration } from '../model/duration.js'
import type { PackageType } from '../model/package.js'
import type { PackageNames } from '../policy/package-names.js'
import type { PatternList } from '../policy/pattern.js'
import type { Settings } from '../policy/policy.js'
import type { PolicyFile } from '../policy/policy-file.js'
import type { QuickRules } from '../policy/quick-rules.js'
import type { GivenSettings } from '../policy/settings.js'
import type { Report } from '../report/report.js'

/** The third of 20 shares is `{ index: 3, of: 20 }`. */
export interface Share {
  readonly index: number
  readonly of: number
}

/** What every mode needs, checked. */
export interface CommonConfig {
  /** `''` only where nobody gave one: then GitHub is asked as nobody. */
  readonly token: string
  /** As it was given; which kind it is, GitHub is asked. */
  readonly owner: string
  /** Without a slash at the end. */
  readonly apiUrl: string
  readonly registryUrl: string
  readonly npmRegistryUrl: string
  readonly dryRun: boolean
  /** Changes in flight at once, 1 to 50. */
  readonly concurrency: number
  /** `null`: no limit. */
  readonly timeLimit: Duration | null
  readonly reserveRequests: number
  readonly manifestCache: boolean
  readonly reportDirectory: string
  /** Whether a failed outcome fails the run. */
  readonly failOn: 'error' | 'never'
  /** `null` where not given. */
  readonly packages: PackageNames | null
  /** Whether `packages` is the workflow's repository, for no names were given. Left out: no. */
  readonly isNamedByRepository?: boolean
  /** `null` where not given. */
  readonly packageTypes: readonly PackageType[] | null
  /** `null`: all of them. */
  readonly share: Share | null
}

/** Where the rules come from. */
export type RuleSource =
  | { readonly kind: 'quick'; readonly rules: QuickRules; readonly settings: Settings }
  | { readonly kind: 'file'; readonly file: PolicyFile; readonly inputs: GivenSettings }

export interface CleanupConfig extends CommonConfig {
  readonly mode: 'cleanup'
  readonly rules: RuleSource
  /** `sha256:` of the policy's text, or of the quick inputs in their canonical form. */
  readonly policyDigest: string
}

export interface ApplyConfig extends CommonConfig {
  readonly mode: 'apply'
  readonly plan: Report
  readonly planMaxAge: Duration
  readonly settings: Settings
}

/** Which deleted versions are to come back. */
export type RestoreSource =
  | {
      readonly kind: 'report'
      readonly report: Report
      /**
       * The reports of runs after it, as far as they are there: what those deleted themselves
       * was not deleted by a run that was cut off before.
       */
      readonly later?: readonly Report[]
      /** Where the run changed nothing: reports beside it of runs that did, a text each. */
      readonly beside?: readonly string[]
    }
  | { readonly kind: 'ids'; readonly ids: readonly number[] }
  /** One of the two may be `null`, not both. */
  | {
      readonly kind: 'deleted'
      readonly tags: PatternList | null
      readonly within: Duration | null
    }

export interface RestoreConfig extends CommonConfig {
  readonly mode: 'restore'
  readonly source: RestoreSource
}

export interface RepairConfig extends CommonConfig {
  readonly mode: 'repair'
}

export type RunConfig = CleanupConfig | ApplyConfig | RestoreConfig | RepairConfig
