import { describe, expect, test } from '@jest/globals'
import { FactAsker } from '../../src/run/ask-facts.js'
import { silentWorld } from './silent-world.js'
import { aPackage, NOW } from '../plan/a-package.js'
import { planOf, policy } from '../plan/a-plan.js'

/** Of which B stays as the last version where no rule keeps any. */
const PACKAGE = 'L[latest]\nA[v1]\nB[v2]'

/** The plan by rules where the workspace has these files and nobody else answers. */
async function planBy(rules: string, files: Readonly<Record<string, string>>) {
  const world = silentWorld({
    read: () => Promise.resolve(Object.entries(files).map(([path, text]) => ({ path, text })))
  })
  const { inventory } = aPackage(PACKAGE)
  const facts = await new FactAsker(world).factsFor({
    inventory,
    policy: policy(rules, inventory.package),
    now: NOW
  })
  return planOf(PACKAGE, rules, { facts })
}

const KEEP = 'keep: [{listed-in: "**"}]\ndelete: [{older-than: 0}]'

describe('ruling 6: what files name is kept, rather one too many', () => {
  test.each<[string, string, string[]]>([
    ['an image without a tag is latest', 'FROM ghcr.io/acme/app\n', ['A', 'B']],
    [
      'a variable is what the file sets it to',
      'ARG V=v1\nFROM ghcr.io/acme/app:${V}\n',
      ['B', 'L']
    ],
    ['a tag is told', 'FROM ghcr.io/acme/app:v1\n', ['B', 'L']]
  ])('%s', async (_name, text, goes) => {
    const { plan, goes: going } = await planBy(KEEP, { Dockerfile: text })
    expect(going.toSorted()).toEqual(goes)
    expect(plan.warnings).toEqual([])
  })

  test('and nothing of it is deleted by a delete rule', async () => {
    const rules = 'delete: [{listed-in: "**"}]'
    const { goes } = await planBy(rules, {
      a: 'FROM ghcr.io/acme/app\n',
      b: 'ARG V=v1\nFROM ghcr.io/acme/app:${V}\n'
    })
    expect(goes).toEqual([])
  })
})

describe('a variable that a file does not set is what the files beside it set it to', () => {
  const compose = 'image: ghcr.io/acme/app:${TAG}\n'

  test.each<[string, Record<string, string>, string[], number]>([
    ['in the same folder', { 'a/compose.yml': compose, 'a/.env': 'TAG=v1\n' }, ['B', 'L'], 0],
    ['at the top', { 'compose.yml': compose, '.env': 'TAG=v1\n' }, ['B', 'L'], 0],
    ['not in another', { 'a/compose.yml': compose, 'b/.env': 'TAG=v1\n' }, ['A', 'L'], 1],
    [
      'not where it is set already',
      { 'a/compose.yml': `x-a: {TAG: v2}\n${compose}`, 'a/.env': 'TAG=v1\n' },
      ['A', 'L'],
      0
    ]
  ])('%s', async (_name, files, goes, warnings) => {
    const { plan, goes: going } = await planBy(KEEP, files)
    expect(going.toSorted()).toEqual(goes)
    expect(plan.warnings).toHaveLength(warnings)
  })
})

describe('a tag that a file does not tell', () => {
  const files = {
    'a.yaml': 'image: ghcr.io/acme/app:v1\n',
    Dockerfile: 'ARG V\nFROM ghcr.io/acme/app:${V}\n'
  }

  test('is a warning that says where, and keeps nothing more', async () => {
    const { plan, goes } = await planBy(KEEP, files)
    expect(goes.toSorted()).toEqual(['B', 'L'])
    expect(plan.warnings).toEqual([
      {
        code: 'tags-untold',
        rule: 'keep rule 1',
        places: [{ path: 'Dockerfile', line: 2, written: '${V}' }]
      }
    ])
  })

  test.each([
    ['a delete rule goes by what is certain', 'delete: [{listed-in: "**"}]'],
    ['no rule deletes anything', 'keep: [{listed-in: "**"}]'],
    ['no rule asks for files', 'keep: [{tags: v1}]\ndelete: [{older-than: 0}]']
  ])('is none where %s', async (_name, rules) => {
    const { plan } = await planBy(rules, files)
    expect(plan.warnings).toEqual([])
  })
})
