import { afterEach, describe, expect, test } from '@jest/globals'
import { addPackage, addVersion } from '../../src/emulator/builders.js'
import { multiArch, ociIndex } from '../../src/emulator/image-index.js'
import { ociImage } from '../../src/emulator/image-manifest.js'
import { deleteVersion, moveTag } from '../../src/emulator/publishing.js'
import { manifestFault } from '../../src/emulator/registry-faults.js'
import { cosign, push } from '../../src/emulator/registry-publish.js'
import { lostPulls, pullEverything } from '../../src/emulator/registry-pull.js'
import { headline } from '../../src/report/headline.js'
import { packageResultLine } from '../../src/report/log-lines.js'
import { readReport } from '../../src/report/read-report.js'
import type { PackageReport, Report, VersionRow } from '../../src/report/report.js'
import type { ApplyConfig, CleanupConfig } from '../../src/run/config.js'
import { BUILT_IN_SETTINGS } from '../../src/policy/settings.js'
import { duration, packages, quick } from '../run/run-site.js'
import {
  closeStages,
  container,
  DAY,
  livingIn,
  NOW,
  onlyPackage,
  openStage,
  pushed,
  tagsIn,
  type Stage
} from './stage.js'

afterEach(closeStages)

const TURNED = 'the plan did not decide so: by hand changes can only be taken out of a plan'
const CLOSED = quick({ deleteTags: ['pr-*'], olderThan: duration('30d') }, { untag: true })

/** The plan of a dry run, as it comes back from its file. */
async function planOf(stage: Stage, config: Partial<CleanupConfig> = {}): Promise<Report> {
  const { report } = await stage.run({ rules: CLOSED, ...config, dryRun: true })
  const read = readReport(JSON.stringify(report), 'report.json')
  if (!read.ok) throw new Error(read.errors.join())
  stage.taken()
  return read.report
}

function applied(stage: Stage, plan: Report, more: Partial<ApplyConfig> = {}) {
  const settings = BUILT_IN_SETTINGS
  return stage.run({ mode: 'apply', plan, planMaxAge: duration('7d'), settings, ...more })
}

/** The plan with its rows changed; `null` takes a row out. */
function edited(plan: Report, edit: (row: VersionRow) => VersionRow | null): Report {
  const rowsOf = (entry: PackageReport): PackageReport => ({
    ...entry,
    versions: entry.versions.flatMap((row) => edit(row) ?? [])
  })
  return { ...plan, packages: plan.packages.map(rowsOf) }
}

/** The plan as another tool may write it: it does not list what it changes. */
function withoutList(plan: Report): Report {
  return { ...plan, packages: plan.packages.map(({ planned: _list, ...entry }) => entry) }
}

function rowOf(result: Awaited<ReturnType<typeof applied>>, name: string): VersionRow | undefined {
  return onlyPackage(result).versions.find((row) => row.name === name)
}

const changes = (stage: Stage) => stage.taken().filter((line) => /^(DELETE|PUT)/.test(line))

describe('a plan that nobody changed', () => {
  test('is carried out exactly: what it says goes, and nothing else', async () => {
    const stage = await openStage()
    const app = container(stage)
    const [old, kept] = [multiArch('old'), multiArch('kept')]
    pushed(stage, app, old, 90, 'pr-1')
    pushed(stage, app, kept, 90, 'v1', 'pr-2')
    const signature = cosign(stage.emulated, app, old.digest)
    const plan = await planOf(stage)
    // What its rules would take now is not in it.
    stage.clock.pass(2 * DAY)
    pushed(stage, app, ociImage('more'), 60, 'pr-3')
    const before = pullEverything(app)

    const result = await applied(stage, plan)

    expect(result.failures).toEqual([])
    expect(tagsIn(app)).toEqual({ v1: kept.digest, 'pr-3': ociImage('more').digest })
    expect(lostPulls(before, app)).toEqual([])
    expect(onlyPackage(result).totals).toMatchObject({ selected: 4, deleted: 4, untagged: 1 })
    expect(rowOf(result, signature.name)).toMatchObject({
      outcome: 'deleted',
      reason: 'by the plan: signature of pr-1, which goes'
    })
    expect(rowOf(result, ociImage('more').digest)).toMatchObject({
      decision: 'keep',
      reasonCode: 'not-planned'
    })
  })

  test('is carried out once: a second time everything is gone', async () => {
    const stage = await openStage()
    const app = container(stage)
    pushed(stage, app, multiArch('old'), 90, 'pr-1')
    pushed(stage, app, ociImage('kept'), 90, 'v1')
    const plan = await planOf(stage)
    await applied(stage, plan)
    stage.taken()

    const again = await applied(stage, plan)

    expect(again.report.totals).toMatchObject({ gone: 3, deleted: 0, failed: 0 })
    expect(headline(again.report)).toMatch(/0 of \d+ versions deleted, 3 gone already$/)
    const [entry] = again.report.packages
    expect(entry && packageResultLine(entry, false)).toContain(
      '3 gone (gone: deleted meanwhile, perhaps by an earlier run)'
    )
    expect(again.failures).toEqual([])
    expect(changes(stage)).toEqual([])
  })

  test('of types without tags, in several packages', async () => {
    const stage = await openStage()
    for (const name of ['ui', 'api']) {
      const target = addPackage(stage.emulated, 'acme', name, { type: 'npm' })
      for (const age of [1, 40, 50]) {
        addVersion(stage.emulated, target, { name: `1.0.${age}`, createdAt: NOW - age * DAY })
      }
    }
    const rules = quick({ olderThan: duration('30d') })
    const npm = { packageTypes: ['npm' as const], packages: packages('ui', 'api') }
    const plan = await planOf(stage, { rules, ...npm })

    const result = await applied(stage, plan)

    expect(result.report.totals).toMatchObject({ packages: 2, deleted: 4, kept: 2 })
    expect(changes(stage)).toHaveLength(4)
  })

  test('in a dry run it changes nothing and says what would be done', async () => {
    const stage = await openStage()
    const app = container(stage)
    const old = pushed(stage, app, ociImage('old'), 90, 'pr-1')
    pushed(stage, app, ociImage('other'), 80, 'pr-2')
    pushed(stage, app, ociImage('kept'), 90, 'v1')
    const plan = await planOf(stage)
    moveTag(app, 'v2', old)

    const result = await applied(stage, plan, { dryRun: true })

    expect(changes(stage)).toEqual([])
    expect(rowOf(result, old.name)).toMatchObject({
      decision: 'keep',
      reasonCode: 'not-applied',
      outcome: null,
      reason: 'not carried out: its tags changed since the plan was made'
    })
    expect(result.report.totals).toMatchObject({ selected: 1, kept: 2 })
    // Such a report is a plan again.
    const again = await applied(stage, result.report)
    expect(again.report.totals).toMatchObject({ deleted: 1, skipped: 0 })
    expect(livingIn(app)).toContain(old.name)
  })
})

describe('a plan that a person changed (ruling 3)', () => {
  test.each<[string, (row: VersionRow) => VersionRow | null]>([
    ['turned into keep', (row) => ({ ...row, decision: 'keep' })],
    ['taken out', () => null]
  ])('an index that was %s keeps its platforms and what refers to it', async (_name, edit) => {
    const stage = await openStage()
    const app = container(stage)
    const [old, other] = [multiArch('old'), multiArch('other')]
    pushed(stage, app, old, 90, 'v1.0.0', 'pr-1')
    app.tags.delete('v1.0.0')
    pushed(stage, app, other, 90, 'pr-2')
    pushed(stage, app, ociImage('kept'), 90, 'latest')
    cosign(stage.emulated, app, old.digest)
    const plan = await planOf(stage)
    const before = pullEverything(app)

    const result = await applied(
      stage,
      edited(plan, (row) => (row.name === old.digest ? edit(row) : row))
    )

    expect(lostPulls(before, app)).toEqual([])
    expect(Object.keys(tagsIn(app))).toContain('pr-1')
    expect(livingIn(app)).not.toContain(other.digest)
    const [part] = old.parts
    expect(rowOf(result, part?.digest ?? '')).toMatchObject({
      outcome: 'skipped',
      error: 'needed by pr-1, which the plan no longer deletes'
    })
    expect(result.report.totals).toMatchObject({ deleted: 3, skipped: 3, failed: 0 })
    expect(result.failures).toEqual([])
  })

  test('a part that was turned into keep stays, and its index goes', async () => {
    const stage = await openStage()
    const app = container(stage)
    const old = multiArch('old')
    pushed(stage, app, old, 90, 'pr-1')
    pushed(stage, app, ociImage('kept'), 90, 'v1')
    const part = old.parts[0]?.digest ?? ''
    const plan = await planOf(stage)

    await applied(
      stage,
      edited(plan, (row) => (row.name === part ? { ...row, decision: 'keep' } : row))
    )

    expect(livingIn(app)).toEqual([part, ociImage('kept').digest].toSorted())
  })

  test('a keep that was turned into delete is refused', async () => {
    const stage = await openStage()
    const app = container(stage)
    pushed(stage, app, ociImage('old'), 90, 'pr-1')
    const kept = pushed(stage, app, ociImage('kept'), 90, 'v1')
    const also = pushed(stage, app, ociImage('also'), 90, 'v2')
    const plan = await planOf(stage)

    const result = await applied(
      stage,
      edited(plan, (row) => ({ ...row, decision: 'delete' }))
    )

    expect(livingIn(app)).toEqual([kept.name, also.name].toSorted())
    expect(rowOf(result, kept.name)).toMatchObject({
      outcome: 'skipped',
      error: TURNED
    })
    expect(onlyPackage(result).warnings).toEqual([
      "2 rows are not in the plan's own list of changes, so they are not carried out: by hand " +
        `changes can only be taken out of a plan: v2 (${also.id}); v1 (${kept.id})`
    ])
  })

  test.each<[string, (deleted: VersionRow, kept: VersionRow) => Partial<VersionRow>]>([
    ['its own reason', (_deleted, kept) => ({ ...kept, decision: 'delete' })],
    ['no code of one', (_, kept) => ({ ...kept, decision: 'delete', reasonCode: null })],
    [
      'a planned row that names it',
      ({ decision, rule, reason, reasonCode }, kept) => ({
        ...kept,
        decision,
        rule,
        reason,
        reasonCode
      })
    ]
  ])('a version that the plan keeps stays, though its row deletes it with %s', async (_n, make) => {
    const stage = await openStage()
    const app = container(stage)
    const old = pushed(stage, app, ociImage('old'), 90, 'pr-1')
    const kept = pushed(stage, app, ociImage('kept'), 90, 'v1')
    const also = pushed(stage, app, ociImage('also'), 90, 'v2')
    const plan = await planOf(stage)
    const deleted = plan.packages[0]?.versions.find(({ id }) => id === old.id) ?? never()
    const forged = edited(plan, (row) =>
      row.id === kept.id ? { ...row, ...make(deleted, row) } : row
    )

    const result = await applied(stage, forged)

    expect(livingIn(app)).toEqual([kept.name, also.name].toSorted())
    expect(rowOf(result, kept.name)).toMatchObject({ outcome: 'skipped', error: TURNED })
    expect(result.report.totals).toMatchObject({ deleted: 1, skipped: 1 })
  })

  test('a plan without a list that deletes more than it counts: not in that package', async () => {
    const stage = await openStage()
    const [app, other] = [container(stage, 'app'), container(stage, 'other')]
    for (const target of [app, other]) {
      pushed(stage, target, ociImage('old'), 90, 'pr-1')
      pushed(stage, target, ociImage('kept'), 90, 'v1')
    }
    const plan = withoutList(await planOf(stage, { packages: packages('app', 'other') }))
    const stated = { selected: 0, toUntag: null }
    const [first, ...more] = plan.packages

    const result = await applied(stage, {
      ...plan,
      packages: [{ ...(first ?? never()), stated }, ...more]
    })

    expect(livingIn(app)).toHaveLength(2)
    expect(livingIn(other)).toHaveLength(1)
    expect(result.failures).toEqual([
      'container package app: the plan has more entries to delete than the 0 versions of its ' +
        'totals.selected: by hand changes can only be taken out of a plan'
    ])
  })

  test('a package that the plan did not delete as a whole is not deleted as a whole', async () => {
    const stage = await openStage()
    const app = container(stage)
    pushed(stage, app, ociImage('old'), 90, 'pr-1')
    const kept = pushed(stage, app, ociImage('kept'), 90, 'v1')
    const plan = await planOf(stage)
    deleteVersion(stage.emulated, app, kept)
    const packagesWhole = plan.packages.map((one) => ({
      ...one,
      packageDecision: 'delete' as const
    }))

    const result = await applied(stage, { ...plan, packages: packagesWhole })

    expect(app.deletedAt).toBeNull()
    expect(onlyPackage(result).warnings.join()).toMatch(/packageDecision is passed over/)
  })

  test('rows that were added: of no version, of another one, and twice', async () => {
    const stage = await openStage()
    const app = container(stage)
    const old = pushed(stage, app, ociImage('old'), 90, 'pr-1')
    const twice = pushed(stage, app, ociImage('twice'), 90, 'pr-2')
    const kept = pushed(stage, app, ociImage('kept'), 90, 'v1')
    const plan = await planOf(stage)
    const [entry] = plan.packages
    const rows = entry?.versions ?? []
    const row = rows.find(({ id }) => id === old.id)
    const double = rows.find(({ id }) => id === twice.id)
    if (entry === undefined || row === undefined || double === undefined) throw new Error()
    const versions = [{ ...row, id: 7 }, { ...row, id: kept.id }, row, double, double]

    const result = await applied(stage, { ...plan, packages: [{ ...entry, versions }] })

    expect(livingIn(app)).toEqual([twice.name, kept.name].toSorted())
    const errors = onlyPackage(result).versions.map(({ outcome, error }) => error ?? outcome)
    expect(errors).toEqual([TURNED, 'it is in the plan twice', 'deleted', TURNED])
  })

  test('tags to take off that it does not have are refused', async () => {
    const stage = await openStage()
    const app = container(stage)
    const kept = pushed(stage, app, ociImage('kept'), 90, 'v1', 'pr-1')
    const plan = await planOf(stage)

    const result = await applied(
      stage,
      withoutList(edited(plan, (row) => ({ ...row, untag: ['pr-1', 'latest'] })))
    )

    expect(rowOf(result, kept.name)?.error).toBe('it does not have the tag latest')
    expect(changes(stage)).toEqual([])
  })

  test('tags to take off that were added by hand are refused, with all of their row', async () => {
    const stage = await openStage()
    const app = container(stage)
    const kept = pushed(stage, app, ociImage('kept'), 90, 'v1', 'pr-1')
    const plan = await planOf(stage)

    const result = await applied(
      stage,
      edited(plan, (row) => ({ ...row, untag: ['pr-1', 'v1'] }))
    )

    expect(rowOf(result, kept.name)?.error).toMatch(/^v1: the plan did not decide so/)
    expect(changes(stage)).toEqual([])
  })
})

describe('a package that changed since', () => {
  test.each<[string, (stage: Stage, app: ReturnType<typeof container>) => void, string]>([
    [
      'tags',
      (_stage, app) => moveTag(app, 'v2', app.versions[0] ?? never()),
      'its tags changed since the plan was made'
    ],
    [
      'dates',
      (_stage, app) => {
        const [old = never()] = app.versions
        old.updatedAt += 1000
      },
      'its dates changed since the plan was made'
    ],
    [
      'use',
      (stage, app) => {
        const index = ociIndex([{ manifest: ociImage('old'), platform: 'linux/amd64' }])
        push(stage.emulated, app, index, { tags: ['v2'] })
      },
      'in use since the plan was made: needed by v2'
    ],
    [
      'what can be read',
      (stage, app) => {
        const bad = pushed(stage, app, ociImage('bad'), 3, 'v3')
        stage.emulator.addFault(manifestFault(stage.emulated, app, bad.name, 'garbage'))
      },
      'nothing may be changed in this package: it can not be read whole'
    ]
  ])('other %s: skipped', async (_name, change, error) => {
    const stage = await openStage()
    const app = container(stage)
    const old = pushed(stage, app, ociImage('old'), 90, 'pr-1')
    pushed(stage, app, ociImage('kept'), 90, 'v1')
    const plan = await planOf(stage)
    stage.clock.pass(1000)
    change(stage, app)

    const result = await applied(stage, plan)

    expect(rowOf(result, old.name)).toMatchObject({ outcome: 'skipped', error })
    expect(livingIn(app)).toContain(old.name)
    expect(changes(stage)).toEqual([])
    expect(result.failures).toEqual([])
  })

  test('between the look-up and the change, too', async () => {
    const stage = await openStage()
    const app = container(stage)
    const old = pushed(stage, app, ociImage('old'), 90, 'pr-1')
    pushed(stage, app, ociImage('kept'), 90, 'v1')
    const plan = await planOf(stage)
    let lists = 0
    stage.emulator.onRequest(({ line }) => {
      if (line.includes('/versions?') && (lists += 1) === 2) moveTag(app, 'v2', old)
    })

    const result = await applied(stage, plan)

    expect(rowOf(result, old.name)?.outcome).toBe('skipped')
    expect(tagsIn(app)['v2']).toBe(old.name)
  })

  test('the package itself is gone: the run fails, and other packages are done', async () => {
    const stage = await openStage()
    const [app, other] = [container(stage, 'app'), container(stage, 'other')]
    for (const target of [app, other]) {
      pushed(stage, target, ociImage('old'), 90, 'pr-1')
      pushed(stage, target, ociImage('kept'), 90, 'v1')
    }
    const plan = await planOf(stage, { packages: packages('app', 'other') })
    app.deletedAt = stage.clock.now()

    const result = await applied(stage, plan)

    expect(result.failures.join()).toMatch(/package app: there is no container package/)
    expect(livingIn(other)).toHaveLength(1)
  })
})

describe('limits and last versions are asked again', () => {
  test('what is left of a plan would empty the package: the newest stays', async () => {
    const stage = await openStage()
    const app = container(stage)
    pushed(stage, app, ociImage('older'), 90, 'pr-1')
    const newer = pushed(stage, app, ociImage('newer'), 60, 'pr-2')
    const kept = pushed(stage, app, ociImage('kept'), 90, 'v1')
    const plan = await planOf(stage)
    deleteVersion(stage.emulated, app, kept)

    const result = await applied(stage, plan)

    expect(livingIn(app)).toEqual([newer.name])
    expect(rowOf(result, newer.name)).toMatchObject({
      outcome: 'skipped',
      error: 'last-version: no version with a tag of its own would be left'
    })
  })

  test('last-version: fail changes nothing in it and fails the run', async () => {
    const stage = await openStage()
    const app = container(stage)
    pushed(stage, app, ociImage('older'), 90, 'pr-1')
    const kept = pushed(stage, app, ociImage('kept'), 90, 'v1')
    const plan = await planOf(stage)
    deleteVersion(stage.emulated, app, kept)

    const settings = { ...BUILT_IN_SETTINGS, lastVersion: 'fail' as const }
    const result = await applied(stage, plan, { settings })

    expect(changes(stage)).toEqual([])
    expect(result.report.totals.skipped).toBe(1)
    expect(result.failures.join()).toMatch(/last-version is set to fail/)
  })

  const WHOLE = quick({ deleteTags: ['pr-*'] }, { lastVersion: 'delete-package' })

  test('a package that goes as a whole goes so where nothing was turned', async () => {
    const stage = await openStage()
    const app = container(stage)
    pushed(stage, app, multiArch('old'), 90, 'pr-1')
    const plan = await planOf(stage, { rules: WHOLE })

    const result = await applied(stage, plan)

    expect(app.deletedAt).not.toBeNull()
    expect(changes(stage)).toEqual(['DELETE /orgs/acme/packages/container/app'])
    expect(onlyPackage(result)).toMatchObject({
      packageDecision: 'delete',
      packageOutcome: 'deleted',
      totals: { deleted: 3 }
    })
  })

  test('and acts as keep where a row was turned (ruling 8)', async () => {
    const stage = await openStage()
    const app = container(stage)
    const old = pushed(stage, app, ociImage('old'), 90, 'pr-1')
    const saved = pushed(stage, app, ociImage('saved'), 60, 'pr-2')
    const plan = await planOf(stage, { rules: WHOLE })
    expect(plan.packages[0]?.packageDecision).toBe('delete')

    await applied(
      stage,
      edited(plan, (row) => (row.id === saved.id ? { ...row, decision: 'keep' } : row))
    )

    expect(app.deletedAt).toBeNull()
    expect(livingIn(app)).toEqual([saved.name])
    expect(old.deletedAt).not.toBeNull()
  })

  test('or where something new is in it', async () => {
    const stage = await openStage()
    const app = container(stage)
    pushed(stage, app, ociImage('old'), 90, 'pr-1')
    const plan = await planOf(stage, { rules: WHOLE })
    const fresh = pushed(stage, app, ociImage('fresh'), 0, 'v1')

    await applied(stage, plan)

    expect(livingIn(app)).toEqual([fresh.name])
  })

  test.each([
    ['count', { kind: 'count' as const, count: 2 }],
    ['share', { kind: 'share' as const, percent: 50 }]
  ])('max-deletions as a %s counts what is left of the plan', async (_name, limit) => {
    const stage = await openStage()
    const app = container(stage)
    for (const n of [1, 2, 3]) pushed(stage, app, ociImage(`old ${n}`), 90, `pr-${n}`)
    pushed(stage, app, ociImage('kept'), 90, 'v1')
    const plan = await planOf(stage)
    const settings = { ...BUILT_IN_SETTINGS, maxDeletions: [limit] }

    const all = await applied(stage, plan, { settings })
    expect(all.failures.join()).toMatch(/nothing was changed.*3 of 4/)
    expect(changes(stage)).toEqual([])

    const fewer = edited(plan, (row) => (row.tags?.[0] === 'pr-1' ? null : row))
    const result = await applied(stage, fewer, { settings })
    expect(result.failures).toEqual([])
    expect(Object.keys(tagsIn(app))).toEqual(['pr-1', 'v1'])
  })
})

describe('what is no plan for this run', () => {
  test('one that is too old: nothing is asked, every change is skipped, and the run fails', async () => {
    const stage = await openStage()
    const app = container(stage)
    const old = pushed(stage, app, ociImage('old'), 90, 'pr-1')
    pushed(stage, app, ociImage('kept'), 90, 'v1')
    const plan = await planOf(stage)
    stage.clock.pass(7 * DAY + 1000)

    const result = await applied(stage, plan)

    expect(result.failures[0]).toMatch(/is older than plan-max-age 7d: make a new one/)
    expect(stage.taken()).toEqual([])
    expect(rowOf(result, old.name)).toMatchObject({ outcome: 'skipped' })
    expect(rowOf(result, old.name)?.error).toMatch(/plan-max-age/)
    expect(livingIn(app)).toHaveLength(2)
  })

  test('a dry run of one that is too old gives no plan in its place', async () => {
    const stage = await openStage()
    const app = container(stage)
    const old = pushed(stage, app, ociImage('old'), 90, 'pr-1')
    pushed(stage, app, ociImage('kept'), 90, 'v1')
    const plan = await planOf(stage)
    stage.clock.pass(7 * DAY + 1000)

    const { report } = await applied(stage, plan, { dryRun: true })
    const again = await applied(stage, report)

    expect(report.totals.selected).toBe(0)
    expect(livingIn(app)).toContain(old.name)
    expect(again.report.totals).toMatchObject({ selected: 0, deleted: 0 })
  })

  test('exactly as old as the limit it is not too old (ruling 38)', async () => {
    const stage = await openStage()
    const app = container(stage)
    pushed(stage, app, ociImage('old'), 90, 'pr-1')
    pushed(stage, app, ociImage('kept'), 90, 'v1')
    const plan = await planOf(stage)
    stage.clock.pass(7 * DAY)

    expect((await applied(stage, plan)).failures).toEqual([])
  })

  test.each<[string, (plan: Report) => Report, Partial<ApplyConfig>, RegExp]>([
    ['a live run', (plan) => ({ ...plan, dryRun: false }), {}, /was carried out/],
    ['another mode', (plan) => ({ ...plan, mode: 'restore' }), {}, /in mode restore/],
    ['an unfinished run', (plan) => ({ ...plan, complete: false }), {}, /come to its end/],
    ['another owner', (plan) => plan, { owner: 'mona' }, /for the owner acme.*for mona/],
    ['other packages', (plan) => plan, { packages: packages('other') }, /not for/],
    ['another type', (plan) => plan, { packageTypes: ['npm'] }, /not for/],
    ['the future', (plan) => ({ ...plan, startedAt: '2027-01-01T00:00:00.000Z' }), {}, /not yet/]
  ])('%s', async (_name, change, config, message) => {
    const stage = await openStage()
    const app = container(stage)
    pushed(stage, app, ociImage('old'), 90, 'pr-1')
    pushed(stage, app, ociImage('kept'), 90, 'v1')
    const plan = change(await planOf(stage))

    const result = await applied(stage, plan, config)

    expect(result.failures.join()).toMatch(message)
    expect(stage.taken()).toEqual([])
    expect(livingIn(app)).toHaveLength(2)
  })
})

function never(): never {
  throw new Error('there is none')
}
