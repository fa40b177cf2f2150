import { execFile } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, describe, expect, test } from '@jest/globals'
import { parse } from 'yaml'
import type { Condition } from '../../src/policy/policy.js'
import { parsePolicyFile } from '../../src/policy/policy-file.js'
import { parseInputs } from '../../src/run/inputs/parse-inputs.js'
import { TOKEN } from '../inputs/surroundings.js'
import { OWN_ACTION, ownSteps, runnerText, stepsOf, type Step } from './own-steps.js'
import { recordAt } from './records.js'
import { exampleSurroundings } from './example-surroundings.js'
import { allBlocks, blocksOf, type YamlBlock } from './yaml-blocks.js'

const run = promisify(execFile)
const directory = mkdtempSync(join(tmpdir(), 'docs-examples-'))
afterAll(() => rmSync(directory, { recursive: true }))

const declared = Object.keys(recordAt(parse(readFileSync('action.yml', 'utf8')), 'inputs'))
const examples: readonly YamlBlock[] = readdirSync('examples')
  .filter((name) => /\.ya?ml$/.test(name))
  .map((name) => workflowFile(join('examples', name)))
const blocks = allBlocks()
const workflows = [...blocks.filter(({ kind }) => kind === 'workflow'), ...examples]
const steps = named([...blocks, ...examples].flatMap(withOwnSteps))
const inputs = named(
  [...blocks, ...blocksOf('docs/recipes.md')]
    .filter(({ kind }) => kind === 'inputs')
    .map((block) => ({ block, raw: runnerText(recordAt(block.content)) }))
)

test('there are examples of each form', () => {
  const kinds = new Set(blocks.map(({ kind }) => kind))

  expect(kinds).toEqual(
    new Set(['workflow', 'steps', 'policy', 'inputs', 'fragment', 'other tool'])
  )
  expect(steps.length).toBeGreaterThan(20)
})

describe('a step with this action', () => {
  test.each(steps)('%s: has only inputs that action.yml declares', (_name, { raw }) => {
    expect(Object.keys(raw).filter((input) => !declared.includes(input))).toEqual([])
  })

  test.each(steps)('%s: has inputs that a run can begin with', (_name, { raw }) => {
    expect(complaintsAbout(raw)).toEqual([])
  })
})

describe('inputs without their step', () => {
  test.each(inputs)('%s: are inputs that a run can begin with', (_name, { raw }) => {
    expect(Object.keys(raw).filter((input) => !declared.includes(input))).toEqual([])
    expect(complaintsAbout(raw)).toEqual([])
  })
})

// Steps that do what another tool does, keep no more than that one.
const isOurs = ({ file }: YamlBlock) => file !== 'docs/migrate.md'

describe('untagged images', () => {
  const withUntagged = [...steps, ...inputs].filter(
    ([, { block, raw }]) => isOurs(block) && raw['delete-untagged'] === 'true'
  )
  const policies = blocks
    .filter(({ kind, heading }) => kind === 'policy' && heading !== 'Build caches')
    .flatMap((block) => {
      const result = parsePolicyFile(block.text, block.file)
      return result.ok ? result.file.entries.map((entry) => ({ block, entry })) : []
    })
    .filter(({ entry }) => entry.delete.some(isAboutUntagged))

  test.each(withUntagged)('%s: goes not without some that are kept', (_name, { raw }) => {
    expect(raw).toMatchObject({ 'keep-newest-untagged': expect.stringMatching(/^[1-9]/) })
  })

  test.each(named(policies))('%s: goes not without some that are kept', (_name, { entry }) => {
    expect(entry.keep.filter((rule) => rule.quotas.length > 0).some(isAboutUntagged)).toBe(true)
  })
})

describe('a policy', () => {
  const policies = blocks.filter(({ kind }) => kind === 'policy')

  test.each(named(policies.map((block) => ({ block }))))('%s: has no fault', (_name, { block }) => {
    const result = parsePolicyFile(block.text, block.file)

    expect(result.ok ? result.warnings : result.errors.map(({ message }) => message)).toEqual([])
  })
})

describe('a workflow', () => {
  const all = named(workflows.map((block) => ({ block })))

  test('passes GitHub’s language service', async () => {
    const files = workflows.map(({ text }, index) => {
      const file = join(directory, `workflow-${index}.yml`)
      writeFileSync(file, text)
      return file
    })
    const checked = run(process.execPath, ['scripts/check-workflows.mjs', ...files])

    await expect(checked).resolves.toMatchObject({ stdout: '' })
  })

  test.each(all)('%s: may do what its steps need', (_name, { block: { content } }) => {
    const granted = recordAt(content, 'permissions')
    const used = stepsOf(content)

    // A step with a token of its own does not need the workflow's.
    const own = ownSteps(content).filter((step) => step.inputs['token'] === undefined)
    if (own.length > 0) expect(['read', 'write']).toContain(granted['packages'])
    if (own.some((step) => !previewsOnly(content, step))) expect(granted['packages']).toBe('write')
    if (uses(used, 'actions/checkout')) expect(granted['contents']).toBe('read')
    if (used.some((step) => step.inputs['run-id'] !== undefined))
      expect(granted['actions']).toBe('read')
  })
})

test('nobody is told to use another version of this action, or another action of its name', () => {
  const mentioned = [...blocks, ...examples].flatMap(({ text }) =>
    Array.from(text.matchAll(/package-retention\/package-retention@\S+/g), ([whole]) => whole)
  )

  expect(new Set(mentioned)).toEqual(new Set([OWN_ACTION]))
})

function isAboutUntagged({ conditions }: { readonly conditions: readonly Condition[] }): boolean {
  return conditions.some((condition) => condition.kind === 'untagged' && condition.value)
}

/** Errors and warnings before the first request. */
function complaintsAbout(raw: Step['inputs']): readonly string[] {
  const parsed = parseInputs({ token: TOKEN, ...raw }, exampleSurroundings(raw['mode']))
  return parsed.ok ? parsed.warnings : parsed.errors.map(({ message }) => message)
}

/** Whether a step can change nothing, whatever is chosen when it is started by hand. */
function previewsOnly(content: unknown, { inputs: raw }: Step): boolean {
  const isChosen = 'dry-run' in recordAt(content, 'on', 'workflow_dispatch', 'inputs')
  return raw['dry-run'] === 'true' && !isChosen
}

function uses(used: readonly Step[], action: string): boolean {
  return used.some((step) => step.uses.startsWith(`${action}@`))
}

function withOwnSteps(block: YamlBlock) {
  if (!['workflow', 'steps'].includes(block.kind)) return []
  return ownSteps(block.content).map((step) => ({ block, raw: step.inputs }))
}

function workflowFile(file: string): YamlBlock {
  const text = readFileSync(file, 'utf8')
  return { file, heading: '', kind: 'workflow', text, content: parse(text) }
}

/** Rows of a table, each with a name that no other has. */
function named<T extends { readonly block: YamlBlock }>(rows: readonly T[]): [string, T][] {
  return rows.map((row, index) => [`${index + 1} ${row.block.file} ${row.block.heading}`, row])
}
