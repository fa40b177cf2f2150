import { parseHelperTag, type Digest } from '../model/digest.js'
import type { Manifest } from '../model/manifest.js'
import type { Version } from '../model/version.js'

const NONE: readonly Digest[] = []

/**
 * The digests that a version says it belongs to: its manifest's `subject` first, then those
 * that its helper tags name, each once and never its own (rulings 27 and 30). They need not be
 * in the package.
 *
 * @see https://github.com/opencontainers/image-spec/blob/main/manifest.md
 */
export function namedSubjects(version: Version, manifest: Manifest | null): readonly Digest[] {
  if (version.tags.length === 0 && (manifest?.subject ?? null) === null) return NONE
  const named: Digest[] = []
  const add = (digest: Digest): void => {
    if (digest !== version.name && !named.includes(digest)) named.push(digest)
  }
  if (manifest !== null && manifest.subject !== null) add(manifest.subject)
  for (const tag of version.tags) {
    const helper = parseHelperTag(tag)
    if (helper !== null) add(helper.digest)
  }
  return named
}
