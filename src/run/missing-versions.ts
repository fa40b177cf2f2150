import type { Progress } from '../execute/ports.js'
import type { ListedVersion } from '../model/version.js'
import type { PackagePlan } from '../plan/plan.js'

/** Asked about in one look: as many as there may be changes in flight of which the answer was lost. */
const MOST_ASKED = 50

export interface MissingVersionsOptions {
  readonly plan: PackagePlan
  /** Ids of the list that the plan was made of. */
  readonly before: ReadonlySet<number>
  /** One living version; `null` where GitHub says that there is none. */
  readonly getVersion: (id: number) => Promise<ListedVersion | null>
}

/**
 * Tells a list that lacks what somebody else has deleted from one that lacks what is there:
 * versions that were to change and are not listed any more are asked for one by one, each until
 * it is gone for certain.
 */
export class MissingVersions {
  readonly #options: MissingVersionsOptions
  readonly #gone = new Set<number>()

  constructor(options: MissingVersionsOptions) {
    this.#options = options
  }

  /** Why a list is not to be believed, in words, or `null`. Throws what `getVersion` throws. */
  async doubt(listed: readonly ListedVersion[], progress: Progress): Promise<string | null> {
    const { before, getVersion } = this.#options
    const missing = this.#missing(listed, progress)
    const lost = missing.filter((id) => before.has(id))
    if (lost.length > MOST_ASKED) return doubtOf(`${lost.length} versions that were there`)
    // What was not listed before either, as in a plan of last week, needs no more than a sample.
    const asked = [...lost, ...missing.filter((id) => !before.has(id))].slice(0, MOST_ASKED)
    const found = await Promise.all(asked.map((id) => getVersion(id)))
    const there = found.find((version) => version !== null)
    if (there != null) return doubtOf(`version ${there.id}, which is there`)
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

function doubtOf(what: string): string {
  return `the version list lacks ${what}, so nothing more is changed on its word`
}
