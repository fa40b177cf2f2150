import { BROKEN_KINDS } from '../model/broken.js'
import { isZero } from '../model/duration.js'
import { hasTags } from '../model/package.js'
import type { InputError } from './input-error.js'
import { checkPattern } from './pattern-check.js'
import {
  hasDeleteInput,
  isAboutUntaggedAlone,
  type QuickInputs,
  rulesGiven
} from './quick-inputs.js'

/** All that is wrong with the quick inputs, each alone and all together. Empty where all is well. */
export function quickInputErrors(inputs: QuickInputs): readonly InputError[] {
  return [
    ...patternErrors('delete-tags', inputs.deleteTags, inputs),
    ...patternErrors('keep-tags', inputs.keepTags, inputs),
    ...brokenKindErrors(inputs),
    ...countErrors('keep-newest', inputs.keepNewest),
    ...countErrors('keep-newest-untagged', inputs.keepNewestUntagged),
    ...typeErrors(inputs),
    ...combinationErrors(inputs)
  ]
}

function patternErrors(
  input: string,
  patterns: readonly string[],
  { types }: QuickInputs
): readonly InputError[] {
  return patterns.flatMap((value) => {
    const check = checkPattern(value, types)
    return check.ok ? [] : [{ input, value, message: `${input}: "${value}": ${check.why}` }]
  })
}

function brokenKindErrors({ deleteBroken }: QuickInputs): readonly InputError[] {
  const known: readonly string[] = BROKEN_KINDS
  return deleteBroken
    .filter((value) => !known.includes(value))
    .map((value) => {
      const message = `delete-broken: "${value}" is not one of ${known.join(', ')}`
      return { input: 'delete-broken', value, message }
    })
}

function countErrors(input: string, count: number | null): readonly InputError[] {
  if (count === null || (Number.isSafeInteger(count) && count >= 0)) return []
  const value = String(count)
  return [{ input, value, message: `${input}: "${value}" is not a whole number from 0` }]
}

/** What none of the package types has can hold for nothing (ruling 37). */
function typeErrors(inputs: QuickInputs): readonly InputError[] {
  const types = inputs.types.join(', ')
  const errors: InputError[] = []
  if (!inputs.types.some(hasTags)) {
    const why = `only container and docker images can be untagged, and package-type is ${types}`
    if (inputs.deleteUntagged === true) errors.push(wrong('delete-untagged', 'true', why))
    const count = inputs.keepNewestUntagged
    if (count !== null) errors.push(wrong('keep-newest-untagged', String(count), why))
  }
  if (inputs.deleteBroken.length > 0 && !inputs.types.includes('container')) {
    const why = `only container images can be broken, and package-type is ${types}`
    errors.push(wrong('delete-broken', inputs.deleteBroken.join(', '), why))
  }
  return errors
}

function combinationErrors(inputs: QuickInputs): readonly InputError[] {
  const rules = rulesGiven(inputs)
  if (rules.length === 0) return [NO_RULE]
  if (inputs.deletePrereleases === true && hasNoRuleAboutTags(inputs)) {
    return [
      wrong(
        'delete-prereleases',
        'true',
        'it narrows the rule about tags, and there is none: add delete-tags: "*"'
      )
    ]
  }
  if (isAboutUntaggedAlone(inputs) && inputs.deleteUntagged === false) {
    return [
      wrong('keep-newest-untagged', null, 'with delete-untagged: false there is nothing to delete')
    ]
  }
  return keepsNothing(inputs) ? [nothingKept(inputs)] : []
}

/** The table has no rule about tags beside these two unless `delete-tags` is there (ruling 50). */
function hasNoRuleAboutTags(inputs: QuickInputs): boolean {
  const otherRules = inputs.deleteUntagged === true || inputs.deleteBroken.length > 0
  return otherRules && inputs.deleteTags.length === 0
}

/** Nothing says what to delete or how old, and what says what to keep, keeps none (ruling 32). */
function keepsNothing(inputs: QuickInputs): boolean {
  if (hasDeleteInput(inputs) || inputs.olderThan !== null || isAboutUntaggedAlone(inputs)) {
    return false
  }
  const { keepTags, keepNewest, keepNewestUntagged, keepNewerThan } = inputs
  const newerThanNone = keepNewerThan === null || isZero(keepNewerThan)
  return keepTags.length === 0 && !keepNewest && !keepNewestUntagged && newerThanNone
}

function wrong(input: string, value: string | null, why: string): InputError {
  const given = value === null ? '' : `"${value}": `
  return { input, value, message: `${input}: ${given}${why}` }
}

const NO_RULE: InputError = {
  input: null,
  value: null,
  message:
    'no rule is given, and nothing is ever deleted by default: set at least one of delete-tags, ' +
    'delete-untagged, delete-broken, older-than, delete-prereleases, keep-tags, keep-newest, ' +
    'keep-newest-untagged or keep-newer-than, or give a policy-file'
}

function nothingKept({ keepNewest }: QuickInputs): InputError {
  return wrong(
    keepNewest === null ? 'keep-newer-than' : 'keep-newest',
    '0',
    'no rule says what to delete and no rule keeps anything, so everything would go; if that ' +
      'is meant, write delete-tags: "*"'
  )
}
