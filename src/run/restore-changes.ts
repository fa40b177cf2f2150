import type { Stop } from '../execute/ports.js'
import type { Slots } from '../execute/slots.js'
import type { PackageRef } from '../model/package.js'
import type { RestorationAnswer } from '../model/restoration.js'
import type { ListedVersion } from '../model/version.js'
import type { Outcome, VersionOutcome } from '../plan/outcome.js'
import type { VersionPlan } from '../plan/plan.js'
import { restoreOrder } from '../plan/restore-order.js'
import { isLimit } from './budget.js'
import { isRefusal } from './refusals.js'
import type { World } from './world.js'
import { messageOf } from '../model/message-of.js'

export interface RestoreChangesOptions {
  readonly world: World
  readonly package: PackageRef
  readonly slots: Slots
  /** `null` while changes may be begun. */
  readonly stop: () => Stop | null
  /** Takes each outcome as it comes. */
  readonly record: (outcome: VersionOutcome) => void
}

/** What became of a version, and what is to be said of it. */
type Ending = readonly [outcome: Outcome, error: string | null]

/** Brings versions of one package back. Nothing is thrown: every version ends in an outcome. */
export class RestoreChanges {
  readonly #options: RestoreChangesOptions
  readonly #there = new Set<number>()
  readonly #tried = new Set<number>()
  readonly #failed = new Map<number, 'for good' | 'this time'>()
  #ending: Stop | null = null
  #hasGivenUp = false

  constructor(options: RestoreChangesOptions) {
    this.#options = options
  }

  /** Ids of versions that this run brought back, or found back. */
  get there(): ReadonlySet<number> {
    return this.#there
  }

  /** Ids of versions that were to be restored by themselves, whatever became of them. */
  get tried(): ReadonlySet<number> {
    return this.#tried
  }

  /**
   * Of those that could not be restored, whether GitHub says that nobody can. What was left by
   * a stop is not among them.
   */
  get failed(): ReadonlyMap<number, 'for good' | 'this time'> {
    return this.#failed
  }

  /** Why no further change is begun, or `null`. */
  stopped(): Stop | null {
    this.#ending ??= this.#options.stop()
    return this.#ending
  }

  /**
   * Restores the package as a whole. `null` where it is there now, else why it is not; a stop
   * that came before is no refusal of GitHub's.
   */
  async restorePackage(): Promise<Ending | null> {
    const { world, package: ref } = this.#options
    const stop = this.stopped()
    if (stop !== null) return ['remaining', stop.why]
    const [outcome, error] = await this.#asked(() => world.github.restorePackage(ref))
    return outcome === 'restored' || outcome === 'skipped' ? null : [outcome, error]
  }

  /** Restores versions that are not there, children before indexes, subjects before referrers. */
  async restore(plans: readonly VersionPlan[], living: readonly ListedVersion[]): Promise<void> {
    const names = new Map(living.map((version) => [version.name, version]))
    const byId = new Map(plans.map((plan) => [plan.version.id, plan.version]))
    const restorables = plans.map(({ version: { id }, kind, root }) => ({ id, kind, root }))
    for (const wave of restoreOrder(restorables)) {
      await Promise.all(
        wave.map(async (lane) => {
          for (const id of lane) await this.#restoreOne(id, names.get(byId.get(id)?.name ?? ''))
        })
      )
    }
  }

  /** Records the outcome of a version that came back otherwise, or of what its tags came to. */
  end(id: number, [outcome, error]: Ending, retagged: readonly string[] = []): void {
    if (outcome === 'restored' || error === THERE_ALREADY) this.#there.add(id)
    this.#options.record({ id, outcome, error, untagged: [], retagged })
  }

  /** Deletes a stand-in for a tag that came back among versions. Says whether it is gone. */
  async deleteReplacement(id: number, tag: string): Promise<boolean> {
    const { world, package: ref } = this.#options
    const what = `it is the stand-in for the tag ${tag}, which a run was taking off`
    this.#there.delete(id)
    try {
      const answer = await world.github.deleteVersion(ref, id)
      const isGone = answer.kind === 'deleted' || answer.kind === 'gone'
      if (isGone) this.end(id, ['skipped', `${what}: deleted again`])
      else this.end(id, ['failed', `${what}, and could not be deleted again: ${answer.message}`])
      return isGone
    } catch (error) {
      const message = messageOf(error)
      const outcome = isLimit(error) ? 'remaining' : 'failed'
      this.end(id, [outcome, `${what}, and could not be deleted again: ${message}`])
      return false
    }
  }

  /** @param namesake the living version of the same name, which may be in the way */
  async #restoreOne(id: number, namesake: ListedVersion | undefined): Promise<void> {
    await this.#options.slots.take()
    try {
      const ending = this.#refusedBefore() ?? (await this.#restoration(id, namesake))
      this.#note(id, ending)
      this.end(id, ending)
    } finally {
      this.#options.slots.give()
    }
  }

  #note(id: number, [outcome, error]: Ending): void {
    this.#tried.add(id)
    const isRefused = outcome === 'failed' || error === GIVEN_UP
    if (isRefused && !this.#failed.has(id)) this.#failed.set(id, 'this time')
  }

  #refusedBefore(): Ending | null {
    const stop = this.stopped()
    if (stop !== null) return ['remaining', stop.why]
    return this.#hasGivenUp ? ['skipped', GIVEN_UP] : null
  }

  async #restoration(id: number, namesake: ListedVersion | undefined): Promise<Ending> {
    const { world, package: ref } = this.#options
    const [outcome, error] = await this.#asked(async () => {
      const answer = await world.github.restoreVersion(ref, id)
      if (answer.kind === 'expired-or-taken') this.#failed.set(id, 'for good')
      return answer
    })
    if (outcome !== 'failed' || namesake === undefined) return [outcome, error]
    return [
      outcome,
      `its name was used again by version ${namesake.id}: delete that one first to have this one ` +
        `back (${error ?? ''})`
    ]
  }

  async #asked(restore: () => Promise<RestorationAnswer>): Promise<Ending> {
    try {
      const answer = await restore()
      switch (answer.kind) {
        case 'restored':
          return ['restored', null]
        case 'already-there':
          return ['skipped', THERE_ALREADY]
        case 'expired-or-taken':
          return ['failed', answer.message]
        case 'denied':
          this.#hasGivenUp = true
          return ['failed', answer.message]
      }
    } catch (error) {
      const message = messageOf(error)
      if (isLimit(error)) {
        this.#ending ??= { why: message, atOnce: true }
        return ['remaining', message]
      }
      if (isRefusal(error)) this.#hasGivenUp = true
      return ['failed', message]
    }
  }
}

const THERE_ALREADY = 'it was there already'
const GIVEN_UP = 'not tried: the token may not restore in this package'
