import { nestedEntries, sparedEntries } from '../graph/reading.js'
import { readingLanes } from '../graph/reading-lanes.js'
import type { Digest } from '../model/digest.js'
import type { Manifest, Reading } from '../model/manifest.js'
import type { PackageRef } from '../model/package.js'
import { parseManifest } from '../registry/parse-manifest.js'
import type { RegistryClient } from '../registry/manifest-client.js'
import type { KeptManifest } from './kept-record.js'

export interface ManifestReaderOptions {
  readonly registry: RegistryClient
  readonly package: PackageRef
  /** What earlier runs have read; their bytes were checked against their digests. */
  readonly kept: Readonly<Record<Digest, KeptManifest>>
  /** Called after each manifest, read or kept. */
  readonly onRead?: () => void
}

/** Manifests that are asked for beside, before a package counts as refused. */
const ASKED_BESIDE = 2

/**
 * Reads the manifests of one package, each at most once in a run and at most once in a life
 * where they are kept. What it gives is a function of the package and what it is asked for,
 * never of what happened to be kept or of the order in which answers came (ruling 14).
 */
export class ManifestReader {
  readonly #options: ManifestReaderOptions
  readonly #readings = new Map<Digest, Promise<Reading>>()
  readonly #read = new Map<Digest, KeptManifest>()
  /** What the registry itself was asked for. */
  readonly #asked = new Map<Digest, Reading>()

  constructor(options: ManifestReaderOptions) {
    this.#options = options
  }

  /** What can be kept for the next run: the bytes of all that was read, by digest. */
  get kept(): ReadonlyMap<Digest, KeptManifest> {
    return this.#read
  }

  /** Reads all of them. */
  async readAll(digests: readonly Digest[]): Promise<Record<Digest, Reading>> {
    const readings = await Promise.all(digests.map((digest) => this.#reading(digest)))
    return Object.fromEntries(digests.map((digest, place) => [digest, readings[place]])) as Record<
      Digest,
      Reading
    >
  }

  /** As `readAll`, but what could not be read before is asked for again: it may be there by now. */
  async readAgain(digests: readonly Digest[]): Promise<Record<Digest, Reading>> {
    for (const digest of digests) {
      const earlier = await this.#readings.get(digest)
      if (earlier !== undefined && earlier.kind !== 'read') this.#readings.delete(digest)
    }
    return this.readAll(digests)
  }

  /**
   * Asks again, when next asked, for what the registry did not know: it may have been away for a
   * moment, and what it needs would be taken for untagged leftovers.
   */
  async forgetAbsent(): Promise<void> {
    for (const [digest, reading] of this.#readings) {
      if ((await reading).kind === 'absent') this.#readings.delete(digest)
    }
  }

  /**
   * Reads them in the order given, newest first, but none that an index read before it spares.
   * The order decides what is read; several stretches of it are fetched ahead at once.
   */
  async walk(digests: readonly Digest[]): Promise<Record<Digest, Reading>> {
    await this.#fetchAhead(digests)
    const sparing = new Sparing()
    const readings: Record<Digest, Reading> = {}
    for (const digest of digests) {
      if (sparing.spares(digest)) continue
      const reading = await this.#reading(digest)
      readings[digest] = reading
      if (reading.kind === 'read') sparing.heed(reading.manifest)
      if (reading.kind === 'unreadable') break
    }
    return readings
  }

  /** Asks whether the registry has digests that no version has (ruling 31). */
  async ask(
    digests: readonly Digest[]
  ): Promise<Record<Digest, 'absent' | 'present' | 'unreadable'>> {
    const { registry, package: ref } = this.#options
    const answers = await Promise.all(
      digests.map(async (digest) => [digest, await registry.knows(ref, digest)] as const)
    )
    return Object.fromEntries(answers)
  }

  /**
   * Whether the registry lets the token read nothing: it refused all that it was asked for, and
   * some more of `digests`, kept or not, so that it is not the trouble of one manifest.
   */
  async isRefused(digests: readonly Digest[]): Promise<boolean> {
    const { registry, package: ref } = this.#options
    if (this.#asked.size === 0 || ![...this.#asked.values()].every(isRefusal)) return false
    for (const digest of digests.filter((one) => !this.#asked.has(one)).slice(0, ASKED_BESIDE)) {
      const { reading } = await registry.readManifest(ref, digest)
      this.#asked.set(digest, reading)
      if (!isRefusal(reading)) return false
    }
    return true
  }

  /** The places of ids stand for the ids: `digests` come highest id first. */
  async #fetchAhead(digests: readonly Digest[]): Promise<void> {
    const sparing = new Sparing()
    let isFrozen = false
    const lanes = readingLanes(digests.map((_, place) => digests.length - place))
    await Promise.all(
      lanes.map(async (lane) => {
        for (const rank of lane) {
          const digest = digests[digests.length - rank]
          if (isFrozen || digest === undefined || sparing.spares(digest)) continue
          const reading = await this.#reading(digest)
          if (reading.kind === 'read') sparing.heed(reading.manifest)
          // One that can't be read freezes the package: the rest need not be read.
          if (reading.kind === 'unreadable') isFrozen = true
        }
      })
    )
  }

  #reading(digest: Digest): Promise<Reading> {
    const known = this.#readings.get(digest)
    if (known !== undefined) return known
    const reading = this.#fetch(digest)
    this.#readings.set(digest, reading)
    return reading
  }

  async #fetch(digest: Digest): Promise<Reading> {
    const { registry, package: ref, kept, onRead } = this.#options
    const known = Object.hasOwn(kept, digest) ? kept[digest] : undefined
    const manifest = known === undefined ? null : parseKept(digest, known)
    if (known !== undefined && manifest !== null) {
      this.#read.set(digest, known)
      onRead?.()
      return { kind: 'read', manifest }
    }
    const { reading, bytes, contentType } = await registry.readManifest(ref, digest)
    this.#asked.set(digest, reading)
    if (bytes !== null) {
      this.#read.set(digest, { text: new TextDecoder().decode(bytes), contentType })
    }
    onRead?.()
    return reading
  }
}

function isRefusal(reading: Reading): boolean {
  return reading.kind === 'unreadable' && reading.isRefused === true
}

/** What the indexes read so far say need not be read. */
class Sparing {
  readonly #spared = new Set<Digest>()
  readonly #nested = new Set<Digest>()

  heed(manifest: Manifest): void {
    for (const digest of sparedEntries(manifest)) this.#spared.add(digest)
    for (const digest of nestedEntries(manifest)) this.#nested.add(digest)
  }

  spares(digest: Digest): boolean {
    return this.#spared.has(digest) && !this.#nested.has(digest)
  }
}

/** The manifest in bytes that were kept; `null` where they are none, as a later version may find. */
function parseKept(digest: Digest, { text, contentType }: KeptManifest): Manifest | null {
  try {
    const json: unknown = JSON.parse(text)
    const size = new TextEncoder().encode(text).byteLength
    const manifest = parseManifest(json, { digest, size, contentType })
    return typeof manifest === 'string' ? null : manifest
  } catch {
    return null
  }
}
