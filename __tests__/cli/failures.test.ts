import { describe, expect, test } from '@jest/globals'
import { openSmallSite, type SmallSite } from '../shell/small-site.js'
import { openDesk } from './desk.js'

const OLD = ['--older-than', '30d', '--keep-tags', 'v*']

const refusing = ({ emulator }: SmallSite) =>
  emulator.addFault({ method: 'DELETE', trouble: { kind: 'answer', status: 404 } })
const nothing = () => {}

describe('standard error says once why a run failed', () => {
  test.each<[string, readonly string[], (site: SmallSite) => void, RegExp, RegExp]>([
    [
      'a package that is not there',
      [...OLD, '--packages', 'ap'],
      nothing,
      /^error: 1 package could not be processed$/gm,
      /there is no container package/g
    ],
    [
      'a plan beyond max-deletions',
      [...OLD, '--packages', 'app', '--max-deletions', '1'],
      nothing,
      /^error: Nothing was changed: the plan goes beyond max-deletions$/gm,
      /^ {2}2 /gm
    ],
    [
      'last-version: fail',
      ['--older-than', '1m', '--packages', 'app', '--last-version', 'fail'],
      nothing,
      /^error: last-version: fail stopped 1 package$/gm,
      /would leave none of its versions/g
    ],
    [
      'a deletion that was refused, with what to click',
      [...OLD, '--packages', 'app'],
      refusing,
      /^error: [12] versions? failed$/gm,
      /lacks the Admin role.*Manage Actions access.*give this repository the role Admin/g
    ]
  ])('%s', async (_name, args, prepare, title, words) => {
    const site = await openSmallSite()
    prepare(site)
    const ended = await cleanup(site, args, site.token.secret)

    expect(ended.exitCode).toBe(1)
    expect(ended.stderr.match(/^error: .*$/gm)).toEqual(ended.stderr.match(title))
    expect(ended.stderr.match(words)).toHaveLength(1)
    expect(ended.stderr).not.toMatch(/^failed: /m)
  })

  test('a token that is refused', async () => {
    const site = await openSmallSite()
    const ended = await cleanup(site, [...OLD, '--packages', 'app'], `ghp_${'w'.repeat(36)}`)

    expect(ended).toMatchObject({ exitCode: 1 })
    expect(ended.stderr).toMatch(/^error: The run failed\n {2}.*token is missing, expired.*\n$/)
  })

  test('with --fail-on never a refused deletion is a warning, and the run a success', async () => {
    const site = await openSmallSite()
    refusing(site)
    const args = [...OLD, '--packages', 'app', '--fail-on', 'never']
    const ended = await cleanup(site, args, site.token.secret)

    expect(ended.exitCode).toBe(0)
    expect(ended.stderr).toMatch(/^warning: [12] versions? failed\n.*lacks the Admin role/m)
  })
})

function cleanup({ emulator }: SmallSite, args: readonly string[], token: string) {
  const desk = openDesk()
  const where = ['--api-url', emulator.apiUrl, '--registry-url', emulator.registryUrl]
  return desk.run(['cleanup', '--owner', 'acme', ...args, ...where], { GITHUB_TOKEN: token })
}
