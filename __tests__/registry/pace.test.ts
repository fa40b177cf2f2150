import { expect, test } from '@jest/globals'
import { createPace, type Complain } from '../../src/registry/pace.js'
import { fastClock } from './fast-clock.js'

/** Starts `count` tasks that end when told to. */
function startTasks(concurrency: number, count: number) {
  const clock = fastClock()
  const pace = createPace(clock, concurrency)
  const running: { finish: () => void; complain: Complain; at: number }[] = []
  let done = 0
  for (let task = 0; task < count; task += 1) {
    void pace
      .run(
        (complain) =>
          new Promise<void>((finish) => {
            running.push({ finish, complain, at: clock.now() })
          })
      )
      .then(() => (done += 1))
  }
  return { clock, running, done: () => done }
}

/** Lets every promise that can go on do so. */
async function settle(): Promise<void> {
  for (let turn = 0; turn < 20; turn += 1) await Promise.resolve()
}

async function finishAll(running: { finish: () => void }[]): Promise<void> {
  for (const { finish } of running.splice(0)) finish()
  await settle()
}

test('no more than the limit are in flight, and all get their turn', async () => {
  const { running, done } = startTasks(16, 40)
  await settle()
  expect(running).toHaveLength(16)

  running.shift()?.finish()
  await settle()
  expect(running).toHaveLength(16)

  await finishAll(running)
  await finishAll(running)
  await finishAll(running)
  expect(done()).toBe(40)
})

test('requests that complain together halve the limit once, and nobody starts before the pause is over', async () => {
  const { clock, running } = startTasks(16, 100)
  await settle()
  const start = clock.now()
  for (const { complain } of running) complain(2000)
  await finishAll(running)

  expect(running).toHaveLength(8)
  for (const { at } of running) expect(at).toBe(start + 2000)
})

test('after enough answers without a complaint there is room for one more', async () => {
  const { running } = startTasks(16, 200)
  await settle()
  for (const { complain } of running) complain(0)
  await finishAll(running)
  expect(running).toHaveLength(8)

  await finishAll(running)
  await finishAll(running)
  await finishAll(running)
  expect(running.length).toBeGreaterThan(8)
  expect(running.length).toBeLessThanOrEqual(10)
})

test('it never falls below one', async () => {
  const { running } = startTasks(2, 10)
  await settle()
  for (let round = 0; round < 5; round += 1) {
    running[0]?.complain(1)
    await finishAll(running)
  }

  expect(running).toHaveLength(1)
})

test('a task that fails frees its place', async () => {
  const pace = createPace(fastClock(), 1)
  await expect(pace.run(() => Promise.reject(new Error('no')))).rejects.toThrow('no')

  await expect(pace.run(() => Promise.resolve('next'))).resolves.toBe('next')
})
