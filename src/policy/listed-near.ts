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
  readonly tags: ReadonlySet<string>
  /** The names that stand with a tag of which nothing says what it is, or not all that it may be. */
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
  const images = vague.filter((place) => isImage(text, place))
  const reader = new VagueReader(text, assigned)
  for (const { end } of names) reader.readBehind(end)
  for (const place of images) reader.readVague(place)
  if (images.length > 0) reader.add(valuesNear(lines, images))
  return reader
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

/** More tags than a package has; a text with more was made to take long. */
const MOST_NEAR = 200_000

/** Reads each tag and each block once, for a text may name a package thousands of times. */
class VagueReader {
  readonly tags = new Set<string>()
  readonly untold: UntoldTag[] = []
  readonly #text: string
  readonly #assigned: Assigned
  readonly #told = new Map<string, boolean>()
  readonly #blocks = new Set<readonly OpenEntry[]>()

  constructor(text: string, assigned: Assigned) {
    this.#text = text
    this.#assigned = assigned
  }

  add(tags: Iterable<string>): void {
    for (const tag of tags) this.tags.add(tag)
  }

  readBehind(end: number): void {
    const tag = tagBehind(this.#text, end)
    if (tag !== null) this.#isTold(tag)
  }

  readVague({ start, end, open }: VagueName): void {
    const tag = tagBehind(this.#text, end)
    if (tag === null) {
      this.#readUntagged(start, end, open)
      return
    }
    const isTold = isFixed(tag) || (!CHANGED.test(tag.written) && this.#isTold(tag))
    if (isTold || isElsewhere(this.#text, start) || this.#text.startsWith('@', tag.end)) return
    this.untold.push({ start, written: tag.written })
  }

  /** Without a tag an image is `latest`. */
  #readUntagged(start: number, end: number, open: readonly OpenEntry[]): void {
    const behind = this.#text.slice(end, end + 200)
    if (/^["'`\\}]{0,4}:\S/.test(behind)) return
    this.tags.add('latest')
    const next = NEXT_WORD.exec(behind)?.[1]
    if (next !== undefined) this.tags.add(next)
    if (this.#blocks.has(open)) return
    this.#blocks.add(open)
    for (const entry of open) {
      const tag = tagOfEntry(entry)
      if (tag === null || !this.#isTold(tag)) this.untold.push({ start, written: entry.written })
    }
  }

  /** Adds what a tag may stand for. Whether something is known, and all of it. */
  #isTold(tag: WrittenTag): boolean {
    const key = JSON.stringify(tag.parts)
    const earlier = this.#told.get(key)
    if (earlier !== undefined) return earlier
    if (this.tags.size > MOST_NEAR) return false
    const { tags, isWhole } = tagsOf(tag, this.#assigned)
    this.add(tags)
    const isTold = tags.length > 0 && isWhole
    this.#told.set(key, isTold)
    return isTold
  }
}

/** Of a range only what is none, but one version. */
function tagOfEntry({ written, value }: OpenEntry): WrittenTag | null {
  const isOne = !/semver/i.test(written) || /^v?\d+\.\d+\.\d+[\w.+-]*["']?$/.test(value)
  return isOne ? readTag(value, 0) : null
}

/** Behind `http://` stands a host with its port, and behind `./` a path of the machine. */
function isElsewhere(text: string, start: number): boolean {
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
