import { Slots } from '../execute/slots.js'
import { stopReason } from './budget.js'
import type { RepairConfig } from './config.js'
import { KeptRecord } from './kept-record.js'
import { loadKept, saveKept } from './kept-runs.js'
import { mapLimited } from './map-limited.js'
import { explainMissing } from './near-names.js'
import type { DamageFound } from './repair-observe.js'
import { lookForDamage } from './repair-observe.js'
import { RestoreChanges } from './restore-changes.js'
import { restoreParts } from './restore-parts.js'
import { selectByName } from './restore-select.js'
import { restoreTags } from './restore-tags.js'
import { noteTrouble } from './restore-unseen.js'
import { restorePackagePlan } from '../plan/restore-plan.js'
import type { VersionPlan } from '../plan/plan.js'
import { enumerate } from '../report/wording.js'
import type { RunResult } from './run-result.js'
import { failuresOf } from './run-result.js'
import type { SelectedPackage } from './select-packages.js'
import type { RunSession } from './session.js'
import { stopAndGoOn } from './stop-again.js'
import type { World } from './world.js'

/** Packages that are read, or changed, at once. */
const PACKAGES_AT_ONCE = 4
const SHOWN_OTHERS = 10

/**
 * Heals images that lost parts: finds indexes with missing entries and subjects with missing
 * referrers among the living versions, looks for what is missing among the deleted ones, and
 * restores it. What nobody can restore is a warning of the package.
 *
 * @throws GitHubError, PreflightError where the run can't begin at all; nothing was changed then
 */
export async function repair(
  config: RepairConfig,
  world: World,
  session: RunSession
): Promise<RunResult> {
  return new RepairRun(config, world, session).run()
}

class RepairRun {
  readonly #config: RepairConfig
  readonly #world: World
  readonly #session: RunSession
  readonly #slots: Slots
  #kept = KeptRecord.parse(null)

  constructor(config: RepairConfig, world: World, session: RunSession) {
    this.#config = config
    this.#world = world
    this.#session = session
    this.#slots = new Slots(config.concurrency)
  }

  async run(): Promise<RunResult> {
    const { dryRun, failOn } = this.#config
    const found = await selectByName(this.#config, this.#world, this.#session)
    for (const { refs, why } of found.missing) this.#session.open(refs[0]).error = why
    const selected = this.#leaveOthers(found.packages)
    this.#kept = await loadKept(this.#config, this.#world)
    let done = 0
    const results = await mapLimited(selected, PACKAGES_AT_ONCE, async (one) => {
      const damage = await this.#look(one)
      done += 1
      this.#world.telling.progress({ phase: 'reading', done, total: selected.length })
      return damage
    })
    await this.#session.begin()
    const damaged = results.filter((one) => one !== null && one.plans.length > 0)
    if (!dryRun) {
      await mapLimited(damaged, PACKAGES_AT_ONCE, async (one) => {
        if (one !== null) await this.#heal(one)
      })
    }
    const report = await this.#session.finish()
    await saveKept(this.#config, this.#world, this.#kept)
    return { report, failures: failuresOf(report, failOn) }
  }

  /**
   * The container packages. Of the others those that are known to be there are named in a
   * warning; an exact name is meant as that of a container.
   */
  #leaveOthers(selected: readonly SelectedPackage[]): readonly SelectedPackage[] {
    const others = selected.filter(({ ref, isNamed }) => ref.type !== 'container' && !isNamed)
    for (const { ref } of others) {
      this.#session.open(ref).leftAlone = 'only versions of containers have parts'
    }
    const names = others.map(({ ref }) => `${ref.type} package ${ref.name}`)
    if (names.length > 0) {
      this.#session.warnings.push(
        `only container packages have parts to repair: ${enumerate(names, SHOWN_OTHERS)} ` +
          `${names.length === 1 ? 'was' : 'were'} left alone`
      )
    }
    return selected.filter(({ ref }) => ref.type === 'container')
  }

  async #look({ ref }: SelectedPackage): Promise<DamageFound | null> {
    const session = this.#session.open(ref)
    const interrupted = this.#world.interrupted()
    if (interrupted !== null) {
      session.error = `not looked at: ${interrupted}`
      return null
    }
    try {
      const found = await lookForDamage(ref, session, {
        world: this.#world,
        kept: this.#kept,
        now: this.#session.startedAt
      })
      if (found === null) {
        session.error = await explainMissing(ref, [ref.type], this.#world.github)
        return null
      }
      session.plan = restorePackagePlan(ref, found.plans)
      const entry = this.#session.entryOf(session)
      if (entry !== null) this.#world.telling.planned(entry, this.#config.dryRun)
      return found
    } catch (error) {
      noteTrouble(error, session, this.#session)
      return null
    }
  }

  async #heal(found: DamageFound): Promise<void> {
    const { ref, session } = found
    const world = this.#world
    const changes = new RestoreChanges({
      world,
      package: ref,
      slots: this.#slots,
      stop: () => this.#stop(),
      record: (outcome) => this.#session.record(session, outcome)
    })
    const warn = (text: string) => {
      if (!session.warnings.includes(text)) session.warnings.push(text)
    }
    const leave = (why: string) => this.#session.leaveForLater(why)
    try {
      const work = { world, package: ref, changes, warn, leave }
      const tried = await restoreParts({
        ...work,
        living: found.living,
        deleted: found.deleted,
        readings: found.readings,
        among: null,
        add: (plans) => this.#add(found, plans)
      })
      const wishes = new Map(tried.map(({ version }) => [version.id, version.tags ?? []]))
      const incomplete = new Set<number>()
      await restoreTags({ ...work, wishes, incomplete, isFoundAgain: false })
    } catch (error) {
      noteTrouble(error, session, this.#session)
    }
    const entry = this.#session.entryOf(session)
    if (entry !== null) world.telling.changed(entry, false)
  }

  /** What is found when a part is back joins the plan, which is written before it is begun. */
  async #add({ ref, session }: DamageFound, plans: readonly VersionPlan[]): Promise<void> {
    const planned = session.plan?.versions ?? []
    const known = new Set(planned.map(({ version }) => version.id))
    const more = plans.filter(({ version }) => !known.has(version.id))
    if (more.length === 0) return
    session.plan = restorePackagePlan(ref, [...planned, ...more])
    await this.#session.begin()
  }

  #stop() {
    const limits = { ...this.#config, startedAt: this.#session.startedAt }
    const reason = stopAndGoOn(stopReason(limits, this.#world), this.#world)
    this.#session.stopped ??= reason?.why ?? null
    return reason
  }
}
