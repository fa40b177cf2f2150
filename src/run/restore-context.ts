import type { Stop } from '../execute/ports.js'
import type { Slots } from '../execute/slots.js'
import type { PackageRef } from '../model/package.js'
import type { RestorePlan } from '../plan/restore-plan.js'
import type { RestoreConfig } from './config.js'
import type { PackageLists } from './restore-lists.js'
import type { ReportedPackage } from './restore-report.js'
import type { PackageSession, RunSession } from './session.js'
import type { World } from './world.js'

/** What the restoration of every package of a run shares. */
export interface RestoreContext {
  readonly config: RestoreConfig
  readonly world: World
  readonly session: RunSession
  readonly slots: Slots
  /** Why no further change is begun, or `null`. */
  readonly stop: () => Stop | null
}

/** A package that was looked at. What is restored of it goes into its session. */
export interface PlannedRestore {
  readonly ref: PackageRef
  /** `null` where the source is no report. */
  readonly reported: ReportedPackage | null
  /** Whether the package itself is not there. */
  readonly isMissing: boolean
  readonly lists: PackageLists
  readonly session: PackageSession
  readonly planned: RestorePlan
}
