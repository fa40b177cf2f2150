import { describe, expect, test } from '@jest/globals'
import * as fc from 'fast-check'
import { Pace, PausedError } from '../../src/github/pace.js'
import { SteppedClock } from './fake-clock.js'

interface Arrival {
  readonly at: number
  readonly points: number
  readonly task: number
  readonly startedAt: number
}

interface Task {
  /** When it is asked for. */
  readonly after: number
  readonly points: number
  /** Until it arrives on the other side, and from there until the answer is here. */
  readonly there: number
  readonly back: number
}

/** Runs the tasks and says when each arrived on the other side, and how many were under way. */
async function simulate(
  tasks: readonly Task[],
  meddle: (pace: Pace, clock: SteppedClock) => void = () => undefined
): Promise<{ arrivals: Arrival[]; mostAtOnce: number }> {
  const clock = new SteppedClock()
  const pace = new Pace(clock)
  const arrivals: Arrival[] = []
  let underWay = 0
  let mostAtOnce = 0
  const send = async ({ points, there, back }: Task, task: number): Promise<void> => {
    const startedAt = clock.now()
    mostAtOnce = Math.max(mostAtOnce, (underWay += 1))
    await clock.sleep(there)
    arrivals.push({ at: clock.now(), points, task, startedAt })
    await clock.sleep(back)
    underWay -= 1
  }
  meddle(pace, clock)
  const all = tasks.map(async (task, index) => {
    await clock.sleep(task.after)
    await pace.run(task.points, () => send(task, index))
  })
  await clock.run()
  await Promise.all(all)
  return { arrivals, mostAtOnce }
}

/** The most points that arrived within any 60 seconds, both ends included. */
function mostPoints(arrivals: readonly Arrival[]): number {
  const sums = arrivals.map(({ at: from }) =>
    arrivals
      .filter(({ at }) => at >= from && at <= from + 60_000)
      .reduce((sum, { points }) => sum + points, 0)
  )
  return Math.max(0, ...sums)
}

const task = fc.record({
  after: fc.nat({ max: 150_000 }),
  points: fc.constantFrom(1, 5, 5, 5),
  there: fc.nat({ max: 5_000 }),
  back: fc.nat({ max: 5_000 })
})

const times = (count: number, one: Partial<Task> = {}): Task[] =>
  Array.from({ length: count }, () => ({ after: 0, points: 5, there: 20, back: 20, ...one }))

describe('the pace', () => {
  test('never lets more than 900 points arrive in any minute, nor 100 be under way', async () => {
    const bursts = fc.array(task, { minLength: 150, maxLength: 450, size: 'max' })
    await fc.assert(
      fc.asyncProperty(bursts, fc.nat({ max: 50_000 }), async (tasks, crowding) => {
        const crowded = tasks.map((one) => ({ ...one, after: Math.min(one.after, crowding) }))
        const { arrivals, mostAtOnce } = await simulate(crowded)

        expect(arrivals).toHaveLength(tasks.length)
        expect(mostPoints(arrivals)).toBeLessThanOrEqual(900)
        expect(mostAtOnce).toBeLessThanOrEqual(100)
      }),
      { numRuns: 25, endOnFailure: true }
    )
  })

  test('does not slow 180 deletions at all', async () => {
    const { arrivals, mostAtOnce } = await simulate(times(100))
    expect(arrivals.every(({ startedAt }) => startedAt === 1_000_000)).toBe(true)
    expect(mostAtOnce).toBe(100)

    const more = await simulate([...times(90), ...times(90, { after: 50 })])
    expect(more.arrivals.every(({ startedAt }) => startedAt <= 1_000_050)).toBe(true)
  })

  test('runs 900 deletions within four minutes and a half', async () => {
    const { arrivals } = await simulate(times(900))

    expect(mostPoints(arrivals)).toBe(900)
    expect(Math.max(...arrivals.map(({ at }) => at)) - 1_000_000).toBeLessThan(270_000)
  })

  test('keeps the order in which they came', async () => {
    const { arrivals } = await simulate(
      times(400).map((one, index) => ({ ...one, points: index % 3 === 0 ? 5 : 1 }))
    )
    const inOrder = arrivals.toSorted((a, b) => a.startedAt - b.startedAt || a.task - b.task)

    expect(inOrder.map((arrival) => arrival.task)).toEqual(arrivals.map((_, index) => index))
  })

  test('counts a request from its end: it may have arrived as late as that', async () => {
    // 180 that arrive 30 s late leave no room for a 181st before 30 s and a minute
    const { arrivals } = await simulate([...times(100, { there: 30_000 }), ...times(81)])

    expect(mostPoints(arrivals)).toBeLessThanOrEqual(900)
  })
})

describe('a pause', () => {
  test('holds everybody, and ends', async () => {
    const { arrivals } = await simulate(times(3), (pace) => pace.pauseUntil(1_500_000))

    expect(arrivals.map(({ startedAt }) => startedAt)).toEqual([1_500_000, 1_500_000, 1_500_000])
  })

  test('is not shortened by a later one', async () => {
    const { arrivals } = await simulate(times(1), (pace) => {
      pace.pauseUntil(1_500_000)
      pace.pauseUntil(1_400_000)
    })

    expect(arrivals[0]?.startedAt).toBe(1_500_000)
  })

  test('refuses those that may not wait so long, and lets them go on afterwards', async () => {
    const clock = new SteppedClock()
    const pace = new Pace(clock, (ms) => ms < 1000)
    const first = pace.run(1, () => clock.sleep(10))
    pace.pauseUntil(clock.now() + 60_000)
    const refused = await Promise.allSettled([1, 2, 3].map(() => pace.run(1, () => clock.sleep(1))))
    await clock.run()
    await first

    for (const one of refused) expect(one).toMatchObject({ reason: expect.any(PausedError) })
    const waited = clock.sleep(60_000)
    await clock.run()
    await waited
    await expect(pace.run(1, () => Promise.resolve('sent'))).resolves.toBe('sent')
  })
})

describe('slowing down', () => {
  test('halves the points of a minute, once for all that were under way', async () => {
    const { arrivals } = await simulate(times(200), (pace, clock) => {
      pace.slowDown(clock.now())
      pace.slowDown(clock.now() - 500)
    })
    const firstMinute = arrivals.filter(({ at }) => at < 1_060_000)

    expect(firstMinute).toHaveLength(90)
  })

  test('is over a few quiet minutes later', async () => {
    const late = times(180, { after: 250_000, there: 1, back: 1 })
    const { arrivals } = await simulate(late, (pace, clock) => pace.slowDown(clock.now()))

    expect(arrivals.every(({ startedAt }) => startedAt <= 1_250_010)).toBe(true)
  })

  test('never comes to a stop', async () => {
    const { arrivals } = await simulate(times(30), (pace, clock) => {
      for (let i = 0; i < 20; i += 1) pace.slowDown(clock.now())
    })

    expect(arrivals).toHaveLength(30)
  })
})

test('a task that fails gives its place back', async () => {
  const clock = new SteppedClock()
  const pace = new Pace(clock)
  const failing = Array.from({ length: 150 }, () =>
    pace.run(1, () => Promise.reject(new Error('no')))
  )
  const settled = Promise.allSettled(failing)
  await clock.run()

  expect((await settled).every(({ status }) => status === 'rejected')).toBe(true)
})
