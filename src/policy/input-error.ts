/** What is wrong with one input of the action, which is also a flag of the command line. */
export interface InputError {
  /** Its name, such as `keep-newest`; `null` where what is wrong is that none was given. */
  readonly input: string | null
  /** What was given, as it was written; `null` where that is not one value. */
  readonly value: string | null
  /** A whole sentence that names the input, the value and what was expected. */
  readonly message: string
}
