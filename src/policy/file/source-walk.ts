import {
  type Alias,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  type Pair,
  type Scalar,
  type YAMLMap
} from 'yaml'
import { type Complaint, complaint } from './complaint.js'
import { type MapEntry, type Position, quoted, type SourceNode } from './source-node.js'

/** Values that aliases may stand for, all together: a shared list in every entry is far below. */
export const MAX_ALIASED_VALUES = 100_000

/** What a walk through one document knows and collects, in the order of the text. */
export interface SourceWalk {
  readonly text: string
  readonly at: (offset: number) => Position
  readonly complaints: Complaint[]
  /** By anchor; `open` while what it names is still being read. */
  readonly anchors: Map<string, SizedNode | 'open'>
  aliasedValues: number
  exploded: boolean
  /** By `line:column`, the path of each value. */
  readonly paths: Map<string, string>
}

/** A node and how many values it stands for, those behind its aliases included. */
interface SizedNode {
  readonly node: SourceNode
  readonly size: number
}

/**
 * Turns what the YAML library built into nodes of our own. An alias is the very node that its
 * anchor names, so nothing is copied, however often it stands. `near` is the position for a
 * value that is not there.
 */
export function nodeOf(parsed: unknown, path: string, near: Position, walk: SourceWalk): SizedNode {
  if (isAlias(parsed)) return aliased(parsed, path, near, walk)
  if (!isScalar(parsed) && !isMap(parsed) && !isSeq(parsed)) {
    return { node: { kind: 'scalar', at: near, value: null, source: '' }, size: 1 }
  }
  const at = parsed.range ? walk.at(startOf(parsed.range[0], parsed.tag, walk.text)) : near
  notePath(at, path, walk)
  if (parsed.anchor !== undefined) walk.anchors.set(parsed.anchor, 'open')
  const sized = taggedNode(parsed, path, at, walk)
  if (parsed.anchor !== undefined) walk.anchors.set(parsed.anchor, sized)
  return sized
}

/** A node's range begins after its tag. */
function startOf(offset: number, tag: string | undefined, text: string): number {
  const tagAt = tag === undefined ? -1 : text.lastIndexOf(tag, offset)
  return tagAt === -1 ? offset : tagAt
}

/** Tags of the core schema say what the value is anyway; `!` alone says that it is text. */
const CORE_TAG = /^(?:!|tag:yaml\.org,2002:(?:str|int|float|bool|null|map|seq))$/

function taggedNode(
  parsed: Scalar | YAMLMap | { readonly items: readonly unknown[]; readonly tag?: string },
  path: string,
  at: Position,
  walk: SourceWalk
): SizedNode {
  if (parsed.tag !== undefined && !CORE_TAG.test(parsed.tag)) {
    const found = `the YAML tag ${quoted(parsed.tag)}`
    return broken(complaint(at, path, found, 'text', 'put it in quotes'), walk)
  }
  if (isScalar(parsed)) return { node: scalarNode(parsed, at), size: 1 }
  return isMap(parsed) ? mapNode(parsed, path, at, walk) : listNode(parsed.items, path, at, walk)
}

function scalarNode({ value, source = '' }: Scalar, at: Position): SourceNode {
  const known = typeof value === 'number' || typeof value === 'boolean' || typeof value === 'string'
  return { kind: 'scalar', at, value: known || value === null ? value : source, source }
}

function listNode(
  items: readonly unknown[],
  path: string,
  at: Position,
  walk: SourceWalk
): SizedNode {
  const sized = items.map((item, index) => nodeOf(item, `${path}[${index}]`, at, walk))
  return { node: { kind: 'list', at, items: sized.map(({ node }) => node) }, size: sizeOf(sized) }
}

function mapNode(map: YAMLMap, path: string, at: Position, walk: SourceWalk): SizedNode {
  const entries: MapEntry[] = []
  const seen = new Set<string>()
  const sized: SizedNode[] = []
  for (const pair of map.items) {
    const named = keyOf(pair, path, at, walk)
    if (named === null) continue
    if (seen.has(named.key)) {
      const found = `the key ${named.key} for the second time`
      walk.complaints.push(
        complaint(named.keyAt, joinPath(path, named.key), found, 'each key once')
      )
    }
    seen.add(named.key)
    const value = nodeOf(pair.value, joinPath(path, named.key), named.keyAt, walk)
    entries.push({ ...named, value: value.node })
    sized.push(value)
  }
  return { node: { kind: 'map', at, entries }, size: sizeOf(sized) }
}

function keyOf(
  { key }: Pair,
  path: string,
  near: Position,
  walk: SourceWalk
): { readonly key: string; readonly keyAt: Position } | null {
  const keyAt = isScalar(key) && key.range ? walk.at(key.range[0]) : near
  if (isScalar(key) && typeof key.value === 'string') return { key: key.value, keyAt }
  const found = isScalar(key) ? `the key ${key.source ?? ''}` : 'a key that is no text'
  walk.complaints.push(complaint(keyAt, path, found, 'a key that is text'))
  return null
}

function aliased(alias: Alias, path: string, near: Position, walk: SourceWalk): SizedNode {
  const at = alias.range ? walk.at(alias.range[0]) : near
  notePath(at, path, walk)
  // An alias without a name was complained about by the parser.
  if (alias.source === '') return { node: { kind: 'broken', at }, size: 1 }
  const target = walk.anchors.get(alias.source)
  const found = `*${alias.source}`
  if (target === undefined) {
    const hint = 'a pattern that begins with * has to be in quotes'
    return broken(complaint(at, path, found, 'an anchor that stands before it', hint), walk)
  }
  if (target === 'open') {
    return broken(complaint(at, path, found, 'no alias inside of what it names'), walk)
  }
  walk.aliasedValues += target.size
  if (walk.aliasedValues <= MAX_ALIASED_VALUES || walk.exploded) return target
  walk.exploded = true
  const limit = `at most ${MAX_ALIASED_VALUES} values behind aliases`
  return broken(complaint(at, path, 'aliases that explode', limit), walk)
}

/** So that what the parser said of a value can say by its keys where that is. */
function notePath(at: Position, path: string, walk: SourceWalk): void {
  walk.paths.set(placeKey(at), path)
}

/** Names a position in {@link SourceWalk.paths}. */
export function placeKey({ line, column }: Position): string {
  return `${line}:${column}`
}

function broken(why: Complaint, walk: SourceWalk): SizedNode {
  walk.complaints.push(why)
  return { node: { kind: 'broken', at: why.at }, size: 1 }
}

function sizeOf(parts: readonly SizedNode[]): number {
  return parts.reduce((sum, { size }) => sum + size, 1)
}

/** `packages[0]` and `keep` make `packages[0].keep`. */
export function joinPath(path: string, key: string): string {
  return path === '' ? key : `${path}.${key}`
}
