import type { DeleteStep, Step } from '../plan/steps.js'

/** Steps in their order, of which those come first that wait for nothing any more. */
export class StepQueue {
  readonly #left: Set<Step>
  readonly #waitingFor = new Map<number, DeleteStep[]>()

  constructor(steps: readonly Step[]) {
    this.#left = new Set(steps)
    for (const step of steps) {
      if (step.kind !== 'delete') continue
      for (const id of step.after) {
        const waiting = this.#waitingFor.get(id)
        if (waiting === undefined) this.#waitingFor.set(id, [step])
        else waiting.push(step)
      }
    }
  }

  /** What is left, in order. */
  steps(): readonly Step[] {
    return [...this.#left]
  }

  get isEmpty(): boolean {
    return this.#left.size === 0
  }

  /**
   * The first step that may be begun, or `undefined` where each waits for another. Taking tags
   * off reads the version list, of which deletions beside it would shift the pages: it waits
   * until nothing is under way, and what comes after waits for it.
   */
  peek(isGone: (id: number) => boolean, isIdle: boolean): Step | undefined {
    for (const step of this.#left) {
      if (step.kind === 'untag') return isIdle ? step : undefined
      if (isReady(step, isGone)) return step
    }
    return undefined
  }

  /** Drops the others. */
  keepOnly(isWanted: (step: Step) => boolean): void {
    for (const step of this.#left) if (!isWanted(step)) this.#left.delete(step)
  }

  remove(step: Step): void {
    this.#left.delete(step)
  }

  /** Takes out all that waits for `id`, directly or through others, and gives their ids. */
  removeDependants(id: number): number[] {
    const removed: number[] = []
    const failed = [id]
    // The list grows while it is walked.
    for (const one of failed) {
      for (const step of this.#waitingFor.get(one) ?? []) {
        if (!this.#left.delete(step)) continue
        removed.push(step.id)
        failed.push(step.id)
      }
    }
    return removed
  }
}

function isReady(step: Step, isGone: (id: number) => boolean): boolean {
  return step.kind !== 'delete' || step.after.every(isGone)
}

/** What a step takes of the token's hour; a batch of tags reads the list besides. */
export function requestsOf(step: Step | undefined, lookRequests: number): number {
  if (step === undefined) return 0
  return step.kind === 'untag' ? step.tags.length + lookRequests : 1
}
