/**
 * Calls `work` for each item, at most `limit` at once, and gives the results in the order of
 * the items. Rejects with the first rejection.
 */
export async function mapLimited<T, R>(
  items: readonly T[],
  limit: number,
  work: (item: T) => Promise<R>
): Promise<R[]> {
  const results: R[] = []
  const entries = items.entries()
  const lanes = Array.from({ length: Math.min(limit, items.length) }, async () => {
    // All lanes take from one iterator, so that each item is taken once.
    for (const [place, item] of entries) results[place] = await work(item)
  })
  await Promise.all(lanes)
  return results
}
