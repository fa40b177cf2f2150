import { expect, test } from '@jest/globals'
import { addPackage, addVersion } from '../../src/emulator/builders.js'
import { openSmallSite } from '../shell/small-site.js'
import { commandLine } from './command-line.js'

async function matrix(args: readonly string[], packages = '*') {
  const { emulator, token, folder } = await openSmallSite(40)
  for (const name of ['b', 'c', 'd']) {
    const added = addPackage(emulator.world, 'acme', name)
    for (let count = 0; count < 5; count += 1) addVersion(emulator.world, added)
  }
  const where = ['--api-url', emulator.apiUrl, '--registry-url', emulator.registryUrl]
  const plan = ['plan', '--owner', 'acme', '--older-than', '1d', '--packages', packages]
  const environment = { GITHUB_TOKEN: token.secret, XDG_CACHE_HOME: folder }
  const result = await commandLine([...plan, ...where, ...args], environment, folder)
  return { ...result, requests: emulator.requests.map(({ line }) => line) }
}

test('--matrix prints one line of JSON for strategy.matrix, after a few requests', async () => {
  const { exitCode, stdout, requests } = await matrix(['--matrix', '2'])

  expect(exitCode).toBe(0)
  expect(stdout).toBe(
    '{"include":[{"share":"1/2","packages":"app"},{"share":"2/2","packages":"b,c,d"}]}\n'
  )
  expect(requests.every((line) => line.startsWith('GET '))).toBe(true)
  expect(requests.some((line) => line.includes('/versions'))).toBe(false)
})

test('--matrix tells on stderr what of the names is not there', async () => {
  const { exitCode, stdout, stderr } = await matrix(['--matrix', '1'], 'app, bb, x*')

  expect(exitCode).toBe(0)
  expect(stdout).toBe('{"include":[{"share":"1/1","packages":"app"}]}\n')
  expect(stderr).toMatch(/^warning: bb: there is no container package of this name.*near it: b\./m)
  expect(stderr).toMatch(/^warning: no package matches x\*$/m)
})

test.each<[readonly string[], string]>([
  [['--matrix', '0'], '--matrix: "0": expected a number of shares, 1 to 256'],
  [['--matrix', 'many'], '--matrix: "many"'],
  [['--matrix', '2', '--share', '1/2'], '--share: a matrix is of all shares'],
  [['--matrix', '2', '--from', 'x.json'], '--matrix: it lists the packages that are there']
])('%j is wrong usage', async (args, message) => {
  const { exitCode, stdout, stderr } = await matrix(args)

  expect(exitCode).toBe(2)
  expect(stdout).toBe('')
  expect(stderr).toContain(message)
})
