import { execFile } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, describe, expect, test } from '@jest/globals'
import { parse } from 'yaml'

const run = promisify(execFile)
const directory = mkdtempSync(join(tmpdir(), 'workflows-'))
afterAll(() => rmSync(directory, { recursive: true }))

const own = filesIn('.github/workflows')
const examples = filesIn('examples').filter((file) => isWorkflow(read(file)))

test('there are workflows to check', () => {
  expect(own.length).toBeGreaterThan(1)
  expect(examples.length).toBeGreaterThan(1)
})

test("GitHub's language service finds nothing in action.yml, workflows and examples", async () => {
  expect(await complaints(['action.yml', ...own, ...examples])).toEqual([])
})

test.each<[string, string, string, string]>([
  ['an unknown runtime', 'action.yml', 'node24', 'node99'],
  ['an unknown permission', 'examples/scheduled.yml', 'packages: write', 'package: write'],
  ['an input that the action has not', 'examples/scheduled.yml', 'keep-newest:', 'keep-newst:'],
  ['an input that nobody asks for', 'examples/manual.yml', 'inputs.package ', 'inputs.image '],
  ['another action', 'examples/manual.yml', 'actions/upload-artifact', 'actions/upload-artefact']
])('it would find %s', async (_what, file, right, wrong) => {
  const name = join(directory, file === 'action.yml' ? file : 'workflow.yml')
  writeFileSync(name, readFileSync(file, 'utf8').replace(right, wrong))

  expect(await complaints([name])).toHaveLength(1)
})

describe.each([...own, ...examples])('%s', (file) => {
  test('pins the actions of others by commit, with the version beside it', () => {
    const uses = Array.from(readFileSync(file, 'utf8').matchAll(/uses: (.+)/g), ([, name]) => name)
    const others = uses.filter((name) => !/^package-retention\/|^\.\//.test(name ?? ''))

    expect(others.filter((name) => !/@[0-9a-f]{40} # v\d+\.\d+\.\d+$/.test(name ?? ''))).toEqual([])
  })

  test('says what its token may do, and no more than it must', () => {
    const written = Object.entries(permissions(file)).filter(([, access]) => access === 'write')
    const allowed = examples.includes(file) ? ['packages'] : []

    expect(written.filter(([scope]) => !allowed.includes(scope))).toEqual([])
    expect(permissions(file)).not.toEqual({})
  })
})

function permissions(file: string): Readonly<Record<string, unknown>> {
  const workflow = read(file)
  const granted: unknown = isWorkflow(workflow) ? workflow['permissions'] : undefined
  return typeof granted === 'object' && granted !== null ? { ...granted } : {}
}

/** What the language service says, one line each. */
async function complaints(files: readonly string[]): Promise<string[]> {
  const command = ['scripts/check-workflows.mjs', ...files]
  const { stdout } = await run(process.execPath, command).catch((error: unknown) => ({
    stdout: outputOf(error)
  }))
  return stdout.split('\n').filter((line) => line !== '')
}

// The script says what it found on stdout; whatever else made it fail is thrown.
function outputOf(error: unknown): string {
  const stdout =
    typeof error === 'object' && error !== null && 'stdout' in error ? String(error.stdout) : ''
  if (stdout === '') throw error
  return stdout
}

function filesIn(folder: string): string[] {
  const names = readdirSync(folder).filter((name) => /\.ya?ml$/.test(name))
  return names.toSorted().map((name) => `${folder}/${name}`)
}

function read(file: string): unknown {
  return parse(readFileSync(file, 'utf8'))
}

/** Examples may be policies as well. */
function isWorkflow(content: unknown): content is Readonly<Record<string, unknown>> {
  return typeof content === 'object' && content !== null && 'jobs' in content
}
