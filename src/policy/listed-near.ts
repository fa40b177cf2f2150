import type { Lines } from './listed-lines.js'
import type { NamePlace } from './listed-names.js'

/** How far from a name, in characters, a value may stand to be near it. */
const NEAR = 2000

/**
 * A key of a tag or version and what stands behind it, with whatever quotes, separators and
 * line breaks between: `tag: v1`, `image.tag=v1`, `name: image.tag` over `value: v1`,
 * `--version v1`, `.tag | default "v1"`. Every part is bounded, so that long texts take no
 * more than their share of time; the value is looked at and not taken, it may be a key itself.
 */
const KEY_AND_VALUE =
  /(?<!api)(?:tags?|version|revision)(?=["'\\`]{0,4}[\s"'\\`:=,|>[({-]{1,80}(?:(?:value|default)[\s"'\\`:=]{1,20})?(?:[&!][^\s"',]{1,60}\s{1,20}){0,2}["'\\]{0,4}(\*?\w[\w.+-]{0,127})(?![\w.+$/{%-]))/gi

/** A tag behind a name, however the two are quoted: `:'v1'`, `":v1`, `}:${TAG:-v1}`. */
const LOOSE_TAG =
  /^["'`\\}]{0,4}:["'`\\]{0,4}(?:\$\{\w+:?[-=]["'\\]{0,4})?(\w[\w.-]{0,127})(?![\w.+$/{%-])/

/**
 * The tags that may be meant with a name, where nothing says so for certain: those behind any
 * of the names, loosely read; and for the `vague` ones, which no tag stands with, the values of
 * all keys for tags and versions near by, or of the whole text where none is near. Of vague
 * names only those count that can be nothing but an image: with a path in front, or as the
 * value of a key for images.
 */
export function tagsNear(
  lines: Lines,
  names: readonly NamePlace[],
  vague: readonly NamePlace[]
): readonly string[] {
  const { text } = lines
  const behind = names.flatMap(({ end }) => LOOSE_TAG.exec(text.slice(end, end + 300))?.[1] ?? [])
  const places = vague.filter((place) => isImage(text, place)).map(({ start }) => start)
  return [...behind, ...(places.length === 0 ? [] : valuesNear(lines, places))]
}

function isImage(text: string, { start, end }: NamePlace): boolean {
  const next = text[end]
  if (next === '/' || next === '@') return false
  const before = text.slice(Math.max(0, start - 60), start)
  return /\/$|(?:image|repo|repository|chart)["'\\\s:=,]+(?:value["'\\\s:=]+)?$/i.test(before)
}

function valuesNear(lines: Lines, places: readonly number[]): readonly string[] {
  const found = Array.from(lines.text.matchAll(KEY_AND_VALUE), ({ index, 1: value = '' }) => ({
    index,
    value
  }))
  const indexes = found.map(({ index }) => index)
  const isLonely = places.some((place) => !hasNear(indexes, place))
  const near = isLonely ? found : found.filter(({ index }) => hasNear(places, index))
  return near.flatMap(({ value }) =>
    value.startsWith('*') ? (lines.anchored(value.slice(1)) ?? []) : value
  )
}

/** Whether one of these numbers, which ascend, is near this one. */
function hasNear(ascending: readonly number[], place: number): boolean {
  let [from, to] = [0, ascending.length]
  while (from < to) {
    const middle = (from + to) >> 1
    if ((ascending[middle] ?? 0) < place - NEAR) from = middle + 1
    else to = middle
  }
  return (ascending[from] ?? Infinity) <= place + NEAR
}
