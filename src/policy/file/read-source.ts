import { Lexer, LineCounter, parseDocument, Parser } from 'yaml'
import { type Complaint, complaint } from './complaint.js'
import { nodeOf, placeKey, type SourceWalk } from './source-walk.js'
import type { Position, SourceNode } from './source-node.js'
import { leavesTreeWhole, syntaxComplaint } from './syntax-complaint.js'

/** In characters. A policy with a rule of its own for a thousand packages has a fifth of this. */
export const MAX_TEXT_LENGTH = 1024 * 1024

/** The deepest policy nests seven levels, and each takes up to two places in the parser's stack. */
const MAX_NESTING = 64

/** What a text holds, and all that is wrong with it as YAML. `root` is `null` where too much is. */
export interface Source {
  readonly root: SourceNode | null
  readonly complaints: readonly Complaint[]
}

/**
 * Reads YAML 1.2, of which JSON is a part, by its core schema. Anchors and aliases work; tags
 * of its own, keys that stand twice or are no text, and aliases that explode are complained
 * about. Never throws.
 *
 * @see https://yaml.org/spec/1.2.2/#103-core-schema
 */
export function readSource(textWithMark: string): Source {
  const text = textWithMark.replace(/^\uFEFF/, '')
  const tooMuch = tooLong(text) ?? tooDeep(text)
  if (tooMuch !== null) return { root: null, complaints: [tooMuch] }
  const lineCounter = new LineCounter()
  const document = parseDocument(text, {
    version: '1.2',
    schema: 'core',
    prettyErrors: false,
    uniqueKeys: false,
    lineCounter
  })
  const at = (offset: number): Position => positionAt(lineCounter, offset)
  const syntax = document.errors.map((error) => syntaxComplaint(error, text, at))
  if (!document.errors.every(leavesTreeWhole)) return { root: null, complaints: syntax }
  return walked(document.contents, text, at, syntax)
}

function walked(
  contents: unknown,
  text: string,
  at: (offset: number) => Position,
  syntax: readonly Complaint[]
): Source {
  const walk: SourceWalk = {
    text,
    at,
    complaints: [],
    anchors: new Map(),
    aliasedValues: 0,
    exploded: false,
    paths: new Map()
  }
  const { node } = nodeOf(contents, '', { line: 1, column: 1 }, walk)
  if (walk.exploded) return { root: null, complaints: walk.complaints }
  const placed = syntax.map((each) => ({ ...each, path: walk.paths.get(placeKey(each.at)) ?? '' }))
  return { root: node, complaints: [...placed, ...walk.complaints] }
}

function tooLong(text: string): Complaint | null {
  if (text.length <= MAX_TEXT_LENGTH) return null
  const found = `a text of ${text.length} characters`
  return complaint({ line: 1, column: 1 }, '', found, `at most ${MAX_TEXT_LENGTH}`)
}

/**
 * Asked before anything is built: the library builds nested values by recursion, and a stack
 * that overflows there can take the whole process with it. Its parser has a stack of its own.
 */
function tooDeep(text: string): Complaint | null {
  const lines = new LineCounter()
  const parser = new Parser(lines.addNewLine)
  lines.addNewLine(0)
  for (const lexeme of new Lexer().lex(text)) {
    Array.from(parser.next(lexeme))
    if (parser.stack.length > MAX_NESTING) {
      const at = positionAt(lines, parser.offset)
      return complaint(at, '', 'values nested too deeply', 'no more than a policy needs')
    }
  }
  return null
}

function positionAt(lines: LineCounter, offset: number): Position {
  const { line, col } = lines.linePos(offset)
  return { line: Math.max(line, 1), column: Math.max(col, 1) }
}
