import { describe, expect, test } from '@jest/globals'
import { GitHubError, type GitHubErrorCode } from '../../src/github/errors.js'
import { planRetry, type RetryHistory } from '../../src/github/retry.js'

const FIRST: RetryHistory = { retries: 0, codes: [], tokenWorked: true }

const error = (code: GitHubErrorCode, waitMs: number | null = null): GitHubError =>
  new GitHubError({ code, request: 'GET /', problem: 'no', waitMs })

const plan = (
  code: GitHubErrorCode,
  waitMs: number | null = null,
  history: Partial<RetryHistory> = {}
): ReturnType<typeof planRetry> =>
  planRetry(error(code, waitMs), { ...FIRST, ...history }, () => 0.5)

test.each<GitHubErrorCode>([
  'forbidden',
  'missing-scope',
  'sso-required',
  'listing-not-allowed',
  'not-found',
  'invalid-argument',
  'incomplete',
  'aborted',
  'unexpected-status'
])('%s is not tried again', (code) => {
  expect(plan(code)).toBeNull()
})

describe.each<GitHubErrorCode>(['server', 'connection', 'timed-out', 'malformed'])('%s', (code) => {
  test('is tried again five times, more slowly each time', () => {
    const waits = [0, 1, 2, 3, 4, 5].map((retries) => plan(code, null, { retries })?.waitMs)

    expect(waits).toEqual([750, 1500, 3000, 6000, 12_000, undefined])
  })

  test('waits for this request alone', () => {
    expect(plan(code)).toMatchObject({ waits: 'this-request', isAsked: false })
  })
})

test('the wait has jitter', () => {
  const at = (random: number): number | undefined =>
    planRetry(error('server'), FIRST, () => random)?.waitMs

  expect([at(0), at(1)]).toEqual([500, 1000])
})

test('a server that asks for a wait gets it', () => {
  expect(plan('server', 30_000)).toMatchObject({ waitMs: 30_750, isAsked: true })
})

describe.each<GitHubErrorCode>(['rate-limited', 'secondary-rate-limited'])('%s', (code) => {
  test('waits as long as asked, never less, and everybody does', () => {
    expect(plan(code, 42_000)).toEqual({ waitMs: 42_500, waits: 'everybody', isAsked: true })
  })

  test('waits a minute and then longer where nothing is asked', () => {
    const waits = [0, 1, 2].map((retries) => plan(code, null, { retries })?.waitMs)

    expect(waits).toEqual([60_500, 120_500, 240_500])
  })

  test('gives up after five times', () => {
    expect(plan(code, 1000, { retries: 5 })).toBeNull()
  })
})

describe('unauthorized', () => {
  test('is tried again once, for a token that worked', () => {
    expect(plan('unauthorized')).toMatchObject({ waitMs: 750 })
    expect(plan('unauthorized', null, { retries: 1, codes: ['unauthorized'] })).toBeNull()
  })

  test('is not tried again for a token that never worked', () => {
    expect(plan('unauthorized', null, { tokenWorked: false })).toBeNull()
  })
})
