import { afterEach, expect, test } from '@jest/globals'
import { addPackage, addToken, addVersion } from '../../src/emulator/builders.js'
import type { PackageType } from '../../src/model/package.js'
import { BUILT_IN_SETTINGS } from '../../src/policy/settings.js'
import type { ApplyConfig } from '../../src/run/config.js'
import { runMode } from '../../src/run/run-mode.js'
import { commonConfig } from './common-config.js'
import { patterns, repair, restore } from './restore-site.js'
import {
  closeRunSites,
  DAY,
  duration,
  NOW,
  openRunSite,
  packages,
  policy,
  quick,
  worldOf
} from './run-site.js'

afterEach(closeRunSites)

async function openShop() {
  const site = await openRunSite()
  for (const name of ['shop', 'charts/shop', 'charts/web']) {
    const target = addPackage(site.emulated, 'acme', name)
    addVersion(site.emulated, target, { createdAt: NOW - 9 * DAY })
  }
  const npm = addPackage(site.emulated, 'acme', 'ui', { type: 'npm' })
  addVersion(site.emulated, npm, { name: '1.0.0', createdAt: NOW - 9 * DAY })
  return site
}

async function dryRun(names: readonly string[], types: readonly PackageType[] = ['container']) {
  const site = await openShop()
  const { failures, report } = await site.run({
    dryRun: true,
    packages: packages(...names),
    packageTypes: types,
    rules: quick({})
  })
  const planned = report.packages.filter(({ error }) => error === null).map(({ name }) => name)
  return { site, failures, warnings: report.warnings, planned }
}

test.each<[string[], PackageType[], string[], RegExp[], RegExp[]]>([
  [['app', 'sho*'], ['container'], ['shop'], [/^container package app: /], []],
  [
    ['shpo', 'charts/*'],
    ['container'],
    ['charts/shop', 'charts/web'],
    [/^container package shpo: .*near it: shop/],
    []
  ],
  [['shop', 'nosuch*'], ['container'], ['shop'], [], [/^no package matches nosuch\*$/]],
  [
    ['app', 'nosuch*'],
    ['container'],
    [],
    [/^container package app: /],
    [/^no package matches nosuch\*$/]
  ],
  [
    ['no*', 'such*', 'shop'],
    ['container'],
    ['shop'],
    [],
    [/^no package matches no\*$/, /^no package matches such\*$/]
  ],
  [['SHOP', 'charts/*', '!charts/w*'], ['container'], ['charts/shop', 'shop'], [], []],
  [['ui', 'sho*'], ['container', 'npm'], ['shop', 'ui'], [], []],
  [['@acme/ui', 'sho*'], ['container', 'npm'], ['shop', 'ui'], [], []],
  [
    ['u', 'sho*'],
    ['container', 'npm'],
    ['shop'],
    [/^container package u: .*no container or npm package.*near it: ui/],
    []
  ],
  [
    ['ui', '@other/uix'],
    ['npm'],
    ['ui'],
    [/^npm package @other\/uix: .*have the scope @acme; those of other take owner: other$/],
    []
  ],
  [
    ['u*', '@other/ui'],
    ['container', 'npm'],
    ['ui'],
    [/^npm package @other\/ui: .*take owner: other$/],
    []
  ],
  [
    ['shop', '@acme/no'],
    ['container'],
    ['shop'],
    [/^container package @acme\/no: .*type: npm/],
    []
  ],
  [['app', 'sho*', '!app'], ['container'], ['shop'], [], [/^no package matches app$/, /!app/]],
  [['sho*', '!shop'], ['container'], [], [], [/^no package matches sho\*, !shop$/]]
])('packages: %j of %j', async (names, types, found, errors, warned) => {
  const { failures, warnings, planned } = await dryRun(names, types)

  expect(planned).toEqual(found)
  expect(failures).toEqual(errors.map((one) => expect.stringMatching(one)))
  expect(warnings).toEqual(warned.map((one) => expect.stringMatching(one)))
})

test('an exact name beside a glob costs a request only where the list does not show it', async () => {
  const { site } = await dryRun(['app', 'shop', 'charts/*'])

  const asked = site.emulator.requests.map(({ line }) => line)
  expect(asked.filter((line) => line.endsWith('/container/app'))).toHaveLength(1)
  expect(asked.filter((line) => line.endsWith('/shop'))).toEqual([])
  expect(asked.filter((line) => line.includes('/packages?'))).toHaveLength(1)
})

test('a name that several spell or repeat is missed once', async () => {
  const names = ['typo', 'TYPO', 'typo', '@acme/typo', 'sho*', 'no*', 'no*']
  const { failures, warnings } = await dryRun(names, ['container', 'npm'])

  expect(failures).toEqual([expect.stringMatching(/^container package typo: .*container or npm/)])
  expect(warnings).toEqual(['no package matches no*'])
})

test.each([1, 2])(
  'a name that a list does not show is done by one share of two (%i)',
  async (of) => {
    const site = await openShop()
    site.emulator.addFault({
      times: Infinity,
      trouble: { kind: 'answer', status: 200, body: [] },
      when: ({ path }) => path.endsWith('/packages')
    })
    const runs = Array.from({ length: of }, (_, place) =>
      site.run({
        dryRun: true,
        packages: packages('shop', 'charts/web', 'no*'),
        rules: quick({}),
        share: { index: place + 1, of }
      })
    )
    const results = await Promise.all(runs)

    expect(results.flatMap(({ failures }) => failures)).toEqual([])
    const seen = results.flatMap(({ report }) => report.packages)
    expect(seen.map(({ name, versions }) => `${name} ${versions.length}`).toSorted()).toEqual([
      'charts/web 1',
      'shop 1'
    ])
  }
)

test('a name beside a glob of which GitHub gives no answer is tried, and told with what it says', async () => {
  const site = await openShop()
  site.emulator.addFault({
    times: Infinity,
    trouble: { kind: 'answer', status: 403, body: { message: 'Not for you.' } },
    when: ({ path }) => path.includes('/container/app')
  })
  const { failures } = await site.run({
    dryRun: true,
    packages: packages('app', 'sho*'),
    rules: quick({})
  })

  expect(failures).toEqual([expect.stringMatching(/^container package app: .*Not for you/)])
})

test('of a run in shares the first tells of names that are not there', async () => {
  const site = await openShop()
  const both = await Promise.all(
    [1, 2].map((index) =>
      site.run({
        dryRun: true,
        packages: packages('app', 'charts/*', 'nosuch*'),
        rules: quick({}),
        share: { index, of: 2 }
      })
    )
  )

  expect(both.map(({ failures }) => failures.length)).toEqual([1, 0])
  expect(both.map(({ report }) => report.warnings.length)).toEqual([1, 0])
})

test('repair does what is there and fails for the name that is not', async () => {
  const site = await openShop()
  const { failures, report } = await repair(site, { packages: packages('shpo', 'charts/*') })

  expect(failures).toEqual([expect.stringMatching(/^container package shpo: .*near it: shop/)])
  expect(report.packages.map(({ name }) => name)).toEqual(['charts/shop', 'charts/web', 'shpo'])
})

test('restore tries an exact name beside a glob, since it may have gone as a whole', async () => {
  const site = await openShop()
  const { failures, report } = await restore(
    site,
    { kind: 'deleted', tags: patterns('*'), within: null },
    { packages: packages('app', 'charts/*') }
  )

  expect(report.packages.map(({ name }) => name)).toEqual(['app', 'charts/shop', 'charts/web'])
  expect(failures).toEqual([expect.stringMatching(/^container package app: /)])
})

/** After a clean-up of `shop`: one that is applied from a plan for these names, and the undoing. */
async function afterReports(...names: string[]) {
  const site = await openRunSite()
  const shop = addPackage(site.emulated, 'acme', 'shop')
  for (const age of [9, 8]) addVersion(site.emulated, shop, { createdAt: NOW - age * DAY })
  const one = { packages: packages('shop'), rules: quick({ keepNewestUntagged: 1 }) }
  const live = await site.run(one)
  addVersion(site.emulated, shop, { createdAt: NOW - 7 * DAY })
  const { report: plan } = await site.run({ ...one, dryRun: true })
  return {
    apply: () => {
      const { secret } = addToken(site.emulated, { login: 'mona' })
      const config: ApplyConfig = {
        ...commonConfig(site.emulator, secret),
        packages: packages(...names),
        mode: 'apply',
        plan,
        planMaxAge: duration('7d'),
        settings: BUILT_IN_SETTINGS
      }
      return runMode(config, worldOf(site, secret))
    },
    restore: () => restore(site, live.report, { packages: packages(...names) })
  }
}

test('apply and restore warn of a pattern that matches nothing in their report', async () => {
  const { apply, restore: undo } = await afterReports('shop', 'nosuch*')

  expect(await apply()).toMatchObject({
    failures: [],
    report: { warnings: ['packages: nosuch* matches nothing in the plan'], totals: { deleted: 1 } }
  })
  expect(await undo()).toMatchObject({
    failures: [],
    report: { warnings: ['packages: nosuch* matches nothing in the report'] }
  })
})

test('apply and restore fail for an exact name that their report has not, and do the rest', async () => {
  const { apply, restore: undo } = await afterReports('shop', 'shpo')

  expect(await apply()).toMatchObject({
    failures: ['container package shpo: the plan has no package of this name; near it: shop'],
    report: { warnings: [], totals: { deleted: 1 } }
  })
  expect(await undo()).toMatchObject({
    failures: ['container package shpo: the report has no package of this name; near it: shop'],
    report: { warnings: [], totals: { restored: 1 } }
  })
})

test('of a restore for such a name alone the failure says all', async () => {
  const { restore: undo } = await afterReports('shpo')

  expect(await undo()).toMatchObject({
    failures: ['container package shpo: the report has no package of this name; near it: shop'],
    report: { warnings: [] }
  })
})

const POLICY = `version: 1
packages:
  - names: shpo
    type: container
    delete: [{ older-than: 30d }]
  - names: [charts/*, web]
    type: container
    delete: [{ older-than: 1d }]
`

test('an entry of the policy with an exact name that is not there is a warning', async () => {
  const site = await openShop()
  const { failures, report } = await site.run({ dryRun: true, rules: policy(POLICY) })

  expect(failures).toEqual([])
  expect(report.warnings).toEqual([
    'policy entry shpo (line 3) matches no package; near it: shop',
    expect.stringMatching(/^policy entry web \(line 6\) matches no package/)
  ])
})

test('what is near an entry of npm is found without its scope', async () => {
  const site = await openShop()
  const names = "['@acme/uu', x*]"
  const text = `version: 1\npackages: [{ names: ${names}, type: npm, delete: [{ older-than: 1d }] }]`
  const { report } = await site.run({ dryRun: true, rules: policy(text) })

  expect(report.warnings).toContain(
    'policy entry @acme/uu (line 2) matches no package; near it: ui'
  )
})

test.each<[string, Parameters<Awaited<ReturnType<typeof openShop>>['run']>[0]]>([
  ['one exact package', { packages: packages('shop') }],
  ['another type', { packageTypes: ['npm'] }],
  ['a later share', { share: { index: 2, of: 2 } }]
])('a run for %s does not warn of entries of others', async (_what, config) => {
  const site = await openShop()
  const { report } = await site.run({ dryRun: true, rules: policy(POLICY), ...config })

  expect(report.warnings.filter((text) => text.includes('policy entry'))).toEqual([])
})

test.each<[string, string, number]>([
  ['any', 'nothing-*', 1],
  ['all but one', 'shop', 0]
])('a policy without an entry for %s of the packages', async (_what, names, warnings) => {
  const site = await openShop()
  const text = `version: 1\npackages: [{ names: ${names}, delete: [{ older-than: 1d }] }]`
  const { failures, report } = await site.run({ packages: packages('*'), rules: policy(text) })

  expect(failures).toEqual([])
  expect(report.warnings.filter((one) => one.includes('any package of this run'))).toHaveLength(
    warnings
  )
})
