import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { INPUT_NAMES, inputRow } from '../../src/run/inputs/input-table.js'
import { scratchFolder } from '../shell/small-site.js'
import { commandLine } from './command-line.js'

const TOKEN = { GITHUB_TOKEN: 'ghp_0123456789abcdef0123456789abcdef' }

describe('help', () => {
  test.each([[[]], [['--help']], [['help']]])('%j fits a screen and has examples', async (args) => {
    const { exitCode, stdout } = await commandLine(args)

    expect(exitCode).toBe(0)
    expect(stdout.split('\n').length).toBeLessThanOrEqual(32)
    expect(stdout).toContain('Examples:')
    expect(Math.max(...stdout.split('\n').map((line) => line.length))).toBeLessThanOrEqual(100)
  })

  const helpOf = async (command: string) => (await commandLine([command, '--help'])).stdout
  const flagsIn = (text: string) => new Set(text.match(/--[a-z][a-z-]*/g))

  test.each(['plan', 'cleanup', 'apply', 'restore', 'repair', 'explain', 'init', 'merge'])(
    'of %s fits a screen',
    async (command) => {
      const lines = (await helpOf(command)).trimEnd().split('\n')

      expect(lines.length).toBeLessThanOrEqual(40)
      expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(100)
      expect(lines).toContain('Examples:')
    }
  )

  test.each(['plan', 'cleanup', 'apply', 'restore', 'repair', 'explain'])(
    'of %s is in groups, without what commander thinks of a default',
    async (command) => {
      const text = await helpOf(command)

      const headings = text.match(/^\S.*:$/gm)?.filter((one) => one !== 'Arguments:')
      expect(headings?.slice(0, -1)).toEqual(
        ['Where:', 'What:', 'How:', 'Also, as in the README under Inputs:'].filter(
          (heading) => command !== 'repair' || heading !== 'What:'
        )
      )
      expect(text).not.toMatch(/default:|^Options:/m)
    }
  )

  test.each(['cleanup', 'apply', 'restore', 'repair'] as const)(
    'of %s names the inputs of its mode and no others',
    async (mode) => {
      const text = (await helpOf(mode)).split('Examples:')[0] ?? ''
      const shown = flagsIn(text)
      const meant = INPUT_NAMES.filter((name) => name !== 'token' && name !== 'mode')

      expect(meant.filter((name) => shown.has(`--${name}`))).toEqual(
        meant.filter((name) => inputRow(name).modes.includes(mode))
      )
    }
  )

  test.each<[string, readonly string[]]>([
    ['plan', ['--dry-run', '--concurrency', '--time-limit']],
    [
      'explain',
      [
        '--dry-run',
        '--concurrency',
        '--time-limit',
        '--reserve-requests',
        '--fail-on',
        '--report-directory',
        '--max-deletions',
        '--share'
      ]
    ]
  ])('of %s leaves out what does nothing there', async (command, idle) => {
    const shown = flagsIn(await helpOf(command))

    expect(idle.filter((flag) => shown.has(flag))).toEqual([])
  })

  test('a flag that help only mentions is suggested all the same', async () => {
    const { stderr } = await commandLine(['cleanup', '--concurency', '5'], TOKEN)

    expect(stderr).toContain('--concurrency')
  })
})

describe('wrong usage ends with 2', () => {
  test.each<[string, readonly string[], string]>([
    ['an unknown command', ['cleen'], 'cleanup'],
    ['a misspelt flag', ['cleanup', '--keep-newset', '5'], '--keep-newest'],
    ['a flag without its value', ['cleanup', '--keep-newest'], 'argument missing'],
    ['a flag given twice', ['cleanup', '--owner', 'a', '--owner', 'b'], '--owner is given twice'],
    ['a wrong value', ['cleanup', '--older-than', '30'], 'older-than: "30": the unit is missing'],
    ['a negative count', ['cleanup', '--keep-newest', '-1'], 'keep-newest: "-1": expected'],
    ['a flag of another mode', ['cleanup', '--plan', 'x'], 'belongs to mode: apply'],
    ['another mode', ['cleanup', '--mode', 'restore'], 'is mode: cleanup'],
    [
      'a name without a flag',
      ['plan', 'app'],
      '"app": a word without a flag; write --packages app'
    ],
    ['several names', ['plan', 'app', 'ui'], 'write --packages app, and ui by flags too'],
    ['a glob without a flag', ['repair', 'web/*'], "write --packages 'web/*'"],
    ['a policy without a flag', ['cleanup', 'a.yml'], 'write --policy-file a.yml'],
    ['a plan without a flag', ['apply', 'a.json'], 'write --plan a.json'],
    ['a report without a flag', ['restore', 'a.json'], 'write --report a.json'],
    ['no owner', ['cleanup', '--older-than', '1d'], 'owner: expected']
  ])('%s', async (_what, args, message) => {
    const { exitCode, stdout, stderr } = await commandLine(args, TOKEN)

    expect(exitCode).toBe(2)
    expect(stderr).toContain(message)
    expect(stdout).toBe('')
  })

  test.each([
    ['cleanup', '--token', 'ghp_secret'],
    ['cleanup', '--token=ghp_secret'],
    ['restore', '--token']
  ])('the token on the command line, with the reason and not the token: %s %s', async (...args) => {
    const { exitCode, stderr } = await commandLine(args)

    expect(exitCode).toBe(2)
    expect(stderr).toMatch(/can be read by every process.*--token-file/)
    expect(stderr).not.toContain('secret')
  })

  test('no token anywhere says where it could come from', async () => {
    const { exitCode, stderr } = await commandLine(['cleanup', '--older-than', '1d'])

    expect(exitCode).toBe(2)
    expect(stderr).toMatch(/GITHUB_TOKEN.*--token-file.*gh auth login/)
  })

  test.each([
    ['plan', /read:packages is enough$/m],
    ['cleanup', /deleting needs delete:packages too$/m],
    ['restore', /restoring needs write:packages too$/m]
  ])('no token for %s says what one needs', async (command, needs) => {
    const { stderr } = await commandLine([command, '--owner', 'acme'])

    expect(stderr).toMatch(needs)
  })

  test('restore without a source names all of them by their flags', async () => {
    const { stderr } = await commandLine(['restore', '--owner', 'acme'], TOKEN)

    expect(stderr).toContain(
      'exactly one of --report, --version-ids, and --deleted-tags or --deleted-within'
    )
  })

  test.each<[string, readonly string[], Record<string, string>, string]>([
    ['an input by its flag', ['--older-than', '30'], {}, '--older-than: "30": the unit'],
    [
      'the flag that helps',
      ['--older-than', '30d', '--packages', 'app'],
      { GITHUB_SERVER_URL: 'http://127.0.0.1:1' },
      '; set --registry-url, and --npm-registry-url for npm packages'
    ],
    [
      'a folder as a policy, without a word of workflows',
      ['--policy-file', '/tmp'],
      {},
      '--policy-file: "/tmp": it is a folder, not a file\n'
    ],
    [
      'a file that is not there, likewise',
      ['--policy-file', 'nowhere.yml'],
      {},
      '--policy-file: "nowhere.yml": there is no such file\n'
    ],
    [
      'an image with its tag',
      ['--older-than', '1d', '--packages', 'services/shop:latest'],
      {},
      '--packages: "services/shop:latest": a package is named without a tag or digest; write services/shop,'
    ]
  ])('names %s', async (_what, args, environment, message) => {
    const { exitCode, stderr } = await commandLine(['cleanup', '--owner', 'acme', ...args], {
      ...TOKEN,
      ...environment
    })

    expect(exitCode).toBe(2)
    expect(stderr).toContain(message)
  })

  test.each(['', '  \n'])('a token file with nothing in it: %j', async (text) => {
    const folder = scratchFolder()
    writeFileSync(join(folder, 'token'), text)
    const args = ['cleanup', '--older-than', '1d', '--token-file', 'token']
    const { exitCode, stderr } = await commandLine(args, TOKEN, folder)

    expect(exitCode).toBe(2)
    expect(stderr).toContain('it is empty')
  })
})

describe('flags of booleans are read in every form that people try', () => {
  const conflicts = async (...flags: readonly string[]) => {
    const rest = [
      'repair',
      '--owner',
      'acme',
      '--packages',
      'app',
      '--api-url',
      'http://127.0.0.1:1'
    ]
    const { stderr } = await commandLine([...rest, ...flags], TOKEN)
    return /untag: "(\w+)"/.exec(stderr)?.[1]
  }

  test.each([
    [['--untag'], 'true'],
    [['--untag', 'true'], 'true'],
    [['--untag=TRUE'], 'TRUE'],
    [['--untag', 'maybe'], 'maybe'],
    [['--untag=False'], 'False']
  ])('%j is %s', async (flags, value) => {
    expect(await conflicts(...flags)).toBe(value)
  })

  test('--no-untag is false, which holds anyway', async () => {
    expect(await conflicts('--no-untag')).toBeUndefined()
  })
})

test('demo --keep says of what is no folder that it is none', async () => {
  const file = join(scratchFolder(), 'file')
  writeFileSync(file, '')

  expect(await commandLine(['demo', '--keep', file])).toMatchObject({
    exitCode: 2,
    stderr: `--keep: "${file}": a file is in its place; expected a folder that can be written\n`
  })
})

describe('validate', () => {
  const validated = async (text: string, ...flags: readonly string[]) => {
    const folder = scratchFolder()
    writeFileSync(join(folder, 'policy.yml'), text)
    return commandLine(['validate', 'policy.yml', ...flags], {}, folder)
  }
  const GOOD = [
    'version: 1',
    'packages:',
    '  - names: [app, "services/*"]',
    '    type: container',
    '    keep: [{ tags: "v*", per: major, newest: 3 }, { newer-than: 14d }]',
    '    delete: [{ name: stale, older-than: 30d, tags: "pr-*" }]'
  ].join('\n')

  test('an age under an hour is noted: it may be meant as months', async () => {
    const text = 'version: 1\npackages: [{ names: app, delete: [{ older-than: 1m }] }]'
    const { exitCode, stdout } = await validated(text)

    expect(exitCode).toBe(0)
    expect(stdout).toContain(
      'note: delete rule 1: older-than: 1m is one minute; for a month write 30d\n'
    )
  })

  test('says what each entry of a right file means', async () => {
    const { exitCode, stdout } = await validated(GOOD)

    expect(exitCode).toBe(0)
    expect(stdout.split('\n')).toEqual([
      'policy.yml: ok',
      'packages[0]: app, services/* of container',
      '  delete: stale: tags pr-* and older-than 30d',
      '  keep:   keep rule 1: newest 3 per major of tags v*',
      '  keep:   keep rule 2: newer-than 14d',
      ''
    ])
  })

  test('ends with 1 for a wrong file, with all errors by line and column', async () => {
    const { exitCode, stdout, stderr } = await validated(GOOD.replace('newest', 'newset'))

    expect(exitCode).toBe(1)
    expect(stdout).toBe('')
    expect(stderr).toMatch(/^policy\.yml:5:\d+: .*newset/m)
  })

  test('ends with 2 where there is no file', async () => {
    expect(await commandLine(['validate', 'nowhere.yml'])).toMatchObject({
      exitCode: 2,
      stderr: 'validate: "nowhere.yml": there is no such file\n'
    })
  })

  test('prints JSON alone to stdout with --json', async () => {
    const { exitCode, stdout } = await validated('version: 2', '--json')

    expect(exitCode).toBe(1)
    expect(JSON.parse(stdout)).toMatchObject({ ok: false, errors: [{ line: 1 }, {}] })
  })
})
