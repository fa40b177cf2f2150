import type { BrokenKind } from '../model/broken.js'
import type { DurationMs } from '../model/time.js'
import type { Evidence } from '../policy/evidence.js'
import { ageBeyondText, ageText, seemsWithin } from './age-text.js'
import { shortName } from './labels.js'
import { plural } from './wording.js'

const SHOWN_EVIDENCE = 4

/** Why one condition holds, as a clause. A new code without a line does not compile. */
export function evidenceText(evidence: Evidence): string {
  switch (evidence.code) {
    case 'tag-matches':
      return evidence.pattern === null
        ? `${evidence.tag} is not excluded`
        : `${evidence.tag} matches ${evidence.pattern}`
    case 'untagged':
      return 'untagged'
    case 'tagged':
      return 'tagged'
    case 'in-range':
      return `${evidence.tag} is in the range ${evidence.range}`
    case 'prerelease':
      return `${evidence.tag} is a prerelease`
    case 'no-prerelease':
      return `${evidence.tag} is no prerelease`
    case 'superseded':
      return `${evidence.tag} is superseded by ${evidence.release}`
    case 'older':
      return seemsWithin(evidence.ageMs, evidence.limit)
        ? `${ageText(evidence.ageMs)} old, past ${evidence.limit}`
        : `${ageBeyondText(evidence.ageMs, evidence.limit)} old, older than ${evidence.limit}`
    case 'newer':
      return `${ageText(evidence.ageMs)} old, not older than ${evidence.limit}`
    case 'id-listed':
      return `id ${evidence.id} is listed`
    case 'digest-listed':
      return `digest ${shortName(evidence.digest)} is listed`
    case 'broken':
      return brokenText(evidence.kind)
    case 'pull-request-closed':
      return `${evidence.tag}: pull request ${evidence.number} ${closedText(evidence.closedAgoMs)}`
    case 'pull-request-open':
      return `${evidence.tag}: pull request ${evidence.number} is open`
    case 'branch-gone':
      return `${evidence.tag}: branch ${evidence.branch} is gone`
    case 'branch-live':
      return `${evidence.tag}: branch ${evidence.branch} exists`
    case 'released':
      return `${evidence.tag} is the release ${evidence.release}`
    case 'not-released':
      return `${evidence.tag} is no release`
    case 'listed-in-file':
      return `a file of the workspace names ${shortName(evidence.name)}`
    case 'everything':
      return 'the rule is about everything'
  }
}

function brokenText(kind: BrokenKind): string {
  switch (kind) {
    case 'ghost':
      return 'ghost: every image of this index is missing'
    case 'partial':
      return 'partial: some images of this index are missing'
    case 'orphaned':
      return 'orphaned: what it belongs to is missing'
    case 'unpullable':
      return 'unpullable: the registry does not know its manifest'
  }
}

function closedText(closedAgoMs: DurationMs | null): string {
  if (closedAgoMs === null) return 'is closed'
  return closedAgoMs < 1000 ? 'was closed just now' : `was closed ${ageText(closedAgoMs)} ago`
}

/** Several clauses as one, at most four in full; `fallback` where there is none. */
export function becauseText(because: readonly Evidence[], fallback: string): string {
  if (because.length === 0) return fallback
  const clauses = because.slice(0, SHOWN_EVIDENCE).map((evidence) => evidenceText(evidence))
  const left = because.length - clauses.length
  return [...clauses, ...(left > 0 ? [`and ${plural(left, 'more reason')}`] : [])].join('; ')
}
