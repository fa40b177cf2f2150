import { afterEach, expect, test } from '@jest/globals'
import { addPackage, addRepository, addVersion } from '../../src/emulator/builders.js'
import { NO_ENTRY } from '../../src/run/nothing-meant.js'
import { closeRunSites, DAY, NOW, openRunSite, packages, policy } from './run-site.js'

afterEach(closeRunSites)

/** The images app and lib-a, and ui of npm, each with one version. */
async function openAcme() {
  const site = await openRunSite()
  for (const [type, name] of [
    ['container', 'app'],
    ['container', 'lib-a'],
    ['npm', 'ui']
  ] as const) {
    const target = addPackage(site.emulated, 'acme', name, { type })
    addVersion(site.emulated, target, { name: '1.0.0', createdAt: NOW - 9 * DAY })
  }
  return site
}

function policyOf(names: string, more = '') {
  return policy(
    `version: 1\npackages:\n  - names: ${names}\n${more}    delete: [{ older-than: 1d }]\n`
  )
}

test.each<[string[], string, string[], string[], RegExp[], RegExp[]]>([
  [['tpyo', 'lib-*'], '[app, lib-a]', ['lib-a'], [], [/^container package tpyo: /], []],
  [['app', 'ap'], '[app]', ['app'], [], [/^container package ap: .*near it: app/], []],
  [['app', 'lib-*'], '[app]', ['app'], ['lib-a'], [], []],
  [['app', 'lib-*'], '[lib-a]', ['lib-a'], ['app'], [], []],
  [['APP', 'lib-a'], '[lib-a]', ['lib-a'], ['APP|app'], [], []],
  [
    ['app', 'lib-*'],
    '[aap]',
    [],
    ['app', 'lib-a'],
    [],
    [/^no entry of the policy/, /^policy entry aap \(line 3\) matches no package; near it: app$/]
  ],
  [['app'], '[aap]', [], ['app'], [], [/^no entry of the policy/]],
  [['tpyo'], '[app]', [], [], [/^container package tpyo: /], []]
])(
  'of packages %j a policy for %s plans and leaves alone what is there, and misses the rest',
  async (names, entries, planned, alone, errors, warnings) => {
    const site = await openAcme()
    const { failures, report } = await site.run({
      dryRun: true,
      packages: packages(...names),
      rules: policyOf(entries)
    })
    const shown = report.packages.filter(({ error }) => error === null)
    const named = (leftAlone: string | null) =>
      shown.filter((one) => one.leftAlone === leftAlone).map(({ name }) => name)

    expect(named(null)).toEqual(planned)
    expect(named(NO_ENTRY)).toEqual(alone.map((name) => expect.stringMatching(`^(${name})$`)))
    expect(failures).toEqual(errors.map((one) => expect.stringMatching(one)))
    expect(report.warnings.toSorted()).toEqual(warnings.map((one) => expect.stringMatching(one)))
  }
)

test('an exact name that no entry matches is asked for once in each type, without a list', async () => {
  const site = await openAcme()
  const { report } = await site.run({
    dryRun: true,
    packages: packages('app'),
    rules: policyOf('[aap]')
  })

  const asked = site.emulator.requests.map(({ line }) => line)
  expect(asked.filter((line) => /\/packages\/\w+\/app /.test(`${line} `))).toHaveLength(6)
  expect(asked.filter((line) => line.includes('/packages?'))).toEqual([])
  expect(report.totals.packages).toBe(1)
})

test('a token that may not list is told so for a glob, whatever the policy names', async () => {
  const site = await openAcme()
  addRepository(site.emulated, 'acme/app')
  const { failures } = await site.run(
    { dryRun: true, packages: packages('app', 'lib-*'), rules: policyOf('[app]') },
    { kind: 'actions', repository: 'acme/app' }
  )

  expect(failures).toEqual([expect.stringMatching(/may not list packages: write exact names/)])
})

test.each<[string, string[]]>([
  ['without names', []],
  ['with an exclusion alone', ['!lib-a']]
])('%s the exact names of a policy cost no list', async (_what, names) => {
  const site = await openAcme()
  const { failures, report } = await site.run({
    dryRun: true,
    packages: names.length === 0 ? null : packages(...names),
    rules: policyOf('[app, lib-a]', '    type: container\n')
  })

  expect(failures).toEqual([])
  expect(report.warnings).toEqual([])
  expect(report.packages.map(({ name }) => name)).toEqual(
    names.length === 0 ? ['app', 'lib-a'] : ['app']
  )
  const asked = site.emulator.requests.map(({ line }) => line)
  expect(asked.filter((line) => line.includes('/packages?'))).toEqual([])
})

test('what can not be asked for is left alone all the same', async () => {
  const site = await openAcme()
  site.emulator.addFault({
    trouble: { kind: 'answer', status: 403, body: { message: 'Forbidden' } },
    when: ({ path }) => path.endsWith('/container/lib-a')
  })
  const { failures, report } = await site.run({
    dryRun: true,
    packages: packages('app', 'lib-a'),
    packageTypes: ['container'],
    rules: policyOf('[app]')
  })

  expect(failures).toEqual([])
  expect(report.packages.map(({ name, leftAlone }) => [name, leftAlone])).toEqual([
    ['app', null],
    ['lib-a', NO_ENTRY]
  ])
})

test('an exclusion is not said to exclude nothing that is there where nothing was listed', async () => {
  const site = await openAcme()
  const { report } = await site.run({
    dryRun: true,
    packages: packages('app', '!lib-a'),
    rules: policyOf('[app]', '    type: container\n')
  })

  expect(report.warnings).toEqual(['packages: !lib-a excludes none of the names that are given'])
})

test.each([2, 3])('the types of one name stay together in %i shares', async (of) => {
  const site = await openAcme()
  const results = await Promise.all(
    Array.from({ length: of }, (_, place) =>
      site.run({
        dryRun: true,
        packages: packages('app', 'ui', 'lib-a'),
        rules: policyOf('[app, lib-a]'),
        share: { index: place + 1, of }
      })
    )
  )

  expect(results.flatMap(({ failures }) => failures)).toEqual([])
  const seen = results.flatMap(({ report }) => report.packages)
  expect(seen.map(({ type, name }) => `${type} ${name}`).toSorted()).toEqual([
    'container app',
    'container lib-a',
    'npm ui'
  ])
})

test.each<[string, string, string, RegExp[]]>([
  [
    'the scope of another owner',
    '[ui, "@other/uix"]',
    'npm',
    [/^policy entry @other\/uix \(line 3\) matches no package: .*those of other take owner: other$/]
  ],
  [
    'nothing else than that scope',
    '"@other/ui"',
    'npm',
    [/^no entry of the policy names a package that there could be$/, /^policy entry @other\/ui /]
  ],
  [
    'another type than the input',
    'app',
    'container',
    [/^no entry of the policy is left for these inputs.* about container, which package-type/]
  ]
])('a policy about %s is told so, without a list', async (_what, names, type, warnings) => {
  const site = await openAcme()
  const { failures, report } = await site.run({
    dryRun: true,
    packages: null,
    packageTypes: ['npm'],
    rules: policyOf(names, `    type: ${type}\n`)
  })

  expect(failures).toEqual([])
  expect(report.warnings).toEqual(warnings.map((one) => expect.stringMatching(one)))
  const asked = site.emulator.requests.map(({ line }) => line)
  expect(asked.filter((line) => line.includes('/packages?'))).toEqual([])
})
