import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, dirname, join } from 'node:path'
import { afterAll, expect, test } from '@jest/globals'
import { programName } from '../../src/cli/program-name.js'
import { TOOL_VERSION } from '../../src/run/tool-version.js'

const home = realpathSync(mkdtempSync(join(tmpdir(), 'program-name-')))
afterAll(() => rmSync(home, { recursive: true, force: true }))

/** Writes a script, and a link to it where npm makes one; gives the path of the link. */
function installed(modules: string, bin: string): string {
  const script = join(home, modules, 'package-retention', 'dist', 'cli.js')
  const link = join(home, bin, 'package-retention')
  for (const path of [script, link]) mkdirSync(dirname(path), { recursive: true })
  writeFileSync(script, '')
  symlinkSync(script, link)
  return link
}

const NPX = { npm_command: 'exec', npm_lifecycle_event: 'npx' }
const SCRIPT = { npm_command: 'run', npm_lifecycle_event: 'clean-up' }

test.each<[string, string | undefined, Record<string, string>, string]>([
  ['from a clone', '/home/ada/tool/dist/cli.js', {}, 'node dist/cli.js'],
  ['from a folder with a space', '/home/ada/my tools/cli.js', {}, 'node "../my tools/cli.js"'],
  ['by nobody knows what', undefined, {}, 'package-retention'],
  [
    'as a link in PATH',
    '/usr/local/bin/package-retention',
    { PATH: ['/bin', '/usr/local/bin/'].join(delimiter) },
    'package-retention'
  ],
  [
    'as a link elsewhere',
    '/home/ada/tool/node_modules/.bin/package-retention',
    { PATH: '/bin' },
    'node_modules/.bin/package-retention'
  ],
  [
    'as a link elsewhere, which npm once ran a shell for',
    '/home/ada/bin/package-retention',
    { ...SCRIPT, PATH: '/bin' },
    '../bin/package-retention'
  ],
  ['as a link right here', '/home/ada/tool/package-retention', {}, './package-retention'],
  [
    'by npx from a project',
    '/home/ada/tool/node_modules/.bin/package-retention',
    { ...NPX, PATH: '/home/ada/tool/node_modules/.bin' },
    'npx package-retention'
  ],
  [
    'by npx from the registry',
    '/home/ada/.npm/_npx/0f3a/node_modules/.bin/package-retention',
    NPX,
    `npx package-retention@${TOOL_VERSION}`
  ],
  [
    'by a script of package.json',
    '/home/ada/tool/node_modules/.bin/package-retention',
    { ...SCRIPT, PATH: '/home/ada/tool/node_modules/.bin' },
    'npx package-retention'
  ],
  [
    'from a clone by a script of package.json',
    '/home/ada/tool/dist/cli.js',
    SCRIPT,
    'node dist/cli.js'
  ]
])('the tool that was started %s is called so again', (_how, script, environment, name) => {
  expect(programName(script, '/home/ada/tool', environment)).toBe(name)
})

test('installed for all, by its name, whichever path it was started by', () => {
  const link = installed('lib/node_modules', 'bin')
  const PATH = dirname(link)
  const script = join(home, 'lib/node_modules/package-retention/dist/cli.js')

  expect(programName(link, home, { PATH })).toBe('package-retention')
  expect(programName(script, home, { PATH })).toBe('package-retention')
  expect(programName(script, home, { PATH: '/bin' })).toBe(
    'node lib/node_modules/package-retention/dist/cli.js'
  )
})

test('installed in a project, by its path where PATH has another one', () => {
  const other = installed('other/node_modules', 'other/bin')
  const link = installed('node_modules', 'node_modules/.bin')

  expect(programName(link, home, { PATH: dirname(other) })).toBe(
    'node_modules/.bin/package-retention'
  )
})

test('by its name where PATH has a small program that starts it', () => {
  const folder = join(home, 'npm')
  const script = join(folder, 'node_modules/package-retention/dist/cli.js')
  mkdirSync(folder)
  writeFileSync(join(folder, 'package-retention.cmd'), '')

  expect(programName(script, home, { PATH: folder })).toBe('package-retention')
})
