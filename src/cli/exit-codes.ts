/** What the process ends with. */
export const EXIT = { done: 0, failed: 1, usage: 2 } as const
export type ExitCode = (typeof EXIT)[keyof typeof EXIT]

/** The command line asks for what can't be done. The message is for people. */
export class UsageError extends Error {
  override readonly name = 'UsageError'
}
