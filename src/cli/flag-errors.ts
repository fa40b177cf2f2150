import type { InputError } from '../policy/input-error.js'
import { INPUT_NAMES } from '../run/inputs/input-table.js'

/** What is wrong with the inputs, as a person at a terminal wrote them: by flag. */
export function flagMessages(errors: readonly InputError[]): readonly string[] {
  return errors.map(({ message }) => {
    const name = INPUT_NAMES.find((one) => message.startsWith(`${one}: `))
    return asFlags(name === undefined ? message : `--${message}`)
  })
}

/**
 * Advice that names inputs, with their flags: those alone that are no words of a policy, and
 * not what is quoted, which is the person's own.
 */
function asFlags(text: string): string {
  return text
    .split(/("[^"]*")/)
    .map((part, place) => (place % 2 === 1 ? part : part.replace(UNMISTAKABLE, '--$&')))
    .join('')
}

const UNMISTAKABLE =
  /(?<![\w/.-])(?:(?:npm-)?registry-url|api-url|package-type|report-directory|version-ids|deleted-tags|deleted-within|report(?=, version-ids))(?![\w./-])/g
