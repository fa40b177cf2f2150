import type { UntagAnswer } from '../execute/ports.js'
import type { Digest } from '../model/digest.js'
import type { DeletionAnswer } from '../model/deletion.js'
import type { PackageRef } from '../model/package.js'
import { SECOND_MS } from '../model/time.js'
import type { ListedVersion } from '../model/version.js'
import type { TagOfVersion } from '../plan/steps.js'
import { replacementFor } from '../registry/replacement.js'
import type { World } from './world.js'

type TagWorld = Pick<World, 'github' | 'registry' | 'clock' | 'nonce'>

/** A list may lag behind a push: it is read so often, a second apart. */
const LIST_TRIES = 6

/** A tag that was moved to a replacement, which now has to be deleted. */
interface MovedTag {
  readonly tag: string
  /** Of the replacement, and so the name of its version. */
  readonly digest: Digest
  readonly original: { readonly bytes: Uint8Array; readonly mediaType: string }
}

/**
 * Takes tags off versions that stay. GitHub has no way to do that, so each tag is pushed onto
 * a manifest of its own and the version that this makes is deleted. A tag that is not on its
 * version any more is left alone; one whose replacement can't be deleted is put back. One
 * answer for each tag, in their order; never throws.
 *
 * @param nameOf the digest of a version by its id
 */
export async function takeOffTags(
  ref: PackageRef,
  tags: readonly TagOfVersion[],
  nameOf: (id: number) => Digest | undefined,
  world: TagWorld
): Promise<readonly UntagAnswer[]> {
  const begun = await Promise.all(
    tags.map(({ id, tag }) => moveTag(ref, tag, nameOf(id), world).catch(failed))
  )
  const moved = begun.flatMap((one) => ('digest' in one ? [one] : []))
  const listed = await listReplacements(ref, moved, world)
  return Promise.all(
    begun.map(async (one) =>
      'digest' in one ? deleteReplacement(ref, one, listed, world).catch(failed) : one
    )
  )
}

async function moveTag(
  ref: PackageRef,
  tag: string,
  expected: Digest | undefined,
  { registry, nonce }: TagWorld
): Promise<MovedTag | UntagAnswer> {
  const current = await registry.readTag(ref, tag)
  if (current === null || current.digest !== expected) {
    return { kind: 'moved', message: `${tag} is not on this version any more` }
  }
  const replacement = replacementFor({ tag, nonce: nonce(), original: current.bytes })
  await registry.putManifest(ref, tag, replacement.bytes, replacement.mediaType)
  const mediaType = current.contentType ?? mediaTypeIn(current.bytes)
  return { tag, digest: replacement.digest, original: { bytes: current.bytes, mediaType } }
}

/** The versions of the replacements, by digest, as far as they are listed in the end. */
async function listReplacements(
  ref: PackageRef,
  moved: readonly MovedTag[],
  { github, clock }: TagWorld
): Promise<ReadonlyMap<Digest, ListedVersion> | Error> {
  let listed = new Map<Digest, ListedVersion>()
  for (let tries = 0; moved.length > 0 && tries < LIST_TRIES; tries += 1) {
    if (tries > 0) await clock.sleep(SECOND_MS)
    try {
      const versions = await github.listVersions(ref)
      listed = new Map(versions.map((version) => [version.name, version]))
    } catch (error) {
      return error instanceof Error ? error : new Error(String(error))
    }
    if (moved.every(({ digest }) => listed.has(digest))) break
  }
  return listed
}

async function deleteReplacement(
  ref: PackageRef,
  moved: MovedTag,
  listed: ReadonlyMap<Digest, ListedVersion> | Error,
  world: TagWorld
): Promise<UntagAnswer> {
  if (listed instanceof Error) return putBack(ref, moved, listed.message, world)
  const version = listed.get(moved.digest)
  if (version === undefined) return putBack(ref, moved, 'its replacement is not listed', world)
  // Only a version with exactly that digest and exactly that tag is ours to delete.
  if (version.tags?.length !== 1 || version.tags[0] !== moved.tag) {
    return { kind: 'moved', message: `${moved.tag} was moved while it was being taken off` }
  }
  let answer: DeletionAnswer
  try {
    answer = await world.github.deleteVersion(ref, version.id)
  } catch (error) {
    return putBack(ref, moved, messageOf(error), world)
  }
  switch (answer.kind) {
    case 'deleted':
    case 'gone':
      return { kind: 'untagged' }
    case 'retained': {
      await putBack(ref, moved, answer.message, world)
      return { kind: 'retained', message: answer.message }
    }
    case 'blocked':
    case 'denied':
      return putBack(ref, moved, answer.message, world)
  }
}

/** A tag must not be left on a replacement that stays: it goes back to what it was on. */
async function putBack(
  ref: PackageRef,
  { tag, digest, original }: MovedTag,
  why: string,
  { registry }: TagWorld
): Promise<UntagAnswer> {
  const current = await registry.readTag(ref, tag)
  if (current?.digest === digest) {
    await registry.putManifest(ref, tag, original.bytes, original.mediaType)
  }
  return { kind: 'failed', message: `${tag} was put back: ${why}` }
}

function failed(error: unknown): UntagAnswer {
  return { kind: 'failed', message: messageOf(error) }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}

const OCI_MANIFEST = 'application/vnd.oci.image.manifest.v1+json'

function mediaTypeIn(bytes: Uint8Array): string {
  const json: unknown = JSON.parse(new TextDecoder().decode(bytes))
  return typeof json === 'object' &&
    json !== null &&
    'mediaType' in json &&
    typeof json.mediaType === 'string'
    ? json.mediaType
    : OCI_MANIFEST
}
