import type { Lines } from './listed-lines.js'
import type { NamePlace } from './listed-names.js'
import { depthOf, MOST_LINES, siblings } from './listed-siblings.js'

/** The key of a tag or version beside a name: `tag`, `newTag`, `targetRevision`; not `apiVersion`. */
const TAG_KEY = /(?:^|[a-z_.-])(?<!api)(?:tag|version|revision|resolved)$/i

/**
 * A key with its value on one line, as YAML, JSON, TOML and shells write it; YAML's anchors and
 * types before the value are passed over.
 */
const KEY_VALUE =
  /^["'\\]*([A-Za-z][\w.-]*)["'\\]*\s*[:= ]\s*(?:[&!][^\s"',]*\s+)*["'\\]*([^"'\\,;\s}#]*)/

/** A block of lines that was read: those of one depth, from the first to the last. */
interface Block {
  readonly first: number
  readonly last: number
  readonly values: readonly string[]
}

/**
 * Reads the tags that stand beside a name and not behind it, as in Helm's values and in
 * kustomizations: the values of keys for tags and versions in the block in which the name is
 * the whole value of a key, or is a key itself. Of many names in one block, or on one line, it
 * is read once.
 */
export function blockReader(lines: Lines): (name: NamePlace) => readonly string[] {
  const flags = new Map<number, readonly string[]>()
  const blocks = new Map<number, Block>()
  const { text } = lines
  return ({ start, end }) => {
    const number = lines.at(start)
    const set = flags.get(number) ?? valuesIn(setFlags(lines.line(number) ?? ''), lines)
    flags.set(number, set)
    if (set.length > 0) return set
    const behind = text.slice(end, end + 4)
    if (!/^["'\\]*\s*(?:$|[\r\n,;}#=@]|:(?:\s|$))/.test(behind)) return []
    const inline = inlineBlock(text, start, end)
    if (inline !== null) return valuesIn(inline.split(','), lines)
    return valuesAround(lines, number, blocks)
  }
}

function valuesIn(entries: readonly string[], lines: Lines): readonly string[] {
  return entries.flatMap((entry) => {
    const [, key, written] = KEY_VALUE.exec(entry.trim().replace(/^- +/, '')) ?? []
    if (key === undefined || written === undefined || !TAG_KEY.test(key)) return []
    const value = written.startsWith('*') ? (lines.anchored(written.slice(1)) ?? '') : written
    return /^\w[\w.+-]*$/.test(value) ? [value] : []
  })
}

/** The settings of `--set image.repository=… --set image.tag=…`, as Helm's command line has them. */
function setFlags(line: string): readonly string[] {
  const flags = line.matchAll(/--set(?:-string|-literal)?[\s=]+(["']?)(\S+)\1/g)
  return Array.from(flags).flatMap(([, , settings = '']) => settings.split(','))
}

/** What stands between braces around a place, on its line; `null` where there are none. */
function inlineBlock(text: string, start: number, end: number): string | null {
  const open = /\{([^{}\n]*)$/.exec(text.slice(Math.max(0, start - 1000), start))?.[1]
  const close = /^([^{}\n]*)\}/.exec(text.slice(end, end + 1000))?.[1]
  return open === undefined || close === undefined ? null : open + text.slice(start, end) + close
}

/**
 * The values in the lines that belong together with this one: its siblings on both sides; or
 * where it opens a deeper block, the lines of that block instead.
 */
function valuesAround(lines: Lines, number: number, blocks: Map<number, Block>): readonly string[] {
  const line = lines.line(number)
  if (line === null) return []
  const opened = /[:{]\s*$/.test(line) ? linesUnder(lines, number, line) : []
  if (opened.length > 0) return valuesIn(opened, lines)
  const depth = depthOf(line)
  const read = blocks.get(depth)
  if (read !== undefined && read.first <= number && number <= read.last) return read.values
  const block = blockAround(lines, number, line)
  blocks.set(depth, block)
  return block.values
}

function linesUnder(lines: Lines, number: number, line: string): readonly string[] {
  const first = lines.line(number + 1)
  if (first === null || depthOf(first) <= depthOf(line)) return []
  return [first, ...siblings(lines, number + 1, 'down').found]
}

function blockAround(lines: Lines, number: number, line: string): Block {
  const [above, below] = [siblings(lines, number, 'up'), siblings(lines, number, 'down')]
  // A line far from this one may have siblings that were not reached from here.
  const near = MOST_LINES / 2
  return {
    first: Math.max(above.last, number - near),
    last: Math.min(below.last, number + near),
    values: valuesIn([...above.found, line, ...below.found], lines)
  }
}
