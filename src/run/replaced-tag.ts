import type { UntagAnswer } from '../execute/ports.js'
import type { Digest } from '../model/digest.js'
import type { PackageRef } from '../model/package.js'
import type { TaggedManifest } from '../registry/manifest-reading.js'
import { replacementFor } from '../registry/replacement.js'
import type { World } from './world.js'
import { messageOf } from '../model/message-of.js'

export type TagWorld = Pick<World, 'github' | 'registry' | 'clock' | 'nonce'>

/** A tag that was moved onto a replacement, which now has to be deleted. */
export interface ReplacedTag {
  readonly tag: string
  /** Of the replacement, and so the name of its version. */
  readonly digest: Digest
  /** What the tag was on. */
  readonly original: TaggedManifest
}

/**
 * Moves a tag from the version that it is expected on to a replacement of its own. What the
 * tag is on is asked right before, and the registry is told what the push is meant for: one
 * that heeds `If-Match` leaves no gap; for one that does not, a push by somebody else between
 * these two requests is the smallest gap that there can be. Never throws.
 *
 * @param expected `undefined` where the version is not known any more
 */
export async function replaceTag(
  ref: PackageRef,
  tag: string,
  expected: Digest | undefined,
  world: TagWorld
): Promise<ReplacedTag | UntagAnswer> {
  try {
    const original = await world.registry.readTag(ref, tag)
    if (original === null || original.digest !== expected) return moved(tag)
    return await push(ref, tag, original, world)
  } catch (error) {
    return { kind: 'failed', message: messageOf(error) }
  }
}

async function push(
  ref: PackageRef,
  tag: string,
  original: TaggedManifest,
  { registry, nonce }: TagWorld
): Promise<ReplacedTag | UntagAnswer> {
  const { bytes, mediaType, digest } = replacementFor({
    tag,
    nonce: nonce(),
    original: original.bytes
  })
  const replaced = { tag, digest, original }
  try {
    await registry.putManifest(ref, tag, bytes, mediaType, original)
    return replaced
  } catch (error) {
    // Only the answer may have been lost: where the tag is now says what was done.
    const now = await registry.readTag(ref, tag)
    if (now?.digest === digest) return replaced
    if (now?.digest !== original.digest) return moved(tag)
    return { kind: 'failed', message: messageOf(error) }
  }
}

/**
 * A tag must not be left on a replacement that stays: it goes back to what it was on. Gives
 * `answer`, or what became of the tag instead: it may be gone with a deletion of which only
 * the answer was lost, or somebody may have moved it. Never throws.
 */
export async function putBack(
  ref: PackageRef,
  { tag, digest, original }: ReplacedTag,
  answer: UntagAnswer,
  { registry }: TagWorld
): Promise<UntagAnswer> {
  try {
    const now = await registry.readTag(ref, tag)
    if (now === null) return { kind: 'untagged' }
    if (now.digest !== digest) return moved(tag)
    const mediaType = original.contentType ?? mediaTypeIn(original.bytes)
    await registry.putManifest(ref, tag, original.bytes, mediaType, now)
    return answer
  } catch (error) {
    const message = `${tag} is on a replacement, which the next run deletes: ${messageOf(error)}`
    return { kind: 'failed', message }
  }
}

function moved(tag: string): UntagAnswer {
  return { kind: 'moved', message: `${tag} is not on this version any more` }
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
