import type { BrokenKind } from '../model/broken.js'
import type { Manifest, Reading } from '../model/manifest.js'
import type { Version } from '../model/version.js'

/** What a version is; `version` for every type other than container. */
export type VersionKind =
  | 'image'
  | 'index'
  | 'attestation'
  | 'signature'
  | 'sbom'
  | 'referrers'
  | 'artifact'
  | 'unknown'
  | 'version'

/** What became of reading a version's manifest; `unread` where nobody tried. */
export type ReadingState = Reading['kind'] | 'unread'

/** One version among its neighbours. */
export interface GraphNode {
  readonly version: Version
  readonly kind: VersionKind
  readonly reading: ReadingState
  /** `null` where it was not read or can't be. */
  readonly manifest: Manifest | null
  /** Ids of what it needs, itself and what is not listed left out, highest first. */
  readonly needs: readonly number[]
  /** Ids of what needs it, highest first. */
  readonly neededBy: readonly number[]
  /**
   * In which ways it is broken (rulings 9, 28, 30 and 31), as the package is listed. Only roots
   * can be `orphaned`; a replacement is never broken.
   */
  readonly broken: readonly BrokenKind[]
  /**
   * Bytes of its config and layers, each blob once: 0 for an index, `null` where its manifest
   * was not read.
   */
  readonly sizeBytes: number | null
  /** Whether it is a replacement of ours, left behind by a crash (ruling 71). */
  readonly isReplacement: boolean
  /** Whether it has a user's tag, or nothing needs it (ruling 10). Replacements are no roots. */
  readonly isRoot: boolean
}

/**
 * Who needs whom among the versions of one package. Edges run from what needs to what is
 * needed (ruling 10): an index to its entries, a subject to its referrers, a digest to the
 * version whose helper tag names it, a subject to a superseded fallback index (ruling 56).
 */
export interface Graph {
  /** By id, highest first. */
  readonly nodes: ReadonlyMap<number, GraphNode>
  /** The same in a list: a hundred thousand are gone through faster. */
  readonly list: readonly GraphNode[]
  /** Ids of the roots, highest first. Replacements of ours are none. */
  readonly roots: readonly number[]
  /** Ids of versions that no root leads to, highest first; replacements are not among them (ruling 57). */
  readonly circle: readonly number[]
}
