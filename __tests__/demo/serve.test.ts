import { spawnSync, type ChildProcess } from 'node:child_process'
import { resolve } from 'node:path'
import { afterEach, expect, test } from '@jest/globals'
import { commandLine } from '../cli/command-line.js'
import { compiledFolder } from '../shell/compiled.js'
import { scratchFolder } from '../shell/small-site.js'
import { startNode } from '../shell/started.js'

const started: ChildProcess[] = []

afterEach(() => {
  for (const child of started.splice(0)) child.kill('SIGKILL')
})

/** The lines to paste that stand after a heading and the empty line below it. */
function linesAfter(heading: string, text: string): string[] {
  const lines = text.slice(text.indexOf(heading)).split('\n').slice(2)
  return lines.slice(0, lines.indexOf('')).map((line) => line.trim())
}

function untilItSays(out: NodeJS.ReadableStream, words: string): Promise<string> {
  return new Promise((done) => {
    let text = ''
    out.on('data', (part: string) => {
      text += part
      if (text.includes(words)) done(text)
    })
  })
}

test('what is printed can be pasted into a shell: a plan, a clean-up, and the way back', async () => {
  const folder = scratchFolder()
  const script = resolve(compiledFolder(), 'cli.js')
  const { child, ended } = startNode([script, 'demo', '--serve'], {}, folder)
  if (child.stdout === null) throw new Error('no stdout')
  started.push(child)
  const text = await untilItSays(child.stdout, 'Ctrl-C')
  const paste = (lines: readonly string[]) =>
    spawnSync('sh', ['-e', '-c', lines.join('\n')], {
      cwd: folder,
      encoding: 'utf8',
      env: { PATH: process.env['PATH'], XDG_CACHE_HOME: folder }
    })
  const first = linesAfter('Paste this', text)
  const more = linesAfter('And then', text)
  const planned = paste(first)
  const exports = first.filter((line) => line.startsWith('export '))
  const rest = paste([...exports, ...more])

  expect(planned).toMatchObject({ status: 0, stderr: '' })
  expect(planned.stdout).toMatch(
    /acme\/shop \(container\): \d+ versions, [1-9]\d* would be deleted/
  )
  expect(more).toHaveLength(4)
  expect({ status: rest.status, stderr: rest.stderr }).toMatchObject({ status: 0 })
  expect(rest.stdout).toMatch(/[1-9]\d* deleted[^]*[1-9]\d* restored/)
  child.kill('SIGINT')
  expect(await ended).toMatchObject({ exitCode: 0, stderr: '' })
}, 60_000)

test('no reports are kept where none are made', async () => {
  const { exitCode, stderr } = await commandLine(['demo', '--serve', '--keep', 'reports'])

  expect(exitCode).toBe(2)
  expect(stderr).toContain('--keep: with --serve no reports are made')
})
