const UNITS = ['B', 'kB', 'MB', 'GB', 'TB', 'PB', 'EB'] as const

/**
 * Bytes for people, in powers of 1000 as GitHub bills and docker prints them: `999 B`,
 * `1.2 kB`, `12 MB`. One decimal below ten, none above.
 */
export function formatBytes(bytes: number): string {
  let unit = 0
  let amount = bytes
  while (unit < UNITS.length - 1 && Number(shown(amount, unit)) >= 1000) {
    amount /= 1000
    unit += 1
  }
  return `${shown(amount, unit)} ${UNITS[unit] ?? ''}`
}

function shown(amount: number, unit: number): string {
  return unit > 0 && Number(amount.toFixed(1)) < 10 ? amount.toFixed(1) : amount.toFixed(0)
}

/** `1,234,567`. */
export function formatCount(count: number): string {
  return String(count).replace(/\B(?=(?:\d{3})+$)/g, ',')
}

/** How many bytes `text` takes as UTF-8; a lone surrogate counts as the replacement character. */
export function utf8Length(text: string): number {
  let length = 0
  for (const sign of text) {
    const code = sign.codePointAt(0) ?? 0
    length += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4
  }
  return length
}
