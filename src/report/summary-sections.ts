import { utf8Length } from './bytes.js'

/** A part of a document that may be cut: `items` from the end, or the whole of it. */
export interface Section {
  /** The lower, the sooner it gets its place. */
  readonly rank: number
  readonly header: string
  /** Each with its line feeds, the most important first. */
  readonly items: readonly string[]
  readonly footer: string
  /** What to say in place of that many items. Takes at most 200 bytes. */
  readonly omitted: (count: number) => string
}

const OMITTED_BYTES = 200

/**
 * The sections in their order, cut so that all of it takes at most `limitBytes` of UTF-8: by rank
 * each gets its header, its footer and as many of its items as still fit, or is left out.
 */
export function fitSections(sections: readonly Section[], limitBytes: number): string {
  const texts = new Map<Section, string>()
  let left = limitBytes
  for (const section of sections.toSorted((a, b) => a.rank - b.rank)) {
    const text = fitSection(section, left)
    if (text === null) continue
    texts.set(section, text)
    left -= utf8Length(text)
  }
  return sections.map((section) => texts.get(section) ?? '').join('')
}

function fitSection(
  { header, items, footer, omitted }: Section,
  limitBytes: number
): string | null {
  const fixed = utf8Length(header) + utf8Length(footer)
  const whole = items.join('')
  if (fixed + utf8Length(whole) <= limitBytes) return header + whole + footer
  const count = fittingItems(items, limitBytes - fixed - OMITTED_BYTES)
  if (count === 0) return null
  return header + items.slice(0, count).join('') + omitted(items.length - count) + footer
}

function fittingItems(items: readonly string[], limitBytes: number): number {
  let left = limitBytes
  const first = items.findIndex((item) => (left -= utf8Length(item)) < 0)
  return first < 0 ? items.length : first
}
