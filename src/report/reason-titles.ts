import type {
  DeleteReason,
  KeepReason,
  ReasonCode,
  RestoreReason,
  UntagReason
} from '../plan/reason.js'

/** What each code means, in a few words. A new code without a line does not compile. */
export const KEEP_REASON_TITLES: Readonly<Record<KeepReason['code'], string>> = {
  frozen: 'the package is frozen',
  'future-dated': 'dated in the future',
  'too-young': 'younger than untagged-grace',
  'unknown-manifest': 'its manifest is unknown to the registry',
  'helper-tags-only': 'helper tags only',
  'not-told': 'the saved list does not tell what needs it',
  'kept-by-rule': 'a keep rule holds',
  'within-quota': 'within a quota',
  'beside-quota': 'part of what a quota keeps',
  unanswered: 'a question could not be answered',
  needed: 'needed by what stays',
  'in-circle': 'part of a circle',
  'not-selected': 'no rule selects it',
  'partly-selected': 'only some of its tags are selected',
  'last-version': 'the last version stays',
  'last-version-fail': 'last-version: fail',
  'already-there': 'it is there already',
  'not-planned': 'the plan does not delete it',
  'already-gone': 'deleted meanwhile',
  'not-applied': 'the plan can not be carried out for it'
}

export const DELETE_REASON_TITLES: Readonly<Record<DeleteReason['code'], string>> = {
  selected: 'a delete rule selects it',
  follows: 'goes with what it belongs to',
  'left-over': 'left over from a run that was cut off',
  replacement: 'a stand-in for a tag that a run was taking off',
  'package-deleted': 'the whole package goes',
  planned: 'the plan says so'
}

export const UNTAG_REASON_TITLES: Readonly<Record<UntagReason['code'], string>> = {
  'tags-selected': 'selected tags on a version that stays'
}

export const RESTORE_REASON_TITLES: Readonly<Record<RestoreReason['code'], string>> = {
  'deleted-by-run': 'deleted by the run to undo',
  'named-by-id': 'named by its id',
  'deleted-tag': 'had a tag that matches',
  'deleted-within': 'deleted recently',
  'came-with-package': 'deleted with its package',
  'tags-lost': 'it lost tags',
  'missing-part': 'missing from what needs it'
}

const TITLES: Readonly<Record<ReasonCode, string>> = {
  ...KEEP_REASON_TITLES,
  ...DELETE_REASON_TITLES,
  ...UNTAG_REASON_TITLES,
  ...RESTORE_REASON_TITLES
}

/** A few words for a code, for headings of groups. */
export function reasonTitle(code: ReasonCode): string {
  return TITLES[code]
}

/** Whether `text` is a code of this version of the tool. */
export function isReasonCode(text: string): text is ReasonCode {
  return Object.hasOwn(TITLES, text)
}
