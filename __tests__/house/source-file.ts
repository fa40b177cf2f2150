import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { parseSync } from '@swc/core'

/** The TypeScript files below `folder`, as paths from it, sorted. */
export function sourceFiles(folder: string): string[] {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  return names.filter((name) => name.endsWith('.ts')).toSorted()
}

// Runs in the browser, and so is a place of its own inside the folder whose page it draws.
const BROWSER = 'report/html/client'

/** The place on the map of a path under src/: its first folder, but for what runs in the browser. */
export function placeOf(path: string): string {
  return path.startsWith(`${BROWSER}/`) ? BROWSER : (path.split('/')[0] ?? path)
}

/**
 * What a file under src/ imports: the place on the map for a relative path, the path itself where
 * it leads out of src/, else the specifier. Type-only imports, re-exports, `import('x')` in types
 * and dynamic imports too.
 */
export function importsOf(file: string, text: string): string[] {
  const specifiers = nodesOf(text).map(specifierOf)
  return specifiers.filter((name) => name !== undefined).map((name) => importedPlace(file, name))
}

/** What in `text` reads the clock or throws dice, each by its name. */
export function impurities(text: string): string[] {
  return nodesOf(text)
    .map(impurityOf)
    .filter((name) => name !== undefined)
}

/** The text of a file under src/. */
export function sourceText(file: string): string {
  return readFileSync(join('src', file), 'utf8')
}

type Node = Readonly<Record<string, unknown>>

function nodesOf(text: string): Node[] {
  const found: Node[] = []
  const visit = (value: unknown): void => {
    if (Array.isArray(value)) value.forEach(visit)
    else if (isNode(value)) {
      found.push(value)
      Object.values(value).forEach(visit)
    }
  }
  visit(parseSync(text, { syntax: 'typescript', target: 'es2022' }))
  return found
}

function specifierOf(node: Node): string | undefined {
  switch (node['type']) {
    case 'ImportDeclaration':
    case 'ExportNamedDeclaration':
    case 'ExportAllDeclaration':
      return node['source'] === null ? undefined : literal(node['source'])
    case 'TsImportType':
      return literal(node['argument'])
    case 'TsExternalModuleReference':
      return literal(node['expression'])
    case 'CallExpression':
      return isOf(node['callee'], 'Import') ? literal(argument(node, 0)) : undefined
    default:
      return undefined
  }
}

function impurityOf(node: Node): string | undefined {
  const [callee, isBare] = [node['callee'], argument(node, 0) === undefined]
  if (node['type'] === 'NewExpression' && isName(callee, 'Date') && isBare) return 'new Date()'
  if (node['type'] === 'CallExpression' && isName(callee, 'Date')) return 'Date()'
  if (node['type'] !== 'MemberExpression') return undefined
  if (isName(node['object'], 'Date') && isProperty(node, 'now')) return 'Date.now'
  if (isName(node['object'], 'Math') && isProperty(node, 'random')) return 'Math.random'
  return undefined
}

// A specifier that is no literal can't be judged, and so is named as what it is.
function literal(value: unknown): string {
  return isOf(value, 'StringLiteral') ? String(value['value']) : 'import(…)'
}

function argument(node: Node, index: number): unknown {
  const given: unknown = node['arguments']
  const one: unknown = Array.isArray(given) ? given[index] : undefined
  return isNode(one) ? one['expression'] : undefined
}

function isProperty(node: Node, name: string): boolean {
  const property = node['property']
  const key = isOf(property, 'Computed') ? property['expression'] : property
  return isName(key, name) || (isOf(key, 'StringLiteral') && key['value'] === name)
}

function isName(value: unknown, name: string): boolean {
  return isOf(value, 'Identifier') && value['value'] === name
}

function isOf(value: unknown, type: string): value is Node {
  return isNode(value) && value['type'] === type
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function importedPlace(file: string, specifier: string): string {
  if (!specifier.startsWith('.')) return specifier
  const path = join(dirname(file), specifier)
  return path.startsWith('..') ? path : placeOf(path)
}
