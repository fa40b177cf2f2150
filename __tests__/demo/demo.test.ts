import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type DemoOptions, NoActionError, runDemo } from '../../src/cli/demo/demo.js'

// Stands in for the action: it writes down what a runner gave it, and deletes a version.
const ACTION = `
import { appendFileSync, mkdirSync, writeFileSync } from 'node:fs'
const { env } = process
const folder = env['INPUT_REPORT-DIRECTORY']
mkdirSync(folder, { recursive: true })
writeFileSync(folder + '/environment.json', JSON.stringify(env))
console.log('::group::acme/shop: plan')
console.log('inside the group')
console.log('::endgroup::')
console.log('::add-mask::secret')
console.log('::warning title=careful::100%25 of it%0Aand more')
appendFileSync(env.GITHUB_STEP_SUMMARY, '## Deleted &#42;\\n<details><summary>more</summary>hidden</details>\\n')
`
const HANGS = 'setInterval(() => {}, 1000); console.log("hanging")'

let folder = ''
const told: string[] = []

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'demo-test-'))
  told.length = 0
})

afterEach(() => rm(folder, { recursive: true, force: true }))

async function demo(action: string, differing: Partial<DemoOptions> = {}): Promise<boolean> {
  const entry = join(folder, 'index.mjs')
  await writeFile(entry, action)
  return runDemo({
    entry,
    keep: join(folder, 'reports'),
    now: Date.UTC(2026, 0, 31, 9),
    program: 'node dist/cli.js',
    tell: (text) => told.push(text),
    signal: new AbortController().signal,
    ...differing
  })
}

async function environmentOf(step: string): Promise<Record<string, string>> {
  const text = await readFile(join(folder, 'reports', step, 'environment.json'), 'utf8')
  const parsed: unknown = JSON.parse(text)
  return parsed as Record<string, string>
}

test('the action is run three times as the runner does, with nothing of the real environment', async () => {
  process.env['GITHUB_SHA'] = 'real'
  process.env['HTTPS_PROXY'] = 'http://proxy.example'
  try {
    expect(await demo(ACTION)).toBe(true)
  } finally {
    delete process.env['GITHUB_SHA']
    delete process.env['HTTPS_PROXY']
  }
  const [preview, cleanup, restore] = await Promise.all([
    environmentOf('1-preview'),
    environmentOf('2-cleanup'),
    environmentOf('3-restore')
  ])

  expect(preview).toMatchObject({
    'INPUT_DRY-RUN': 'true',
    'INPUT_POLICY-FILE': '.github/package-retention.yml',
    GITHUB_ACTIONS: 'true',
    GITHUB_REPOSITORY: 'acme/shop'
  })
  expect(preview['GITHUB_API_URL']).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/)
  expect(cleanup).not.toHaveProperty('INPUT_DRY-RUN')
  expect(restore).toMatchObject({
    INPUT_MODE: 'restore',
    INPUT_REPORT: join(folder, 'reports', '2-cleanup', 'report.json')
  })
  expect(preview).not.toHaveProperty('GITHUB_SHA')
  expect(preview).not.toHaveProperty('HTTPS_PROXY')
})

test('log and summary are shown as on the page', async () => {
  await demo(ACTION)
  const text = told.join('\n')

  expect(text).toContain(
    '  ▾ acme/shop: plan\n  inside the group\n  Warning: 100% of it\n  Warning: and more\n'
  )
  expect(text).toContain('  ▸ acme/shop: plan\n  Warning: 100% of it\n  Warning: and more\n')
  expect(text).toContain('  Deleted *\n  ▸ more')
  expect(text).not.toMatch(/secret|hidden/)
})

test('what to do next is said as the tool was called', async () => {
  await demo(ACTION)

  expect(told.join('\n')).toContain(': node dist/cli.js init\n')
})

test('what is left is checked, in numbers', async () => {
  await demo(ACTION)

  expect(told.join('\n')).toMatch(
    /(\d+) of \1 tags are there, and every one .* pulled whole \(\d+ /
  )
})

test('a step that fails makes the demo fail', async () => {
  expect(await demo('process.exit(3)')).toBe(false)
  expect(told.join('\n')).toContain('The step failed with exit code 3')
})

test('a bundle that is not there is said so, and nothing is made', async () => {
  const missing = demo('', { entry: join(folder, 'dist', 'index.js') })

  await expect(missing).rejects.toThrow(NoActionError)
  await expect(missing).rejects.toThrow('npm run build')
  expect(await readdir(folder)).toEqual(['index.mjs'])
})

test('ended while a step is running, it leaves nothing behind', async () => {
  const controller = new AbortController()
  const ended = demo(HANGS, {
    signal: controller.signal,
    tell: (text) => {
      if (text.includes('hanging')) controller.abort()
    }
  })

  await expect(ended).rejects.toMatchObject({ name: 'AbortError' })
  expect(await readdir(folder)).toEqual(['index.mjs'])
})
