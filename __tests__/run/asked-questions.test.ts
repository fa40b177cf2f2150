import { afterEach, describe, expect, test } from '@jest/globals'
import { addPackage, addRepository, addVersion } from '../../src/emulator/builders.js'
import { closeRunSites, DAY, NOW, openRunSite, policy } from './run-site.js'

afterEach(closeRunSites)

interface Question {
  readonly rules: string
  readonly tags: readonly string[]
  /** How many pull requests the repository has; those with an even number are closed. */
  readonly pulls?: number
  readonly withheld?: 'pull-requests'
}

/** A dry run over packages of one repository, and what it asked of that. */
async function asked(...packagesOf: readonly Question[]) {
  const site = await openRunSite()
  const pulls = packagesOf[0]?.pulls ?? 3
  const withheld = packagesOf.flatMap((one) => one.withheld ?? [])
  addRepository(site.emulated, 'acme/app', {
    branches: ['main'],
    releases: ['v1'],
    pullRequests: Array.from({ length: pulls }, (_, at) => ({
      number: at + 1,
      state: at % 2 === 1 ? ('closed' as const) : ('open' as const)
    })),
    withheld
  })
  const entries = packagesOf.map(({ rules, tags }, place) => {
    const name = `app${place}`
    const app = addPackage(site.emulated, 'acme', name, {
      repository: 'acme/app',
      roles: { 'acme/app': 'admin' }
    })
    for (const tag of tags) {
      addVersion(site.emulated, app, { tags: [tag], createdAt: NOW - 10 * DAY })
    }
    return `  - names: ${name}\n    type: container\n    ${rules}`
  })
  const result = await site.run(
    {
      dryRun: true,
      packages: null,
      rules: policy(`version: 1\npackages:\n${entries.join('\n')}\n`)
    },
    withheld.length > 0 ? { kind: 'actions', repository: 'acme/app' } : { login: 'mona' }
  )
  const lines = site.emulator.requests.map(({ line }) => line)
  const goes = result.report.packages.flatMap(({ versions }) =>
    versions.flatMap(({ decision, tags }) => (decision === 'delete' ? (tags ?? []) : []))
  )
  return {
    goes,
    warnings: result.report.packages.flatMap(({ warnings }) => warnings),
    lists: lines.filter((line) => line.includes('/repos/acme/app/')).length,
    lookups: lines.filter((line) => /\/packages\/container\/app\d+(?: |$)/.test(line)).length
  }
}

const CLOSED = 'delete: [{closed-pull-request: "pr-{number}"}]'

describe('requests about the repository', () => {
  test.each<[string, Question, number, string[]]>([
    ['none where no tag fits', { rules: CLOSED, tags: ['v1', 'main-1'] }, 0, []],
    ['one page where one does', { rules: CLOSED, tags: ['v1', 'pr-2', 'pr-3'] }, 1, ['pr-2']],
    [
      'none where those that fit are too young',
      { rules: 'delete: [{closed-pull-request: "pr-{number}", older-than: 30d}]', tags: ['pr-2'] },
      0,
      []
    ],
    [
      'one page of many, for new pull requests come first',
      { rules: CLOSED, tags: ['v1', 'pr-2480', 'pr-2451'], pulls: 2480 },
      1,
      ['pr-2480']
    ],
    [
      'some more for an older one',
      { rules: CLOSED, tags: ['v1', 'pr-1900'], pulls: 2480 },
      7,
      ['pr-1900']
    ],
    [
      'all pages for what is no pull request (ruling 62)',
      { rules: CLOSED, tags: ['v1', 'pr-2480', 'pr-9999'], pulls: 2480 },
      25,
      ['pr-2480']
    ],
    [
      'what a keep rule asks, though no tag fits',
      {
        rules: 'keep: [{live-branch: "{branch}_*"}, {tags: v1}]\n    delete: [{older-than: 1d}]',
        tags: ['v1', 'x']
      },
      1,
      ['x']
    ]
  ])('%s', async (_name, question, lists, goes) => {
    const found = await asked(question)

    expect(found).toMatchObject({ lists, goes, warnings: [] })
    expect(found.lookups).toBe(lists > 0 ? 1 : 0)
  })

  test('packages of one repository share what was read', async () => {
    const one = { rules: CLOSED, tags: ['v1', 'pr-2480'], pulls: 2480 }
    const found = await asked(one, { ...one, tags: ['v1', 'pr-2480', 'pr-2478'] })
    expect(found).toMatchObject({ lists: 1, goes: ['pr-2480', 'pr-2478', 'pr-2480'] })

    const more = await asked(one, { ...one, tags: ['v1', 'pr-2'] })
    expect(more.goes.toSorted()).toEqual(['pr-2', 'pr-2480'])
  })

  test('a question that a tag asks and nobody may answer keeps everything (ruling 5)', async () => {
    const rules = 'keep: [{open-pull-request: "pr-{number}"}]\n    delete: [{older-than: 1d}]'
    const found = await asked({ rules, tags: ['v1', 'x', 'pr-2'], withheld: 'pull-requests' })

    expect(found.goes).toEqual([])
    expect(found.warnings.join()).toContain('pull-requests: read')
  })
})
