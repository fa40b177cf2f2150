import type { ErrorCode, YAMLParseError } from 'yaml'
import { type Complaint, complaint } from './complaint.js'
import type { Position } from './source-node.js'

/** Errors that say what is wrong with one value and leave all others as they were meant. */
const LOCAL: ReadonlySet<ErrorCode> = new Set(['BAD_SCALAR_START', 'BAD_ALIAS'])

/** Whether what the parser made of the rest can be read all the same. */
export function leavesTreeWhole({ code }: YAMLParseError): boolean {
  return LOCAL.has(code)
}

const SAYINGS: Readonly<Partial<Record<ErrorCode, readonly [found: string, expected: string]>>> = {
  MULTIPLE_DOCS: ['a second document', 'one document'],
  TAB_AS_INDENT: ['a tab', 'spaces before a key'],
  BAD_ALIAS: ['text that begins with *', 'text in quotes'],
  BAD_SCALAR_START: ['text that begins with a reserved sign', 'text in quotes']
}

/** An error of the YAML parser in our words, with the way out that people most often need. */
export function syntaxComplaint(
  { code, message, pos: [offset] }: YAMLParseError,
  text: string,
  at: (offset: number) => Position
): Complaint {
  const saying = SAYINGS[code]
  if (saying !== undefined) return complaint(at(offset), '', ...saying)
  const isFlow = /[{[]/.test(lineAt(text, offset))
  const hint = isFlow ? 'text with { } [ ] or , in it has to be in quotes' : undefined
  return complaint(at(offset), '', `no valid YAML (${lowerFirst(message)})`, 'YAML', hint)
}

function lineAt(text: string, offset: number): string {
  const start = text.lastIndexOf('\n', offset - 1) + 1
  const end = text.indexOf('\n', offset)
  return text.slice(start, end === -1 ? text.length : end)
}

function lowerFirst(text: string): string {
  return text.slice(0, 1).toLowerCase() + text.slice(1)
}
