import { expect, test } from '@jest/globals'
import { openSmallSite } from '../shell/small-site.js'
import { openDesk } from './desk.js'

test.each([
  ['plan', ['plan', '--older-than', '30d']],
  ['cleanup', ['cleanup', '--older-than', '30d']],
  ['repair', ['repair']]
])('%s says once that its reports can’t be written, before it asks anything', async (_, args) => {
  const site = await openSmallSite()
  const desk = openDesk()
  desk.write('file', '')
  const { apiUrl, registryUrl } = site.emulator
  const where = ['--owner', 'acme', '--api-url', apiUrl, '--registry-url', registryUrl]
  const directory = `${desk.folder}/file`

  const ended = await desk.run(
    [...args, ...where, '--packages', 'app', '--report-directory', directory],
    { GITHUB_TOKEN: site.token.secret }
  )

  expect(ended).toEqual({
    exitCode: 2,
    stdout: '',
    stderr: `report-directory: "${directory}": a file is in its place; expected a folder that can be written\n`
  })
  expect(site.emulator.requests).toEqual([])
})

test.each([
  ['merge', ['merge', 'list.json', '--output', 'list.json/all'], /^--output: .*is a file/],
  [
    'plan --from',
    ['plan', '--from', 'list.json', '--older-than', '1d', '--report-directory', 'list.json'],
    /^report-directory: .*a file is in its place/
  ]
])('%s says so too', async (_name, args, message) => {
  const desk = openDesk()
  desk.write('list.json', reportOf())

  const ended = await desk.run(args)

  expect(ended).toMatchObject({ exitCode: 2, stdout: '' })
  expect(ended.stderr).toMatch(message)
})

function reportOf(): unknown {
  return {
    schema: '',
    version: 1,
    mode: 'cleanup',
    dryRun: true,
    startedAt: '2026-01-31T02:00:00Z',
    complete: true,
    packages: [{ owner: 'acme', ownerKind: 'organization', type: 'npm', name: 'ui', versions: [] }]
  }
}
