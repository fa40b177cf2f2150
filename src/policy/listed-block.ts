/** The key of a tag or version that stands beside a name: `tag`, `newTag`, `targetRevision`. */
const TAG_KEY = /(?:^|[a-z_.-])(?:tag|version|revision|resolved)$/i

/**
 * A key with its value on one line, as YAML, JSON, TOML and shells write it; YAML's anchors and
 * types before the value are passed over.
 */
const KEY_VALUE =
  /^["'\\]*([A-Za-z][\w.-]*)["'\\]*\s*[:= ]\s*(?:[&!][^\s"',]*\s+)*["'\\]*([^"'\\,;\s}#]*)/

/** A key of which the value stands on the next line: YAML's block scalars too. */
const KEY_ALONE = /^["'\\]*[A-Za-z][\w.-]*["'\\]*\s*:\s*(?:[&!]\S+\s+)*[>|]?[+-]?\s*$/

/**
 * The tags that stand beside a name and not behind it, as in Helm's values and in
 * kustomizations: the values of keys for tags and versions in the block in which the name,
 * from `start` to `end`, is the whole value of a key, or is a key itself.
 */
export function valuesInBlock(text: string, start: number, end: number): readonly string[] {
  const flags = setFlags(text, start)
  if (flags.length > 0) return valuesIn(flags, text)
  const behind = text.slice(end, end + 4)
  if (!/^["'\\]*\s*(?:$|[\r\n,;}#=@]|:(?:\s|$))/.test(behind)) return []
  const inline = inlineBlock(text, start, end)
  if (inline !== null) return valuesIn(inline.split(','), text)
  return valuesIn(linesOfBlock(text, start), text)
}

function valuesIn(entries: readonly string[], text: string): readonly string[] {
  return entries.flatMap((entry) => {
    const [, key, written] = KEY_VALUE.exec(entry.trim().replace(/^- +/, '')) ?? []
    if (key === undefined || written === undefined || !TAG_KEY.test(key)) return []
    const value = written.startsWith('*') ? anchored(written.slice(1), text) : written
    return /^\w[\w.+-]*$/.test(value) ? [value] : []
  })
}

/** What YAML's `&name` stands before, wherever that is in the text; '' where it is nowhere. */
function anchored(name: string, text: string): string {
  const at = text.indexOf(`&${name} `)
  const behind = at < 0 ? '' : text.slice(at + 1 + name.length, at + 300 + name.length)
  return /^ +["']?([^"'\s,}]*)/.exec(behind)?.[1] ?? ''
}

/** The settings of `--set image.repository=… --set image.tag=…`, as Helm's command line has them. */
function setFlags(text: string, place: number): readonly string[] {
  const lineStart = text.lastIndexOf('\n', place - 1) + 1
  const line = text.slice(lineStart, lineStart + 4000).split('\n', 1)[0] ?? ''
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
 * The lines that belong together with the one of a place: those of the same depth on both
 * sides, up to one that is less deep or the next entry of a list, and the lines under a
 * `ref:` among them. Where the line opens a deeper block, the lines of that block instead.
 */
function linesOfBlock(text: string, place: number): readonly string[] {
  const lineStart = text.lastIndexOf('\n', place - 1) + 1
  const above = text
    .slice(Math.max(0, lineStart - 4000), lineStart)
    .split('\n')
    .slice(0, -1)
  const [line = '', ...below] = text.slice(lineStart, lineStart + 4000).split('\n')
  const opened = /[:{]\s*$/.test(line) ? blockUnder(line, below) : []
  if (opened.length > 0) return opened
  return [...siblings(line, above.toReversed(), 'up'), line, ...siblings(line, below, 'down')]
}

function blockUnder(line: string, below: readonly string[]): readonly string[] {
  const depth = depthOf(below[0] ?? '')
  const first = below[0]
  if (first === undefined || depth <= depthOf(line)) return []
  return [first, ...siblings(first, below.slice(1), 'down')]
}

/** The lines of one depth with `line`, walking away from it. */
function siblings(line: string, lines: readonly string[], way: 'up' | 'down'): readonly string[] {
  const depth = depthOf(line)
  const found: string[] = []
  // An entry of a list begins at its dash: nothing above that belongs to it.
  if (way === 'up' && isListEntry(line)) return found
  let inRef = false
  let deeper: string | null = null
  for (const next of lines) {
    if (/^\s*(?:#.*)?\r?$/.test(next)) continue
    const nextDepth = depthOf(next)
    if (nextDepth < depth || (way === 'down' && isListEntry(next) && nextDepth === depth)) break
    if (nextDepth === depth) {
      found.push(way === 'up' ? withValue(next, deeper) : next)
      deeper = null
      inRef = /^\s*["']?ref["']?\s*:/.test(next)
      if (isListEntry(next)) break
    } else if (inRef) found.push(next)
    else if (way === 'up') deeper = next
    else if (deeper === null) {
      deeper = next
      const key = found.pop()
      if (key !== undefined) found.push(withValue(key, deeper))
    }
  }
  return found
}

/** A key that stands alone with the line under it, which is its value. */
function withValue(key: string, under: string | null): string {
  if (under === null || !KEY_ALONE.test(key.trim())) return key
  return `${key.trimEnd().replace(/[>|][+-]?$/, '')} ${under.trim()}`
}

/** Where the first key of a line begins, behind the dash of a list's entry. */
function depthOf(line: string): number {
  return /^\s*(?:- +)?/.exec(line)?.[0].length ?? 0
}

function isListEntry(line: string): boolean {
  return /^\s*- /.test(line)
}
