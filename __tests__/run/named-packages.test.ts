import { afterEach, expect, test } from '@jest/globals'
import { addPackage, addRepository, addVersion } from '../../src/emulator/builders.js'
import type { PackageType } from '../../src/model/package.js'
import { closeRunSites, DAY, NOW, openRunSite, packages, quick } from './run-site.js'

afterEach(closeRunSites)

/** A site with packages of acme that have one version each, and a dry run over names. */
async function dryRun(
  there: readonly (readonly [PackageType, string])[],
  names: readonly string[],
  types: readonly PackageType[]
) {
  const site = await openRunSite()
  for (const [type, name] of there) {
    const target = addPackage(site.emulated, 'acme', name, { type })
    addVersion(site.emulated, target, { name: '1.0.0', createdAt: NOW - 9 * DAY })
  }
  // GitHub may tell letters apart in this place; the emulator by itself does not.
  site.emulator.addFault({
    trouble: { kind: 'answer', status: 404, body: { message: 'Package not found.' } },
    when: ({ path }) =>
      path.endsWith('/versions') && !there.some(([, name]) => path.includes(`/${name}/`))
  })
  const result = await site.run({
    dryRun: true,
    packages: packages(...names),
    packageTypes: types,
    rules: quick({})
  })
  const seen = result.report.packages.map(({ type, name, versions }) => [
    type,
    name,
    versions.length
  ])
  return { site, result, seen }
}

test.each<[string, string, string]>([
  ['another letter case', 'Contoso.Core', 'contoso.core'],
  ['the scope in front', 'UI', '@acme/ui']
])('an exact name with %s is found (ruling 35)', async (_what, real, written) => {
  const type = written.startsWith('@') ? 'npm' : 'nuget'
  const { result, seen } = await dryRun([[type, real]], [written], [type])

  expect(result.failures).toEqual([])
  expect(seen).toEqual([[type, real, 1]])
})

test('a name that one type has is not missed in the others, and costs them no list', async () => {
  const { site, result, seen } = await dryRun(
    [['npm', 'ui']],
    ['ui'],
    ['container', 'npm', 'maven', 'nuget']
  )

  expect(result.failures).toEqual([])
  expect(seen).toEqual([['npm', 'ui', 1]])
  expect(site.emulator.requests.filter(({ line }) => line.includes('/packages?'))).toEqual([])
})

test('a name that nobody has is an error that says what is near it; the others are done', async () => {
  const { result, seen } = await dryRun(
    [
      ['npm', 'web/design-ui'],
      ['npm', 'core']
    ],
    ['design-ui', 'core'],
    ['npm']
  )

  expect(result.failures).toEqual([
    expect.stringMatching(/^npm package design-ui: there is no npm package .*web\/design-ui/)
  ])
  expect(seen).toEqual([
    ['npm', 'core', 1],
    ['npm', 'design-ui', 0]
  ])
})

test.each([
  ['an exact name', 'ui', ['npm']],
  ['an exact name that several types could have', 'ui', ['npm', 'maven', 'nuget']],
  ['an exact name in another letter case', 'UI', ['npm']],
  ['a glob', 'u*', ['npm']],
  ['a glob, where another type has the name too', 'u*', ['npm', 'nuget']]
] as const)(
  '%s whose versions GitHub hides is an error, and says what to click',
  async (...row) => {
    const [, written, types] = row
    const site = await openRunSite()
    addPackage(site.emulated, 'acme', 'ui', { type: 'npm' })
    if (written === 'u*') {
      const other = addPackage(site.emulated, 'acme', 'ui', { type: 'nuget' })
      addVersion(site.emulated, other, { name: '1.0.0', createdAt: NOW - 9 * DAY })
    }
    site.emulator.addFault({
      trouble: { kind: 'answer', status: 404, body: { message: 'Package not found.' } },
      when: ({ path }) => /\/npm\/ui\/versions$/i.test(path)
    })

    const { failures, report } = await site.run({
      packages: packages(written),
      packageTypes: types,
      rules: quick({})
    })

    expect(failures).toEqual([
      expect.stringMatching(/^npm package ui: .*Package not found.*Manage Actions access/)
    ])
    const hidden = report.packages.filter(({ error }) => error !== null)
    expect(hidden).toMatchObject([{ type: 'npm', name: 'ui', versions: [] }])
  }
)

test('a token that may not list packages still learns what to do', async () => {
  const site = await openRunSite()
  addRepository(site.emulated, 'acme/app')
  const { failures } = await site.run(
    { packages: packages('nothing'), rules: quick({}) },
    { kind: 'actions', repository: 'acme/app' }
  )

  expect(failures).toEqual([expect.stringContaining('Manage Actions access')])
})

test('a glob that matches nothing is a warning', async () => {
  const { result } = await dryRun([['npm', 'ui']], ['api-*'], ['npm'])

  expect(result.failures).toEqual([])
  expect(result.report.warnings).toEqual([expect.stringContaining('no package matches api-*')])
})

test('rows that single sign-on hides from a list are told', async () => {
  const site = await openRunSite()
  addPackage(site.emulated, 'acme', 'ui', { type: 'npm' })
  const { report } = await site.run(
    { dryRun: true, packages: packages('*'), packageTypes: ['npm'], rules: quick({}) },
    { login: 'mona', sso: { acme: 'hide' } }
  )

  expect(report.warnings).toContainEqual(expect.stringMatching(/single sign-on .*\(ids \d+\)/))
})
