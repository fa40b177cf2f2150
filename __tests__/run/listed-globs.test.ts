import { describe, expect, test } from '@jest/globals'
import { compileFileGlobs } from '../../src/policy/file-globs.js'
import { FactAsker, type FactWorld } from '../../src/run/ask-facts.js'
import { silentWorld } from './silent-world.js'
import { aPackage, NOW } from '../plan/a-package.js'
import { planOf, policy } from '../plan/a-plan.js'

/** Where nobody answers but a workspace with these files, each of which names `app:main-1`. */
function worldWith(paths: readonly string[]): FactWorld {
  return silentWorld({
    read: (globs) => {
      const compiled = compileFileGlobs(globs)
      const meant = paths.filter((path) => compiled.matches(path))
      return Promise.resolve(meant.map((path) => ({ path, text: 'image: app:main-1' })))
    }
  })
}

async function factsOf(rules: string, paths: readonly string[]) {
  const { inventory } = aPackage('A[main-1]\nB[main-2]')
  const asker = new FactAsker(worldWith(paths))
  return asker.factsFor({ inventory, policy: policy(rules, inventory.package), now: NOW })
}

describe('ruling 6: each glob has to match a file, or nobody knows what is deployed', () => {
  const keep = (globs: string) => `keep: [{listed-in: [${globs}]}]\ndelete: [{older-than: 0}]`

  test.each<[string, string, string[], string[]]>([
    ['all do', '"deploy/*.yaml", compose.yml', ['deploy/a.yaml', 'compose.yml'], ['B']],
    ['one does not', '"deploy/**/*.yaml", compose.yml', ['compose.yml', 'ops/a.yaml'], []],
    ['none does', '"deploy/**/*.yaml", compose.yml', ['README.md'], []],
    ['one of the alternatives does', '"compose.{yml,yaml}"', ['compose.yaml'], ['B']],
    ['what takes away need not', '"deploy/**", "!**/*.md"', ['deploy/a.yaml'], ['B']],
    ['all that it matches is taken away', '"*.yml", "docs/*", "!docs/**"', ['a.yml', 'docs/a'], []],
    ['everything but', '"!docs/**"', ['a.yml'], ['B']]
  ])('%s', async (_name, globs, paths, goes) => {
    const facts = await factsOf(keep(globs), paths)
    expect(planOf('A[main-1]\nB[main-2]', keep(globs), { facts }).goes).toEqual(goes)
  })

  test('the warning names the globs that match none, and no other', async () => {
    const globs = '"deploy/**/*.yaml", compose.yml'
    const { listed } = await factsOf(keep(globs), ['compose.yml'])
    expect(Object.values(listed)).toEqual([
      {
        known: false,
        why: 'no file of the workspace matches deploy/**/*.yaml: is actions/checkout missing?'
      }
    ])
  })

  test('a delete rule selects nothing then', async () => {
    const rules = 'delete: [{listed-in: [old.txt, gone.txt]}]'
    const facts = await factsOf(rules, ['old.txt'])
    expect(planOf('A[main-1]\nB[main-2]', rules, { facts }).goes).toEqual([])
  })
})
