import type { OpenEntry } from './listed-block.js'
import type { Lines } from './listed-lines.js'
import type { NamePlace } from './listed-names.js'
import { isFixed, readTag, tagsOf, type Assigned, type WrittenTag } from './listed-tag.js'

/** How far from a name, in characters, a value may stand to be near it. */
const NEAR = 2000

/**
 * A key of a tag or version and what stands behind it, with whatever quotes, separators and
 * line breaks between: `tag: v1`, `image.tag=v1`, `name: image.tag` over `value: v1`,
 * `--version v1`, `.tag | default "v1"`. Every part is bounded, so that long texts take no
 * more than their share of time; the value is looked at and not taken, it may be a key itself.
 */
const KEY_AND_VALUE =
  /(?<!api)(?:tags?|version(?:\.ref)?|revision)(?=["'\\`]{0,4}[\s"'\\`:=,|>[({-]{1,80}(?:(?:value|default)[\s"'\\`:=]{1,20})?(?:[&!][^\s"',]{1,60}\s{1,20}){0,2}["'\\]{0,4}(\*?\w[\w.+-]{0,127})(?![\w.+$/{%-]))/gi

/** What stands between a name and its tag: quotes and a brace, but none that ends a text to be joined. */
const BEFORE_TAG = /^["'`\\}]{0,4}:(?:["'`\\]{1,4}(?!\s{0,4}[+.&~]))?/

/** What stands near names, for `keep` alone. */
export interface NearNames {
  /** The tags that may be meant. */
  readonly tags: readonly string[]
  /** The names that stand with a tag of which nothing in the text says what it is. */
  readonly untold: readonly UntoldTag[]
}

/** A tag that can't be told. */
export interface UntoldTag {
  /** Place of the name. */
  readonly start: number
  readonly written: string
}

/** A name that nothing certain stands with, and the entries beside it that tell no tag. */
export interface VagueName extends NamePlace {
  readonly open: readonly OpenEntry[]
}

/**
 * The tags that may be meant with a name, where nothing says so for certain: those behind any
 * of the names, loosely read and with variables as the text sets them; and for the `vague` ones,
 * which no tag stands with, `latest`, where none is written, and the values of all keys for tags
 * and versions near by, or of the whole text where none is near. Of vague names only those count
 * that can be nothing but an image: with a path in front, or as the value of a key for images.
 */
export function tagsNear(
  lines: Lines,
  names: readonly NamePlace[],
  vague: readonly VagueName[],
  assigned: Assigned
): NearNames {
  const { text } = lines
  const behind = names.flatMap(({ end }) => {
    const tag = tagBehind(text, end)
    return tag === null ? [] : tagsOf(tag, assigned)
  })
  const images = vague.filter((place) => isImage(text, place))
  const readings = images.map((place) => readVague(text, place, assigned))
  return {
    tags: [
      ...behind,
      ...readings.flatMap(({ tags }) => tags),
      ...(images.length === 0 ? [] : valuesNear(lines, images))
    ],
    untold: readings.flatMap(({ untold }) => untold)
  }
}

function tagBehind(text: string, end: number): WrittenTag | null {
  const colon = BEFORE_TAG.exec(text.slice(end, end + 20))?.[0]
  return colon === undefined ? null : readTag(text, end + colon.length)
}

/** A word behind a name on its line, as in lists of names and tags. */
const NEXT_WORD =
  /^["'`]{0,2}[ \t]{0,10}(?:[,;|]|:?[ \t])[ \t]{0,10}["'`]{0,2}(\w[\w.+-]{0,127})(?![\w.+$/{%-]|["'`]\s{0,10}:)/

/** A variable of which a shell takes a part, as in `${TAG#v}`. */
const CHANGED = /\$\{\w+(?:[#%/^,@]|:\d)/

/** Without a tag an image is `latest`. */
function readVague(text: string, place: VagueName, assigned: Assigned): NearNames {
  const tag = tagBehind(text, place.end)
  if (tag !== null) {
    const isTold = isFixed(tag) || (!CHANGED.test(tag.written) && tagsOf(tag, assigned).length > 0)
    if (isTold || isElsewhere(text, place) || text.startsWith('@', tag.end)) return NONE
    return { tags: [], untold: [{ start: place.start, written: tag.written }] }
  }
  const behind = text.slice(place.end, place.end + 200)
  if (/^["'`\\}]{0,4}:\S/.test(behind)) return NONE
  const next = NEXT_WORD.exec(behind)?.[1] ?? []
  const open = place.open.map((entry) => ({ entry, tags: tagsOfEntry(entry, assigned) }))
  return {
    tags: ['latest', ...open.flatMap(({ tags }) => tags), next].flat(),
    untold: open
      .filter(({ tags }) => tags.length === 0)
      .map(({ entry }) => ({ start: place.start, written: entry.written }))
  }
}

const NONE: NearNames = { tags: [], untold: [] }

/** Of a range only what is none, but one version. */
function tagsOfEntry({ written, value }: OpenEntry, assigned: Assigned): readonly string[] {
  const tag = readTag(value, 0)
  if (tag === null) return []
  const isOne = !/semver/i.test(written) || /^v?\d+\.\d+\.\d+[\w.+-]*["']?$/.test(value)
  return isOne ? tagsOf(tag, assigned) : []
}

/** Behind `http://` stands a host with its port, and behind `./` a path of the machine. */
function isElsewhere(text: string, { start }: NamePlace): boolean {
  return /(?:\bhttps?:\/\/|\.\/)$/i.test(text.slice(Math.max(0, start - 10), start))
}

const BEFORE_IMAGE =
  /\/$|(?:image|repo|repository|chart)["'\\\s:=,>]+(?:value["'\\\s:=]+)?$|(?:^|\n)\s*FROM\s+(?:--\S+\s+)*$/i

function isImage(text: string, { start, end }: NamePlace): boolean {
  const next = text[end]
  if (next === '/' || next === '@') return false
  return BEFORE_IMAGE.test(text.slice(Math.max(0, start - 60), start))
}

/** The values of all keys for tags and versions near places, or anywhere where one has none near. */
export function valuesNear(lines: Lines, names: readonly NamePlace[]): readonly string[] {
  const places = names.map(({ start }) => start)
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
