import type { DeletionAnswer } from '../model/deletion.js'
import type { Clock, EpochMs } from '../model/time.js'
import { MINUTE_MS } from '../model/time.js'
import type { PackagePlan } from '../plan/plan.js'
import type { Step } from '../plan/steps.js'
import { BudgetSpent } from './budget-spent.js'
import { Ledger } from './ledger.js'
import { Overtaken } from './overtaken.js'
import type { BroughtBack, ExecutionWatch, PackagePort, Stop, UntagAnswer } from './ports.js'
import { Refused } from './refused.js'
import type { Slots } from './slots.js'
import { outcomeOf } from './step-outcomes.js'
import { requestsOf, StepQueue } from './step-queue.js'
import { tagOutcomes } from './tag-outcomes.js'
import { messageOf } from '../model/message-of.js'

/** A change is never based on a version list that is older (ruling 76). */
const LIST_MAX_AGE_MS = MINUTE_MS

const PACKAGE_REFUSED = 'not tried: the token may not delete in this package'
const TOKEN_REFUSED = 'not tried: GitHub does not accept the token any more'

export interface ExecutionOptions {
  readonly plan: PackagePlan
  readonly port: PackagePort
  readonly watch: ExecutionWatch
  readonly slots: Slots
  readonly clock: Clock
}

/**
 * Carries out the plan of one package, after a second look at it. Every planned change ends
 * in exactly one outcome, which `watch` is told as it comes; nothing is thrown but what the
 * first look throws, before which nothing was changed. Where the run has to stop before it,
 * nothing is asked at all.
 */
export async function executePackage(options: ExecutionOptions): Promise<void> {
  await new PackageExecution(options).run()
}

class PackageExecution {
  readonly #options: ExecutionOptions
  readonly #inFlight = new Set<Promise<void>>()
  readonly #ledger: Ledger
  readonly #begunImages = new Set<number>()
  /** Tags to take off, by version. */
  readonly #untag: ReadonlyMap<number, readonly string[]>
  #queue = new StepQueue([])
  #isUntagging = false
  #mustLook = false
  #listedAt: EpochMs = -Infinity
  #ending: Stop | null = null
  /** Why no further change is tried, because GitHub would refuse it. */
  #refusal: string | null = null

  constructor(options: ExecutionOptions) {
    this.#options = options
    this.#untag = new Map(options.plan.versions.map(({ version, untag }) => [version.id, untag]))
    this.#ledger = new Ledger(options.plan, (outcome) => options.watch.record(outcome))
  }

  async run(): Promise<void> {
    let isLeft = await this.#begins()
    while (isLeft) isLeft = await this.#next()
    await Promise.all(this.#inFlight)
    await this.#bringBack()
    const why = this.#refusal ?? this.#ending?.why ?? 'not reached'
    const outcome = this.#refusal === null ? 'remaining' : 'skipped'
    this.#ledger.endAll(outcome, why)
  }

  /** The first look; whether it was possible within what the run may still do. */
  async #begins(): Promise<boolean> {
    this.#ending = this.#options.watch.stop(this.#requestsOfLook())
    if (this.#ending !== null || this.#isRefused()) return false
    try {
      await this.#look()
      return true
    } catch (error) {
      if (!(error instanceof BudgetSpent)) throw error
      this.#ending = limitMet(error.message)
      return false
    }
  }

  /** Whether there is anything left to do. Each call begins a step, waits, or looks again. */
  async #next(): Promise<boolean> {
    if (this.#hasToEndNow()) return false
    if (this.#queue.isEmpty && !this.#mustLook) return this.#waitForOne()
    if (this.#isStale() || this.#mustLook)
      return this.#inFlight.size > 0 ? this.#waitForOne() : this.#lookOrEnd()
    if (this.#readyStep() === undefined) return this.#waitForOne()
    await this.#options.slots.take()
    // While it waited, an image that was begun may have come to its next step.
    const step = this.#hasToEndNow() || this.#isStale() ? undefined : this.#readyStep()
    if (step === undefined) this.#options.slots.give()
    else this.#begin(step)
    return true
  }

  /** Of the list, of one change that is based on it, and of the look that closes the work. */
  #requestsOfLook(): number {
    const { lookRequests, closingRequests } = this.#options.port
    return lookRequests + 1 + closingRequests
  }

  #isRefused(): boolean {
    if (this.#options.watch.isTokenRefused()) this.#refusal ??= TOKEN_REFUSED
    return this.#refusal !== null
  }

  #readyStep(): Step | undefined {
    if (this.#isUntagging) return undefined
    return this.#queue.peek((id) => this.#ledger.gone.has(id), this.#inFlight.size === 0)
  }

  /**
   * What went into use between the last list and the deletions based on it. Where that can't be
   * looked at, the gap stays as GitHub leaves it, and a person is told.
   */
  async #bringBack(): Promise<void> {
    const { port, watch } = this.#options
    if (this.#ledger.deleted.size === 0 || port.closingRequests === 0) return
    const cut = this.#ending?.atOnce === true ? this.#ending : watch.lacks(port.closingRequests)
    if (cut !== null || watch.isTokenRefused()) {
      // What ends a run as a person wants it is worth knowing, no more.
      const isMeant = this.#ending?.atOnce === true && this.#ending.isLimit !== true
      watch.tell(isMeant ? 'note' : 'warning', unseenText(cut?.why ?? TOKEN_REFUSED))
      return
    }
    try {
      const { back, untold } = await port.bringBack(this.#ledger)
      this.#takeBack(back)
      if (untold !== null) watch.tell('warning', unseenText(untold))
    } catch (error) {
      watch.tell('warning', unseenText(messageOf(error)))
    }
  }

  #takeBack(back: readonly BroughtBack[]): void {
    this.#ledger.bringBack(back)
    const restored = back.filter(({ outcome }) => outcome === 'restored').length
    if (restored > 0) this.#options.watch.tell('note', backText(restored))
  }

  async #waitForOne(): Promise<boolean> {
    if (this.#inFlight.size === 0) return false
    await Promise.race(this.#inFlight)
    return true
  }

  #isStale(): boolean {
    return this.#options.clock.now() - this.#listedAt > LIST_MAX_AGE_MS
  }

  /** After a stop only images that were begun are finished, and not even those in haste (ruling 64). */
  #hasToEndNow(): boolean {
    if (this.#isRefused()) return true
    const { port, watch } = this.#options
    const requests = requestsOf(this.#readyStep(), port.lookRequests)
    this.#ending ??= watch.stop(requests + port.closingRequests)
    if (this.#ending === null) return false
    this.#mustLook = false
    this.#queue.keepOnly(
      (step) =>
        step.kind === 'delete' && this.#begunImages.has(step.image) && step.image !== step.id
    )
    return this.#ending.atOnce
  }

  async #lookOrEnd(): Promise<boolean> {
    const lacks = this.#options.watch.lacks(this.#requestsOfLook())
    this.#ending ??= lacks
    if (lacks !== null) return false
    try {
      await this.#look()
      return true
    } catch (error) {
      const why = `the package could not be looked at again: ${messageOf(error)}`
      if (error instanceof BudgetSpent) this.#ending = limitMet(error.message)
      else this.#ledger.endAll('failed', why)
      return false
    }
  }

  async #look(): Promise<void> {
    const { port } = this.#options
    const look = await port.lookAgain(this.#ledger)
    this.#listedAt = look.listedAt
    this.#mustLook = false
    this.#takeBack(look.back ?? [])
    this.#ledger.withdraw(look.withdrawn)
    if (look.doubt !== undefined) this.#options.watch.tell('warning', look.doubt)
    if (look.isPackageGone === true && this.#options.plan.packageDecision === 'delete') {
      this.#options.watch.recordPackage('gone', null)
    }
    this.#queue = new StepQueue(look.steps.flatMap((step) => this.#openPart(step)))
  }

  /** What is still to be done of a step. */
  #openPart(step: Step): Step[] {
    switch (step.kind) {
      case 'delete-package':
        return [step]
      case 'delete':
        return this.#ledger.open.has(step.id) ? [step] : []
      case 'untag': {
        const tags = step.tags.filter(({ id }) => this.#ledger.open.has(id))
        return tags.length > 0 ? [{ kind: 'untag', tags }] : []
      }
    }
  }

  #begin(step: Step): void {
    this.#queue.remove(step)
    if (step.kind === 'delete') this.#begunImages.add(step.image)
    if (step.kind === 'untag') this.#isUntagging = true
    const work = this.#carryOut(step).finally(() => {
      if (step.kind === 'untag') this.#isUntagging = false
      this.#inFlight.delete(work)
      this.#options.slots.give()
    })
    this.#inFlight.add(work)
  }

  async #carryOut(step: Step): Promise<void> {
    const { port } = this.#options
    const isStillMeant = () => !this.#isStale() && !this.#isRefused()
    try {
      switch (step.kind) {
        case 'delete-package':
          return this.#packageAnswered(await port.deletePackage(isStillMeant))
        case 'delete':
          return this.#deletionAnswered(step.id, await port.deleteVersion(step.id, isStillMeant))
        case 'untag':
          return this.#tagsAnswered(step, await port.takeOff(step.tags))
      }
    } catch (error) {
      if (error instanceof Overtaken) return this.#overtaken(step, error)
      if (error instanceof BudgetSpent) return this.#leave(step, error)
      if (error instanceof Refused) this.#refused(error)
      this.#fail(step, messageOf(error))
    }
  }

  /** It stays open: the next look tells whether it is still to be done. */
  #overtaken(step: Step, { mayBeDone }: Overtaken): void {
    this.#mustLook = true
    if (step.kind === 'delete') this.#ledger.overtaken(step.id, mayBeDone)
  }

  /** What was not done, or of which nobody knows whether it was, says so itself. */
  #leave(step: Step, { message }: BudgetSpent): void {
    this.#ending ??= this.#options.watch.stop(1) ?? limitMet(message)
    if (step.kind === 'delete') this.#ledger.end(step.id, 'remaining', message)
  }

  /** What was not sent yet is not tried: it would be refused alike. */
  #refused({ isOfToken }: Refused): void {
    if (isOfToken) this.#options.watch.refuseToken()
    this.#refusal ??= isOfToken ? TOKEN_REFUSED : PACKAGE_REFUSED
  }

  #fail(step: Step, why: string): void {
    switch (step.kind) {
      case 'delete-package':
        this.#options.watch.recordPackage('failed', why)
        this.#ledger.endAll('failed', why)
        break
      case 'delete':
        this.#ledger.end(step.id, 'failed', why)
        this.#dropWhatWaitsFor(step.id)
        break
      case 'untag':
        for (const { id } of step.tags)
          if (this.#ledger.open.has(id)) this.#ledger.end(id, 'failed', why)
        break
    }
  }

  #packageAnswered(answer: DeletionAnswer): void {
    const { outcome, error } = outcomeOf(answer)
    this.#options.watch.recordPackage(outcome, error)
    this.#ledger.endAll(outcome, error)
  }

  #deletionAnswered(id: number, answer: DeletionAnswer): void {
    const { outcome, error } = outcomeOf(answer)
    this.#ledger.end(id, outcome, error)
    if (!this.#ledger.gone.has(id)) this.#dropWhatWaitsFor(id)
    if (answer.kind === 'denied') this.#giveUp()
  }

  /** Without the Admin role every further deletion of this package would be refused alike. */
  #giveUp(): void {
    for (const step of this.#queue.steps()) {
      if (step.kind === 'delete') this.#ledger.end(step.id, 'skipped', PACKAGE_REFUSED)
    }
    this.#queue = new StepQueue(this.#queue.steps().filter(({ kind }) => kind === 'untag'))
  }

  /** A child of a version that stayed stays too. */
  #dropWhatWaitsFor(id: number): void {
    for (const needed of this.#queue.removeDependants(id)) {
      this.#ledger.end(needed, 'skipped', `version ${id}, which needs it, could not be deleted`)
    }
  }

  #tagsAnswered(
    { tags }: Step & { readonly kind: 'untag' },
    answers: readonly UntagAnswer[]
  ): void {
    for (const { id, outcome, error, untagged, spent } of tagOutcomes(tags, answers, this.#untag)) {
      if (spent !== null) this.#ending ??= limitMet(spent)
      this.#ledger.end(id, outcome, error, untagged)
    }
  }
}

function limitMet(why: string): Stop {
  return { why, atOnce: true, isLimit: true }
}

function backText(restored: number): string {
  const [versions, them] = restored === 1 ? ['1 version', 'it'] : [`${restored} versions`, 'them']
  return `${versions} came back after deletion: somebody restored ${them}, or something new needs ${them}`
}

function unseenText(why: string): string {
  return (
    'nobody could look whether something published meanwhile needs what was deleted ' +
    `(${why}): mode: repair tells, and brings it back`
  )
}
