import { afterEach, expect, test } from '@jest/globals'
import { addPackage, addVersion } from '../../src/emulator/builders.js'
import type { RuleSource } from '../../src/run/config.js'
import { closeRunSites, DAY, duration, NOW, openRunSite, policy, quick } from './run-site.js'

afterEach(closeRunSites)

const file = (rules: string) =>
  policy(`version: 1\npackages: [{ names: "*", type: npm, delete: [${rules}] }]`)

async function notes(rules: RuleSource, dryRun = true) {
  const site = await openRunSite()
  for (const name of ['ui', 'api']) {
    const target = addPackage(site.emulated, 'acme', name, { type: 'npm' })
    addVersion(site.emulated, target, { name: '1.0.0-rc.1', createdAt: NOW - DAY })
    addVersion(site.emulated, target, { name: '2.0.0-rc.1', createdAt: NOW - DAY })
  }
  const { report } = await site.run({ dryRun, rules, packages: null, packageTypes: ['npm'] })
  return report.notes
}

test.each<[RuleSource, string[]]>([
  [quick({ olderThan: duration('1m') }), ['older-than: 1m is one minute; for a month write 30d']],
  [
    file('{ name: old, older-than: 6m }, { older-than: 90s }, { older-than: 1h }'),
    [
      'old: older-than: 6m is 6 minutes; for months write 6mo',
      'delete rule 2: older-than: 90s is less than an hour'
    ]
  ],
  [file('{ older-than: 0 }, { older-than: 1mo }, { older-than: 30d }'), []]
])('a dry run notes ages under an hour, once for all packages', async (rules, expected) => {
  expect(await notes(rules)).toEqual(expected)
})

test('a live run does not', async () => {
  expect(await notes(quick({ olderThan: duration('1m') }), false)).toEqual([])
})
