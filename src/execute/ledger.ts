import type { Outcome } from '../plan/outcome.js'
import type { PackagePlan } from '../plan/plan.js'
import type { Withdrawal } from '../plan/second-look.js'
import type { TagOfVersion } from '../plan/steps.js'
import type { BroughtBack, ExecutionWatch, Progress } from './ports.js'

/** What became of each planned change to one package, and what is still open. */
export class Ledger implements Progress {
  readonly gone = new Set<number>()
  readonly deleted = new Set<number>()
  readonly stuck = new Set<number>()
  readonly untagged: TagOfVersion[] = []
  /** Ids of versions with a planned change that has no outcome yet. */
  readonly open: Set<number>
  readonly #record: ExecutionWatch['record']
  /** Deletions that were overtaken, though a try of which the answer was lost may have made them. */
  readonly #maybeDone = new Set<number>()

  constructor(plan: PackagePlan, record: ExecutionWatch['record']) {
    this.#record = record
    this.open = new Set(
      plan.versions.flatMap(({ decision, version }) => (decision === 'keep' ? [] : [version.id]))
    )
  }

  end(id: number, outcome: Outcome, error: string | null, untagged: readonly string[] = []): void {
    this.open.delete(id)
    if (outcome === 'deleted') this.deleted.add(id)
    if (outcome === 'deleted' || outcome === 'gone') this.gone.add(id)
    else if (outcome !== 'untagged') this.stuck.add(id)
    for (const tag of untagged) this.untagged.push({ id, tag })
    this.#record({ id, outcome, error, untagged, retagged: [] })
  }

  /** Ends all that is open alike. */
  endAll(outcome: Outcome, error: string | null): void {
    for (const id of this.open) this.end(id, outcome, error)
  }

  /** It stays open: the next look tells whether it is still to be done. */
  overtaken(id: number, mayBeDone: boolean): void {
    if (mayBeDone) this.#maybeDone.add(id)
  }

  withdraw(withdrawn: readonly Withdrawal[]): void {
    for (const { id, outcome, why } of withdrawn) {
      if (!this.open.has(id)) continue
      if (outcome === 'gone' && this.#maybeDone.has(id)) this.end(id, 'deleted', null)
      else this.end(id, outcome, why)
    }
  }

  /** What was deleted and is back counts as staying; what could not be restored is tried again. */
  bringBack(back: readonly BroughtBack[]): void {
    for (const { id, outcome, why } of back) {
      if (outcome === 'restored') {
        this.gone.delete(id)
        this.deleted.delete(id)
        this.stuck.add(id)
      }
      this.#record({ id, outcome, error: why, untagged: [], retagged: [] })
    }
  }
}
