import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { TOOL_VERSION } from '../../src/run/tool-version.js'
import { compiledFolder } from '../shell/compiled.js'
import { livingTags, openSmallSite, type SmallSite } from '../shell/small-site.js'
import { startNode, type Ended } from '../shell/started.js'

/** Runs the compiled program in the folder of the site. */
async function program(
  site: SmallSite,
  args: readonly string[],
  environment: Readonly<Record<string, string>> = {}
): Promise<Ended> {
  const { apiUrl, registryUrl } = site.emulator
  const where = ['--api-url', apiUrl, '--registry-url', registryUrl, '--owner', 'acme']
  const env = { XDG_CACHE_HOME: join(site.folder, 'cache'), ...environment }
  const script = join(compiledFolder(), 'cli.js')
  return startNode([script, ...args, ...where, '--packages', 'app'], env, site.folder).ended
}

const OLD = ['--older-than', '30d', '--keep-tags', 'v*']

describe('the program', () => {
  test('plan changes nothing and prints where the report is', async () => {
    const site = await openSmallSite()
    const ended = await program(site, ['plan', ...OLD], { GITHUB_TOKEN: site.token.secret })

    expect(ended).toMatchObject({ exitCode: 0, stderr: '' })
    expect(ended.stdout).toContain('package-retention-report/report.json')
    expect(livingTags(site.app)).toEqual(['old-1', 'old-2', 'v1'])
  })

  test('cleanup with the token from a file deletes, and keeps what it read', async () => {
    const site = await openSmallSite()
    writeFileSync(join(site.folder, 'token'), `${site.token.secret}\n`)
    const ended = await program(site, ['cleanup', ...OLD, '--token-file', 'token'])

    expect(ended).toMatchObject({ exitCode: 0, stderr: '' })
    expect(livingTags(site.app)).toEqual(['v1'])
    expect(ended.stdout).toMatch(/undo: .*restore --report .*report-[\w.-]+Z-cleanup\.json/)
    expect(ended.stdout).not.toContain(site.token.secret)
    expect(existsSync(join(site.folder, 'cache', 'package-retention'))).toBe(true)
  })

  test('the printed undo is still that of its run after another run', async () => {
    const site = await openSmallSite()
    const token = { GITHUB_TOKEN: site.token.secret }
    const { stdout } = await program(site, ['cleanup', ...OLD], token)
    const own = /undo: .* --report (\S+)/.exec(stdout)?.[1] ?? ''
    expect((await program(site, ['cleanup', ...OLD], token)).exitCode).toBe(0)
    expect(livingTags(site.app)).toEqual(['v1'])

    expect((await program(site, ['restore', '--report', own], token)).exitCode).toBe(0)
    expect(livingTags(site.app)).toEqual(['old-1', 'old-2', 'v1'])
  })

  test('the printed undo works as it is printed', async () => {
    const site = await openSmallSite()
    const environment = { GITHUB_TOKEN: site.token.secret }
    const { stdout } = await program(site, ['cleanup', ...OLD], environment)
    const [, printed = ''] = /undo: +node \S+ (.*)$/m.exec(stdout) ?? []
    const again = startNode(
      [join(compiledFolder(), 'cli.js'), ...printed.split(' ')],
      { XDG_CACHE_HOME: join(site.folder, 'cache'), ...environment },
      site.folder
    )

    expect(await again.ended).toMatchObject({ exitCode: 0 })
    expect(livingTags(site.app)).toEqual(['old-1', 'old-2', 'v1'])
  })

  test('plan prints what carries it out, unless there is nothing to carry out', async () => {
    const site = await openSmallSite()
    const token = { GITHUB_TOKEN: site.token.secret }
    const { stdout } = await program(site, ['plan', ...OLD], token)
    const own = /apply: +node \S+ apply --plan (\S+-cleanup-dry-run\.json)/.exec(stdout)?.[1] ?? ''
    expect((await program(site, ['apply', '--plan', own], token)).exitCode).toBe(0)
    expect(livingTags(site.app)).toEqual(['v1'])

    expect((await program(site, ['plan', ...OLD], token)).stdout).not.toContain('apply --plan')
  })

  test('--json prints the report and nothing else to stdout', async () => {
    const site = await openSmallSite()
    const ended = await program(site, ['plan', ...OLD, '--json'], { GH_TOKEN: site.token.secret })

    const path = join(site.folder, 'package-retention-report', 'report.json')
    expect(JSON.parse(ended.stdout)).toEqual(JSON.parse(readFileSync(path, 'utf8')))
    expect(ended.stderr).toContain('app')
  })

  test('a refused token is a failure that does not show it', async () => {
    const token = `ghp_${'w'.repeat(36)}`
    const ended = await program(await openSmallSite(), ['plan', ...OLD], { GITHUB_TOKEN: token })

    expect(ended.exitCode).toBe(1)
    expect(ended.stderr).toMatch(/^error: The run failed\n {2}\S/m)
    expect(ended.stdout + ended.stderr).not.toContain('wwww')
  })
})

test('the version is that of the package', () => {
  const text = readFileSync('package.json', 'utf8')

  expect(JSON.parse(text)).toMatchObject({ version: TOOL_VERSION })
})
