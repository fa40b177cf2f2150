import { afterEach, describe, expect, test } from '@jest/globals'
import type { TokenDetails } from '../../src/emulator/builders.js'
import type { Fault } from '../../src/emulator/faults.js'
import { ociImage } from '../../src/emulator/image-manifest.js'
import { duration, quick } from '../run/run-site.js'
import { closeStages, container, DAY, livingIn, NOW, openStage, pushed } from './stage.js'

afterEach(closeStages)

const CLOSED = quick({ deleteTags: ['pr-*'], olderThan: duration('30d') })

async function stageWithOld() {
  const stage = await openStage()
  const app = container(stage)
  pushed(stage, app, ociImage('old'), 90, 'pr-1')
  pushed(stage, app, ociImage('kept'), 90, 'v1')
  return { stage, app }
}

describe('before anything is changed, one message says what is missing and what to click', () => {
  test.each<[string, TokenDetails, RegExp]>([
    [
      'a scope',
      { login: 'mona', scopes: ['read:packages'] },
      /lacks the scope delete:packages \(it has: read:packages\): open http.*settings\/tokens/
    ],
    [
      'all scopes',
      { login: 'mona', scopes: [] },
      /lacks the scopes read:packages, delete:packages/
    ],
    [
      'single sign-on',
      { login: 'mona', sso: { acme: 'refuse' } },
      /single sign-on.*sso\?authorization/
    ],
    ['a valid token', { login: 'mona', valid: false }, /token is missing, expired, revoked/],
    ['a kind of token that works', { kind: 'fine-grained', login: 'mona' }, /classic/]
  ])('%s', async (_name, token, message) => {
    const { stage, app } = await stageWithOld()

    const result = await stage.run({ rules: CLOSED }, token)

    expect(result.failures).toHaveLength(1)
    expect([...result.report.warnings, ...result.failures].join(' ')).toMatch(message)
    expect(livingIn(app)).toHaveLength(2)
    expect(stage.taken().filter((line) => !line.startsWith('GET'))).toEqual([])
  })

  test('a token that expires soon is warned of, and the run goes on', async () => {
    const { stage } = await stageWithOld()

    const result = await stage.run({ rules: CLOSED }, { login: 'mona', expiresAt: NOW + 2 * DAY })

    expect(result.failures).toEqual([])
    expect(result.report.warnings.join()).toMatch(/expires on 2026-02-02/)
    expect(result.report.totals.deleted).toBe(1)
  })

  test('a dry run needs to read only', async () => {
    const { stage } = await stageWithOld()

    const result = await stage.run(
      { rules: CLOSED, dryRun: true },
      { login: 'mona', scopes: ['read:packages'] }
    )

    expect(result.failures).toEqual([])
  })
})

describe('a server or clock that makes no sense', () => {
  test.each<[string, number]>([
    ['ahead', 3 * 60 * 60_000],
    ['behind', -3 * 60 * 60_000]
  ])('a clock that is hours %s is an error of the run (ruling 21)', async (_name, offsetMs) => {
    const { stage, app } = await stageWithOld()
    stage.emulator.addFault({ trouble: { kind: 'clock', offsetMs } })

    const result = await stage.run({ rules: CLOSED })

    expect(result.failures.join()).toMatch(/the clock of this machine is 180 minutes/)
    expect(livingIn(app)).toHaveLength(2)
  })

  test('a refusal for a limit is told from one for a permission', async () => {
    const { stage } = await stageWithOld()
    const limited: Fault = {
      method: 'DELETE',
      times: 1,
      trouble: {
        kind: 'answer',
        status: 403,
        headers: { 'retry-after': '2' },
        body: { message: 'You have exceeded a secondary rate limit.' }
      }
    }
    stage.emulator.addFault(limited)

    const result = await stage.run({ rules: CLOSED })

    expect(result.report.totals).toMatchObject({ deleted: 1, failed: 0 })
  })

  test.each<[string, Fault['trouble']]>([
    ['web pages', { kind: 'html' }],
    ['wrong types', { kind: 'mistyped' }],
    ['half of it', { kind: 'truncated', clean: true }],
    ['without an end', { kind: 'endless' }]
  ])(
    'lists that come as %s: the package is not touched, and the run fails',
    async (_name, trouble) => {
      const stage = await openStage({ maxBodyBytes: 1024 * 1024 })
      const app = container(stage)
      pushed(stage, app, ociImage('old'), 90, 'pr-1')
      pushed(stage, app, ociImage('kept'), 90, 'v1')
      stage.emulator.addFault({ path: /\/versions\?/, trouble })

      const result = await stage.run({ rules: CLOSED })

      expect(result.failures.length).toBeGreaterThan(0)
      expect(livingIn(app)).toHaveLength(2)
    }
  )
})
