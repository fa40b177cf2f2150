/** A limit on changes in flight at once, shared by all packages of a run. First come, first served. */
export class Slots {
  readonly #waiting: (() => void)[] = []
  #free: number

  /** @param count how many may be taken at once, at least 1 */
  constructor(count: number) {
    this.#free = count
  }

  /** Takes a slot when one is free. */
  async take(): Promise<void> {
    if (this.#free > 0) {
      this.#free -= 1
      return
    }
    await new Promise<void>((resolve) => this.#waiting.push(resolve))
  }

  /** Gives a slot back: to the one that has waited longest. */
  give(): void {
    const next = this.#waiting.shift()
    if (next === undefined) this.#free += 1
    else next()
  }
}
