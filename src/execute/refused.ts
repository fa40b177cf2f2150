/**
 * GitHub refused a change for a reason that all changes of the package share, or all of the
 * token: none of them is tried any more.
 */
export class Refused extends Error {
  override readonly name = 'Refused'

  /** Whether the token itself is not accepted, whatever the package. */
  readonly isOfToken: boolean

  constructor(message: string, isOfToken: boolean) {
    super(message)
    this.isOfToken = isOfToken
  }
}
