import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import { isRecord } from './records.js'

/** What a fenced block of YAML is, by its form or its shape. */
export type BlockKind = 'workflow' | 'steps' | 'policy' | 'inputs' | 'fragment' | 'other tool'

/** A fenced block of YAML on a page. */
export interface YamlBlock {
  readonly file: string
  /** The heading that it stands under. */
  readonly heading: string
  readonly kind: BlockKind
  readonly text: string
  readonly content: unknown
}

/** Pages with a test of their own, which has other forms. */
const OWN_TEST = ['docs/policy.md', 'docs/recipes.md']

/** The pages that people read; `docs/adr` is for developers. */
export const PAGES: readonly string[] = ['.', 'docs'].flatMap((folder) =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.md'))
    .map((name) => join(folder, name))
)

/** The blocks of all pages but those that have a test of their own. */
export function allBlocks(): readonly YamlBlock[] {
  return PAGES.filter((file) => !OWN_TEST.includes(file)).flatMap(blocksOf)
}

/** The blocks of one page, also those that are indented in a list. */
export function blocksOf(file: string): readonly YamlBlock[] {
  const page = readFileSync(file, 'utf8')
  const fences = page.matchAll(/^( *)```ya?ml *(\w*)\n([^]*?)^\1```$/gm)
  return [...fences].map(({ 1: indent = '', 2: form = '', 3: indented = '', index }) => {
    const text = indented.replaceAll(new RegExp(`^${indent}`, 'gm'), '')
    const content: unknown = parse(text)
    const heading = /.*\n#{2,} ([^\n]*)/s.exec(page.slice(0, index))?.[1] ?? ''
    return { file, heading, text, content, kind: kindOf(form, content, `${file}: ${heading}`) }
  })
}

function kindOf(form: string, content: unknown, place: string): BlockKind {
  if (form === 'inputs') return 'inputs'
  if (form === 'before') return 'other tool'
  if (Array.isArray(content)) return 'steps'
  if (!isRecord(content)) throw new Error(`${place}: neither a map nor a list`)
  const keys = Object.keys(content)
  if (keys.includes('jobs')) return 'workflow'
  if (keys.includes('version') && keys.includes('packages')) return 'policy'
  if (keys.every((key) => ['permissions', 'concurrency'].includes(key))) return 'fragment'
  throw new Error(`${place}: no form that is checked; it has ${keys.join(', ')}`)
}
