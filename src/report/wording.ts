import { formatCount } from './bytes.js'

/** `1 version`, `2 versions`, `1,000 versions`. `many` where an `s` is not enough. */
export function plural(count: number, one: string, many = `${one}s`): string {
  return `${formatCount(count)} ${count === 1 ? one : many}`
}

/** `1st`, `2nd`, `3rd`, `4th`, `11th`, `21st`. */
export function ordinal(rank: number): string {
  return `${formatCount(rank)}${ordinalSuffix(rank)}`
}

function ordinalSuffix(rank: number): string {
  const hundredth = rank % 100
  if (hundredth >= 11 && hundredth <= 13) return 'th'
  return ['th', 'st', 'nd', 'rd'][rank % 10] ?? 'th'
}

/** `a`, `a and b`, `a, b and c`; of more than `limit` the first ones `and 3 more`. */
export function enumerate(items: readonly string[], limit = Infinity): string {
  const left = items.length - limit
  const shown = left > 0 ? [...items.slice(0, limit), `${formatCount(left)} more`] : items
  if (shown.length < 2) return shown.join('')
  return `${shown.slice(0, -1).join(', ')} and ${shown.at(-1) ?? ''}`
}

/** At most `limit` UTF-16 units, the last one an ellipsis where something was cut. */
export function clip(text: string, limit: number): string {
  if (text.length <= limit) return text
  return `${text.slice(0, limit - 1).replace(/[\uD800-\uDBFF]$/, '')}…`
}

/** By UTF-16 units, so that the order is the same wherever the tool runs. */
export function byText(a: string, b: string): number {
  if (a === b) return 0
  return a < b ? -1 : 1
}
