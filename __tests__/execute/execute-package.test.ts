import { describe, expect, test } from '@jest/globals'
import { BudgetSpent } from '../../src/execute/budget-spent.js'
import { Overtaken } from '../../src/execute/overtaken.js'
import type { Step } from '../../src/plan/steps.js'
import { deleting, planOf, play } from './a-port.js'

const brief = (outcomes: Awaited<ReturnType<typeof play>>['outcomes']) =>
  outcomes.map(({ id, outcome }) => `${id} ${outcome}`).toSorted()

describe('every planned change ends in exactly one outcome', () => {
  test('where all goes well', async () => {
    const { outcomes } = await play(planOf([1, 2, 3]), deleting(1, 2, 3))

    expect(brief(outcomes)).toEqual(['1 deleted', '2 deleted', '3 deleted'])
  })

  test('where the run has to stop before the first look, nothing is asked', async () => {
    const stop = () => ({ why: 'time-limit', atOnce: false })
    const { outcomes, calls } = await play(planOf([1, 2]), deleting(1, 2), {}, stop)

    expect(brief(outcomes)).toEqual(['1 remaining', '2 remaining'])
    expect(calls).toEqual([])
  })

  test('where the budget is spent at the first look', async () => {
    const lookAgain = () => Promise.reject(new BudgetSpent('none left'))
    const { outcomes } = await play(planOf([1]), [], { lookAgain })

    expect(outcomes).toMatchObject([{ outcome: 'remaining', error: 'none left' }])
  })

  test('where the first look fails it throws, and nothing was changed', async () => {
    const lookAgain = () => Promise.reject(new Error('broken'))

    await expect(play(planOf([1]), [], { lookAgain })).rejects.toThrow('broken')
  })

  test('where the budget is spent on the way, what is left remains', async () => {
    const { outcomes } = await play(planOf([1, 2, 3, 4]), deleting(1, 2, 3, 4), {
      deleteVersion: async (id) => {
        if (id >= 2) throw new BudgetSpent('none left')
        return { kind: 'deleted' }
      }
    })

    expect(brief(outcomes)).toEqual(['1 deleted', '2 remaining', '3 remaining', '4 remaining'])
  })

  test('where a deletion throws, the others are made', async () => {
    const { outcomes } = await play(planOf([1, 2]), deleting(1, 2), {
      deleteVersion: async (id) => {
        if (id === 1) throw new Error('no')
        return { kind: 'deleted' }
      }
    })

    expect(brief(outcomes)).toEqual(['1 failed', '2 deleted'])
  })

  test('where a step is for a version that was withdrawn, it is not begun', async () => {
    const { outcomes, calls } = await play(planOf([1, 2]), [], {
      lookAgain: async () => ({
        listedAt: 1_000_000,
        steps: deleting(1, 2),
        withdrawn: [{ id: 1, outcome: 'skipped', why: 'in use' }]
      })
    })

    expect(brief(outcomes)).toEqual(['1 skipped', '2 deleted'])
    expect(calls).toEqual(['look', 'delete 2'])
  })

  test('where no step is left for a version, it remains', async () => {
    const { outcomes } = await play(planOf([1]), [])

    expect(brief(outcomes)).toEqual(['1 remaining'])
  })
})

describe('tags of one version', () => {
  const steps = (...tags: string[]) => [
    { kind: 'untag' as const, tags: tags.map((tag) => ({ id: 1, tag })) }
  ]

  test('one that moved makes it skipped; the others are said to be off', async () => {
    const { outcomes } = await play(planOf([], { 1: ['a', 'b'] }), steps('a', 'b'), {
      takeOff: async () => [{ kind: 'untagged' }, { kind: 'moved', message: 'b moved' }]
    })

    expect(outcomes).toMatchObject([{ outcome: 'skipped', error: 'b moved', untagged: ['a'] }])
  })

  test('one that no second look agrees to is named', async () => {
    const { outcomes } = await play(planOf([], { 1: ['a', 'b'] }), steps('a'))

    expect(outcomes).toMatchObject([
      { outcome: 'skipped', error: 'b: not to be taken off any more', untagged: ['a'] }
    ])
  })

  test('a spent budget ends the run for the others', async () => {
    const plan = planOf([2], { 1: ['a'] })
    const { outcomes } = await play(
      plan,
      [...steps('a'), { kind: 'delete', id: 2, image: 2, after: [1] }],
      { takeOff: async () => [{ kind: 'remaining', message: 'none left' }] }
    )

    expect(brief(outcomes)).toEqual(['1 remaining', '2 remaining'])
  })
})

test('no version is deleted while tags are taken off, for which the list is read', async () => {
  let deletions = 0
  let removals = 0
  let most = 0
  const work = async <T>(begin: () => void, end: () => void, answer: T): Promise<T> => {
    begin()
    most = Math.max(most, removals * 10 + deletions)
    await new Promise(setImmediate)
    end()
    return answer
  }
  const steps: Step[] = [
    { kind: 'delete', id: 3, image: 3, after: [] },
    { kind: 'delete', id: 4, image: 4, after: [] },
    { kind: 'untag', tags: [{ id: 1, tag: 'a' }] },
    { kind: 'untag', tags: [{ id: 2, tag: 'b' }] },
    { kind: 'delete', id: 5, image: 5, after: [] }
  ]
  const { outcomes } = await play(planOf([3, 4, 5], { 1: ['a'], 2: ['b'] }), steps, {
    deleteVersion: () =>
      work(
        () => (deletions += 1),
        () => (deletions -= 1),
        { kind: 'deleted' }
      ),
    takeOff: (tags) =>
      work(
        () => (removals += 1),
        () => (removals -= 1),
        tags.map(() => ({ kind: 'untagged' as const }))
      )
  })

  expect(most).toBe(10)
  expect(outcomes.map(({ id }) => id)).toEqual([3, 4, 1, 2, 5])
})

test('what has just been needed again comes back, and that is its outcome', async () => {
  const { outcomes, told } = await play(planOf([1]), deleting(1), {
    bringBack: async ({ deleted }) => ({
      back: [...deleted].map((id) => ({ id, outcome: 'restored', why: 'needed' })),
      untold: null
    })
  })

  expect(brief(outcomes)).toEqual(['1 deleted', '1 restored'])
  expect(told).toEqual([expect.stringMatching(/^note: 1 version came back after deletion/)])
})

describe('a deletion that was overtaken while it waited (ruling 76)', () => {
  const overtakenOnce = (mayBeDone: boolean) => {
    let tries = 0
    return async (): Promise<{ readonly kind: 'deleted' }> => {
      tries += 1
      if (tries === 1) throw new Overtaken('too old', mayBeDone)
      return { kind: 'deleted' }
    }
  }

  test('is made after another look, where that still says so', async () => {
    const { outcomes, calls } = await play(planOf([1]), deleting(1), {
      deleteVersion: overtakenOnce(false)
    })

    expect(calls).toEqual(['look', 'delete 1', 'look', 'delete 1'])
    expect(brief(outcomes)).toEqual(['1 deleted'])
  })

  test.each<[boolean, string]>([
    [true, '1 deleted'],
    [false, '1 gone']
  ])('and is not listed any more, a try of it may have been done: %s', async (maybe, outcome) => {
    let looks = 0
    const { outcomes } = await play(planOf([1]), [], {
      lookAgain: async () => {
        looks += 1
        return looks === 1
          ? { listedAt: 1_000_000, steps: deleting(1), withdrawn: [] }
          : {
              listedAt: 1_000_000,
              steps: [],
              withdrawn: [{ id: 1, outcome: 'gone', why: 'somebody else' }]
            }
      },
      deleteVersion: overtakenOnce(maybe)
    })

    expect(brief(outcomes)).toEqual([outcome])
  })

  test('once the run has to stop it remains', async () => {
    let isOver = false
    const { outcomes } = await play(
      planOf([1]),
      deleting(1),
      {
        deleteVersion: async () => {
          isOver = true
          throw new Overtaken('too old', false)
        }
      },
      () => (isOver ? { why: 'time-limit', atOnce: false } : null)
    )

    expect(outcomes).toMatchObject([{ outcome: 'remaining', error: 'time-limit' }])
  })
})
