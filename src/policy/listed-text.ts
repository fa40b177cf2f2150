import type { Digest } from '../model/digest.js'
import { hasTags } from '../model/package.js'
import type { ListedFacts } from './facts.js'
import { blockReader } from './listed-block.js'
import { linesOf } from './listed-lines.js'
import { namePlaces } from './listed-names.js'
import type { ListedPackage, NamePlace } from './listed-names.js'
import { tagsNear } from './listed-near.js'

/**
 * What a file names of a package (ruling 6): every `sha256:` digest, wherever it stands, and
 * the tags, or versions, that stand with the package's name. Any kind of text: manifests of
 * Kubernetes, Compose files, Helm values, lock files, prose, however it is quoted.
 *
 * A name counts only whole: `app:v1` is not in `myapp:v1` nor in `app:v1.2`. Where a tag is
 * put together from variables only what is certain counts: the default in `app:${TAG:-v1}`.
 * What may be meant, by where it stands, is told apart.
 */
export function scanListed(written: string, wanted: ListedPackage): ListedFacts {
  const text = plainText(written)
  const isTagged = hasTags(wanted.type)
  const read = isTagged ? tagsBehind : versionsBehind
  const names = namePlaces(text, wanted)
  const lines = linesOf(text)
  const valuesBeside = blockReader(lines)
  const tags = new Set<string>()
  const vague: NamePlace[] = []
  for (const place of names) {
    const found = [...read(text, place.end), ...valuesBeside(place)]
    if (found.length === 0) vague.push(place)
    for (const tag of found) tags.add(isTagged ? chartTag(tag) : tag)
  }
  if (wanted.type === 'maven') for (const version of versionsInPom(text, wanted)) tags.add(version)
  const near = isTagged ? tagsNear(lines, names, vague).map(chartTag) : []
  return {
    digests: digestsIn(text),
    tags: [...tags],
    near: [...new Set(near)].filter((tag) => !tags.has(tag))
  }
}

/** The text with JSON's and URLs' spellings of ordinary signs undone, and continued lines as one. */
function plainText(text: string): string {
  return text
    .replace(/\\u00([2-7][0-9a-f])/gi, (_, code: string) => String.fromCharCode(parseInt(code, 16)))
    .replaceAll(/%2F/gi, '/')
    .replaceAll(/%3A/gi, ':')
    .replaceAll('\\/', '/')
    .replaceAll(/\\\r?\n[ \t]*/g, ' ')
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

const VERSION_BEHIND =
  /^(?:["'\\]*\s*(?:[@:,=/(<>~^]|npm:|version)["'\\=\s]*){1,4}[<>=~^v ]*(\d[\w.+-]*)/i

/** `@1.2.3`, `": "^1.2.3"`, `" Version="1.2.3"`, ` (1.2.3)`, `', '1.2.3'`, ` = 1.2.3`. */
function versionsBehind(text: string, end: number): readonly string[] {
  const line = text.slice(end, end + 200).split('\n', 1)[0] ?? ''
  const version = VERSION_BEHIND.exec(line)?.[1]
  return version === undefined ? [] : withoutFullStop(version)
}

/** A full stop at the end may be that of a sentence. */
function withoutFullStop(tag: string): readonly string[] {
  return tag.endsWith('.') ? [tag, tag.replace(/\.+$/, '')] : [tag]
}

function versionsInPom(text: string, { name }: ListedPackage): readonly string[] {
  const coordinates =
    /<groupId>\s*([^<\s]+)\s*<\/groupId>\s*<artifactId>\s*([^<\s]+)\s*<\/artifactId>\s*<version>\s*([^<\s]+)\s*<\/version>/g
  return Array.from(text.matchAll(coordinates)).flatMap(([, group, artifact, version]) =>
    `${group}.${artifact}`.toLowerCase() === name.toLowerCase() ? (version ?? []) : []
  )
}
