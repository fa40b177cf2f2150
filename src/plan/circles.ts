/**
 * Divides ids into circles: those that need each other, directly or through others, are in one;
 * an id that is in no circle is one by itself. What needs comes before what is needed. Takes
 * time by the number of ids and of what they need, and any depth is fine.
 *
 * @param needsOf what one id needs; what is not among `ids` is left out
 * @see https://en.wikipedia.org/wiki/Kosaraju%27s_algorithm
 */
export function circlesOf(
  ids: readonly number[],
  needsOf: (id: number) => readonly number[]
): number[][] {
  const known = new Set(ids)
  const needed = (id: number) => needsOf(id).filter((other) => known.has(other))
  const neededBy = turned(ids, needed)
  const seen = new Set<number>()
  const circles: number[][] = []
  for (const id of finished(ids, needed).reverse()) {
    if (seen.has(id)) continue
    seen.add(id)
    const circle = [id]
    // The list grows while it is walked.
    for (const member of circle) {
      for (const needer of neededBy.get(member) ?? []) {
        if (seen.has(needer)) continue
        seen.add(needer)
        circle.push(needer)
      }
    }
    circles.push(circle)
  }
  return circles
}

function turned(
  ids: readonly number[],
  needed: (id: number) => readonly number[]
): ReadonlyMap<number, readonly number[]> {
  const neededBy = new Map<number, number[]>()
  for (const id of ids) {
    for (const other of needed(id)) {
      const needers = neededBy.get(other)
      if (needers === undefined) neededBy.set(other, [id])
      else needers.push(id)
    }
  }
  return neededBy
}

/** The ids in the order in which a walk into the depth comes to the end of them. */
function finished(ids: readonly number[], needed: (id: number) => readonly number[]): number[] {
  const seen = new Set<number>()
  const done: number[] = []
  for (const start of ids) {
    const path: { readonly id: number; readonly rest: number[] }[] = []
    const enter = (id: number) => {
      if (seen.has(id)) return
      seen.add(id)
      path.push({ id, rest: [...needed(id)] })
    }
    enter(start)
    for (let top = path.at(-1); top !== undefined; top = path.at(-1)) {
      const next = top.rest.pop()
      if (next !== undefined) {
        enter(next)
      } else {
        done.push(top.id)
        path.pop()
      }
    }
  }
  return done
}
