import type { Digest } from '../model/digest.js'
import type { EpochMs } from '../model/time.js'
import type { Descriptor } from './image-blob.js'
import type { BuiltManifest } from './image-manifest.js'
import { cosignManifest, helperTag, referrersIndex, sigstoreBundle } from './image-signature.js'
import type { CosignKind } from './image-signature.js'
import { descriptorOf } from './image-manifest.js'
import { moveTag, pushManifest } from './publishing.js'
import { readDocument } from './registry-document.js'
import type { PackageState, VersionState, World } from './state.js'

/** When, and under which tags. */
export interface PushOptions {
  /** None where left out: then it is untagged. */
  readonly tags?: readonly string[]
  /** The world's time where left out; of new versions only, others keep their dates. */
  readonly at?: EpochMs
  /** Lists don't show the new versions before this time. */
  readonly listedFrom?: EpochMs
}

/**
 * Pushes a manifest as a client does: its parts first, untagged, so that an index has the
 * highest id of its image. What is there already stays the version that it is, with its
 * dates; a tag leaves the version that had it.
 */
export function push(
  world: World,
  target: PackageState,
  built: BuiltManifest,
  options: PushOptions = {}
): VersionState {
  const { tags = [], at, listedFrom } = options
  const dates = {
    ...(at === undefined ? {} : { createdAt: at }),
    ...(listedFrom === undefined ? {} : { listedFrom })
  }
  for (const part of built.parts) push(world, target, part, { ...options, tags: [] })
  for (const { descriptor, bytes } of built.blobs) {
    if (bytes !== null) target.blobs.set(descriptor.digest, bytes)
  }
  const { bytes, mediaType } = built
  const version = pushManifest(world, target, { bytes, mediaType }, null, dates)
  for (const tag of tags) moveTag(target, tag, version)
  return version
}

/** What an attaching client leaves: the referrer, and the index that lists it. */
export interface Attached {
  readonly referrer: VersionState
  readonly index: VersionState
}

/**
 * Pushes a referrer, and then the index under the subject's helper tag with it added: read,
 * changed, written, so that the index before it is left untagged. A client that `races` read
 * before the others wrote: its index lists its own referrer alone.
 *
 * @see https://github.com/opencontainers/distribution-spec/blob/main/spec.md#unavailable-referrers-api
 */
export function attach(
  world: World,
  target: PackageState,
  referrer: BuiltManifest,
  options: Pick<PushOptions, 'at' | 'listedFrom'> & { readonly races?: boolean } = {}
): Attached {
  const subject = readDocument(referrer.bytes)?.subject
  if (subject === null || subject === undefined) throw new Error('a referrer needs a subject')
  const pushed = push(world, target, referrer, options)
  const tag = helperTag(subject)
  const before = options.races === true ? [] : listedUnder(target, tag)
  const others = before.filter(({ digest }) => digest !== referrer.digest)
  const entry = { ...descriptorOf(referrer), ...referrer.referrerFields }
  const index = push(world, target, referrersIndex([...others, entry]), { ...options, tags: [tag] })
  return { referrer: pushed, index }
}

/** What `actions/attest` with `push-to-registry`, or cosign 3, leaves. @see https://github.com/actions/attest */
export function attest(
  world: World,
  target: PackageState,
  subject: BuiltManifest | Descriptor,
  options: Parameters<typeof attach>[3] & { readonly seed?: string } = {}
): Attached {
  const at = options.at ?? world.now()
  const created = new Date(at).toISOString()
  const bundle = sigstoreBundle(subject, { seed: options.seed ?? 'attest', created })
  return attach(world, target, bundle, options)
}

/** What cosign 2 leaves: a manifest without subject under the helper tag of its kind. */
export function cosign(
  world: World,
  target: PackageState,
  digest: Digest,
  kind: CosignKind = 'sig',
  options: Pick<PushOptions, 'at' | 'listedFrom'> = {}
): VersionState {
  const tags = [helperTag(digest, kind)]
  return push(world, target, cosignManifest(kind, digest), { ...options, tags })
}

function listedUnder(target: PackageState, tag: string): readonly Descriptor[] {
  const stored = target.manifests.get(target.tags.get(tag) ?? '')
  return stored === undefined ? [] : (readDocument(stored.bytes)?.entries ?? [])
}
