import { executePackage } from '../execute/execute-package.js'
import { Slots } from '../execute/slots.js'
import { lackOfRequests, stopReason } from './budget.js'
import type { CommonConfig } from './config.js'
import type { KeptRecord } from './kept-record.js'
import { saveKept } from './kept-runs.js'
import { leftOverAfter, leftOverAhead } from './left-over.js'
import { mapLimited } from './map-limited.js'
import { notBegun } from './not-begun.js'
import { PackageChanges } from './package-changes.js'
import type { Decide } from './package-changes.js'
import type { PlannedPackage } from './plan-one.js'
import type { PackageSession, RunSession } from './session.js'
import type { World } from './world.js'
import { messageOf } from '../model/message-of.js'

/** Packages that are read, or changed, at once. */
export const PACKAGES_AT_ONCE = 4

/** A package of a run that has a plan, and how it is looked at again. */
export interface PackageToChange {
  readonly session: PackageSession
  readonly planned: PlannedPackage
  readonly decide: Decide
}

/** The run that packages are changed in. */
export interface ChangingRun {
  readonly config: Pick<
    CommonConfig,
    'concurrency' | 'timeLimit' | 'reserveRequests' | 'manifestCache'
  >
  readonly world: World
  readonly session: RunSession
  /** What is left over of begun images is noted in it. */
  readonly kept: KeptRecord
}

/**
 * Carries out the plans of packages, some at once, within the run's limits. One package's
 * failure never stops another's. Never throws: what could not be done is in the sessions.
 */
export async function carryOut(
  packages: readonly PackageToChange[],
  run: ChangingRun
): Promise<void> {
  run.session.hasBegun = true
  const withChanges = packages.filter(({ planned: { plan } }) =>
    plan.versions.some(({ decision }) => decision !== 'keep')
  )
  await noteAhead(withChanges, run)
  const shared = { slots: new Slots(run.config.concurrency), isTokenRefused: false }
  await mapLimited(withChanges, PACKAGES_AT_ONCE, (one) => change(one, shared, run))
}

/** Keeps what would be left over of each image, should the run be killed while it deletes it. */
async function noteAhead(
  packages: readonly PackageToChange[],
  { config, world, kept }: ChangingRun
): Promise<void> {
  let isAny = false
  for (const { session, planned } of packages) {
    const before = kept.of(session.package)
    const ahead = leftOverAhead(before, planned)
    isAny ||= ahead.leftOver.length > before.leftOver.length
    kept.set(session.package, ahead)
  }
  if (isAny) await saveKept(config, world, kept)
}

/** What all packages of a run have in common while they are changed. */
interface Shared {
  readonly slots: Slots
  isTokenRefused: boolean
}

async function change(
  { session, planned, decide }: PackageToChange,
  shared: Shared,
  { config, world, session: run, kept }: ChangingRun
): Promise<void> {
  const stop = (requests: number) => {
    const reason = stopReason({ ...config, startedAt: run.startedAt }, world, requests)
    run.stopped ??= reason?.why ?? null
    return reason
  }
  const lacks = (requests: number) => lackOfRequests(config, world, requests)
  try {
    await executePackage({
      plan: planned.plan,
      port: new PackageChanges({ world, ...planned, decide, lacks }),
      watch: {
        stop,
        lacks,
        refuseToken: () => {
          shared.isTokenRefused = true
        },
        isTokenRefused: () => shared.isTokenRefused,
        record: (outcome) => {
          run.record(session, outcome)
        },
        tell: (place, text) => {
          const texts = place === 'warning' ? session.warnings : session.notes
          texts.push(text)
        },
        recordPackage: (outcome, error) => run.recordPackage(session, outcome, error)
      },
      slots: shared.slots,
      clock: world.clock
    })
  } catch (error) {
    const why = messageOf(error)
    session.error = `it could not be looked at again, so nothing was changed: ${why}`
    const ofRow = `the package could not be looked at again: ${why}; nothing was changed in it`
    for (const outcome of notBegun(session, 'failed', ofRow)) run.record(session, outcome)
  }
  const { package: ref, outcomes } = session
  kept.set(ref, leftOverAfter(kept.of(ref), planned, outcomes))
  const entry = run.entryOf(session)
  if (entry !== null) world.telling.changed(entry, false)
}
