import type { Digest } from '../model/digest.js'
import type { PackageRef } from '../model/package.js'
import { SECOND_MS } from '../model/time.js'
import { bareType } from '../registry/media-types.js'
import type { ManifestReading, TaggedManifest } from '../registry/manifest-reading.js'
import { parseManifest } from '../registry/parse-manifest.js'
import type { World } from './world.js'
import { messageOf } from '../model/message-of.js'

type AttachWorld = Pick<World, 'registry' | 'clock' | 'interrupted'>

/** What became of a tag that was to be attached again. */
export type AttachAnswer =
  | { readonly kind: 'attached' }
  /** It is on this version, whatever the list says. */
  | { readonly kind: 'there' }
  /** It is on another version by now, and stays there. */
  | { readonly kind: 'taken'; readonly digest: Digest }
  | { readonly kind: 'failed'; readonly message: string }

/** The registry may lag behind a restoration: it is asked so often, a second apart. */
const READ_TRIES = 5

/**
 * Puts a tag back on a version: the same bytes are pushed under it. A tag that something else
 * has by now is left alone, unless that is a replacement of ours (ruling 71). Never throws.
 *
 * @see https://github.com/opencontainers/distribution-spec/blob/main/spec.md#pushing-manifests
 */
export async function attachTag(
  ref: PackageRef,
  digest: Digest,
  tag: string,
  world: AttachWorld
): Promise<AttachAnswer> {
  try {
    const current = await world.registry.readTag(ref, tag)
    if (current?.digest === digest) return { kind: 'there' }
    if (current !== null && !isReplacementOf(tag, current)) {
      return { kind: 'taken', digest: current.digest }
    }
    const { reading, bytes, contentType } = await readRestored(ref, digest, world)
    if (bytes === null || reading.kind !== 'read') {
      return { kind: 'failed', message: whyUnread(reading) }
    }
    const mediaType = bareType(contentType) || reading.manifest.mediaType
    await world.registry.putManifest(ref, tag, bytes, mediaType, current ?? undefined)
    return { kind: 'attached' }
  } catch (error) {
    return { kind: 'failed', message: messageOf(error) }
  }
}

/** Reads a manifest that was just restored: the registry may not know it at once. */
export async function readRestored(
  ref: PackageRef,
  digest: Digest,
  { registry, clock, interrupted }: AttachWorld
): Promise<ManifestReading> {
  for (let tries = 1; ; tries += 1) {
    const read = await registry.readManifest(ref, digest)
    if (read.reading.kind !== 'absent' || tries >= READ_TRIES || interrupted() !== null) return read
    await clock.sleep(SECOND_MS)
  }
}

function whyUnread(reading: ManifestReading['reading']): string {
  return reading.kind === 'unreadable' ? reading.why : 'the registry does not know its manifest'
}

function isReplacementOf(tag: string, { bytes, digest, contentType }: TaggedManifest): boolean {
  try {
    const json: unknown = JSON.parse(new TextDecoder().decode(bytes))
    const manifest = parseManifest(json, { digest, size: bytes.byteLength, contentType })
    return typeof manifest !== 'string' && manifest.replacementOf === tag
  } catch {
    return false
  }
}
