import type { Clock, DurationMs } from '../model/time.js'

/** Sleeps until the time is over or one of the signals is aborted, whichever comes first. */
export async function sleepUnlessAborted(
  clock: Pick<Clock, 'sleep'>,
  ms: DurationMs,
  ...signals: readonly (AbortSignal | undefined)[]
): Promise<void> {
  const given = signals.flatMap((signal) => signal ?? [])
  if (given.some(({ aborted }) => aborted)) return
  let wake = (): void => undefined
  const aborted = new Promise<void>((resolve) => (wake = resolve))
  for (const signal of given) signal.addEventListener('abort', wake, { once: true })
  try {
    await Promise.race([clock.sleep(ms), aborted])
  } finally {
    for (const signal of given) signal.removeEventListener('abort', wake)
  }
}
