import type { Digest } from '../model/digest.js'
import { hasTags } from '../model/package.js'
import type { ListedFacts } from './facts.js'
import { blockReader } from './listed-block.js'
import { linesOf, type Lines } from './listed-lines.js'
import { namePlaces, type ListedPackage } from './listed-names.js'
import { tagsNear, type UntoldTag, type VagueName } from './listed-near.js'
import { withoutFullStop, type Assigned } from './listed-tag.js'
import { versionsNamed } from './listed-versions.js'

/**
 * What a file names of a package (ruling 6): every `sha256:` digest, wherever it stands, and
 * the tags, or versions, that stand with the package's name. Any kind of text: manifests of
 * Kubernetes, Compose files, Helm values, lock files, prose, however it is quoted.
 *
 * A name counts only whole: `app:v1` is not in `myapp:v1` nor in `app:v1.2`. Where a tag is
 * put together from variables only what is certain counts: the default in `app:${TAG:-v1}`.
 * What may be meant, by where it stands, is told apart.
 *
 * @param text what {@link plainText} gives
 * @param assigned what variables of the text may be
 */
export function scanPlain(text: string, wanted: ListedPackage, assigned: Assigned): ScannedText {
  const lines = linesOf(text)
  const { tags, near, untold } = hasTags(wanted.type)
    ? tagsNamed(lines, wanted, assigned)
    : { ...versionsAsTags(lines, wanted, assigned), untold: [] }
  return {
    digests: digestsIn(text),
    tags: [...tags],
    near: [...new Set(near)].filter((tag) => !tags.has(tag)),
    untold: untold.slice(0, MOST_UNTOLD).map(({ start, written: tag }) => ({
      line: lines.at(start) + text.slice(0, start).split(JOINED).length,
      written: tag
    }))
  }
}

/** What a text names of a package. */
export interface ScannedText extends Omit<ListedFacts, 'untold'> {
  readonly near: readonly string[]
  /** Tags that stand with the name and can't be told, with their lines from 1; the first few. */
  readonly untold: readonly { readonly line: number; readonly written: string }[]
}

const MOST_UNTOLD = 10

/** Stands where lines were joined, so that the others keep their numbers. */
const JOINED = '\v'

interface Named {
  readonly tags: ReadonlySet<string>
  readonly near: readonly string[]
  readonly untold: readonly UntoldTag[]
}

function tagsNamed(lines: Lines, wanted: ListedPackage, assigned: Assigned): Named {
  const names = namePlaces(lines.text, wanted)
  const read = blockReader(lines)
  const tags = new Set<string>()
  const vague: VagueName[] = []
  for (const place of names) {
    const { values, open } = read(place)
    const found = [...tagsBehind(lines.text, place.end), ...values]
    if (found.length === 0) vague.push({ ...place, open })
    for (const tag of found) tags.add(chartTag(tag))
  }
  const near = tagsNear(lines, names, vague, assigned)
  return { tags, near: Array.from(near.tags, chartTag), untold: near.untold }
}

function versionsAsTags(
  lines: Lines,
  wanted: ListedPackage,
  assigned: Assigned
): Omit<Named, 'untold'> {
  const { certain, near } = versionsNamed(lines, wanted, assigned)
  return { tags: new Set(certain), near }
}

/** The text with JSON's and URLs' spellings of ordinary signs undone, and continued lines as one. */
export function plainText(text: string): string {
  return text
    .replace(/\\u00([2-7][0-9a-f])/gi, (_, code: string) => String.fromCharCode(parseInt(code, 16)))
    .replaceAll(/%2F/gi, '/')
    .replaceAll(/%3A/gi, ':')
    .replaceAll('\\/', '/')
    .replaceAll(JOINED, ' ')
    .replaceAll(/\\\r?\n[ \t]*/g, ` ${JOINED}`)
}

/**
 * Helm writes a `+` of a chart's version as `_` in its tag, which can't hold the sign.
 *
 * @see https://helm.sh/docs/topics/registries/
 */
function chartTag(version: string): string {
  return version.replaceAll('+', '_')
}

function digestsIn(text: string): readonly Digest[] {
  const found = text.matchAll(/(?<![A-Za-z0-9])sha256:[0-9a-f]{64}(?![0-9a-f])/gi)
  return [...new Set(Array.from(found, ([digest]) => digest.toLowerCase()))]
}

/** `:v1`, and what `:${TAG:-v1}` is without the variable. */
function tagsBehind(text: string, end: number): readonly string[] {
  const behind = text.slice(end, end + 300)
  const byDefault = /^:\$\{\w+:?-(\w[\w.-]*)\}(?![\w.$/{-])/.exec(behind)?.[1]
  if (byDefault !== undefined) return [byDefault]
  // Not a part of something longer: a port and its path, or a text with a variable in it.
  const tag = /^:(\w[\w.-]*)(?![\w.+$/{%-])/.exec(behind)?.[1]
  return tag === undefined ? [] : withoutFullStop(tag)
}
