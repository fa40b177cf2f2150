import { isNotFound } from '../github/errors.js'
import { isOlder } from '../model/duration.js'
import type { Owner, PackageRef } from '../model/package.js'
import { MINUTE_MS } from '../model/time.js'
import { exceededLimits } from '../plan/deletion-limits.js'
import type { Freeze } from '../plan/freeze.js'
import type { PackagePlan } from '../plan/plan.js'
import { exceededLimitText } from '../report/exceeded-limit-text.js'
import { freezeText } from '../report/freeze-text.js'
import { addedText } from '../report/planned-changes.js'
import type { PackageReport, Report } from '../report/report.js'
import { unseenBecause } from './budget.js'
import { carryOut, PACKAGES_AT_ONCE, type PackageToChange } from './carry-out.js'
import type { ApplyConfig } from './config.js'
import { loadKept, saveKept } from './kept-runs.js'
import { KeptRecord } from './kept-record.js'
import { ManifestReader } from './manifest-reader.js'
import { mapLimited } from './map-limited.js'
import { meet, untagProblem } from './meet.js'
import { explainMissing } from './near-names.js'
import { noteNamesNotIn } from './names-not-in.js'
import { notBegun } from './not-begun.js'
import { judgeReviewed, observeReviewed, type Review } from './observe-reviewed.js'
import { keptAfterReading } from './plan-one.js'
import { PreflightError } from './preflight.js'
import {
  nothingFound,
  plannedRows,
  planToApply,
  reviewedVersions,
  type FoundPackage
} from './reviewed-plan.js'
import { addedWarning, goesWhole, withoutAdded } from './row-refusal.js'
import type { RunResult } from './run-result.js'
import { failuresOf } from './run-result.js'
import { stepsOf } from './second-steps.js'
import type { PackageSession } from './session.js'
import type { RunSession } from './session.js'
import type { World } from './world.js'
import { messageOf } from '../model/message-of.js'

/** A plan may seem to be made so long from now: clocks differ (ruling 21). */
const MAX_AHEAD_MS = 5 * MINUTE_MS

/**
 * Carries out a plan that a person has reviewed: the report of a dry run, from which rows may
 * have been taken out. Every version in it is looked up again; nothing outside it is touched
 * (4-running, apply; rulings 3, 59 and 67).
 *
 * @throws PreflightError where the plan is none, or of other packages; GitHubError where the
 *   run can't begin. Nothing was changed then.
 */
export async function apply(
  config: ApplyConfig,
  world: World,
  session: RunSession
): Promise<RunResult> {
  refuseStrangePlan(config)
  const run = new ApplyRun({ ...config, plan: withoutAdded(config.plan) }, world, session)
  const tooOld = ageProblem(config, world.clock.now())
  return tooOld === null ? run.run() : run.refuse(tooOld)
}

/** A package that was looked up. */
interface Found extends PackageToChange {
  /** What is left of the plan, for the limits and for a dry run. */
  readonly left: PackagePlan
}

class ApplyRun {
  readonly #config: ApplyConfig
  readonly #world: World
  readonly #session: RunSession
  #kept = KeptRecord.parse(null)

  constructor(config: ApplyConfig, world: World, session: RunSession) {
    this.#config = config
    this.#world = world
    this.#session = session
  }

  /**
   * Changes nothing: every planned change ends as `skipped`. A dry run keeps it all, lest its
   * report be a plan in place of the one that was refused.
   */
  async refuse(why: string): Promise<RunResult> {
    const { plan, dryRun, failOn } = this.#config
    for (const entry of plan.packages) {
      const { session, found } = this.#unseen(entry, why)
      session.plan = planToApply(found, dryRun)
      for (const row of dryRun ? [] : plannedRows(entry)) this.#skip(session, row.id, why)
    }
    this.#session.error = why
    const report = await this.#session.finish()
    return { report, failures: failuresOf(report, failOn) }
  }

  async run(): Promise<RunResult> {
    const [config, world, session] = [this.#config, this.#world, this.#session]
    const owner = await meet(config, world, intentOf(config.plan), session)
    const refs = config.plan.packages.map(({ type, name }) => ({ owner, type, name }))
    noteNamesNotIn({ what: 'plan', packages: refs, owner }, config, session)
    this.#kept = await loadKept(config, world)
    const total = config.plan.packages.length
    let done = 0
    const found = await mapLimited(config.plan.packages, PACKAGES_AT_ONCE, async (entry) => {
      const one = await this.#find(entry, owner)
      done += 1
      world.telling.progress({ phase: 'reading', done, total })
      return one
    })
    const packages = found.flatMap((one) => one ?? [])
    this.#checkPlans(packages)
    await session.begin()
    const isMeant = session.fuse === null && session.error === null
    if (!config.dryRun && isMeant) await this.#change(packages)
    const report = await session.finish()
    await saveKept(config, world, this.#kept)
    return { report, failures: failuresOf(report, config.failOn) }
  }

  async #find(entry: PackageReport, owner: Owner): Promise<Found | null> {
    const ref: PackageRef = { owner, type: entry.type, name: entry.name }
    const session = this.#session.open(ref)
    const interrupted = this.#world.interrupted()
    const added = addedText(entry)
    if (plannedRows(entry).length === 0) session.leftAlone = 'the plan changes nothing in it'
    else if (added !== null) session.error = added
    else if (interrupted !== null) session.error = `not looked at: ${interrupted}`
    else {
      try {
        return await this.#lookUp(entry, ref, session)
      } catch (error) {
        const unseen = unseenBecause(error)
        if (unseen === null) session.error = await this.#explain(error, ref)
        else this.#leaveUnseen(entry, session, unseen)
      }
    }
    return null
  }

  /** What a limit hides: the plan is still to be applied to it. */
  #leaveUnseen(entry: PackageReport, session: PackageSession, freeze: Freeze): void {
    const { dryRun } = this.#config
    const why = freezeText(freeze)
    session.plan = planToApply({ ...nothingFound(session.package, entry, why), freeze }, dryRun)
    if (dryRun) return
    session.outcomes.push(...notBegun(session, 'remaining', why))
    this.#session.stopped ??= why
  }

  async #lookUp(entry: PackageReport, ref: PackageRef, session: PackageSession): Promise<Found> {
    const world = this.#world
    const listedAt = world.clock.now()
    const listed = await world.github.listVersions(ref)
    const listReadAt = world.clock.now()
    const before = this.#kept.of(ref)
    const review = this.#review(entry, ref)
    const { reader } = review
    if (entry.packageDecision === 'delete' && !review.packageGoes) session.warnings.push(NOT_WHOLE)
    const byHand = addedWarning(entry)
    if (byHand !== null) session.warnings.push(byHand)
    const input = await observeReviewed(review, listed, [])
    this.#kept.set(ref, keptAfterReading(before, reader, listed, this.#session.startedAt))
    const verdict = judgeReviewed(review, input, NOTHING_DONE)
    const found: FoundPackage = { ref, report: entry, listed, ...verdict }
    const left = planToApply(found, true)
    session.plan = this.#config.dryRun ? left : planToApply(found, false)
    this.#tell(session, left)
    return {
      session,
      left,
      planned: {
        plan: session.plan,
        input,
        listedAt,
        listReadAt,
        reader,
        observe: (versions, begun) => observeReviewed(review, versions, begun)
      },
      decide: (now, progress) => {
        const { graph, freeze, applied } = judgeReviewed(review, now, progress)
        if (applied.packageGoes) return { steps: [{ kind: 'delete-package' }], withdrawn: [] }
        if (freeze !== null || graph === null) {
          const isNew = freeze !== null && verdict.freeze === null
          const doubt = isNew ? { doubt: freezeText(freeze) } : {}
          return { steps: [], withdrawn: applied.withdrawn, ...doubt }
        }
        return stepsOf(applied, graph, now, progress)
      }
    }
  }

  #review(entry: PackageReport, ref: PackageRef): Review {
    const kept = this.#kept.of(ref)
    const { registry } = this.#world
    return {
      package: ref,
      reviewed: reviewedVersions(entry),
      plannedAt: Date.parse(this.#config.plan.startedAt),
      packageGoes: goesWhole(entry),
      settings: this.#config.settings,
      now: this.#session.startedAt,
      kept,
      reader: new ManifestReader({ registry, package: ref, kept: kept.manifests })
    }
  }

  async #explain(error: unknown, ref: PackageRef): Promise<string> {
    if (isNotFound(error)) return explainMissing(ref, [ref.type], this.#world.github)
    return messageOf(error)
  }

  /** A live run too says what is left: what can't be carried out is no deletion to come. */
  #tell(session: PackageSession, left: PackagePlan): void {
    const entry = this.#session.entryOf({ ...session, plan: left })
    if (entry !== null) this.#world.telling.planned(entry, this.#config.dryRun)
  }

  /** Of what is left of the plan (ruling 3). */
  #checkPlans(packages: readonly Found[]): void {
    const limits = this.#config.settings.maxDeletions
    const exceeded = exceededLimits(packages.map(({ left }) => ({ plan: left, limits })))
    if (exceeded.length > 0) this.#session.fuse = exceeded.map(exceededLimitText).join('; ')
    const plans = packages.map(({ left }) => left)
    this.#session.error = untagProblem(plans, this.#config, this.#world)
  }

  async #change(packages: readonly Found[]): Promise<void> {
    const failed = packages.filter(({ left }) => left.lastVersionFailure !== null)
    for (const { session } of failed) {
      for (const { version, decision } of session.plan?.versions ?? []) {
        if (decision !== 'keep') this.#skip(session, version.id, 'last-version: fail')
      }
    }
    await carryOut(
      packages.filter((one) => !failed.includes(one)),
      { config: this.#config, world: this.#world, session: this.#session, kept: this.#kept }
    )
  }

  #skip(session: PackageSession, id: number, error: string): void {
    this.#session.record(session, { id, outcome: 'skipped', error, untagged: [], retagged: [] })
  }

  #unseen(entry: PackageReport, why: string): { session: PackageSession; found: FoundPackage } {
    const owner: Owner = { login: entry.owner, kind: entry.ownerKind, isTokenOwner: false }
    const ref: PackageRef = { owner, type: entry.type, name: entry.name }
    return { session: this.#session.open(ref), found: nothingFound(ref, entry, why) }
  }
}

const NOT_WHOLE =
  'the plan did not decide to delete the package as a whole, so packageDecision is passed over: ' +
  'by hand changes can only be taken out of a plan'
const NOTHING_DONE = {
  gone: new Set<number>(),
  deleted: new Set<number>(),
  stuck: new Set<number>(),
  untagged: []
}

function intentOf({ packages }: Report) {
  const changed = packages.filter((entry) => plannedRows(entry).length > 0)
  const untags = changed.some(({ versions }) =>
    versions.some(({ decision }) => decision === 'untag')
  )
  return {
    types: [...new Set(changed.map(({ type }) => type))],
    deletes: changed.length > 0,
    writes: untags ? ('perhaps' as const) : ('no' as const)
  }
}

/** Refuses what is no plan, or a plan of other packages than those that the run is for. */
function refuseStrangePlan({ plan, owner, packages, packageTypes }: ApplyConfig): void {
  const refuse = (why: string): never => {
    throw new PreflightError(`the plan can not be applied: ${why}; nothing was changed`)
  }
  if (!plan.dryRun) refuse('it is the report of a run that was carried out, not of a dry run')
  if (plan.mode !== 'cleanup' && plan.mode !== 'apply') refuse(`it was made in mode ${plan.mode}`)
  if (!plan.complete) refuse('the dry run did not come to its end')
  const strange = plan.packages.find((one) => one.owner.toLowerCase() !== owner.toLowerCase())
  if (strange !== undefined)
    refuse(`it is for the owner ${strange.owner}, and this run for ${owner}`)
  const other = plan.packages.find(
    ({ type, name, owner: login }) =>
      packageTypes?.includes(type) === false ||
      packages?.matches({ owner: { login }, type, name }) === false
  )
  if (other !== undefined) {
    refuse(`it has the ${other.type} package ${other.name}, which this run is not for`)
  }
}

function ageProblem({ plan, planMaxAge }: ApplyConfig, now: number): string | null {
  const madeAt = Date.parse(plan.startedAt)
  if (madeAt - now > MAX_AHEAD_MS) {
    return `the plan says that it was made at ${plan.startedAt}, which is not yet; nothing was changed`
  }
  if (!isOlder(madeAt, now, planMaxAge)) return null
  return (
    `the plan was made at ${plan.startedAt} and is older than plan-max-age ${planMaxAge.text}: ` +
    'make a new one and review it; nothing was changed'
  )
}
