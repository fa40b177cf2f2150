import type { Clock, DurationMs } from '../model/time.js'

/** Sleeps until the time is over or one of the signals is aborted, whichever comes first. */
export async function sleepUnlessAborted(
  clock: Pick<Clock, 'sleep'>,
  ms: DurationMs,
  ...signals: readonly (AbortSignal | undefined)[]
): Promise<void> {
  if (signals.some((signal) => signal?.aborted === true)) return
  await unlessAborted(clock.sleep(ms), ...signals)
}

/** What `work` comes to, or `aborted` where one of the signals is aborted before. */
export async function unlessAborted<T>(
  work: Promise<T>,
  ...signals: readonly (AbortSignal | undefined)[]
): Promise<T | 'aborted'> {
  let giveUp = (): void => undefined
  // Made anew for each: what is raced against one that lives on would be kept as long as that.
  const aborted = new Promise<'aborted'>((resolve) => {
    giveUp = () => resolve('aborted')
  })
  for (const signal of signals) signal?.addEventListener('abort', giveUp, { once: true })
  try {
    return await Promise.race([work, aborted])
  } finally {
    for (const signal of signals) signal?.removeEventListener('abort', giveUp)
  }
}
