import type { Lines } from './listed-lines.js'

/** A key of which the value stands on the next line: YAML's block scalars too. */
const KEY_ALONE = /^["'\\]*[A-Za-z][\w.-]*["'\\]*\s*:\s*(?:[&!]\S+\s+)*[>|]?[+-]?\s*$/

/** A block is looked for among so many lines on each side. */
export const MOST_LINES = 200

/** Some lines of a block. */
export interface Siblings {
  readonly found: readonly string[]
  /** Number of the line farthest away that was looked at. */
  readonly last: number
}

/**
 * The lines of one depth with that of this number, walking away from it, up to one that is less
 * deep or the next entry of a list; and the lines under a `ref:` among them.
 */
export function siblings(lines: Lines, number: number, way: 'up' | 'down'): Siblings {
  const line = lines.line(number) ?? ''
  const depth = depthOf(line)
  const found: string[] = []
  let last = number
  // An entry of a list begins at its dash: nothing above that belongs to it.
  if (way === 'up' && isListEntry(line)) return { found, last }
  let inRef = false
  let deeper: string | null = null
  for (let count = 1; count <= MOST_LINES; count++) {
    const at = way === 'up' ? number - count : number + count
    const next = lines.line(at)
    if (next === null) break
    const isEmpty = /^\s*(?:#.*)?\r?$/.test(next)
    const nextDepth = depthOf(next)
    const isNextEntry = way === 'down' && isListEntry(next) && nextDepth === depth
    if (!isEmpty && (nextDepth < depth || isNextEntry)) break
    last = at
    if (isEmpty) continue
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
  return { found, last }
}

/** A key that stands alone with the line under it, which is its value. */
function withValue(key: string, under: string | null): string {
  if (under === null || !KEY_ALONE.test(key.trim())) return key
  return `${key.trimEnd().replace(/[>|][+-]?$/, '')} ${under.trim()}`
}

/** Where the first key of a line begins, behind the dash of a list's entry. */
export function depthOf(line: string): number {
  return /^\s*(?:- +)?/.exec(line)?.[0].length ?? 0
}

function isListEntry(line: string): boolean {
  return /^\s*- /.test(line)
}
