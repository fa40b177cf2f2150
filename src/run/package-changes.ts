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
import { GitHubError } from '../github/errors.js'
import type { DeletionAnswer } from '../model/deletion.js'
import { hasTags } from '../model/package.js'
import { MINUTE_MS, SECOND_MS } from '../model/time.js'
import type { EpochMs } from '../model/time.js'
import type { ListedVersion } from '../model/version.js'
import type { PackagePlan } from '../plan/plan.js'
import { distinctVersions } from '../plan/list-check.js'
import type { PlanInput } from '../plan/plan-package.js'
import { withdrawAll } from '../plan/second-look.js'
import type { TagOfVersion } from '../plan/steps.js'
import { isLimit } from './budget.js'
import { bringBackNeeded } from './bring-back.js'
import type { ManifestReader } from './manifest-reader.js'
import { MissingVersions } from './missing-versions.js'
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
/** Versions that the closing list lacks and that are asked for before it is believed. */
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
  readonly reader: Pick<ManifestReader, 'readAgain'>
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
    const { world, plan, input, observe, decide } = this.#options
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
    const returned = await this.#returned(listed, progress)
    const gone = new Set([...progress.gone].filter((id) => !returned.has(id)))
    const now = withReturned(progress, gone, returned)
    const versions = putBack(input.inventory.versions, listed, now)
    const seen = await observe(versions, [...gone])
    // What could not be read because the run has to end is no reason to let anything stay.
    const interrupted = world.interrupted()
    if (interrupted !== null) throw new BudgetSpent(interrupted)
    const { back } = await this.#restoreNeeded(listed, seen, now)
    const restored = new Set(back.flatMap(({ id, outcome }) => (outcome === 'restored' ? id : [])))
    const kept = new Set([...gone].filter((id) => !restored.has(id)))
    return { ...decide(seen, withReturned(now, kept, restored)), listedAt, back }
  }

  /** Restores what this run has deleted and something published since needs. */
  async #restoreNeeded(
    listed: readonly ListedVersion[],
    { inventory }: PlanInput,
    progress: Progress
  ): Promise<ClosingLook> {
    const { world, plan, reader } = this.#options
    const there = new Set(listed.map(({ id }) => id))
    const isNothingNew = listed.every(({ id }) => this.#before.has(id))
    if (progress.deleted.size === 0 || isNothingNew || !this.#looksForNeeds()) {
      return { back: [], untold: null }
    }
    const now = { package: plan.package, inventory, there, before: this.#before, reader }
    return bringBackNeeded(now, progress, world)
  }

  /**
   * What this run has deleted and is listed all the same: either the list lags behind, or
   * somebody has brought it back, which a GET of its own tells. Only of container packages, in
   * which something may need it.
   */
  async #returned(
    listed: readonly ListedVersion[],
    { gone }: Progress
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
    const doubt = await this.#closingDoubt(listed, progress)
    if (doubt !== null) return { back: [], untold: doubt }
    const versions = putBack(input.inventory.versions, listed, progress)
    const seen = listed.every(({ id }) => this.#before.has(id))
      ? input
      : await observe(versions, [...progress.gone])
    return this.#restoreNeeded(listed, seen, progress)
  }

  /** Whether a list may lack what was published: it lacks what nobody deleted. */
  async #closingDoubt(
    listed: readonly ListedVersion[],
    { gone }: Progress
  ): Promise<string | null> {
    const there = new Set(listed.map(({ id }) => id))
    const missing = [...this.#before].filter((id) => !there.has(id) && !gone.has(id))
    const found = (await this.#getAll(missing.slice(0, ASKED_AT_CLOSING))).find(
      (version) => version !== null
    )
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

/** Progress where some of what was gone is back: it counts as staying. */
function withReturned(
  progress: Progress,
  gone: ReadonlySet<number>,
  returned: ReadonlySet<number>
): Progress {
  const { deleted, stuck, untagged } = progress
  return {
    gone,
    deleted: new Set([...deleted].filter((id) => !returned.has(id))),
    stuck: new Set([...stuck, ...returned]),
    untagged
  }
}

/**
 * The list as it would be had this run changed nothing: what it has deleted and nobody pushed
 * again is in it again, and so are the tags that it took off and that nobody else has taken
 * since (ruling 13).
 */
function putBack(
  before: readonly ListedVersion[],
  listed: readonly ListedVersion[],
  { gone, untagged }: Progress
): ListedVersion[] {
  const there = new Set(listed.map(({ id }) => id))
  const pushedAgain = new Set(listed.map(({ name }) => name))
  const used = new Set(listed.flatMap(({ tags }) => tags ?? []))
  const deleted = distinctVersions(before)
    .filter(({ id, name }) => gone.has(id) && !there.has(id) && !pushedAgain.has(name))
    .map((version) => ({ ...version, tags: version.tags?.filter((tag) => !used.has(tag)) ?? null }))
  const retagged = listed.map((version) => {
    const own = untagged.filter(({ id, tag }) => id === version.id && !used.has(tag))
    if (own.length === 0) return version
    return { ...version, tags: [...(version.tags ?? []), ...own.map(({ tag }) => tag)] }
  })
  return [...retagged, ...deleted]
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

function isNotFound(error: unknown): boolean {
  return error instanceof GitHubError && error.code === 'not-found'
}
