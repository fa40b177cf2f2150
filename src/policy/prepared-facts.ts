import type { SemVer } from 'semver'
import type { PackageType } from '../model/package.js'
import { hasTags } from '../model/package.js'
import type { EpochMs } from '../model/time.js'
import { tagOfRef } from './branch-names.js'
import type { EvaluationContext } from './evaluation-context.js'
import type { Asked } from './facts.js'
import { isReleaseVersion } from './versions/semver-range.js'
import { supersession } from './versions/supersession.js'
import type { TypedVersion } from './versions/typed-version.js'
import { parseSemVer, parseVersionOf } from './versions/typed-version.js'

/**
 * The facts in a form that answers for one tag at a time. A question that was not answered
 * is answered here as if nothing were there: rules that ask it are not asked at all.
 */
export interface PreparedFacts {
  /** `undefined` where the pull request is not known to be closed, `null` where not since when. */
  closedAt(pullRequest: number): EpochMs | null | undefined
  isOpenPullRequest(pullRequest: number): boolean
  /** The branch that exists and that a part of a tag names, or `null`. */
  liveBranch(partOfTag: string): string | null
  /** Whether a part of a tag names what was the head of a pull request of this repository. */
  wasBranch(partOfTag: string): boolean
  /** Whether a tag is a semantic version without a prerelease part. */
  isRelease(tag: string): boolean
  /** The release or git tag that a tag stands for (ruling 44), or `null`. */
  releaseOf(tag: string): string | null
  /** The release that a prerelease led to and that is listed (ruling 43), or `null`. */
  releaseThatFollowed(tag: string): string | null
  /** npm's dist-tags that point to a version (ruling 34). */
  distTagsOf(versionName: string): readonly string[]
  /** A tag, or version name, as a version of its type; `null` where it is none. Read once. */
  versionOf(tag: string): TypedVersion | null
  /** A tag, or version name, as a strict semantic version, whatever its type (ruling 41). */
  semverOf(tag: string): SemVer | null
}

/** Indexes the facts of a context. Each index is made when it is first asked for. */
export function prepareFacts(context: EvaluationContext): PreparedFacts {
  const { facts, type } = context
  const pulls = valueOf(facts.pullRequests)
  const closed = new Map(pulls?.closed.map(({ number, closedAt }) => [number, closedAt]))
  const open = new Set(pulls?.open)
  const live = once(() => namesAsInTags(valueOf(facts.branches) ?? [], context))
  const heads = once(() => namesAsInTags(pulls?.heads ?? [], context))
  const releases = once(() => releasesByTag(valueOf(facts.releaseTags) ?? [], context))
  const distTags = once(() => byTarget(valueOf(facts.distTags) ?? {}))
  const versionOf = remembered((tag) => parseVersionOf(type, tag))
  const semverOf = usesSemVer(type)
    ? (tag: string) => semverIn(versionOf(tag))
    : remembered(parseSemVer)
  const superseding = once(() => supersession(type, context.listedTags, versionOf))
  return {
    closedAt: (number) => closed.get(number),
    isOpenPullRequest: (number) => open.has(number),
    liveBranch: (part) => live().get(part) ?? null,
    wasBranch: (part) => heads().has(part),
    isRelease: (tag) => isReleaseVersion(semverOf(tag)),
    releaseOf: (tag) => releases().get(withoutV(tag)) ?? null,
    releaseThatFollowed: (tag) => superseding()(tag),
    distTagsOf: (name) => distTags().get(name) ?? [],
    versionOf,
    semverOf
  }
}

/** Twenty rules ask the same of a hundred thousand tags each. */
function remembered<T extends object | null>(read: (text: string) => T): (text: string) => T {
  const places = new Map<string, number>()
  const texts: string[] = []
  const found: T[] = []
  let last = 0
  return (text) => {
    // Rules ask of one tag after the other, and of all in one order: it is mostly the last or
    // one of the next.
    for (let place = last; place < last + NEAR; place += 1) {
      const near = texts[place] === text ? found[place] : undefined
      if (near === undefined) continue
      last = place
      return near
    }
    last = places.get(text) ?? texts.length
    const earlier = found[last]
    if (earlier !== undefined) return earlier
    const value = read(text)
    places.set(text, last)
    texts.push(text)
    found.push(value)
    return value
  }
}

/** So many are looked at before all are. */
const NEAR = 6

function usesSemVer(type: PackageType): boolean {
  return type === 'container' || type === 'docker' || type === 'npm'
}

function semverIn(version: TypedVersion | null): SemVer | null {
  return version?.scheme === 'semver' ? version.version : null
}

function byTarget(distTags: Readonly<Record<string, string>>): ReadonlyMap<string, string[]> {
  const byName = new Map<string, string[]>()
  for (const [tag, name] of Object.entries(distTags)) {
    byName.set(name, [...(byName.get(name) ?? []), tag])
  }
  return byName
}

function valueOf<T>(answer: Asked<T>): T | undefined {
  return answer !== null && answer !== 'not-needed' && answer.known ? answer.value : undefined
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined
  return () => (made ??= { value: make() }).value
}

/** Names of branches by what stands for them in tags; unchanged too where versions have no tags (ruling 61). */
function namesAsInTags(
  names: readonly string[],
  { type }: EvaluationContext
): ReadonlyMap<string, string> {
  const byTag = new Map(names.map((name) => [tagOfRef(name), name]))
  if (!hasTags(type)) for (const name of names) byTag.set(name, name)
  return byTag
}

/** Git tags by what stands for them in tags, without a leading `v` (ruling 44). */
function releasesByTag(
  releaseTags: readonly string[],
  { packageName, type }: EvaluationContext
): ReadonlyMap<string, string> {
  const byTag = new Map<string, string>()
  for (const release of releaseTags) {
    for (const name of [release, ...versionsInMonorepoTag(release, packageName)]) {
      byTag.set(withoutV(tagOfRef(name)), release)
      if (!hasTags(type)) byTag.set(withoutV(name), release)
    }
  }
  return byTag
}

/** `1.0.0` of `ui@1.0.0`, `@acme/ui@1.0.0` and `ui-v1.0.0` for the package `ui`. */
function versionsInMonorepoTag(release: string, packageName: string): string[] {
  const name = release.replace(/^@[^/]+\//, '').toLowerCase()
  const wanted = packageName.toLowerCase()
  return [`${wanted}@`, `${wanted}-v`].flatMap((prefix) =>
    name.startsWith(prefix) ? [release.slice(release.length - name.length + prefix.length)] : []
  )
}

function withoutV(tag: string): string {
  return tag.replace(/^v(?=.)/, '')
}
