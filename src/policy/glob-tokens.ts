import { classOf } from './glob-class.js'
import { PatternFault } from './pattern-fault.js'
import { endOfClass } from './pattern-text.js'

/** What one piece of a glob matches. */
export type GlobToken =
  | { readonly kind: 'literal'; readonly text: string }
  /** `?`: one sign, whichever. */
  | { readonly kind: 'sign' }
  /** `*`: any number of signs, none at all if need be. */
  | { readonly kind: 'run' }
  | { readonly kind: 'class'; readonly has: (code: number) => boolean }
  /** `{word}`: at least one sign. */
  | { readonly kind: 'capture'; readonly name: string }
  /** `{number}`: a whole run of digits (ruling 11). */
  | { readonly kind: 'number'; readonly name: 'number' }
  | {
      readonly kind: 'group'
      readonly times: GroupTimes
      readonly alternatives: readonly (readonly GlobToken[])[]
    }

/** `@(…)` once, `?(…)` at most once, `*(…)` any number of times, `+(…)` at least once, `!(…)` anything else. */
export type GroupTimes = '@' | '?' | '*' | '+' | '!'

/**
 * Reads a glob whose braces were expanded. minimatch's rules but for those that ruling 52
 * changes: no comments, dots are ordinary, `*` and `?` and `[…]` match `/` too.
 *
 * @throws PatternFault
 * @see https://github.com/isaacs/minimatch#features
 */
export function parseGlob(pattern: string): readonly GlobToken[] {
  const tokens = new Reader(pattern).readSequence(false)
  refuseTwiceNamed(tokens)
  refuseDigitsBesideNumber(tokens)
  return tokens
}

/** Reads one pattern from left to right. */
class Reader {
  readonly #pattern: string
  #at = 0

  constructor(pattern: string) {
    this.#pattern = pattern
  }

  /** Up to the end, or inside of a group up to the next `|` or `)`. */
  readSequence(inGroup: boolean): readonly GlobToken[] {
    const tokens: GlobToken[] = []
    while (this.#at < this.#pattern.length) {
      const sign = this.#pattern[this.#at] ?? ''
      if (inGroup && (sign === '|' || sign === ')')) break
      append(tokens, this.#readToken(sign, inGroup))
    }
    return tokens
  }

  #readToken(sign: string, inGroup: boolean): GlobToken {
    if (isGroupTimes(sign) && this.#pattern[this.#at + 1] === '(') return this.#readGroup(sign)
    if (sign === '{') return this.#readCapture(inGroup)
    if (sign === '[') return this.#readClass()
    if (sign === '\\') return this.#readEscaped()
    this.#at++
    if (sign === '*') return { kind: 'run' }
    if (sign === '?') return { kind: 'sign' }
    return { kind: 'literal', text: sign }
  }

  #readGroup(times: GroupTimes): GlobToken {
    const alternatives: (readonly GlobToken[])[] = []
    this.#at++
    do {
      this.#at++
      alternatives.push(this.readSequence(true))
    } while (this.#pattern[this.#at] === '|')
    if (this.#pattern[this.#at] !== ')') {
      throw new PatternFault('a ( is not closed; write \\( for the sign itself')
    }
    this.#at++
    return { kind: 'group', times, alternatives }
  }

  #readCapture(inGroup: boolean): GlobToken {
    const name = /^\{([A-Za-z]+)\}/.exec(this.#pattern.slice(this.#at))?.[1]
    if (name === undefined) {
      this.#at++
      return { kind: 'literal', text: '{' }
    }
    if (inGroup) throw new PatternFault(`{${name}} can't capture inside of ( )`)
    this.#at += name.length + 2
    return name === 'number' ? { kind: 'number', name } : { kind: 'capture', name }
  }

  #readClass(): GlobToken {
    const start = this.#at
    const end = endOfClass(this.#pattern, start)
    if (end === null) throw new PatternFault('a [ is not closed; write \\[ for the sign itself')
    this.#at = end
    return { kind: 'class', has: classOf(this.#pattern.slice(start + 1, end - 1)) }
  }

  #readEscaped(): GlobToken {
    const text = this.#pattern[this.#at + 1]
    if (text === undefined) throw new PatternFault('it ends with a backslash that escapes nothing')
    this.#at += 2
    return { kind: 'literal', text }
  }
}

function isGroupTimes(sign: string): sign is GroupTimes {
  return '@?*+!'.includes(sign)
}

/** Adds a token, one with the last where both are literal or both any run. */
function append(tokens: GlobToken[], token: GlobToken): void {
  const last = tokens.at(-1)
  if (last?.kind === 'run' && token.kind === 'run') return
  if (last?.kind === 'literal' && token.kind === 'literal') {
    tokens[tokens.length - 1] = { kind: 'literal', text: last.text + token.text }
  } else {
    tokens.push(token)
  }
}

/** The names that a glob captures, in order. */
export function captureNamesOf(tokens: readonly GlobToken[]): readonly string[] {
  return tokens.flatMap((token) =>
    token.kind === 'capture' || token.kind === 'number' ? [token.name] : []
  )
}

function refuseTwiceNamed(tokens: readonly GlobToken[]): void {
  const names = captureNamesOf(tokens)
  const twice = names.find((name, i) => names.indexOf(name) !== i)
  if (twice !== undefined) throw new PatternFault(`{${twice}} stands in it twice`)
}

function refuseDigitsBesideNumber(tokens: readonly GlobToken[]): void {
  tokens.forEach((token, i) => {
    if (token.kind !== 'number') return
    const [before, after] = [tokens[i - 1], tokens[i + 1]]
    const beside =
      (before?.kind === 'literal' && /\d$/.test(before.text)) ||
      (after?.kind === 'literal' && /^\d/.test(after.text))
    if (beside) {
      throw new PatternFault(
        'it can never match: {number} takes all digits, and one stands beside it'
      )
    }
  })
}
