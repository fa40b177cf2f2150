import type { EpochMs } from '../../model/time.js'
import { reasonTitle } from '../reason-titles.js'
import type { PackageReport, VersionRow } from '../report.js'
import type { RowChunk, TagChanges, WordIndex } from './page-data.js'

/** How many rows a chunk has at most: what a browser parses at one go without a hitch. */
export const CHUNK_ROWS = 5000

/** The versions of the packages, in their order, as chunks of columns. */
export function* rowChunks(packages: readonly PackageReport[]): Generator<RowChunk> {
  const words = new Map<string, WordIndex>()
  for (const { versions } of packages) {
    const roots = rootOffsets(versions)
    for (let start = 0; start < versions.length; start += CHUNK_ROWS) {
      const end = start + CHUNK_ROWS
      yield chunk(versions.slice(start, end), roots.slice(start, end), words)
    }
  }
}

// Few rows name a root, and a root that is not listed is none.
function rootOffsets(versions: readonly VersionRow[]): readonly number[] {
  const places = new Map(versions.map(({ id }, place) => [id, place]))
  return versions.map(({ root }, place) =>
    root === null ? 0 : (places.get(root) ?? place) - place
  )
}

function chunk(
  rows: readonly VersionRow[],
  roots: readonly number[],
  words: Map<string, WordIndex>
): RowChunk {
  const known = words.size
  const column = (text: (row: VersionRow) => string | null) =>
    rows.map((row) => wordIndex(text(row), words))
  const columns = {
    ids: rows.map(({ id }) => id),
    names: rows.map(({ name }) => name),
    tags: rows.map(({ tags }) => tags),
    created: rows.map(({ createdAt }) => epoch(createdAt)),
    updated: rows.map(({ updatedAt }) => epoch(updatedAt)),
    roots,
    sizes: rows.map(({ sizeBytes }) => sizeBytes),
    kinds: column(({ kind }) => kind),
    decisions: column(({ decision }) => decision),
    outcomes: column(({ outcome }) => outcome),
    rules: column(({ rule }) => rule),
    reasons: column(({ reason }) => reason),
    whys: column(({ reasonCode }) => (reasonCode === null ? null : reasonTitle(reasonCode))),
    errors: column(({ error }) => error),
    changes: rows.flatMap((row, place) =>
      hasChanges(row) ? [[place, changesOf(row)] as const] : []
    )
  }
  return { words: [...words.keys()].slice(known), ...columns }
}

function wordIndex(text: string | null, words: Map<string, WordIndex>): WordIndex {
  if (text === null) return -1
  const known = words.get(text)
  if (known !== undefined) return known
  words.set(text, words.size)
  return words.size - 1
}

function epoch(date: string | null): EpochMs | null {
  const ms = Date.parse(date ?? '')
  return Number.isNaN(ms) ? null : ms
}

function hasChanges({ untag, untagged, retagged }: VersionRow): boolean {
  return untag.length + untagged.length + retagged.length > 0
}

function changesOf({ untag, untagged, retagged }: VersionRow): TagChanges {
  return { untag, untagged, retagged }
}
