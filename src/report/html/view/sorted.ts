import { SLICE_ROWS } from './rows.js'

/** Below 0 where the first goes first; never 0 for two different items. */
export type Compare = (a: number, b: number) => number

/**
 * The items in order, as a new array. Sorts in slices and merges them, and pauses after every
 * few thousand items, so that a page stays alive meanwhile.
 */
export function* sorted(items: Uint32Array, compare: Compare): Generator<undefined, Uint32Array> {
  let from = items.slice()
  for (let start = 0; start < from.length; start += SLICE_ROWS) {
    from.subarray(start, start + SLICE_ROWS).sort(compare)
    yield
  }
  let to = new Uint32Array(from.length)
  for (let width = SLICE_ROWS; width < from.length; width *= 2) {
    for (let start = 0; start < from.length; start += 2 * width) {
      yield* merge(from, to, start, width, compare)
    }
    const done = to
    to = from
    from = done
  }
  return from
}

// Merges the two runs of `width` items from `start` on.
function* merge(
  from: Uint32Array,
  to: Uint32Array,
  start: number,
  width: number,
  compare: Compare
): Generator<undefined, void> {
  const middle = Math.min(start + width, from.length)
  const end = Math.min(start + 2 * width, from.length)
  let left = start
  let right = middle
  for (let place = start; place < end; place += 1) {
    const takesLeft =
      right >= end || (left < middle && compare(from[left] ?? 0, from[right] ?? 0) <= 0)
    to[place] = from[takesLeft ? left++ : right++] ?? 0
    if (place % SLICE_ROWS === SLICE_ROWS - 1) yield
  }
}
