import { execFile } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, expect, test } from '@jest/globals'

const run = promisify(execFile)
const directory = mkdtempSync(join(tmpdir(), 'readme-'))
afterAll(() => rmSync(directory, { recursive: true }))

const check = (file: string) =>
  run(process.execPath, ['scripts/generate-readme.mjs', '--check', file])

test('the tables of README.md are those of action.yml: run scripts/generate-readme.mjs', async () => {
  await expect(check('README.md')).resolves.toMatchObject({ stdout: '' })
})

test.each<[string, RegExp, string]>([
  ['an input that is not there any more', /^\| `share` .*\n/m, ''],
  ['another default', /`100` +\|/, '`10` |'],
  ['an output that is not there any more', /^\| `gone` .*\n/m, '']
])('the check finds %s', async (_what, right, wrong) => {
  const page = readFileSync('README.md', 'utf8')
  const file = join(directory, 'README.md')
  writeFileSync(file, page.replace(right, wrong))

  expect(page).toMatch(right)
  await expect(check(file)).rejects.toMatchObject({ code: 1 })
})
