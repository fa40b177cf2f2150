import { createHash } from 'node:crypto'
import { gunzipSync, gzipSync } from 'node:zlib'
import type { Digest } from '../model/digest.js'
import type { PackageRef } from '../model/package.js'
import type { EpochMs } from '../model/time.js'

/** A manifest as it is kept: its very bytes, so that the digest proves them. */
export interface KeptManifest {
  readonly text: string
  readonly contentType: string | null
}

/** A version that was to go with `parent`, which this tool has deleted, and that is still there. */
export interface LeftOver {
  readonly id: number
  readonly digest: Digest
  readonly parent: Digest
}

/** What is kept of one package between runs. */
export interface KeptPackage {
  readonly manifests: Readonly<Record<Digest, KeptManifest>>
  /** When each digest was last seen with a user's tag (ruling 58). */
  readonly lastTagged: Readonly<Record<Digest, EpochMs>>
  readonly leftOver: readonly LeftOver[]
}

export const NOTHING_KEPT: KeptPackage = { manifests: {}, lastTagged: {}, leftOver: [] }

const FORMAT = 1
/** More than this many bytes unpacked is not ours. */
const MAX_BYTES = 1024 * 1024 * 1024

/** What is kept between runs, by package. Changed while a run goes on, saved at its end. */
export class KeptRecord {
  readonly #packages: Map<string, KeptPackage>

  private constructor(packages: Map<string, KeptPackage>) {
    this.#packages = packages
  }

  /**
   * Reads a record. What is broken is dropped: an entry that is no entry, a manifest whose
   * bytes do not have its digest. No bytes, or bytes that are no record, give an empty one.
   */
  static parse(bytes: Uint8Array | null): KeptRecord {
    const packages = new Map<string, KeptPackage>()
    for (const [key, value] of Object.entries(unpack(bytes))) {
      packages.set(key, keptPackage(value))
    }
    return new KeptRecord(packages)
  }

  of(ref: PackageRef): KeptPackage {
    return this.#packages.get(keyOf(ref)) ?? NOTHING_KEPT
  }

  set(ref: PackageRef, kept: KeptPackage): void {
    this.#packages.set(keyOf(ref), kept)
  }

  format(): Uint8Array {
    const packages = Object.fromEntries([...this.#packages].sort(([a], [b]) => (a < b ? -1 : 1)))
    return gzipSync(JSON.stringify({ format: FORMAT, packages }))
  }
}

function keyOf({ owner, type, name }: PackageRef): string {
  return `${owner.login.toLowerCase()}/${type}/${name.toLowerCase()}`
}

function unpack(bytes: Uint8Array | null): Readonly<Record<string, unknown>> {
  if (bytes === null) return {}
  try {
    const text = gunzipSync(bytes, { maxOutputLength: MAX_BYTES }).toString('utf8')
    const record: unknown = JSON.parse(text)
    if (!isRecord(record) || record['format'] !== FORMAT) return {}
    return isRecord(record['packages']) ? record['packages'] : {}
  } catch {
    return {}
  }
}

function keptPackage(value: unknown): KeptPackage {
  if (!isRecord(value)) return NOTHING_KEPT
  return {
    manifests: Object.fromEntries(
      entriesOf(value['manifests']).flatMap(([digest, entry]) => {
        const kept = keptManifest(digest, entry)
        return kept === null ? [] : [[digest, kept]]
      })
    ),
    lastTagged: Object.fromEntries(
      entriesOf(value['lastTagged']).filter((entry): entry is [string, number] =>
        Number.isFinite(entry[1])
      )
    ),
    leftOver: Array.isArray(value['leftOver']) ? value['leftOver'].flatMap(leftOver) : []
  }
}

function keptManifest(digest: Digest, value: unknown): KeptManifest | null {
  if (!isRecord(value) || typeof value['text'] !== 'string') return null
  const { text, contentType } = value
  if (`sha256:${createHash('sha256').update(text).digest('hex')}` !== digest) return null
  return { text, contentType: typeof contentType === 'string' ? contentType : null }
}

function leftOver(value: unknown): LeftOver[] {
  if (!isRecord(value)) return []
  const { id, digest, parent } = value
  return typeof id === 'number' && typeof digest === 'string' && typeof parent === 'string'
    ? [{ id, digest, parent }]
    : []
}

function entriesOf(value: unknown): [string, unknown][] {
  return isRecord(value) ? Object.entries(value) : []
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
