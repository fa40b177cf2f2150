import { readFileSync } from 'node:fs'
import { describe, expect, test } from '@jest/globals'
import { impurities, importsOf, placeOf, sourceFiles, sourceText } from './house/source-file.js'

const PURE = ['model', 'policy', 'graph', 'plan', 'report']
const ADAPTERS = ['http', 'github', 'registry', 'execute']

// What each folder of src/ may import: the map of ARCHITECTURE.md, executable. An entry that ends
// in ':' or '/' stands for every name that starts with it.
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  model: [],
  policy: ['model', 'semver', 'minimatch', 'yaml', 're2js'],
  graph: ['model'],
  plan: ['model', 'policy', 'graph'],
  report: ['model', 'policy', 'graph', 'plan'],
  'report/html/client': ['model', 'report', 'uplot'],
  http: ['model', 'undici', 'node:'],
  github: ['model', 'http', 'undici', '@octokit/', 'node:'],
  registry: ['model', 'http', 'node:'],
  execute: ['model', 'plan'],
  run: [...PURE, ...ADAPTERS, 'node:'],
  action: [...PURE, ...ADAPTERS, 'run', '@actions/', 'node:'],
  cli: [...PURE, ...ADAPTERS, 'run', 'emulator', 'commander', '@octokit/core', 'node:'],
  emulator: ['model', 'node:']
}
const ENTRIES: Readonly<Record<string, string>> = { 'index.ts': 'action', 'cli.ts': 'cli' }
const ENTRY_LINES = 30

const files = sourceFiles('src')
const inFolders = files.filter((file) => file.includes('/'))

describe('imports', () => {
  test.each(inFolders)('src/%s keeps to its imports', (file) => {
    const folder = placeOf(file)
    const imports = importsOf(file, sourceText(file)).filter((name) => name !== folder)

    expect(imports.filter((name) => !mayImport(folder, name))).toEqual([])
  })

  test('no file is outside the map', () => {
    expect(inFolders.filter((file) => !(placeOf(file) in MAY_IMPORT))).toEqual([])
    expect(files.filter((file) => !file.includes('/'))).toEqual(Object.keys(ENTRIES).toSorted())
  })

  test.each(Object.entries(ENTRIES))('src/%s only starts src/%s', (file, folder) => {
    const text = sourceText(file)

    expect(importsOf(file, text).filter((name) => name !== folder && !isBuiltIn(name))).toEqual([])
    expect(text.trimEnd().split('\n').length).toBeLessThanOrEqual(ENTRY_LINES)
  })

  test.each<[string, string]>([
    ['a package', "import * as core from '@actions/core'"],
    ['a built-in module', "export { setTimeout } from 'node:timers/promises'"],
    ['a type of another folder', "import type { X } from '../registry/errors.js'"],
    ['a type in place', "export type X = import('../registry/errors.js').X"],
    ['a file outside src', "import file from '../../package.json' with { type: 'json' }"],
    ['a package, later', "export const late = () => import('@actions/cache')"],
    ['what is not known', 'export const late = (name: string) => import(name)'],
    ['everything of a folder', "export * from '../run/config.js'"],
    ['a name that begins like an allowed one', "import x from 'semver-compare'"]
  ])('a policy file that imports %s is caught', (_what, line) => {
    const strays = importsOf('policy/x.ts', line).filter((name) => !mayImport('policy', name))

    expect(strays).toHaveLength(1)
  })
})

describe('the pure ring takes the time as an argument and throws no dice', () => {
  test.each(inFolders.filter((file) => PURE.includes(placeOf(file))))('src/%s', (file) => {
    expect(impurities(sourceText(file))).toEqual([])
  })

  test.each<[string, string[]]>([
    ['const now = Date.now()', ['Date.now']],
    ['const { now } = { now: Date["now"] }', ['Date.now']],
    ['const now = new Date()', ['new Date()']],
    ['const now = Date()', ['Date()']],
    ['const dice = [3].map(Math.random)', ['Math.random']],
    ['const date = new Date(0); const day = Date.UTC(2026, 0); const low = Math.min(1)', []]
  ])('%s', (line, expected) => {
    expect(impurities(line)).toEqual(expected)
  })
})

test('ARCHITECTURE.md shows the same map', () => {
  const rows = readFileSync('ARCHITECTURE.md', 'utf8').matchAll(
    /^\| `src\/([\w/]+)\/` .* \| (.+) \|$/gm
  )
  const shown = Array.from(rows, ([, folder = '', imports = '']) => [folder, namesIn(imports)])

  expect(Object.fromEntries(shown)).toEqual(
    Object.fromEntries(Object.entries(MAY_IMPORT).map(([folder, names]) => [folder, [...names]]))
  )
})

test('package-lock.json names no registry', () => {
  expect(readFileSync('package-lock.json', 'utf8')).not.toContain('"resolved"')
})

function mayImport(folder: string, name: string): boolean {
  return (MAY_IMPORT[folder] ?? []).some((entry) =>
    /[:/]$/.test(entry) ? name.startsWith(entry) : name === entry
  )
}

function isBuiltIn(name: string): boolean {
  return name.startsWith('node:')
}

/** The names in backticks; "nothing" has none. */
function namesIn(cell: string): string[] {
  return Array.from(cell.matchAll(/`([^`]+)`/g), ([, name = '']) => name)
}
