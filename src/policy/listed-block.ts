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

/** The key of a range of versions, which the cluster resolves. */
const RANGE_KEY = /(?:^|[a-z_.-])semver$/i

/** What the keys for tags and versions beside a name say. */
export interface Beside {
  readonly values: readonly string[]
  /** Entries of such keys of which the value is no tag: empty, a range, or with a variable. */
  readonly open: readonly OpenEntry[]
}

export interface OpenEntry {
  /** The key with its value, as written. */
  readonly written: string
  readonly value: string
}

const NOTHING: Beside = { values: [], open: [] }

/** A block of lines that was read: those of one depth, from the first to the last. */
interface Block extends Beside {
  readonly first: number
  readonly last: number
}

/**
 * Reads the tags that stand beside a name and not behind it, as in Helm's values and in
 * kustomizations: the values of keys for tags and versions in the block in which the name is
 * the whole value of a key, or is a key itself. Of many names in one block, or on one line, it
 * is read once.
 */
export function blockReader(lines: Lines): (name: NamePlace) => Beside {
  const flags = new Map<number, Beside>()
  const blocks = new Map<number, Block>()
  const { text } = lines
  return ({ start, end }) => {
    const number = lines.at(start)
    const set = flags.get(number) ?? valuesIn(setFlags(lines.line(number) ?? ''), lines)
    flags.set(number, set)
    if (set.values.length > 0) return set
    const behind = text.slice(end, end + 4)
    if (!/^["'\\]*\s*(?:$|[\r\n,;}#=@]|:(?:\s|$))/.test(behind)) return NOTHING
    const inline = inlineBlock(text, start, end)
    if (inline !== null) return valuesIn(inline.split(','), lines)
    return valuesAround(lines, number, blocks)
  }
}

function valuesIn(entries: readonly string[], lines: Lines): Beside {
  const values: string[] = []
  const open: OpenEntry[] = []
  for (const line of entries) {
    const entry = line.trim().replace(/^- +/, '')
    const [, key, written] = KEY_VALUE.exec(entry) ?? []
    if (key === undefined || written === undefined) continue
    const value = written.startsWith('*') ? (lines.anchored(written.slice(1)) ?? '') : written
    if (TAG_KEY.test(key) && /^\w[\w.+-]*$/.test(value)) values.push(value)
    else if (TAG_KEY.test(key) || RANGE_KEY.test(key)) open.push(openEntry(entry))
  }
  return { values, open }
}

/** Without a comment behind it; of the value only what a tag may begin with. */
function openEntry(line: string): OpenEntry {
  const written = line.replace(/\s#.*$/, '').replace(/[,;\s]+$/, '')
  const value = /^["'\\]*[A-Za-z][\w.-]*["'\\]*\s*[:= ]\s*["'\\]*(.*)$/.exec(written)?.[1] ?? ''
  return { written: written.slice(0, 60), value }
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
function valuesAround(lines: Lines, number: number, blocks: Map<number, Block>): Beside {
  const line = lines.line(number)
  if (line === null) return NOTHING
  const opened = /[:{]\s*$/.test(line) ? linesUnder(lines, number, line) : []
  if (opened.length > 0) return valuesIn(opened, lines)
  const depth = depthOf(line)
  const read = blocks.get(depth)
  if (read !== undefined && read.first <= number && number <= read.last) return read
  const block = blockAround(lines, number, line)
  blocks.set(depth, block)
  return block
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
    ...valuesIn([...above.found, line, ...below.found], lines)
  }
}
