import { describe, expect, test } from '@jest/globals'
import { DAY_MS } from '../../src/model/time.js'
import { planPackage } from '../../src/plan/plan-package.js'
import { NOW } from './a-package.js'
import { planOf } from './a-plan.js'

/** What docs/reasons.md says to do, tried: A has that reason, and what becomes of it then. */
interface Advice {
  readonly text: string
  readonly rules: string
  /** What was done about it. */
  readonly done: Partial<Pick<Advice, 'text' | 'rules'>>
  readonly goes: boolean
}

const REST = 'keep: [{tags: rest}]'
const UNTAGGED = `${REST}\ndelete: [{untagged: true}]`
const EVERYTHING = `${REST}\ndelete: [{older-than: 0}]`
const BY_ID = `${REST}\ndelete: [{ids: [1]}]`

describe('docs/reasons.md: what to do', () => {
  test.each<[string, string, Advice]>([
    [
      'future-dated',
      'no rule deletes it, not even by ids',
      { text: 'A[x] -2h\nZ[rest]', rules: EVERYTHING, done: { rules: BY_ID }, goes: false }
    ],
    [
      'too-young',
      'looked at again, it goes',
      {
        text: 'A 2h\nZ[rest]',
        rules: UNTAGGED,
        done: { text: 'A 26h\nZ[rest]' },
        goes: true
      }
    ],
    [
      'unknown-manifest',
      'broken: [unpullable] deletes it',
      {
        text: 'A absent\nZ[rest]',
        rules: UNTAGGED,
        done: { rules: `${REST}\ndelete: [{broken: [unpullable]}]` },
        goes: true
      }
    ],
    [
      'kept-by-rule',
      'without that rule it goes',
      {
        text: 'A[v1]\nZ[rest]',
        rules: 'keep: [{tags: rest}, {tags: "v*"}]\ndelete: [{older-than: 0}]',
        done: { rules: EVERYTHING },
        goes: true
      }
    ],
    [
      'within-quota',
      'with a lower number it goes',
      {
        text: 'A[v1]\nB[v2]\nZ[rest]',
        rules: 'keep: [{tags: rest}, {tags: "v*", newest: 2}]\ndelete: [{tags: "v*"}]',
        done: {
          rules: 'keep: [{tags: rest}, {tags: "v*", newest: 1}]\ndelete: [{tags: "v*"}]'
        },
        goes: true
      }
    ],
    [
      'beside-quota',
      'it goes with the image where its own tags are selected',
      {
        text: 'A[v1-amd64]\nI[v1]{A}\nZ[rest]',
        rules: 'keep: [{tags: rest}, {tags: "v*", newest: 1}]\ndelete: [{tags: "v*"}]',
        done: {
          rules: 'keep: [{tags: rest}, {tags: "v*", newest: 0}]\ndelete: [{tags: "v*"}]'
        },
        goes: true
      }
    ],
    [
      'beside-quota',
      'it stays where they are not',
      {
        text: 'A[v1-amd64]\nI[v1]{A}\nZ[rest]',
        rules: 'keep: [{tags: rest}, {tags: "v*", newest: 1}]\ndelete: [{tags: "v*"}]',
        done: {
          rules: 'keep: [{tags: rest}, {tags: "v*", newest: 0}]\ndelete: [{tags: v1}]'
        },
        goes: false
      }
    ],
    [
      'needed',
      'no rule deletes it alone',
      {
        text: 'A\nI[rest]{A}',
        rules: EVERYTHING,
        done: { rules: BY_ID },
        goes: false
      }
    ],
    [
      'in-circle',
      'no rule deletes it',
      { text: 'A->B\nB->A\nZ[rest]', rules: EVERYTHING, done: { rules: BY_ID }, goes: false }
    ],
    [
      'not-selected',
      'a rule deletes it',
      {
        text: 'A[x]\nZ[rest]',
        rules: `${REST}\ndelete: [{tags: y}]`,
        done: { rules: `${REST}\ndelete: [{tags: y}, {tags: x}]` },
        goes: true
      }
    ],
    [
      'not-selected',
      'ids reach what has helper tags only',
      { text: 'A[sha256-G.sig]\nZ[rest]', rules: EVERYTHING, done: { rules: BY_ID }, goes: true }
    ],
    [
      'not-selected',
      'so does broken: [orphaned]',
      {
        text: 'A[sha256-G.sig]\nZ[rest]',
        rules: EVERYTHING,
        done: { rules: `${REST}\ndelete: [{broken: [orphaned]}]` },
        goes: true
      }
    ],
    [
      'partly-selected',
      'a rule for the other tags deletes it',
      {
        text: 'A[pr-7, sha-1]\nZ[rest]',
        rules: `${REST}\ndelete: [{tags: "pr-*"}]`,
        done: { rules: `${REST}\ndelete: [{tags: "pr-*"}, {tags: "sha-*"}]` },
        goes: true
      }
    ],
    [
      'last-version',
      'delete-package deletes it where every version would go',
      {
        text: 'A[pr-7]',
        rules: 'delete: [{older-than: 0}]',
        done: { rules: 'delete: [{older-than: 0}]\nlast-version: delete-package' },
        goes: true
      }
    ],
    [
      'last-version',
      'delete-package deletes nothing more where one stays (ruling 8)',
      {
        text: 'A[pr-7]\nU 2h',
        rules: 'delete: [{older-than: 0}]',
        done: { rules: 'delete: [{older-than: 0}]\nlast-version: delete-package' },
        goes: false
      }
    ],
    [
      'last-version-fail',
      'another last-version deletes the others',
      {
        text: 'A[pr-7]\nB[pr-8]',
        rules: 'delete: [{older-than: 0}]\nlast-version: fail',
        done: { rules: 'delete: [{older-than: 0}]\nlast-version: keep' },
        goes: true
      }
    ],
    [
      'selected',
      'a keep rule keeps it',
      {
        text: 'A[x]\nZ[rest]',
        rules: EVERYTHING,
        done: { rules: 'keep: [{tags: rest}, {tags: x}]\ndelete: [{older-than: 0}]' },
        goes: false
      }
    ],
    [
      'follows',
      'keeping the image keeps it',
      {
        text: 'A\nI[x]{A}\nZ[rest]',
        rules: EVERYTHING,
        done: { rules: 'keep: [{tags: rest}, {tags: x}]\ndelete: [{older-than: 0}]' },
        goes: false
      }
    ],
    [
      'tags-selected',
      'without untag the tag stays',
      {
        text: 'A[v1, pr-7]\nZ[rest]',
        rules: `${REST}\ndelete: [{tags: "pr-*"}]\nuntag: true`,
        done: { rules: `${REST}\ndelete: [{tags: "pr-*"}]\nuntag: false` },
        goes: false
      }
    ]
  ])('%s: %s', (code, _what, { text, rules, done, goes }) => {
    expect(planOf(text, rules).of('A').reason.code).toBe(code)

    const then = planOf(done.text ?? text, done.rules ?? rules).of('A')
    expect(then.decision).toBe(goes ? 'delete' : 'keep')
  })

  test('future-dated: once that date has passed it goes', () => {
    const { input } = planOf('A[x] -2h\nZ[rest]', EVERYTHING)
    const then = planPackage({ ...input, now: NOW + DAY_MS })
    expect(then.versions.find(({ version }) => version.id === 1)?.decision).toBe('delete')
  })

  test('partly-selected: untag takes off what a condition about tags selected', () => {
    const rules = `${REST}\ndelete: [{tags: "pr-*"}]\nuntag: true`
    expect(planOf('A[pr-7, sha-1]\nZ[rest]', rules).untagged).toEqual(['A-pr-7'])
  })

  test('frozen: in a frozen package no rule deletes', () => {
    const plan = planOf('A[x]\nU unreadable\nZ[rest]', `${REST}\ndelete: [{ids: [1, 2]}]`)
    expect(plan.of('A').reason.code).toBe('frozen')
    expect(plan.goes).toEqual([])
  })
})
