import { execFile } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { addPackage, addToken, addVersion } from '../../src/emulator/builders.js'
import { type GitHubEmulator, startEmulator } from '../../src/emulator/emulator.js'
import { twoYearsOfHistory, type History } from '../../src/emulator/history.js'
import { parsePolicyFile } from '../../src/policy/policy-file.js'
import { policyDraft } from '../../src/run/first-policy/policy-draft.js'
import type { SeenPackage } from '../../src/run/first-policy/seen-package.js'
import { habitsOf } from '../../src/run/first-policy/tag-habits.js'
import { remoteRepository } from '../../src/cli/git-remote.js'
import { restoreDraft } from '../../src/run/first-policy/workflow-drafts.js'
import { scratchFolder } from '../shell/small-site.js'
import { commandLine } from './command-line.js'
import { type Desk, openDesk } from './desk.js'

const POLICY = '.github/package-retention.yml'
const WORKFLOWS = [
  '.github/workflows/package-retention.yml',
  '.github/workflows/package-retention-restore.yml'
]

let desk: Desk
let history: History
let emulator: GitHubEmulator

beforeEach(async () => {
  desk = openDesk()
  history = twoYearsOfHistory(Date.now())
  emulator = await startEmulator(history.world)
})

afterEach(() => emulator.close())

async function init(...args: string[]) {
  const { secret } = addToken(history.world, { login: 'ada' })
  return run(secret, ...args)
}

function run(token: string, ...args: string[]) {
  const environment = { GITHUB_TOKEN: token }
  const where = ['--owner', 'acme', '--api-url', emulator.apiUrl]
  return desk.run(['init', ...where, ...args], environment)
}

function written(path: string): string {
  return readFileSync(join(desk.folder, path), 'utf8')
}

function policyWritten() {
  const result = parsePolicyFile(written(POLICY), POLICY)
  if (!result.ok) throw new Error(result.errors.map(({ message }) => message).join('\n'))
  return result
}

test('the command that comes next has the addresses and the token’s file again', async () => {
  const { secret } = addToken(history.world, { login: 'ada' })
  writeFileSync(join(desk.folder, 'my token'), secret)
  const more = ['--registry-url', emulator.registryUrl, '--token-file', 'my token']
  const { stdout } = await run('ghp_other', ...more)

  expect(stdout).toContain(
    `plan --owner acme --api-url ${emulator.apiUrl} --registry-url ${emulator.registryUrl} ` +
      `--token-file 'my token' --policy-file ${POLICY}\n`
  )
})

describe('what is written', () => {
  test('a policy that parses, without warnings, and says what was seen', async () => {
    expect(await init()).toMatchObject({ exitCode: 0, stderr: '' })
    const { file, warnings } = policyWritten()

    expect(warnings).toEqual([])
    expect(file.entries.map(({ names, types }) => [names.sources, types])).toEqual([
      [['charts/shop', 'shop'], ['container']],
      [['shop-ui'], ['npm']]
    ])
    expect(written(POLICY)).toMatch(/# shop \(container\): \d+ versions: 104 releases, \d+ prerel/)
    expect(written(POLICY)).toMatch(/\d+ pr-\*, \d+ main-\*, \d+ nightly-\*, \d+ untagged/)
  })

  test('a policy that keeps some untagged images: what a tag has left, to go back to', async () => {
    await init()
    const [containers] = policyWritten().file.entries
    const kept = containers?.keep.filter(({ quotas }) => quotas.length > 0) ?? []

    expect(kept.flatMap(({ conditions }) => conditions)).toContainEqual({
      kind: 'untagged',
      value: true
    })
  })

  test('under that policy something goes, and no release does', async () => {
    await init()
    const { secret } = addToken(history.world, { login: 'ada' })
    const urls = ['--api-url', emulator.apiUrl, '--registry-url', emulator.registryUrl]
    const { stdout } = await desk.run(
      [
        'plan',
        '--policy-file',
        POLICY,
        '--json',
        '--npm-registry-url',
        emulator.npmRegistryUrl,
        ...urls
      ],
      { GITHUB_TOKEN: secret, XDG_CACHE_HOME: desk.folder }
    )
    const report: unknown = JSON.parse(stdout)
    const rows = (report as { packages: { versions: Row[] }[] }).packages.flatMap(
      ({ versions }) => versions
    )
    const gone = rows.filter(({ decision }) => decision === 'delete')

    expect(gone.length).toBeGreaterThan(20)
    const isRelease = (tag: string) => /^\d+\.\d+(\.\d+)?$/.test(tag) || tag === 'latest'
    expect(gone.filter(({ name, tags }) => [...tags, name].some(isRelease))).toEqual([])
  })

  test('workflows in which the language service finds nothing wrong', async () => {
    await init()
    const files = WORKFLOWS.map((path) => join(desk.folder, path))
    const check = promisify(execFile)(process.execPath, ['scripts/check-workflows.mjs', ...files])

    expect(await check).toMatchObject({ stdout: '' })
    expect(written(WORKFLOWS[0] ?? '')).toContain('pull-requests: read')
    const uses = WORKFLOWS.flatMap((path) =>
      Array.from(written(path).matchAll(/uses: (.+)/g), ([, name]) => name ?? '')
    )
    const others = uses.filter((name) => !name.startsWith('package-retention/'))
    expect(others.filter((name) => !/@[0-9a-f]{40} # v\d+\.\d+\.\d+$/.test(name))).toEqual([])
  })

  test('a workflow that undoes a run: the one of the examples', async () => {
    await init()
    const example = readFileSync('examples/restore.yml', 'utf8')
    const withToken = restoreDraft({ listsPackages: true })

    expect(written(WORKFLOWS[1] ?? '')).toBe(example)
    const isOfToken = (line: string) => /classic token|may not list|token: .*secrets/.test(line)
    expect(withToken.split('\n').filter((line) => !isOfToken(line))).toEqual(
      example.split('\n').filter((line) => !line.includes('# token: '))
    )
    expect(withToken).toContain('token: ${{ secrets.PACKAGES_TOKEN }}')
  })

  test('says what to do next', async () => {
    const { stdout } = await init()

    expect(stdout).toContain(`wrote ${POLICY}`)
    expect(stdout).toContain(
      `package-retention plan --owner acme --api-url ${emulator.apiUrl} --policy-file ${POLICY}\n`
    )
    expect(stdout).toContain('Manage Actions access')
  })

  test('for many packages it is a glob, which needs a token of its own', async () => {
    for (let place = 0; place < 25; place += 1) {
      addVersion(history.world, addPackage(history.world, 'acme', `tool-${place}`))
    }
    const { stdout } = await init()

    expect(policyWritten().file.entries[0]?.names.sources).toEqual(['*'])
    expect(written(POLICY)).toMatch(/# 22 more packages that were not looked into/)
    expect(written(WORKFLOWS[0] ?? '')).toContain('secrets.PACKAGES_TOKEN')
    expect(stdout).toContain('PACKAGES_TOKEN')
  })
})

interface Row {
  readonly name: string
  readonly tags: readonly string[]
  readonly decision: string
}

test('only reads', async () => {
  await init()

  expect(new Set(emulator.requests.map(({ method }) => method))).toEqual(new Set(['GET']))
  expect(emulator.requests.every(({ surface }) => surface === 'api')).toBe(true)
})

test('a token that may not list is told so, and the named packages are looked at', async () => {
  const { stderr } = await run(history.token.secret, '--packages', 'shop')

  expect(stderr).toContain('may not list packages')
  expect(policyWritten().file.entries[0]?.names.sources).toEqual(['shop'])
  expect(written(POLICY)).toContain('104 releases')
})

test('nothing is overwritten without --force, and then nothing is asked either', async () => {
  mkdirSync(join(desk.folder, '.github'))
  writeFileSync(join(desk.folder, POLICY), 'mine')
  const refused = await init()

  expect(refused).toMatchObject({ exitCode: 2 })
  expect(refused.stderr).toContain(`${POLICY} would be overwritten`)
  expect(written(POLICY)).toBe('mine')
  expect(emulator.requests).toHaveLength(0)
  expect(await init('--force')).toMatchObject({ exitCode: 0 })
  expect(written(POLICY)).not.toBe('mine')
})

const seen = (type: SeenPackage['type'], name: string, tags: readonly string[][]): SeenPackage => ({
  type,
  name,
  versionCount: tags.length,
  habits: habitsOf(
    type,
    tags.map((own, id) => ({
      id,
      name: type === 'container' ? `sha256:${id}` : (own[0] ?? ''),
      tags: own,
      createdAt: 0,
      updatedAt: 0,
      deletedAt: null
    }))
  )
})

test.each<[string, readonly SeenPackage[]]>([
  ['nothing was seen', []],
  ['a name is a word of YAML', [seen('container', 'no', [['latest']]), seen('npm', '1.0', [])]],
  ['names hold other signs', [seen('container', 'a:b #c', [['v1']]), seen('maven', 'x.y', [])]],
  ['all there is', [seen('container', 'a', [['pr-1', 'sha-1a2b3c4'], ['dev-1'], ['1.0.0-rc.1']])]],
  [
    'all libraries',
    [seen('nuget', 'N', [['1.0']]), seen('rubygems', 'r', []), seen('npm', 'u', [])]
  ],
  ['only docker', [seen('docker', 'old', [['v1']])]]
])('a draft parses where %s', (_where, packages) => {
  const result = parsePolicyFile(policyDraft('acme', packages, '2026-01-31'), 'policy.yml')

  expect(result.ok ? result.warnings : result.errors).toEqual([])
})

describe('what stands in the way is said, and nothing is written', () => {
  const refused = async (token: string, ...args: string[]) => {
    const result = await run(token, ...args)
    expect(existsSync(join(desk.folder, '.github'))).toBe(false)
    return result
  }

  test('a name that no package has, with what is near it', async () => {
    const { secret } = addToken(history.world, { login: 'ada' })
    const { exitCode, stderr } = await refused(secret, '--packages', 'shop,shop-uu')

    expect(exitCode).toBe(1)
    expect(stderr).toBe(
      '--packages: "shop-uu": acme has no package of this name that the token can see; ' +
        'near it: shop-ui\n'
    )
  })

  test('a name that a token that may not list does not find', async () => {
    const { exitCode, stderr } = await refused(
      history.token.secret,
      '--packages',
      'shop,acme/shop-ui'
    )

    expect(exitCode).toBe(1)
    expect(stderr).toContain(
      '--packages: "acme/shop-ui": acme has no package of this name that the token can see; ' +
        'the name is without the owner: shop-ui\n'
    )
  })

  test.each([[[]], [['--packages', 'sh*']]])(
    'a token that may not list, and no name: %j',
    async (args) => {
      const { exitCode, stderr } = await refused(history.token.secret, ...args)

      expect(exitCode).toBe(2)
      expect(stderr).toMatch(/^--packages: .*may not list.*name them.*classic.*read:packages/)
    }
  )
})

test('the package called like the repository is looked at where the token may not list', async () => {
  const environment = { GITHUB_TOKEN: history.token.secret, GITHUB_REPOSITORY: 'acme/shop' }
  const { exitCode, stderr } = await desk.run(['init', '--api-url', emulator.apiUrl], environment)

  expect(exitCode).toBe(0)
  expect(stderr).toContain('only shop, which is called like the repository, was looked at')
  expect(policyWritten().file.entries[0]?.names.sources).toEqual(['shop'])
})

test('the address of the API may come from the environment: no registry is needed', async () => {
  const { secret } = addToken(history.world, { login: 'ada' })
  const environment = { GITHUB_TOKEN: secret, GITHUB_API_URL: emulator.apiUrl }

  expect(await desk.run(['init', '--owner', 'acme'], environment)).toMatchObject({
    exitCode: 0,
    stderr: ''
  })
})

test('in a folder below a checkout the owner is found, and the files go to its root', async () => {
  const { secret } = addToken(history.world, { login: 'ada' })
  const below = join(desk.folder, 'deploy', 'prod')
  mkdirSync(below, { recursive: true })
  mkdirSync(join(desk.folder, '.git'))
  writeFileSync(
    join(desk.folder, '.git', 'config'),
    '[remote "origin"]\n\turl = https://github.com/acme/shop\n'
  )
  const environment = { GITHUB_TOKEN: secret, GITHUB_API_URL: emulator.apiUrl }
  const { exitCode, stdout } = await commandLine(['init'], environment, below)

  expect(exitCode).toBe(0)
  expect(policyWritten().file.owner).toBe('acme')
  expect(stdout).toContain(`wrote ${join('..', '..', POLICY)}`)
  expect(stdout).toContain(`--policy-file ${join('..', '..', POLICY)}`)
})

describe('the repository that a folder was cloned from', () => {
  test.each<[string, readonly [string, string] | null]>([
    ['https://github.com/acme/Shop.git', ['acme', 'Shop']],
    ['git@github.com:acme/shop', ['acme', 'shop']],
    ['ssh://git@ghe.example:2222/acme/shop.git', ['acme', 'shop']],
    ['/srv/mirror', null]
  ])('%s', (url, expected) => {
    const folder = scratchFolder()
    mkdirSync(join(folder, '.git'))
    writeFileSync(
      join(folder, '.git', 'config'),
      `[remote "origin"]\n\turl = ${url}\n\tfetch = x\n`
    )

    expect(remoteRepository(folder)).toEqual(expected)
  })

  test('a worktree has its configuration elsewhere', () => {
    const folder = scratchFolder()
    const own = join(folder, 'main', '.git', 'worktrees', 'side')
    mkdirSync(own, { recursive: true })
    mkdirSync(join(folder, 'side'))
    writeFileSync(join(folder, 'side', '.git'), `gitdir: ${own}\n`)
    writeFileSync(join(own, 'commondir'), '../..\n')
    writeFileSync(
      join(folder, 'main', '.git', 'config'),
      '[remote "origin"]\n\turl = git@github.com:acme/shop.git\n'
    )

    expect(remoteRepository(join(folder, 'side'))).toEqual(['acme', 'shop'])
  })

  test('none', () => {
    expect(remoteRepository(scratchFolder())).toBeNull()
  })
})
