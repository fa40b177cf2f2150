import type { Duration } from '../../model/duration.js'
import { parseDuration } from '../../model/parse-duration.js'
import { nearestWord } from '../../policy/file/nearest-word.js'
import type { InputError } from '../../policy/input-error.js'
import { splitList } from '../../policy/list-text.js'
import { redactTokens } from '../../github/token.js'
import { visibleText } from '../../report/visible-text.js'
import { clip } from '../../report/wording.js'
import { givenText, unfitEntry, unfitText } from './given-text.js'
import { inputRow, type InputName } from './input-table.js'
import { parseBoolean, parseWhole, type Parsed } from './scalar-texts.js'
import type { RawInputs } from './surroundings.js'

const SHOWN = 200
/** YAML is read by its own parser, which says where such a sign stands. */
const UNCHECKED: readonly InputName[] = ['policy', 'token']

/**
 * Reads inputs by name and collects what is wrong with them. Each method gives the value, or
 * `null` where the input is not given or wrong: then `errors` has more.
 */
export class InputReader {
  readonly #raw: RawInputs
  readonly #errors: InputError[] = []
  readonly #unfit = new Set<InputName>()

  constructor(raw: RawInputs) {
    this.#raw = raw
  }

  /** All that was found wrong so far, each once, without the token anywhere. */
  get errors(): readonly InputError[] {
    const distinct = new Map(this.#errors.map((error) => [error.message, error]))
    return [...distinct.values()].map((error) => this.#withoutToken(error))
  }

  /** The trimmed text; `null` where nothing is given, or nothing that could be meant. */
  text(name: InputName): string | null {
    const text = givenText(this.#raw[name])
    if (text === null || this.#unfit.has(name)) return null
    const why = UNCHECKED.includes(name) ? null : unfitText(text)
    if (why === null) return text
    this.#unfit.add(name)
    this.refuse(name, text, why)
    return null
  }

  /** The text as it was given, space around it included; `null` where nothing is. */
  untrimmed(name: InputName): string | null {
    return this.isGiven(name) ? (this.#raw[name] ?? null) : null
  }

  /** Whether something stands there, be it wrong. */
  isGiven(name: InputName): boolean {
    return givenText(this.#raw[name]) !== null
  }

  /** Whether something stands there that is not what holds anyway. */
  isGivenOtherwise(name: InputName): boolean {
    return this.isGiven(name) && givenText(this.#raw[name]) !== inputRow(name).default
  }

  parsed<T>(name: InputName, parse: (text: string) => Parsed<T>): T | null {
    const text = this.text(name)
    if (text === null) return null
    const parsed = parse(text)
    if (parsed.ok) return parsed.value
    this.refuse(name, text, parsed.why)
    return null
  }

  boolean(name: InputName): boolean | null {
    return this.parsed(name, parseBoolean)
  }

  whole(name: InputName, least = 0, most = Number.MAX_SAFE_INTEGER): number | null {
    return this.parsed(name, (text) => parseWhole(text, least, most))
  }

  duration(name: InputName): Duration | null {
    return this.parsed(name, (text) => {
      const parsed = parseDuration(text)
      return parsed.ok ? { ok: true, value: parsed.duration } : parsed
    })
  }

  word<T extends string>(name: InputName, words: readonly T[]): T | null {
    return this.parsed(name, (text) => parseWord(text, words))
  }

  /** The entries of a list; empty where it is not given or wrong. */
  list(name: InputName): readonly string[] {
    const split = this.parsed(name, (text) => {
      const list = splitList(text)
      return list.ok ? { ok: true, value: list.items } : list
    })
    return (split ?? []).filter((entry) => {
      const why = unfitEntry(entry)
      if (why !== null) this.refuse(name, entry, why)
      return why === null
    })
  }

  /** Notes what is wrong with a value of an input, as a clause without the two. */
  refuse(name: InputName, value: string | null, why: string): void {
    const shown = value === null ? '' : `"${clip(visibleText(value), SHOWN)}": `
    this.#errors.push({ input: name, value, message: `${name}: ${shown}${why}` })
  }

  /** Notes errors that are whole sentences already. */
  add(...errors: readonly InputError[]): void {
    this.#errors.push(...errors)
  }

  #withoutToken(error: InputError): InputError {
    const { value, message } = error
    const token = givenText(this.#raw['token'])
    return {
      ...error,
      value: value === null ? null : withoutToken(value, token),
      message: withoutToken(message, token)
    }
  }
}

/** Shorter ones are words that may stand anywhere. */
const SHORTEST_TOKEN = 4

/** The text without this token, and without anything that looks like one of GitHub's. */
export function withoutToken(text: string, token: string | null): string {
  if (token === null || token.length < SHORTEST_TOKEN) return redactTokens(text)
  return redactTokens(text.replaceAll(token, '***'))
}

/** One of these words, or a clause that names them and the nearest. */
export function parseWord<T extends string>(text: string, words: readonly T[]): Parsed<T> {
  const word = words.find((known) => known === text)
  if (word !== undefined) return { ok: true, value: word }
  const near = nearestWord(text, words)
  const hint = near === null ? '' : `; did you mean ${near}?`
  return { ok: false, why: `expected one of ${words.join(', ')}${hint}` }
}
