import { createHash } from 'node:crypto'
import { buildGraph } from '../../src/graph/build-graph.js'
import type { Graph } from '../../src/graph/graph.js'
import type { Digest } from '../../src/model/digest.js'
import type { Inventory } from '../../src/model/inventory.js'
import type { IndexEntry, Manifest, Reading } from '../../src/model/manifest.js'
import { DAY_MS } from '../../src/model/time.js'
import type { Version } from '../../src/model/version.js'

export const OCI_INDEX = 'application/vnd.oci.image.index.v1+json'
export const OCI_MANIFEST = 'application/vnd.oci.image.manifest.v1+json'
export const OCI_CONFIG = 'application/vnd.oci.image.config.v1+json'
export const OCI_LAYER = 'application/vnd.oci.image.layer.v1.tar+gzip'
export const OCI_EMPTY = 'application/vnd.oci.empty.v1+json'
export const SIGSTORE_BUNDLE = 'application/vnd.dev.sigstore.bundle.v0.3+json'

/** A digest that stands for `name`: tests write names, versions bear digests. */
export function digestOf(name: string): Digest {
  return `sha256:${createHash('sha256').update(name).digest('hex')}`
}

/** The helper tag that belongs to the version called `name`. */
export function helperTag(name: string, suffix = ''): string {
  return digestOf(name).replace(':', '-') + suffix
}

/** One version by name, and what becomes of reading it; `null`: nobody tried. */
export interface Spec {
  readonly name: string
  readonly tags: readonly string[]
  readonly reading: Reading | null
}

export const blob = (name: string, size = 100): { digest: Digest; size: number } => ({
  digest: digestOf(`blob ${name}`),
  size
})

function manifestOf(name: string, fields: Partial<Manifest>): Manifest {
  return {
    digest: digestOf(name),
    mediaType: OCI_MANIFEST,
    form: 'image',
    artifactType: null,
    configMediaType: OCI_CONFIG,
    layerMediaType: OCI_LAYER,
    predicateType: null,
    subject: null,
    entries: [],
    blobs: [blob(`config of ${name}`, 10), blob(`layer of ${name}`, 1000)],
    size: 500,
    replacementOf: null,
    ...fields
  }
}

const spec = (name: string, tags: readonly string[], reading: Reading | null): Spec => ({
  name,
  tags,
  reading
})

const read = (name: string, tags: readonly string[], fields: Partial<Manifest>): Spec =>
  spec(name, tags, { kind: 'read', manifest: manifestOf(name, fields) })

export const unread = (name: string, ...tags: string[]): Spec => spec(name, tags, null)
export const absent = (name: string, ...tags: string[]): Spec =>
  spec(name, tags, { kind: 'absent' })
export const unreadable = (name: string, ...tags: string[]): Spec =>
  spec(name, tags, { kind: 'unreadable', why: 'the registry answered 502' })

export const image = (name: string, ...tags: string[]): Spec => read(name, tags, {})

export const imageWith = (name: string, fields: Partial<Manifest>, ...tags: string[]): Spec =>
  read(name, tags, fields)

/** An artifact with a subject, as `actions/attest` and cosign 3 push them. */
export const referrer = (name: string, subject: string, ...tags: string[]): Spec =>
  read(name, tags, {
    subject: digestOf(subject),
    artifactType: SIGSTORE_BUNDLE,
    configMediaType: OCI_EMPTY,
    layerMediaType: SIGSTORE_BUNDLE,
    predicateType: 'https://slsa.dev/provenance/v1'
  })

export function index(name: string, entries: readonly IndexEntry[], ...tags: string[]): Spec {
  return read(name, tags, {
    mediaType: OCI_INDEX,
    form: 'index',
    configMediaType: null,
    layerMediaType: null,
    entries,
    blobs: []
  })
}

/** A replacement of ours for the tag `of`, left behind by a crash. */
export const replacement = (name: string, of: string, ...tags: string[]): Spec =>
  read(name, tags, { replacementOf: of, blobs: [] })

/** A plain entry: no platform, nothing else said. */
export const entry = (name: string, fields: Partial<IndexEntry> = {}): IndexEntry => ({
  digest: digestOf(name),
  mediaType: OCI_MANIFEST,
  size: 500,
  platform: null,
  artifactType: null,
  referenceType: null,
  referenceDigest: null,
  ...fields
})

export const platform = (name: string, architecture = 'amd64'): IndexEntry =>
  entry(name, { platform: { os: 'linux', architecture } })

export const nested = (name: string): IndexEntry => entry(name, { mediaType: OCI_INDEX })

/** As BuildKit lists the attestation `name` of the entry `of`. */
export const attests = (name: string, of: string): IndexEntry =>
  entry(name, {
    platform: { os: 'unknown', architecture: 'unknown' },
    referenceType: 'attestation-manifest',
    referenceDigest: digestOf(of)
  })

/** As a fallback index lists the referrer `name`. */
export const listed = (name: string): IndexEntry => entry(name, { artifactType: SIGSTORE_BUNDLE })

/** A container package: ids count up from 1 in the order of the specs, a day lies between two. */
export interface SamplePackage {
  readonly versions: readonly Version[]
  readonly manifests: Readonly<Record<Digest, Reading>>
  readonly graph: Graph
  /** Throws where no version has this name. */
  readonly idOf: (name: string) => number
  /** The names of these ids, in their order. */
  readonly namesOf: (ids: Iterable<number>) => string[]
  /** The names of these digests, in their order. */
  readonly namesOfDigests: (digests: Iterable<Digest>) => string[]
}

export function samplePackage(
  specs: readonly Spec[],
  unlisted: Inventory['unlisted'] = {}
): SamplePackage {
  const versions = specs.map(({ name, tags }, at) => versionOf(at + 1, name, tags))
  const manifests = Object.fromEntries(
    specs.flatMap(({ name, reading }) => (reading === null ? [] : [[digestOf(name), reading]]))
  )
  const names = new Map(specs.map(({ name }, at) => [at + 1, name]))
  const byDigest = new Map(specs.map(({ name }) => [digestOf(name), name]))
  return {
    versions,
    manifests,
    graph: buildGraph('container', versions, manifests, unlisted),
    idOf: (name) => {
      const at = specs.findIndex((each) => each.name === name)
      if (at < 0) throw new Error(`no version is called ${name}`)
      return at + 1
    },
    namesOf: (ids) => [...ids].map((id) => names.get(id) ?? `id ${id}`),
    namesOfDigests: (digests) => [...digests].map((digest) => byDigest.get(digest) ?? digest)
  }
}

function versionOf(id: number, name: string, tags: readonly string[]): Version {
  return {
    id,
    name: digestOf(name),
    tags,
    createdAt: id * DAY_MS,
    updatedAt: id * DAY_MS,
    deletedAt: null
  }
}
