const MOST_LANES = 16
const SHORTEST_LANE = 64

/**
 * How to read many versions at once and still meet an index before its entries: an index is
 * pushed after its entries and has a higher id. The ids are cut, highest first, into at most 16
 * stretches of 64 or more (one stretch where there are fewer); each is to be read one after
 * another from its start, leaving out what `sparedEntries` of a manifest read meanwhile spares.
 */
export function readingLanes(ids: readonly number[]): number[][] {
  const sorted = [...ids].sort((one, other) => other - one)
  if (sorted.length === 0) return []
  const count = Math.min(MOST_LANES, Math.max(1, Math.floor(sorted.length / SHORTEST_LANE)))
  const startOf = (lane: number): number => Math.floor((lane * sorted.length) / count)
  return Array.from({ length: count }, (_, lane) => sorted.slice(startOf(lane), startOf(lane + 1)))
}
