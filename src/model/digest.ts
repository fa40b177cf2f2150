/**
 * An OCI digest, `algorithm:hex`. Container package versions are named by `sha256:` ones.
 *
 * @see https://github.com/opencontainers/image-spec/blob/main/descriptor.md#digests
 */
export type Digest = string

const SHA256 = /^sha256:[0-9a-f]{64}$/

/** Whether `text` is `sha256:` and 64 lower-case hex digits. */
export function isSha256Digest(text: string): boolean {
  return SHA256.test(text)
}

const HELPER_TAG = /^sha256-([0-9a-f]{64})(?:(\.[A-Za-z0-9._-]+))?$/i

/** Without a suffix. */
const HELPER_TAG_LENGTH = 'sha256-'.length + 64

/** What a helper tag says: the digest that it belongs to, and its suffix with the dot, or ''. */
export interface HelperTag {
  readonly digest: Digest
  readonly suffix: string
}

/**
 * Reads a helper tag: the referrers fallback tag of the OCI distribution specification
 * (`sha256-<64 hex>`) or cosign's (`.sig`, `.att`, `.sbom` and the like). `null` for a
 * user's tag. Ruling 27 gives the shape.
 *
 * @see https://github.com/opencontainers/distribution-spec/blob/main/spec.md#referrers-tag-schema
 */
export function parseHelperTag(tag: string): HelperTag | null {
  // Millions of tags are asked, and nearly all are shorter.
  if (tag.length < HELPER_TAG_LENGTH) return null
  const match = HELPER_TAG.exec(tag)
  if (match?.[1] === undefined) return null
  return { digest: `sha256:${match[1].toLowerCase()}`, suffix: match[2] ?? '' }
}

/** Whether a person meant this tag, as opposed to a helper tag. */
export function isUserTag(tag: string): boolean {
  return tag.length < HELPER_TAG_LENGTH || !HELPER_TAG.test(tag)
}
