import { describe, expect, test } from '@jest/globals'
import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import { parseDuration } from '../../src/model/parse-duration.js'
import { splitList } from '../../src/policy/list-text.js'
import { parsePolicyFile } from '../../src/policy/policy-file.js'
import { policySchema } from '../../src/policy/policy-schema.js'
import { QUICK_INPUTS, type QuickInputs } from '../../src/policy/quick-inputs.js'
import { quickRules } from '../../src/policy/quick-rules.js'

interface Block {
  /** What stands after `yaml`: '' for a whole file. */
  readonly form: string
  readonly heading: string
  readonly text: string
}

const FORMS: readonly string[] = ['', 'entry', 'keep', 'delete', 'inputs']

/** The fenced yaml blocks of a page, each with the heading that it stands under. */
function blocksOf(file: string): readonly Block[] {
  const page = readFileSync(file, 'utf8')
  return [...page.matchAll(/^```yaml *(\w*)\n([^]*?)^```$/gm)].map(
    ({ 1: form, 2: text, index }) => ({
      form: form ?? '',
      text: text ?? '',
      heading: /.*\n#+ ([^\n]*)/s.exec(page.slice(0, index))?.[1] ?? ''
    })
  )
}

const indented = (text: string, by: string): string => text.replace(/^(?=.)/gm, by)

/** The whole policy that a block stands for. */
function policyOf({ form, text }: Block): string {
  switch (form) {
    case '':
      return text
    case 'entry':
      return `version: 1\npackages:\n  -\n${indented(text, '    ')}`
    default:
      return `version: 1\npackages:\n  - names: app\n    ${form}:\n${indented(text, '      ')}`
  }
}

/** Quick inputs as a workflow writes them. */
function inputsOf(text: string): QuickInputs {
  const given = parse(text, { schema: 'failsafe' }) as Record<string, string>
  for (const name of Object.keys(given)) expect(QUICK_INPUTS).toContain(name)
  const list = (name: string) => {
    const split = splitList(given[name] ?? '')
    return split.ok ? split.items : [split.why]
  }
  const duration = (name: string) => {
    const parsed = name in given ? parseDuration(given[name]!) : null
    return parsed?.ok ? parsed.duration : null
  }
  return {
    types: ['container'],
    deleteTags: list('delete-tags'),
    deleteUntagged: null,
    olderThan: duration('older-than'),
    deletePrereleases: null,
    deleteBroken: [],
    keepTags: list('keep-tags'),
    keepNewest: 'keep-newest' in given ? Number(given['keep-newest']) : null,
    keepNewestUntagged: null,
    keepNewerThan: duration('keep-newer-than')
  }
}

describe.each(['docs/policy.md', 'docs/recipes.md'])('%s', (file) => {
  const blocks = blocksOf(file)
  const policies = blocks.filter(({ form }) => form !== 'inputs')
  const inputs = blocks.filter(({ form }) => form === 'inputs')

  test('has examples, all of a form that is checked here', () => {
    expect(blocks.length).toBeGreaterThan(10)
    expect(blocks.filter(({ form }) => !FORMS.includes(form))).toEqual([])
    expect(readFileSync(file, 'utf8').match(/^ *```y/gm)).toHaveLength(blocks.length)
  })

  test.each(policies.map((block, index) => [index + 1, block.heading, block] as const))(
    'example %d, under %s, is a policy without a warning',
    (_index, _heading, block) => {
      const result = parsePolicyFile(policyOf(block), file)

      expect(result.ok ? result.warnings : result.errors.map(({ message }) => message)).toEqual([])
    }
  )

  test('all examples of inputs are quick rules', () => {
    const errors = inputs.flatMap(({ text }) => {
      const rules = quickRules(inputsOf(text))
      return rules.ok ? [] : rules.errors
    })

    expect(errors).toEqual([])
  })

  test('its links within the documentation lead somewhere', () => {
    const page = readFileSync(file, 'utf8')
    const anchors = [...page.matchAll(/^#+ (.*)$/gm)].map(([, heading = '']) => anchorOf(heading))
    const links = [...page.matchAll(/\]\(#([^)]*)\)/g)].map(([, anchor]) => anchor)

    expect(links.filter((anchor) => !anchors.includes(anchor ?? ''))).toEqual([])
  })
})

/** As GitHub makes them of headings. */
function anchorOf(heading: string): string {
  return heading
    .toLowerCase()
    .replace(/[^\w\- ]/g, '')
    .replaceAll(' ', '-')
}

describe('docs/policy.md', () => {
  const page = readFileSync('docs/policy.md', 'utf8')
  const headings = [...page.matchAll(/^#{2,3} (.*)$/gm)].map(([, heading]) => heading).join('\n')
  const examples = blocksOf('docs/policy.md')
    .map(({ text }) => text)
    .join('\n')

  /** Every key of the schema, at whatever depth. */
  function keysOf(schema: unknown): readonly string[] {
    if (typeof schema !== 'object' || schema === null) return []
    return Object.entries(schema).flatMap(([keyword, value]: [string, unknown]) => [
      ...(keyword === 'properties' && typeof value === 'object' && value !== null
        ? Object.keys(value)
        : []),
      ...keysOf(value)
    ])
  }
  const keys = [...new Set(keysOf(policySchema()))]

  test('the schema has keys', () => {
    expect(keys).toEqual(expect.arrayContaining(['version', 'names', 'tags', 'newest', 'untag']))
  })

  test.each(keys)('has a heading and an example for %s', (key) => {
    expect(headings).toContain(`\`${key}\``)
    expect(examples).toMatch(new RegExp(`^(?:[ -]*)${key.replace('$', '\\$')}:`, 'm'))
  })
})
