import { BudgetSpent } from '../execute/budget-spent.js'
import { Overtaken } from '../execute/overtaken.js'
import type {
  ClosingLook,
  Look,
  PackagePort,
  Progress,
  Stop,
  UntagAnswer
} from '../execute/ports.js'
import { Refused } from '../execute/refused.js'
import { GitHubError, isNotFound } from '../github/errors.js'
import type { DeletionAnswer } from '../model/deletion.js'
import { hasTags } from '../model/package.js'
import { MINUTE_MS, SECOND_MS } from '../model/time.js'
import type { EpochMs } from '../model/time.js'
import type { ListedVersion, Version } from '../model/version.js'
import type { PackagePlan } from '../plan/plan.js'
import { checkList } from '../plan/list-check.js'
import { graphOf } from '../plan/plan-package.js'
import type { PlanInput } from '../plan/plan-package.js'
import { withdrawAll } from '../plan/second-look.js'
import type { TagOfVersion } from '../plan/steps.js'
import { isLimit } from './budget.js'
import { bringBackNeeded, broughtBackByOthers, restoredIn, untoldText } from './bring-back.js'
import type { ManifestReader } from './manifest-reader.js'
import { MissingVersions } from './missing-versions.js'
import { putBack, withRestored, withReturned } from './put-back.js'
import { isRefusal } from './refusals.js'
import { takeOffTags } from './take-off-tags.js'
import type { World } from './world.js'

/**
 * Reads what planning takes for this list. `begun` are ids of versions that count as left over:
 * what follows them goes on going, whatever became of their tags (ruling 64).
 */
export type Observe = (
  versions: readonly ListedVersion[],
  begun: readonly number[]
) => Promise<PlanInput>

/** Finds what is left to do of a plan in a package as it is now, what this run has done put back. */
export type Decide = (input: PlanInput, progress: Progress) => Omit<Look, 'listedAt'>

/** What was read no longer ago was read right before. */
const RIGHT_BEFORE_MS = 5 * SECOND_MS
const VERSIONS_A_PAGE = 100
/** Versions that are asked for on their own before a closing list is believed. */
const ASKED_AT_CLOSING = 5

export interface PackageChangesOptions {
  readonly world: World
  readonly plan: PackagePlan
  /** What the plan was made of. */
  readonly input: PlanInput
  /** When the reading of its version list began. */
  readonly listedAt: EpochMs
  /** When it was read to its end. */
  readonly listReadAt: EpochMs
  /** What is still to be done, by what is there now. */
  readonly decide: Decide
  /** Observes the package again, for a list that was read anew and images to be finished. */
  readonly observe: Observe
  readonly reader: Pick<ManifestReader, 'readAgain' | 'forgetAbsent'>
  /** `null` while the token's hour has so many requests to spare. */
  readonly lacks: (requests: number) => Stop | null
}

/** The changes to one package, by GitHub's REST API and its registry. */
export class PackageChanges implements PackagePort {
  readonly #options: PackageChangesOptions
  readonly #missing: MissingVersions
  #looks = 0
  /** Ids of the list that the plan was made of. */
  readonly #before: ReadonlySet<number>
  /** Ids of what this run has deleted and restored again. */
  readonly #restored = new Set<number>()

  constructor(options: PackageChangesOptions) {
    this.#options = options
    this.#before = new Set(options.input.inventory.versions.map(({ id }) => id))
    this.#missing = new MissingVersions({
      plan: options.plan,
      before: this.#before,
      getVersions: (ids) => this.#getAll(ids)
    })
  }

  get lookRequests(): number {
    return Math.max(1, Math.ceil(this.#options.input.inventory.versions.length / VERSIONS_A_PAGE))
  }

  get closingRequests(): number {
    return this.#looksForNeeds() ? this.lookRequests : 0
  }

  async lookAgain(progress: Progress): Promise<Look> {
    this.#looks += 1
    const { world, plan, input, observe, decide, reader } = this.#options
    const isFresh = this.#looks === 1 && this.#isFresh()
    const listedAt = isFresh ? this.#options.listedAt : world.clock.now()
    const listed = isFresh ? input.inventory.versions : await this.#list()
    if (listed === null) {
      const gone = withdrawAll(plan, progress.gone, '', new Set())
      return { listedAt, steps: [], withdrawn: gone, isPackageGone: true }
    }
    const doubt = await this.#missing.doubt(listed, progress)
    if (doubt !== null) {
      return { listedAt, steps: [], withdrawn: withdrawAll(plan, progress.gone, doubt), doubt }
    }
    if (isFresh) return { ...decide(input, progress), listedAt }
    const there = withRestored(input.inventory.versions, listed, this.#restored)
    const returned = await this.#returned(there, progress.gone)
    const now = withReturned(progress, returned)
    const versions = putBack(input.inventory.versions, there, now)
    if (this.#looks === 1) await reader.forgetAbsent()
    const seen = await observe(versions, [...now.gone])
    // What could not be read because the run has to end is no reason to let anything stay.
    const interrupted = world.interrupted()
    if (interrupted !== null) throw new BudgetSpent(interrupted)
    const { back } = await this.#restoreNeeded(there, seen, now, returned)
    const all = [...broughtBackByOthers(returned), ...back]
    return { ...decide(seen, withReturned(now, restoredIn(all))), listedAt, back: all }
  }

  /** Restores what this run has deleted and something that came since needs. */
  async #restoreNeeded(
    listed: readonly ListedVersion[],
    { inventory }: PlanInput,
    progress: Progress,
    returned: ReadonlySet<number>
  ): Promise<ClosingLook> {
    const { world, plan, reader } = this.#options
    const there = new Set(listed.map(({ id }) => id))
    const isNew = (id: number) => !this.#before.has(id) || returned.has(id)
    const news = new Set([...there].filter(isNew))
    if (progress.deleted.size === 0 || news.size === 0 || !this.#looksForNeeds()) {
      return { back: [], untold: null }
    }
    const now = { package: plan.package, inventory, there, news, reader }
    const { back, unread } = await bringBackNeeded(now, progress, world)
    for (const id of restoredIn(back)) this.#restored.add(id)
    return { back, untold: await this.#untold(unread) }
  }

  /** What is listed and can't be read may be gone already, as a replacement of ours is. */
  async #untold(unread: readonly Version[]): Promise<string | null> {
    const found = await this.#getAll(unread.slice(0, ASKED_AT_CLOSING).map(({ id }) => id))
    const living = unread.filter((_, place) => found[place] !== null)
    return living.length === 0 ? null : untoldText(living, this.#options.plan.package.type)
  }

  /**
   * What this run has deleted and is listed all the same: either the list lags behind, or
   * somebody has brought it back, which a GET of its own tells. Only of container packages, in
   * which something may need it.
   */
  async #returned(
    listed: readonly ListedVersion[],
    gone: ReadonlySet<number>
  ): Promise<ReadonlySet<number>> {
    if (this.#options.plan.package.type !== 'container') return new Set()
    const ids = [...new Set(listed.map(({ id }) => id))].filter((id) => gone.has(id))
    const found = await this.#getAll(ids)
    return new Set(found.flatMap((version) => version?.id ?? []))
  }

  /** `null` where somebody has deleted the whole package: it is not there by any name. */
  async #list(): Promise<readonly ListedVersion[] | null> {
    const { world, plan } = this.#options
    try {
      return await withinBudget(() => world.github.listVersions(plan.package))
    } catch (error) {
      if (!isNotFound(error) || (await this.#isPackageThere())) throw error
      return null
    }
  }

  async #isPackageThere(): Promise<boolean> {
    const { world, plan } = this.#options
    try {
      await withinBudget(() => world.github.getPackage(plan.package))
      return true
    } catch (error) {
      if (isNotFound(error)) return false
      throw error
    }
  }

  async #getAll(ids: readonly number[]): Promise<readonly (ListedVersion | null)[]> {
    const { world, plan, lacks } = this.#options
    const lack = ids.length === 0 ? null : lacks(ids.length)
    if (lack !== null) throw new BudgetSpent(lack.why)
    return Promise.all(
      ids.map((id) => withinBudget(() => world.github.getVersion(plan.package, id)))
    )
  }

  #looksForNeeds(): boolean {
    const { type } = this.#options.plan.package
    return type === 'container' && this.#options.plan.packageDecision !== 'delete'
  }

  async bringBack(progress: Progress): Promise<ClosingLook> {
    const { world, plan, input, observe } = this.#options
    const listed = await world.github.listVersions(plan.package)
    const there = withRestored(input.inventory.versions, listed, this.#restored)
    const doubt = await this.#closingDoubt(there, progress)
    if (doubt !== null) return { back: [], untold: doubt }
    const returned = await this.#returned(there, this.#needing(progress))
    const now = withReturned(progress, returned)
    const isAsBefore = returned.size === 0 && there.every(({ id }) => this.#before.has(id))
    const seen = isAsBefore
      ? input
      : await observe(putBack(input.inventory.versions, there, now), [...now.gone])
    const { back, untold } = await this.#restoreNeeded(there, seen, now, returned)
    return { back: [...broughtBackByOthers(returned), ...back], untold }
  }

  /** Ids of what this run has deleted and would miss something that it has deleted, were it back. */
  #needing({ deleted }: Progress): ReadonlySet<number> {
    const { inventory } = this.#options.input
    const checked = checkList(inventory)
    if (!checked.ok) return deleted
    const { nodes } = graphOf(inventory, checked.versions)
    const needs = (id: number) => nodes.get(id)?.needs.some((needed) => deleted.has(needed))
    return new Set([...deleted].filter(needs))
  }

  /** Whether a list may lack what was published: it lacks what nobody deleted. */
  async #closingDoubt(
    listed: readonly ListedVersion[],
    { gone, stuck }: Progress
  ): Promise<string | null> {
    const there = new Set(listed.map(({ id }) => id))
    const isMissing = (id: number) => !there.has(id) && !gone.has(id) && !stuck.has(id)
    const missing = [...this.#before].filter(isMissing).slice(0, ASKED_AT_CLOSING)
    const found = (await this.#getAll(missing)).find((version) => version !== null)
    return found == null ? null : `the version list lacks version ${found.id}, which is there`
  }

  deleteVersion(id: number, isStillMeant: () => boolean): Promise<DeletionAnswer> {
    const { world, plan } = this.#options
    return changing(() => world.github.deleteVersion(plan.package, id, isStillMeant))
  }

  deletePackage(isStillMeant: () => boolean): Promise<DeletionAnswer> {
    const { world, plan } = this.#options
    return changing(() => world.github.deletePackage(plan.package, isStillMeant))
  }

  takeOff(tags: readonly TagOfVersion[]): Promise<readonly UntagAnswer[]> {
    const { world, plan } = this.#options
    const names = new Map(plan.versions.map(({ version }) => [version.id, version.name]))
    return takeOffTags(plan.package, tags, (id) => names.get(id), world)
  }

  /**
   * Where nothing comes between the list and the first change of a package whose versions have
   * no tags and nothing to read, its own list is the one that was read right before. After
   * anything that takes time, such as another package's list, it is read again, and so is one
   * that took a minute itself (ruling 76).
   */
  #isFresh(): boolean {
    const { world, plan, input, listedAt, listReadAt } = this.#options
    const now = world.clock.now()
    return (
      !hasTags(plan.package.type) &&
      input.facts.distTags === null &&
      now - listedAt < MINUTE_MS &&
      now - listReadAt < RIGHT_BEFORE_MS
    )
  }
}

/** A limit whose wait is too long for this run is no failure of the step: the rest remains. */
async function withinBudget<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof GitHubError && error.code === 'overtaken') {
      throw new Overtaken(error.message, error.failure.afterFault === true)
    }
    if (error instanceof Error && isLimit(error)) {
      throw new BudgetSpent(error.message, { cause: error })
    }
    throw error
  }
}

/** As `withinBudget`; what would be refused for every version is said without naming one. */
async function changing<T>(change: () => Promise<T>): Promise<T> {
  try {
    return await withinBudget(change)
  } catch (error) {
    if (!isRefusal(error)) throw error
    const { message } = error.with({ request: 'DELETE' })
    throw new Refused(message, error.code === 'unauthorized')
  }
}
