import type { Freeze } from './freeze.js'
import type { VersionPlan } from './plan.js'
import type { Reason } from './reason.js'

/** Why a version that was to go stays by the plan of the second look, as a clause. */
export function whyItStaysNow({ reason }: VersionPlan): string {
  return textOf(reason)
}

function textOf(reason: Reason): string {
  switch (reason.code) {
    case 'frozen':
      return frozenText(reason.freeze)
    case 'future-dated':
      return 'it is dated in the future now'
    case 'too-young':
      return `untagged-grace ${reason.grace} keeps it now`
    case 'unknown-manifest':
      return 'the registry does not know its manifest any more'
    case 'helper-tags-only':
      return 'it has helper tags only now'
    case 'not-told':
      return 'what it belongs to is not known any more'
    case 'kept-by-rule':
    case 'within-quota':
      return `${reason.rule} keeps it now`
    case 'beside-quota':
      return `part of ${reason.root.label}, which ${reason.rule} keeps now`
    case 'unanswered':
      return `${reason.rule} keeps it now: ${reason.why}`
    case 'needed':
      return `needed by ${reason.root.label}`
    case 'in-circle':
      return 'it is part of a circle now'
    case 'not-selected':
      return 'no rule selects it any more'
    case 'partly-selected':
      return 'only some of its tags are selected now'
    case 'last-version':
      return 'the newest, which last-version keeps now'
    case 'last-version-fail':
      return 'last-version: fail stops this package now'
    case 'already-there':
    case 'not-planned':
    case 'already-gone':
    case 'not-applied':
      return 'the plan does not delete it any more'
    case 'tags-selected':
      return textOf(reason.stays)
    // That plan lets it go as well, so only need can hold it.
    case 'selected':
    case 'follows':
    case 'left-over':
    case 'replacement':
    case 'package-deleted':
    case 'planned':
    case 'deleted-by-run':
    case 'named-by-id':
    case 'deleted-tag':
    case 'deleted-within':
    case 'came-with-package':
    case 'tags-lost':
    case 'missing-part':
      return 'something that stays needs it'
  }
}

/** Why a package in which nothing was frozen has to be left alone at the second look. */
export function frozenText({ code }: Freeze): string {
  switch (code) {
    case 'unreadable-manifest':
    case 'unreadable-entry':
    case 'registry-refused':
    case 'missing-date':
    case 'missing-tags':
      return 'the package can no longer be read whole'
    case 'young-unknown-manifest':
    case 'not-listed-yet':
      return 'something is being published in the package, and can not be read whole yet'
    case 'tag-on-two-versions':
    case 'digest-on-two-versions':
      return 'the version list contradicts itself now'
    case 'keep-tags-match-nothing':
      return 'keep-tags matches nothing in the package any more'
    case 'not-looked-at':
      return 'the package could not be looked at again'
    case 'frozen-in-report':
      return 'the package was frozen when the report was made'
  }
}
