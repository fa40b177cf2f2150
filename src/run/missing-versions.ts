import type { Progress } from '../execute/ports.js'
import type { ListedVersion } from '../model/version.js'
import type { PackagePlan } from '../plan/plan.js'

/** Asked about at once, and of what was not listed before at all. */
const ASKED_AT_ONCE = 50

export interface MissingVersionsOptions {
  readonly plan: PackagePlan
  /** Ids of the list that the plan was made of. */
  readonly before: ReadonlySet<number>
  /** Living versions by their ids; `null` for those of which GitHub says that there is none. */
  readonly getVersions: (ids: readonly number[]) => Promise<readonly (ListedVersion | null)[]>
}

/**
 * Tells a list that lacks what somebody else has deleted from one that lacks what is there:
 * versions that were to change and are not listed any more are asked for, each until it is gone
 * for certain. A single one that is there after all makes the list one that is not believed.
 */
export class MissingVersions {
  readonly #options: MissingVersionsOptions
  readonly #gone = new Set<number>()

  constructor(options: MissingVersionsOptions) {
    this.#options = options
  }

  /** Why a list is not to be believed, in words, or `null`. Throws what `getVersions` throws. */
  async doubt(listed: readonly ListedVersion[], progress: Progress): Promise<string | null> {
    const { before, getVersions } = this.#options
    const missing = this.#missing(listed, progress)
    const lost = missing.filter((id) => before.has(id))
    // What was not listed before either, as in a plan of last week, needs no more than a sample.
    const others = missing.filter((id) => !before.has(id))
    const sample = others.slice(0, Math.max(0, ASKED_AT_ONCE - lost.length))
    for (const batch of batches([...lost, ...sample])) {
      const there = (await getVersions(batch)).find((version) => version !== null)
      if (there != null) return doubtOf(there.id)
      for (const id of batch) this.#gone.add(id)
    }
    for (const id of missing) this.#gone.add(id)
    return null
  }

  #missing(listed: readonly ListedVersion[], { gone, stuck }: Progress): number[] {
    const there = new Set(listed.map(({ id }) => id))
    return this.#options.plan.versions
      .filter(({ decision }) => decision !== 'keep')
      .map(({ version }) => version.id)
      .filter((id) => !there.has(id) && !gone.has(id) && !stuck.has(id) && !this.#gone.has(id))
  }
}

function batches(ids: readonly number[]): number[][] {
  const count = Math.ceil(ids.length / ASKED_AT_ONCE)
  return Array.from({ length: count }, (_, place) =>
    ids.slice(place * ASKED_AT_ONCE, (place + 1) * ASKED_AT_ONCE)
  )
}

function doubtOf(id: number): string {
  return `the version list lacks version ${id}, which is there, so nothing more is changed on its word`
}
