/** Where something begins in the text, line and column from 1. */
export interface Position {
  readonly line: number
  readonly column: number
}

/** A value of a YAML document, with all that a good error message needs. Aliases are followed. */
export type SourceNode = ScalarNode | MapNode | ListNode | BrokenNode

export interface ScalarNode {
  readonly kind: 'scalar'
  readonly at: Position
  /** What YAML 1.2's core schema makes of it. */
  readonly value: string | number | boolean | null
  /** How it is written, without quotes: `1.10` where the value is 1.1. */
  readonly source: string
}

export interface MapNode {
  readonly kind: 'map'
  readonly at: Position
  /** In the order of the text; a key that stands twice is here twice. */
  readonly entries: readonly MapEntry[]
}

export interface MapEntry {
  readonly key: string
  readonly keyAt: Position
  readonly value: SourceNode
}

export interface ListNode {
  readonly kind: 'list'
  readonly at: Position
  readonly items: readonly SourceNode[]
}

/** Something that was already complained about: whoever reads it says nothing more. */
export interface BrokenNode {
  readonly kind: 'broken'
  readonly at: Position
}

/** How an error message says what it found: `the text "ten"`, `the number 1.10`, `a map`. */
export function foundText(node: SourceNode): string {
  if (node.kind === 'list') return node.items.length === 0 ? 'an empty list' : 'a list'
  if (node.kind !== 'scalar') return 'a map'
  if (node.value === null) return node.source === '' ? 'nothing' : node.source
  if (typeof node.value === 'string') return `the text ${quoted(node.value)}`
  return typeof node.value === 'number' ? `the number ${node.source}` : node.source
}

const LONGEST_QUOTE = 60

/** Text in quotes on one line, cut where it is long. */
export function quoted(text: string): string {
  const cut = text.length > LONGEST_QUOTE ? `${text.slice(0, LONGEST_QUOTE)}…` : text
  return JSON.stringify(cut)
}
