/**
 * A change was not made because the list that it is based on grew older than a minute while it
 * waited for its turn (ruling 76): it is to be looked at again.
 */
export class Overtaken extends Error {
  override readonly name = 'Overtaken'

  /** Whether an earlier try, of which the answer was lost, may have made it. */
  readonly mayBeDone: boolean

  constructor(message: string, mayBeDone: boolean) {
    super(message)
    this.mayBeDone = mayBeDone
  }
}
