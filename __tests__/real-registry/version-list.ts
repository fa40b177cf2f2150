import { readdir, readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Digest } from '../../src/model/digest.js'
import { MINUTE_MS, DAY_MS, type EpochMs } from '../../src/model/time.js'
import type { ListedVersion } from '../../src/model/version.js'

/** The time of all plans. */
export const NOW: EpochMs = Date.UTC(2026, 0, 31)

/**
 * What GitHub would list of a repository: a version for each manifest that the registry has,
 * in the order in which they were pushed, all a hundred days old. Read from its files, since no
 * registry lists untagged manifests over HTTP.
 */
export async function versionList(storage: string, path: string): Promise<ListedVersion[]> {
  const folder = join(storage, 'docker/registry/v2/repositories', path, '_manifests')
  const pushed = await pushedManifests(join(folder, 'revisions/sha256'))
  const tags = await tagsByDigest(join(folder, 'tags'))
  return pushed.map((name, place) => {
    const createdAt = NOW - 100 * DAY_MS + place * MINUTE_MS
    const own = tags.get(name) ?? []
    return {
      id: place + 1,
      name,
      tags: own,
      createdAt,
      updatedAt: createdAt,
      deletedAt: null
    }
  })
}

async function pushedManifests(folder: string): Promise<string[]> {
  const found: { readonly digest: string; readonly at: bigint }[] = []
  for (const hex of await readdir(folder)) {
    const link = await stat(join(folder, hex, 'link'), { bigint: true }).catch(() => null)
    // A deleted one leaves its folder.
    if (link !== null) found.push({ digest: `sha256:${hex}`, at: link.birthtimeNs })
  }
  return found.sort((a, b) => Number(a.at - b.at)).map(({ digest }) => digest)
}

async function tagsByDigest(folder: string): Promise<Map<string, string[]>> {
  const tags = new Map<string, string[]>()
  for (const tag of await readdir(folder)) {
    const digest = await readFile(join(folder, tag, 'current/link'), 'utf8')
    tags.set(digest, [...(tags.get(digest) ?? []), tag])
  }
  return tags
}

/** Bytes of all blobs that the registry keeps, by digest; manifests are among them. */
export async function storedBlobs(storage: string): Promise<Map<Digest, number>> {
  const folder = join(storage, 'docker/registry/v2/blobs/sha256')
  const blobs = new Map<Digest, number>()
  for (const path of await readdir(folder, { recursive: true })) {
    const hex = /^..\/([0-9a-f]{64})\/data$/.exec(path)?.[1]
    if (hex !== undefined) blobs.set(`sha256:${hex}`, (await stat(join(folder, path))).size)
  }
  return blobs
}
