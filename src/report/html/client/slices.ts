const SLICE_MS = 12

/**
 * Runs a generator to its end, a dozen milliseconds at a time, so that the page answers in
 * between. Gives `null` where `isStale` says meanwhile that nobody waits for it any more.
 */
export async function inSlices<T>(
  steps: Generator<undefined, T>,
  isStale: () => boolean = () => false
): Promise<T | null> {
  let pause = performance.now() + SLICE_MS
  for (;;) {
    const step = steps.next()
    if (step.done === true) return step.value
    if (performance.now() < pause) continue
    await nextTask()
    if (isStale()) return null
    pause = performance.now() + SLICE_MS
  }
}

// A timer would wait at least 4 ms each time.
async function nextTask(): Promise<void> {
  await new Promise<void>((resolve) => {
    const { port1, port2 } = new MessageChannel()
    port1.addEventListener('message', () => {
      port1.close()
      resolve()
    })
    port1.start()
    port2.postMessage(null)
  })
}
