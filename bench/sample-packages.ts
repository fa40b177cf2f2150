import type { Inventory } from '../src/model/inventory.js'
import type { IndexEntry, Manifest, Reading } from '../src/model/manifest.js'
import type { PackageType } from '../src/model/package.js'
import { DAY_MS } from '../src/model/time.js'
import type { EpochMs } from '../src/model/time.js'
import type { ListedVersion } from '../src/model/version.js'

/** The time of the benchmarks. */
export const NOW: EpochMs = Date.UTC(2026, 0, 31)

/** Every package has two years of history. */
const AGE_MS = 730 * DAY_MS

/** Versions of one push: an index, two platforms, their attestations, a signature, and so on. */
const PUSH_SIZE = 8

/**
 * An npm package of `count` versions, three of four prereleases.
 */
export function npmPackage(count: number): Inventory {
  const versions = Array.from({ length: count }, (_, at) => {
    const version = `${Math.floor(at / 4000)}.${Math.floor(at / 40) % 100}.${Math.floor(at / 4) % 10}`
    const suffix = at % 4 === 3 ? '' : `-beta.${at % 4}`
    return versionOf(at, count, `${version}${suffix}`, [])
  })
  return inventoryOf('npm', versions, {})
}

/**
 * A container package of about `count` versions as CI makes them: multi-arch images with
 * attestations and a signature, of which some are releases, some of a branch, some of pull
 * requests and some lost their tag; and plain images.
 */
export function containerPackage(count: number): Inventory {
  const versions: ListedVersion[] = []
  const manifests: Record<string, Reading> = {}
  const add = (tags: readonly string[], fields: Partial<Manifest> | null): string => {
    const at = versions.length
    const name = digestOf(at)
    versions.push(versionOf(at, count, name, tags))
    if (fields !== null) manifests[name] = { kind: 'read', manifest: manifestOf(name, fields) }
    return name
  }
  for (let push = 0; versions.length + PUSH_SIZE <= count; push += 1) addPush(push, add)
  while (versions.length < count) add([], {})
  return inventoryOf('container', versions, manifests)
}

type Add = (tags: readonly string[], fields: Partial<Manifest> | null) => string

function addPush(push: number, add: Add): void {
  const amd64 = add([], null)
  const arm64 = add([], null)
  const attestations = [add([], null), add([], null)]
  const index = add(tagsOf(push), {
    form: 'index',
    mediaType: 'application/vnd.oci.image.index.v1+json',
    blobs: [],
    entries: [
      entryOf(amd64, 'amd64', null),
      entryOf(arm64, 'arm64', null),
      entryOf(attestations[0] ?? '', 'unknown', amd64),
      entryOf(attestations[1] ?? '', 'unknown', arm64)
    ]
  })
  add([`${index.replace(':', '-')}.sig`], null)
  add([], { subject: index, artifactType: 'application/vnd.dev.sigstore.bundle.v0.3+json' })
  add(push % 2 === 0 ? [`build-${push}`] : [], {})
}

function tagsOf(push: number): string[] {
  switch (push % 5) {
    case 0:
      return [`v1.${Math.floor(push / 50)}.${Math.floor(push / 5) % 10}`, `sha-${push}`]
    case 1:
      return [`main-${push}`]
    case 2:
      return [`pr-${push}`, `sha-${push}`]
    case 3:
      return [`feature-x-${push}`]
    default:
      return []
  }
}

function digestOf(at: number): string {
  // Spread like real ones: the same digits for all but the last few would be slow to compare.
  const hash = Math.imul(at + 1, 0x9e3779b1) >>> 0
  return `sha256:${hash.toString(16).padStart(8, '0')}${at.toString(16).padStart(56, '0')}`
}

function versionOf(
  at: number,
  count: number,
  name: string,
  tags: readonly string[]
): ListedVersion {
  const createdAt = NOW - 2 * DAY_MS - Math.round(((count - at) / count) * AGE_MS)
  return { id: at + 1, name, tags, createdAt, updatedAt: createdAt, deletedAt: null }
}

function entryOf(digest: string, architecture: string, of: string | null): IndexEntry {
  const os = architecture === 'unknown' ? 'unknown' : 'linux'
  return {
    digest,
    mediaType: 'application/vnd.oci.image.manifest.v1+json',
    size: 1234,
    platform: { os, architecture },
    artifactType: null,
    referenceType: of === null ? null : 'attestation-manifest',
    referenceDigest: of
  }
}

function manifestOf(digest: string, fields: Partial<Manifest>): Manifest {
  return {
    digest,
    mediaType: 'application/vnd.oci.image.manifest.v1+json',
    form: 'image',
    artifactType: null,
    configMediaType: 'application/vnd.oci.image.config.v1+json',
    layerMediaType: 'application/vnd.oci.image.layer.v1.tar+gzip',
    predicateType: null,
    subject: null,
    entries: [],
    blobs: [
      { digest: `${digest}c`, size: 2000 },
      { digest: 'sha256:base', size: 30_000_000 },
      { digest: `${digest}l`, size: 1_000_000 }
    ],
    size: 1500,
    replacementOf: null,
    ...fields
  }
}

function inventoryOf(
  type: PackageType,
  versions: readonly ListedVersion[],
  manifests: Inventory['manifests']
): Inventory {
  return {
    package: {
      owner: { login: 'acme', kind: 'organization', isTokenOwner: false },
      type,
      name: 'app'
    },
    versions,
    manifests,
    unlisted: {},
    lastTagged: {},
    leftOver: []
  }
}
