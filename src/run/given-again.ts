import type { RawInputs } from './inputs/surroundings.js'
import type { InputName } from './inputs/input-table.js'

/** Inputs that say which GitHub a run is about. */
export const ADDRESSES = [
  'api-url',
  'registry-url',
  'npm-registry-url'
] as const satisfies readonly InputName[]

/** What a command to paste repeats of the run that prints it. The token is no part of it. */
export const REPEATED = {
  restore: ['owner', ...ADDRESSES, 'token-file'],
  apply: [
    'owner',
    ...ADDRESSES,
    'token-file',
    'untag',
    'untagged-grace',
    'age-by',
    'last-version',
    'max-deletions'
  ],
  plan: ['owner', ...ADDRESSES, 'token-file']
} as const satisfies Readonly<Record<string, readonly (InputName | 'token-file')[]>>

/** These of the inputs that were given, as flags; each has a space in front. */
export function flagsAgain(given: RawInputs, command: keyof typeof REPEATED): string {
  return REPEATED[command]
    .map((name) => {
      const text = given[name]?.trim() ?? ''
      // What comes on stdin is not there again.
      if (text === '' || (name === 'token-file' && text === '-')) return ''
      return name === 'untag' ? ` --untag=${text}` : ` --${name} ${shellQuoted(text)}`
    })
    .join('')
}

/** The addresses that were given, as lines of YAML below `with`. */
export function addressLines(given: RawInputs): readonly string[] {
  return ADDRESSES.flatMap((name) => {
    const text = given[name]?.trim() ?? ''
    return text === '' ? [] : [`    ${name}: ${JSON.stringify(text)}`]
  })
}

/** For a POSIX shell. */
export function shellQuoted(text: string): string {
  return /^[\w./@:-]+$/.test(text) ? text : `'${text.replaceAll("'", `'\\''`)}'`
}
