import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { expect, test } from '@jest/globals'
import { compiledFolder } from '../shell/compiled.js'
import { openSmallSite, type SmallSite } from '../shell/small-site.js'

/** What the program asked GitHub with, where its standard input comes from `start`. */
async function planned(
  site: SmallSite,
  start: (program: readonly string[]) => readonly [string, readonly string[]],
  write: string | null
): Promise<{ readonly exitCode: number | null; readonly stderr: string }> {
  const { apiUrl, registryUrl } = site.emulator
  const where = ['--api-url', apiUrl, '--registry-url', registryUrl, '--owner', 'acme']
  const rules = ['--packages', 'app', '--older-than', '30d', '--token-file', '-']
  const script = join(compiledFolder(), 'cli.js')
  const [command, args] = start([process.execPath, script, 'plan', ...rules, ...where])
  const child = spawn(command, args, {
    cwd: site.folder,
    env: { PATH: process.env['PATH'] ?? '', XDG_CACHE_HOME: site.folder, TOKEN: site.token.secret },
    stdio: ['pipe', 'ignore', 'pipe']
  })
  let stderr = ''
  child.stderr?.setEncoding('utf8').on('data', (text: string) => (stderr += text))
  const exitCode = new Promise<number | null>((resolve) => child.once('close', resolve))
  // Whoever writes may be slower than who reads.
  await delay(300)
  child.stdin?.end(write ?? '')
  return { exitCode: await exitCode, stderr }
}

const quoted = (words: readonly string[]) => words.map((word) => `'${word}'`).join(' ')

test('--token-file - takes the token from a pipe', async () => {
  const site = await openSmallSite()
  const shell = (program: readonly string[]) =>
    ['sh', ['-c', `(sleep 0.3; echo "$TOKEN") | ${quoted(program)}`]] as const

  expect(await planned(site, shell, null)).toEqual({ exitCode: 0, stderr: '' })
})

// Node gives a child that it starts a pair of sockets for a pipe.
test('--token-file - takes the token from a socket', async () => {
  const site = await openSmallSite()
  const direct = ([node = '', ...args]: readonly string[]) => [node, args] as const

  expect(await planned(site, direct, `${site.token.secret}\n`)).toEqual({ exitCode: 0, stderr: '' })
  expect(await planned(site, direct, '\n')).toMatchObject({
    exitCode: 2,
    stderr: '--token-file: "-": it is empty\n'
  })
})
