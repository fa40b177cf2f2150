import type { Inventory } from '../../src/model/inventory.js'
import type { Digest } from '../../src/model/digest.js'
import { parseDuration } from '../../src/model/parse-duration.js'
import { limitBefore } from '../../src/model/duration.js'
import type { IndexEntry } from '../../src/model/manifest.js'
import type { PackageRef, PackageType } from '../../src/model/package.js'
import { hasTags } from '../../src/model/package.js'
import { DAY_MS, MINUTE_MS } from '../../src/model/time.js'
import type { EpochMs } from '../../src/model/time.js'
import type { ListedVersion } from '../../src/model/version.js'
import {
  absent,
  attests,
  digestOf,
  image,
  imageWith,
  index,
  listed,
  nested,
  OCI_INDEX,
  platform,
  referrer,
  replacement,
  type Spec,
  unread,
  unreadable
} from '../graph/sample-package.js'

/** The time of every case that does not say otherwise. */
export const NOW: EpochMs = Date.UTC(2026, 0, 31)

/** A package written down as the rulings write it, and the way back from ids to names. */
export interface WrittenPackage {
  readonly inventory: Inventory
  /** The id of the version with this name: 1 for the first of the text. Throws where none has it. */
  idOf(name: string): number
  nameOf(id: number): string
  /** The names of these digests. */
  namesOfDigests(digests: readonly Digest[]): string[]
}

interface Line {
  readonly name: string
  readonly tags: readonly string[]
  readonly entries: readonly string[]
  readonly subject: string | null
  readonly words: readonly string[]
}

export interface Surroundings {
  readonly type?: PackageType
  readonly packageName?: string
  readonly now?: EpochMs
  readonly lastTagged?: Readonly<Record<string, EpochMs>>
  readonly leftOver?: readonly string[]
  /** What the registry says of digests by name; what is missing is `absent` where this is left out. */
  readonly unlisted?: Readonly<Record<string, Inventory['unlisted'][string]>>
}

const LINE = /^(\S+?)(?:\[([^\]]*)\])?(?:\{([^}]*)\})?(?:->(\S+))?(?: +(.+))?$/

/**
 * Reads a package in the notation of the rulings, one version a line, later ones pushed later:
 * `A[v1, main-3]` with tags, `I{P, Q}` an index, `R->X` a referrer. In an index `B~P` is
 * BuildKit's attestation of P, and an entry without a line is a version of its own unless
 * `!` stands in front: then it is missing. A tag `sha256-X.sig` names the version X. Behind a
 * space may stand an age (`2h`, else old enough), `-2h` for one in the future, `updated=3d`,
 * `absent`, `unreadable`, `unread`, `plain` (entries without a platform) and `replaces=TAG`.
 */
export function aPackage(text: string, around: Surroundings = {}): WrittenPackage {
  const { type = 'container', packageName = 'app', now = NOW } = around
  const written = text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map(lineOf)
  const lines = withImplied(written)
  const versions = lines.map((line, at) => versionOf(line, at, lines.length, type, now))
  const names = new Map(lines.map(({ name }, at) => [at + 1, name]))
  const ids = new Map(lines.map(({ name }, at) => [name, at + 1]))
  const idOf = (name: string): number => {
    const id = ids.get(name)
    if (id === undefined) throw new Error(`no version is called ${name}`)
    return id
  }
  const missing = missingNames(lines)
  const byDigest = new Map([...names.values(), ...missing].map((name) => [digestOf(name), name]))
  return {
    inventory: {
      package: packageRef(type, packageName),
      versions,
      manifests: type === 'container' ? manifestsOf(lines) : {},
      unlisted: byDigestOf(
        Object.fromEntries(missing.map((name) => [name, around.unlisted?.[name] ?? 'absent']))
      ),
      lastTagged: byDigestOf(around.lastTagged ?? {}),
      leftOver: (around.leftOver ?? []).map(idOf)
    },
    idOf,
    nameOf: (id) => names.get(id) ?? `id ${id}`,
    namesOfDigests: (digests) => digests.map((digest) => byDigest.get(digest) ?? digest)
  }
}

export function packageRef(type: PackageType, name = 'app'): PackageRef {
  return { owner: { login: 'acme', kind: 'organization', isTokenOwner: false }, type, name }
}

function lineOf(text: string): Line {
  const match = LINE.exec(text)
  if (match?.[1] === undefined) throw new Error(`not the notation of the rulings: ${text}`)
  return {
    name: match[1],
    tags: listOf(match[2]),
    entries: listOf(match[3]),
    subject: match[4] ?? null,
    words: match[5]?.split(' ').filter((word) => word !== '') ?? []
  }
}

function listOf(text: string | undefined): string[] {
  return (text ?? '')
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '')
}

/** Entries without a line of their own come right before the index. */
function withImplied(lines: readonly Line[]): Line[] {
  const known = new Set(lines.map(({ name }) => name))
  return lines.flatMap((line) => {
    const implied = line.entries
      .map((entry) => entry.split('~')[0] ?? entry)
      .filter((entry) => !entry.startsWith('!') && !known.has(entry))
    for (const name of implied) known.add(name)
    return [
      ...implied.map((name) => ({
        name,
        tags: [],
        entries: [],
        subject: null,
        words: line.words.filter((word) => AGE.test(word))
      })),
      line
    ]
  })
}

const AGE = /^-?(?:\d+|P)\S*$/

function versionOf(
  line: Line,
  at: number,
  count: number,
  type: PackageType,
  now: EpochMs
): ListedVersion {
  const age = line.words.find((word) => AGE.test(word))
  const updated = line.words.find((word) => word.startsWith('updated='))?.slice('updated='.length)
  // A hundred days old, a minute apart, the last of the text the newest.
  const createdAt =
    age === undefined ? now - 100 * DAY_MS - (count - at) * MINUTE_MS : agedBy(age, now)
  return {
    id: at + 1,
    name: type === 'container' ? digestOf(line.name) : line.name,
    tags: hasTags(type) ? (line.words.includes('no-tags') ? null : tagsOf(line)) : [],
    createdAt: line.words.includes('undated') ? null : createdAt,
    updatedAt: updated === undefined ? createdAt : agedBy(updated, now),
    deletedAt: null
  }
}

function agedBy(age: string, now: EpochMs): EpochMs {
  if (/^-?0$/.test(age)) return now
  const parsed = parseDuration(age.replace(/^-/, ''))
  if (!parsed.ok) throw new Error(`no age: ${age}`)
  const before = limitBefore(now, parsed.duration)
  return age.startsWith('-') ? 2 * now - before : before
}

function tagsOf({ tags }: Line): string[] {
  return tags.map((tag) =>
    tag.replace(/^sha256-(?![0-9a-f]{64})([^.]+)/i, (_, name: string) =>
      digestOf(name).replace(':', '-')
    )
  )
}

function manifestsOf(lines: readonly Line[]): Inventory['manifests'] {
  const byName = new Map(lines.map((line) => [line.name, line]))
  return Object.fromEntries(
    lines.flatMap((line) => {
      const { name, reading } = specOf(line, byName)
      return reading === null ? [] : [[digestOf(name), reading]]
    })
  )
}

function specOf(line: Line, byName: ReadonlyMap<string, Line>): Spec {
  const { name, entries, subject, words } = line
  if (words.includes('absent')) return absent(name)
  if (words.includes('unreadable')) return unreadable(name)
  if (words.includes('unread')) return unread(name)
  const replaces = words.find((word) => word.startsWith('replaces='))
  if (replaces !== undefined) return replacement(name, replaces.slice('replaces='.length))
  if (entries.length > 0 || words.includes('index')) {
    const isPlain = words.includes('plain')
    const spec = index(
      name,
      entries.map((entry) => entryOf(entry, byName, isPlain))
    )
    return subject === null ? spec : withSubject(spec, subject)
  }
  return subject === null ? ownImage(line) : referrer(name, subject)
}

/** Each image has a layer of its own, so that bytes can be told apart. */
function ownImage({ name }: Line): Spec {
  return name.startsWith('small') ? imageWith(name, { blobs: [] }) : image(name)
}

function withSubject(spec: Spec, subject: string): Spec {
  if (spec.reading?.kind !== 'read') return spec
  const manifest = { ...spec.reading.manifest, subject: digestOf(subject) }
  return { ...spec, reading: { kind: 'read', manifest } }
}

function entryOf(text: string, byName: ReadonlyMap<string, Line>, isPlain: boolean): IndexEntry {
  const [name = '', of] = text.replace(/^!/, '').split('~')
  if (of !== undefined) return attests(name, of)
  const line = byName.get(name)
  if (line !== undefined && (line.entries.length > 0 || line.words.includes('index'))) {
    return { ...nested(name), mediaType: OCI_INDEX }
  }
  if (line?.subject !== undefined && line.subject !== null) return listed(name)
  return isPlain ? { ...platform(name), platform: null } : platform(name)
}

/** The names that entries, subjects and helper tags have and no line. */
function missingNames(lines: readonly Line[]): string[] {
  const there = new Set(lines.map(({ name }) => name))
  const named = lines.flatMap(({ entries, subject, tags }) => [
    ...entries.map((entry) => entry.replace(/^!/, '').split('~')[0] ?? entry),
    ...(subject === null ? [] : [subject]),
    ...tags.flatMap((tag) => /^sha256-(?![0-9a-f]{64})([^.]+)/i.exec(tag)?.[1] ?? [])
  ])
  return [...new Set(named)].filter((name) => !there.has(name))
}

function byDigestOf<T>(byName: Readonly<Record<string, T>>): Record<Digest, T> {
  return Object.fromEntries(
    Object.entries(byName).map(([name, value]) => [digestOf(name), value] as const)
  )
}
