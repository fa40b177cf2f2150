import { afterEach, expect, test } from '@jest/globals'
import { addPackage, addVersion } from '../../src/emulator/builders.js'
import type { PackageType } from '../../src/model/package.js'
import type { CleanupConfig } from '../../src/run/config.js'
import { closeRunSites, openRunSite, packages, policy, quick } from './run-site.js'

afterEach(closeRunSites)

/** The failures of a dry run about one name, and the requests that looked for it by its name. */
async function dryRun(
  config: Partial<CleanupConfig>,
  there: readonly (readonly [PackageType, string])[] = [['npm', 'shop-ui']]
) {
  const site = await openRunSite()
  for (const [type, name] of there) {
    addVersion(site.emulated, addPackage(site.emulated, 'acme', name, { type }), { name: '1.0.0' })
  }
  const { failures } = await site.run({
    dryRun: true,
    packages: packages('shop-ui'),
    packageTypes: null,
    rules: quick({}),
    ...config
  })
  const asked = site.emulator.requests.filter(({ line }) => line.endsWith('/shop-ui'))
  return { failures, asked: asked.length }
}

const NONE = 'there is no container package of this name that the token can see'

test('a name that another type has is told first, with what to give', async () => {
  expect((await dryRun({})).failures).toEqual([
    `container package shop-ui: shop-ui is there as npm: give package-type: npm; ${NONE}`
  ])
})

test.each([[['@acme/shop-ui']], [['@Acme/shop-ui', 'app*']]])(
  '%j: a scoped name is told where npm is not asked for',
  async (names) => {
    const there = [
      ['container', 'app'],
      ['npm', 'shop-ui']
    ] as const
    const { failures } = await dryRun({ packages: packages(...names) }, there)

    expect(failures).toEqual([
      expect.stringMatching(
        /^container package @acme\/shop-ui: shop-ui is there as npm: give package-type: npm; /i
      )
    ])
  }
)

test('several types that have it are all told', async () => {
  const { failures } = await dryRun({}, [
    ['maven', 'shop-ui'],
    ['npm', 'shop-ui']
  ])

  expect(failures).toEqual([
    expect.stringContaining('is there as npm and maven: give package-type: npm or maven; ')
  ])
})

test('beside a glob it is told too, where the types were listed', async () => {
  const { failures } = await dryRun({ packages: packages('shop-ui', 'app*') }, [
    ['container', 'app'],
    ['npm', 'shop-ui']
  ])

  expect(failures).toEqual([
    `container package shop-ui: shop-ui is there as npm: give package-type: npm; ${NONE}`
  ])
})

test.each<[string, string, string]>([
  ['no entry is about', ', type: container', 'its entry of the policy needs type: npm; '],
  [
    'an entry is about, though the input is not',
    ', type: [container, npm]',
    'give package-type: npm; '
  ]
])('with a policy, a type that %s', async (_what, type, advice) => {
  const rules = policy(
    `version: 1\npackages: [{ names: "*"${type}, delete: [{ older-than: 30d }] }]`
  )

  expect((await dryRun({ rules, packageTypes: ['container'] })).failures).toEqual([
    `container package shop-ui: shop-ui is there as npm: ${advice}${NONE}`
  ])
})

test('the name of the repository, taken because none was given, is told first', async () => {
  expect((await dryRun({ isNamedByRepository: true }, [])).failures).toEqual([
    expect.stringMatching(
      new RegExp(
        '^container package shop-ui: shop-ui is the name of the repository, taken because ' +
          `packages was not given: set packages; ${NONE}`
      )
    )
  ])
})

test('a name that is nowhere has no other cause, at one request a type', async () => {
  const { failures, asked } = await dryRun({}, [])

  expect(failures).toEqual([expect.stringMatching(`^container package shop-ui: ${NONE}\\. `)])
  expect(asked).toBe(5)
})

test('a name that is there costs no such request', async () => {
  const { failures, asked } = await dryRun({}, [
    ['container', 'shop-ui'],
    ['npm', 'shop-ui']
  ])

  expect(failures).toEqual([])
  expect(asked).toBe(0)
})
