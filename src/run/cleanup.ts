import type { PackageSummary } from '../model/package-summary.js'
import type { PackageRef, PackageType } from '../model/package.js'
import type { Owner } from '../model/package.js'
import { exceededLimits } from '../plan/deletion-limits.js'
import { unseenPlan } from '../plan/frozen-plan.js'
import { exceededLimitText } from '../report/exceeded-limit-text.js'
import { FactAsker } from './ask-facts.js'
import { lackOfRequests, unseenBecause } from './budget.js'
import { carryOut, PACKAGES_AT_ONCE } from './carry-out.js'
import type { CleanupConfig } from './config.js'
import { doubtsAbout } from './doubts.js'
import { KeptRecord } from './kept-record.js'
import { loadKept, saveKept } from './kept-runs.js'
import { lookUp } from './look-up.js'
import { mapLimited } from './map-limited.js'
import { HIDDEN, isListed, listedBeside, missingText, spelledOtherwise } from './near-names.js'
import { meet, untagProblem } from './meet.js'
import { plainNamesOf, policyFor, typesOf } from './package-rules.js'
import { NO_ENTRY, NOTHING_MEANT } from './nothing-meant.js'
import type { PlannedPackage } from './plan-one.js'
import { planOne } from './plan-one.js'
import type { RunResult } from './run-result.js'
import { failuresOf } from './run-result.js'
import { oldestAsked, reportedLeftOvers, type ReportedLeftOver } from './reported-left-over.js'
import { secondSteps } from './second-steps.js'
import type { SelectedPackage } from './select-packages.js'
import { selectPackages } from './select-packages.js'
import type { PackageSession, RunSession } from './session.js'
import { takeShare } from './shares.js'
import { UsualCauses } from './usual-causes.js'
import type { World } from './world.js'
import { groupBy } from '../model/group-by.js'
import { messageOf } from '../model/message-of.js'

/**
 * The main job: lists the packages, plans each of them, and unless it is a dry run carries the
 * plans out. One package's failure never stops another's.
 *
 * @throws GitHubError, PreflightError where the run can't begin at all; nothing was changed then
 */
export async function cleanup(
  config: CleanupConfig,
  world: World,
  session: RunSession
): Promise<RunResult> {
  return new CleanupRun(config, world, session).run()
}

/** A package of this run that has a plan. */
interface Planned {
  readonly session: PackageSession
  readonly planned: PlannedPackage
}

class CleanupRun {
  readonly #config: CleanupConfig
  readonly #world: World
  readonly #session: RunSession
  /** By the reports of runs before, where they lie where this one's will. */
  #leftOver: ReportedLeftOver = () => []
  #kept = KeptRecord.parse(null)
  readonly #causes: UsualCauses

  constructor(config: CleanupConfig, world: World, session: RunSession) {
    this.#config = config
    this.#world = world
    this.#session = session
    this.#causes = new UsualCauses({ config, world })
  }

  async run(): Promise<RunResult> {
    const [config, world] = [this.#config, this.#world]
    const types = typesOf(config)
    const owner = await meet(
      config,
      world,
      { types, deletes: true, writes: mayUntag(config) ? 'perhaps' : 'no' },
      this.#session
    )
    const selected = await this.#select(owner, types)
    this.#kept = await loadKept(config, world)
    const since = oldestAsked(this.#session.startedAt)
    this.#leftOver = reportedLeftOvers(world.files.earlier(since))
    const planned = await this.#planAll(selected)
    this.#checkPlans(planned)
    await this.#session.begin()
    if (!config.dryRun && this.#isMeant) await this.#change(planned)
    await this.#causes.ask(this.#session.startedAt)
    const report = await this.#session.finish()
    await saveKept(config, world, this.#kept)
    return { report, failures: failuresOf(report, config.failOn) }
  }

  async #select(owner: Owner, types: readonly PackageType[]): Promise<readonly SelectedPackage[]> {
    const config = this.#config
    const { packages, missing, warnings } = await selectPackages(
      {
        owner,
        types,
        names: config.packages,
        plainNames: (type) => plainNamesOf(config, type),
        file: config.rules.kind === 'file' ? config.rules.file : null,
        share: config.share
      },
      this.#world.github
    )
    this.#session.warnings.push(...warnings)
    for (const { refs, why } of missing) {
      this.#causes.add({ refs, why, session: this.#session.open(refs[0]) })
    }
    return takeShare(packages, config.share)
  }

  async #planAll(selected: readonly SelectedPackage[]): Promise<Planned[]> {
    const world = this.#world
    const facts = new FactAsker(world)
    const total = selected.length
    let done = 0
    const results = await mapLimited(selected, PACKAGES_AT_ONCE, async (one) => {
      const result = await this.#plan(one, facts)
      done += 1
      world.telling.progress({ phase: 'reading', done, total })
      return result
    })
    const all = [...results, ...(await this.#seekMissing(results, facts))]
    const there = all.filter(({ kind }) => kind !== 'missing')
    if (there.length > 0 && there.every(({ kind }) => kind === 'left-alone')) {
      this.#session.warnings.push(NOTHING_MEANT)
    }
    return all.flatMap((one) => (one.kind === 'planned' ? [one] : []))
  }

  async #plan(
    { ref, isNamed }: Pick<SelectedPackage, 'ref' | 'isNamed'>,
    facts: FactAsker,
    session = this.#session.open(ref)
  ): Promise<PlanResult> {
    session.package = ref
    const policy = policyFor(this.#config, ref)
    if (policy === null && !isNamed) return leaveAlone(session)
    const interrupted = this.#world.interrupted()
    if (interrupted !== null) {
      session.error = `not looked at: ${interrupted}`
      return { kind: 'failed' }
    }
    if (policy === null) {
      const isAbsent = (await lookUp(ref, this.#world.github)) === 'absent'
      return isAbsent ? { kind: 'missing', ref, session } : leaveAlone(session)
    }
    try {
      const now = this.#session.startedAt
      const planned = await planOne(ref, policy, {
        world: this.#world,
        facts,
        kept: this.#kept,
        now,
        leftOver: this.#leftOver(ref)
      })
      if (planned === null) {
        if (isNamed) return { kind: 'missing', ref, session }
        session.error = HIDDEN
        return { kind: 'failed' }
      }
      session.plan = planned.plan
      this.#tellPlanned(session)
      return { kind: 'planned', session, planned }
    } catch (error) {
      const unseen = unseenBecause(error)
      if (unseen === null) {
        session.error = messageOf(error)
        return { kind: 'failed' }
      }
      session.plan = unseenPlan(ref, unseen)
      this.#tellPlanned(session)
      return { kind: 'unseen', session }
    }
  }

  #tellPlanned(session: PackageSession): void {
    const entry = this.#session.entryOf(session)
    if (entry !== null) this.#world.telling.planned(entry, this.#config.dryRun)
  }

  /**
   * A name that several types could have is missing only where none of them has it, and only
   * where none has it in another letter case either, which does not count (ruling 35). One that
   * GitHub lists all the same is hidden from the token.
   */
  async #seekMissing(results: readonly PlanResult[], facts: FactAsker): Promise<PlanResult[]> {
    const found = new Set(
      results.flatMap((one) =>
        one.kind === 'missing' || one.kind === 'failed' ? [] : [nameOf(one.session.package)]
      )
    )
    const missing = results.flatMap((one) => (one.kind === 'missing' ? [one] : []))
    const respelled: PlanResult[] = []
    for (const [name, group] of groupBy(missing, ({ ref }) => nameOf(ref))) {
      const refs = group.map(({ ref }) => ref)
      const listed = found.has(name) ? [] : await this.#listedBeside(refs)
      const hidden = group.filter(({ ref }) => isListed(ref, listed))
      for (const { session } of hidden) session.error = HIDDEN
      const again = group.flatMap(({ ref, session }) => {
        const spelled = spelledOtherwise(ref, listed)
        return spelled === null ? [] : [{ ref: { ...ref, name: spelled }, isNamed: false, session }]
      })
      for (const one of again) respelled.push(await this.#plan(one, facts, one.session))
      const isMissing = !found.has(name) && hidden.length + again.length === 0
      const left = group.filter((one) => ![...hidden, ...again].some(hasSessionOf(one)))
      // Of several types the first is told.
      const told = isMissing ? left.shift() : undefined
      const why = missingText(refs, listed)
      if (told !== undefined) this.#causes.add({ refs, why, session: told.session })
      for (const { session } of left) this.#session.drop(session)
    }
    return respelled
  }

  /** What a run needs for its changes is not spent on names that are not there. */
  async #listedBeside(refs: readonly PackageRef[]): Promise<readonly PackageSummary[]> {
    const isSpent = lackOfRequests(this.#config, this.#world, refs.length) !== null
    return isSpent ? [] : listedBeside(refs, this.#world.github)
  }

  #checkPlans(planned: readonly Planned[]): void {
    const exceeded = exceededLimits(
      planned.map(({ planned: { plan, input } }) => ({
        plan,
        limits: input.policy.settings.maxDeletions
      }))
    )
    if (exceeded.length > 0) this.#session.fuse = exceeded.map(exceededLimitText).join('; ')
    const plans = planned.map((one) => one.planned.plan)
    this.#session.error = untagProblem(plans, this.#config, this.#world)
    const isLive = !this.#config.dryRun && this.#isMeant
    const doubted = planned.map((one) => one.planned)
    this.#session.notes.push(...doubtsAbout(doubted, this.#config, isLive))
  }

  /** Whether nothing about the plans as a whole forbids to carry them out. */
  get #isMeant(): boolean {
    return this.#session.fuse === null && this.#session.error === null
  }

  #change(planned: readonly Planned[]): Promise<void> {
    const packages = planned.map((one) => ({ ...one, decide: secondSteps(one.planned.plan) }))
    return carryOut(packages, {
      config: this.#config,
      world: this.#world,
      session: this.#session,
      kept: this.#kept
    })
  }
}

/** A package that was named and is not there under this name. */
interface Missing {
  readonly ref: PackageRef
  readonly session: PackageSession
}

type PlanResult =
  | ({ readonly kind: 'planned' } & Planned)
  | ({ readonly kind: 'missing' } & Missing)
  /** A limit has hidden it: it may be there or not. */
  | { readonly kind: 'unseen'; readonly session: PackageSession }
  | { readonly kind: 'left-alone'; readonly session: PackageSession }
  | { readonly kind: 'failed' }

function hasSessionOf({ session }: Missing): (one: Pick<Missing, 'session'>) => boolean {
  return (one) => one.session === session
}

function leaveAlone(session: PackageSession): PlanResult {
  session.leftAlone = NO_ENTRY
  return { kind: 'left-alone', session }
}

function mayUntag({ rules, dryRun }: CleanupConfig): boolean {
  if (dryRun) return false
  if (rules.kind === 'quick') return rules.settings.untag
  const places = [
    rules.inputs,
    rules.file.defaults,
    ...rules.file.entries.map((one) => one.settings)
  ]
  return places.some(({ untag }) => untag === true)
}

function nameOf({ name }: PackageRef): string {
  return name.toLowerCase()
}
