import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from '@jest/globals'

let folder: string

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'package-retention-pack-'))
})

afterAll(() => rmSync(folder, { recursive: true, force: true }))

const npm = (args: readonly string[], cwd: string): string =>
  execFileSync('npm', [...args], { cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] })

test('the packed package, installed elsewhere, needs nothing else and runs', () => {
  const [packed] = JSON.parse(
    npm(['pack', '--json', '--ignore-scripts', '--pack-destination', folder], process.cwd())
  ) as [{ filename: string; files: { path: string }[] }]
  expect(packed.files.map(({ path }) => path)).toEqual(
    expect.arrayContaining(['action.yml', 'dist/cli.js', 'dist/index.js', 'README.md', 'LICENSE'])
  )
  expect(packed.files.filter(({ path }) => /^(src|__tests__|lib)\//.test(path))).toEqual([])

  npm(
    ['install', '--offline', '--prefix', folder, '--global', join(folder, packed.filename)],
    folder
  )
  const installed = join(folder, 'lib', 'node_modules', 'package-retention')
  expect(existsSync(join(installed, 'node_modules'))).toBe(false)
  const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string }
  const command = join(folder, 'bin', 'package-retention')
  expect(execFileSync(command, ['--version'], { cwd: folder, encoding: 'utf8' })).toBe(
    `${version}\n`
  )
})
