import { parseHelperTag } from '../../model/digest.js'
import type { Digest } from '../../model/digest.js'
import type { Inventory } from '../../model/inventory.js'
import type { IndexEntry, Manifest, Reading } from '../../model/manifest.js'
import type { PackageRef } from '../../model/package.js'
import type { EpochMs } from '../../model/time.js'
import type { ListedVersion } from '../../model/version.js'
import type { PlanInput } from '../../plan/plan-package.js'
import type { Facts } from '../../policy/facts.js'
import type { PackagePolicy } from '../../policy/policy.js'
import type { VersionRow } from '../../report/report.js'
import type { SavedPackage } from './saved-package.js'

/**
 * What a saved list gives the engine. Manifests are not in it. A report tells what belongs to
 * which image; a plain list does not, so that what has no user's tag may be a part of anything
 * and is kept for that.
 */
export function savedInput(
  ref: PackageRef,
  { versions, rows, frozen }: SavedPackage,
  { policy, facts, now }: { policy: PackagePolicy; facts: Facts; now: EpochMs }
): PlanInput {
  const isContainer = ref.type === 'container'
  const unknown = isContainer ? versions.filter((one) => isUnknown(one, rows)) : []
  return {
    inventory: inventoryOf(ref, versions, isContainer ? rows : null),
    policy,
    facts,
    now,
    saved: { untold: unknown.map(({ id }) => id), frozen }
  }
}

/**
 * A report that was made without reading a version does not know it either: its kind is unknown.
 * Of a tagged part of an image it says only that something needs it.
 */
function isUnknown(version: ListedVersion, rows: SavedPackage['rows']): boolean {
  const row = rows?.get(version.id)
  if (row?.root === null && row.reasonCode === 'needed') return true
  if (!isWithoutUserTag(version)) return false
  return row === undefined || (row.kind === 'unknown' && row.root === null)
}

function isWithoutUserTag({ tags }: ListedVersion): boolean {
  return tags?.every((tag) => parseHelperTag(tag) !== null) ?? false
}

function inventoryOf(
  ref: PackageRef,
  versions: readonly ListedVersion[],
  rows: SavedPackage['rows']
): Inventory {
  return {
    package: ref,
    versions,
    manifests: rows === null ? {} : manifestsOf(rows),
    unlisted: {},
    lastTagged: {},
    leftOver: []
  }
}

/** Stand-ins that say of each root what a report says of its followers. */
function manifestsOf(rows: ReadonlyMap<number, VersionRow>): Record<Digest, Reading> {
  const followers = new Map<number | null, VersionRow[]>()
  for (const row of rows.values()) {
    const others = followers.get(row.root)
    if (others === undefined) followers.set(row.root, [row])
    else others.push(row)
  }
  const manifests: Record<Digest, Reading> = {}
  for (const [id, row] of rows) {
    const parts = followers.get(id) ?? []
    if (row.reasonCode === 'unknown-manifest') manifests[row.name] = { kind: 'absent' }
    else if (parts.length > 0 || row.kind === 'image') {
      manifests[row.name] = { kind: 'read', manifest: standIn(row, parts) }
    }
  }
  return manifests
}

function standIn({ name }: VersionRow, parts: readonly VersionRow[]): Manifest {
  return {
    digest: name,
    mediaType: parts.length > 0 ? OCI_INDEX : OCI_MANIFEST,
    form: parts.length > 0 ? 'index' : 'image',
    artifactType: null,
    configMediaType: null,
    layerMediaType: null,
    predicateType: null,
    subject: null,
    entries: parts.map(entryOf),
    blobs: [],
    size: 0,
    replacementOf: null
  }
}

const OCI_INDEX = 'application/vnd.oci.image.index.v1+json'
const OCI_MANIFEST = 'application/vnd.oci.image.manifest.v1+json'

function entryOf({ name, kind, sizeBytes }: VersionRow): IndexEntry {
  return {
    digest: name,
    mediaType: kind === 'index' ? OCI_INDEX : OCI_MANIFEST,
    size: sizeBytes ?? 0,
    platform: { os: 'linux', architecture: 'amd64' },
    artifactType: null,
    referenceType: kind === 'attestation' ? 'attestation-manifest' : null,
    referenceDigest: null
  }
}
