import type { Share } from '../config.js'

/** A value, or in one clause without the text why it is none. */
export type Parsed<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly why: string }

const BOOLEAN: ReadonlyMap<string, boolean> = new Map([
  ['true', true],
  ['True', true],
  ['TRUE', true],
  ['false', false],
  ['False', false],
  ['FALSE', false]
])

/**
 * Reads a boolean of YAML 1.2's core schema.
 *
 * @see https://yaml.org/spec/1.2.2/#1032-tag-resolution
 */
export function parseBoolean(text: string): Parsed<boolean> {
  const value = BOOLEAN.get(text)
  return value === undefined ? no('expected true or false') : { ok: true, value }
}

const WHOLE = /^(?:0|[1-9]\d*)$/

/** Reads a whole number as people write one: `10`, neither `1e1` nor `010` nor `+1`. */
export function parseWhole(text: string, least: number, most: number): Parsed<number> {
  const value = WHOLE.test(text) ? Number(text) : Number.NaN
  if (Number.isSafeInteger(value) && value >= least && value <= most) return { ok: true, value }
  const to = most === Number.MAX_SAFE_INTEGER ? '' : ` to ${most}`
  return no(`expected a whole number from ${least}${to}, such as 10`)
}

/** Reads `3/20`: the third of 20 shares. */
export function parseShare(text: string): Parsed<Share> {
  const [index, of, ...more] = text.split('/').map((part) => part.trim())
  const expected = 'expected a share such as 3/20, the third of 20'
  if (index === undefined || of === undefined || more.length > 0) return no(expected)
  if (!WHOLE.test(index) || !WHOLE.test(of)) return no(expected)
  const share = { index: Number(index), of: Number(of) }
  if (!Number.isSafeInteger(share.of)) return no(expected)
  if (share.index >= 1 && share.index <= share.of) return { ok: true, value: share }
  return no(`${expected}: the first number goes from 1 to the second`)
}

/** Reads an address of http or https, to which paths are added: no credentials, query or fragment. */
export function parseUrl(text: string): Parsed<string> {
  const url = URL.canParse(text) ? new URL(text) : null
  if (url === null || !['http:', 'https:'].includes(url.protocol) || /\s/.test(text)) {
    return no('expected an address such as https://api.github.com')
  }
  if (url.username !== '' || url.password !== '') {
    return no('it holds credentials; expected host and path alone, for there is the input token')
  }
  if (url.search !== '' || url.hash !== '' || /[?#]$/.test(text)) {
    return no('it has a query or a fragment; expected host and path alone')
  }
  return { ok: true, value: url.href.replace(/\/+$/, '') }
}

function no(why: string): { readonly ok: false; readonly why: string } {
  return { ok: false, why }
}
