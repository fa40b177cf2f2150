import { afterEach, describe, expect, test } from '@jest/globals'
import type { TokenDetails } from '../../src/emulator/builders.js'
import type { Fault } from '../../src/emulator/faults.js'
import { ociImage } from '../../src/emulator/image-manifest.js'
import { BUILT_IN_SETTINGS } from '../../src/policy/settings.js'
import type { Report } from '../../src/report/report.js'
import { duration, packages, quick } from '../run/run-site.js'
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

describe('write:packages is asked for where a tag is to be taken off, and only there', () => {
  const UNTAG = quick({ deleteTags: ['pr-*'], olderThan: duration('30d') }, { untag: true })
  const reader = { login: 'mona', scopes: ['read:packages'] }
  const deleter = { login: 'mona', scopes: ['read:packages', 'delete:packages'] }
  const LACKING = /^the token lacks the scope write:packages \(it has: read:packages, delete:pack/

  async function stageWithTwo(...tags: string[]) {
    const stage = await openStage()
    const [app, other] = [container(stage, 'app'), container(stage, 'other')]
    for (const target of [app, other]) pushed(stage, target, ociImage('old'), 90, 'pr-1')
    pushed(stage, app, ociImage('kept'), 90, 'v1')
    pushed(stage, other, ociImage('kept'), 90, 'v1', ...tags)
    const config = { rules: UNTAG, packages: packages('app', 'other') }
    return { stage, app, other, config }
  }

  test('none is: untag: true alone is no reason to refuse a run', async () => {
    const { stage, config } = await stageWithTwo()

    const result = await stage.run(config, deleter)

    expect(result.failures).toEqual([])
    expect(result.report.totals).toMatchObject({ deleted: 2, failed: 0 })
  })

  test('one is: nothing in the whole run is changed, and one message says it', async () => {
    const { stage, app, other, config } = await stageWithTwo('pr-2')

    const result = await stage.run(config, deleter)

    expect(result.failures).toEqual([expect.stringMatching(LACKING)])
    expect(result.report.error).toMatch(LACKING)
    expect(result.report.totals).toMatchObject({ selected: 2, deleted: 0, toUntag: 1 })
    expect([livingIn(app), livingIn(other)].map(({ length }) => length)).toEqual([2, 2])
    expect(stage.taken().filter((line) => /^(DELETE|PUT|POST)/.test(line))).toEqual([])
  })

  test('one may be: a token that lacks more is told all at once', async () => {
    const { stage, config } = await stageWithTwo()

    const result = await stage.run(config, reader)

    expect(result.failures.join()).toMatch(/lacks the scopes delete:packages, write:packages/)
  })

  test('a dry run needs to read only, and so its plan can be applied in part', async () => {
    const { stage, other, config } = await stageWithTwo('pr-2')
    const { report, failures } = await stage.run({ ...config, dryRun: true }, reader)
    const apply = (plan: Report) =>
      stage.run(
        { mode: 'apply', plan, planMaxAge: duration('7d'), settings: BUILT_IN_SETTINGS },
        deleter
      )

    const refused = await apply(report)
    const done = await apply(withoutUntags(report))

    expect(failures).toEqual([])
    expect(refused.failures).toEqual([expect.stringMatching(LACKING)])
    expect(refused.report.totals.deleted).toBe(0)
    expect(done.failures).toEqual([])
    expect(done.report.totals).toMatchObject({ deleted: 2, untagged: 0 })
    expect([...other.tags.keys()].toSorted()).toEqual(['pr-2', 'v1'])
  })

  function withoutUntags(plan: Report): Report {
    const packagesLeft = plan.packages.map((entry) => ({
      ...entry,
      versions: entry.versions.filter(({ decision }) => decision !== 'untag')
    }))
    return { ...plan, packages: packagesLeft }
  }
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
