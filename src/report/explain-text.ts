import type {
  Explanation,
  FailedCondition,
  PathStep,
  QuotaStanding,
  RootExplanation,
  RuleAnswer
} from '../plan/explanation.js'
import { packageLabel } from '../model/package.js'
import { becauseText } from './evidence-text.js'
import { failedConditionText } from './failed-text.js'
import { freezeText } from './freeze-text.js'
import { versionLabel } from './labels.js'
import { reasonText } from './reason-text.js'
import { decidedAgainLine, reportedLine, type ReportedVersion } from './reported-text.js'
import { enumerate, ordinal, plural } from './wording.js'

const SHOWN_NEEDERS = 10
const SHOWN_TAGS = 10

/**
 * An explanation as lines of text: the decision, then what it was made of. Where a report has
 * decided before, that comes first.
 */
export function explanationLines(
  explanation: Explanation,
  reported: ReportedVersion | null = null
): readonly string[] {
  const { version, frozen, root } = explanation
  return [
    ...headLines(explanation, reported),
    ...(frozen === null ? [] : [`the package is frozen: ${freezeText(frozen)}`]),
    ...pathLines(explanation.path),
    ...neederLines(explanation),
    ...(root === null ? [] : rootLines(root)),
    ...(root === null && version.root === null && frozen === null
      ? ['no rule is asked of it: it is neither a root nor follows one']
      : [])
  ]
}

function headLines(
  { package: ref, version }: Explanation,
  reported: ReportedVersion | null
): string[] {
  const { id, name, tags } = version.version
  const rule = version.rule === null ? '' : ` (${version.rule})`
  return [
    `${packageLabel(ref)}: ${versionLabel({ name, tags })}`,
    `  version ${id}, ${version.kind}, ${name}`,
    `  tags: ${tags === null ? 'not known' : enumerate(tags, SHOWN_TAGS) || 'none'}`,
    ...(reported === null
      ? [`${version.decision}${rule}: ${reasonText(version.reason)}`]
      : [reportedLine(reported), decidedAgainLine(reported, version)]),
    ...(version.untag.length === 0 ? [] : [`tags to take off: ${enumerate(version.untag)}`])
  ]
}

/** `v1 > sha256:… (part) > sha256:… (attestation)`. */
function pathLines(path: readonly PathStep[]): string[] {
  if (path.length === 0) return []
  const steps = path.map(({ name, as }) => (as === null ? name.label : `${name.label} (${as})`))
  return [`it follows ${path[0]?.name.label ?? ''}: ${steps.join(' > ')}`]
}

function neederLines({ needers }: Explanation): string[] {
  if (needers.length === 0) return []
  const names = needers.map(({ name, stays }) => `${name.label}, which ${stays ? 'stays' : 'goes'}`)
  return [
    `${needers.length === 1 ? 'one image needs' : `${needers.length} images need`} it: ` +
      enumerate(names, SHOWN_NEEDERS)
  ]
}

function rootLines(root: RootExplanation): string[] {
  const { guard, lastVersion } = root
  const whom = root.isVersion ? 'it' : `${root.name.label}, which it follows`
  return [
    `what each rule says of ${whom}:`,
    ...[...root.delete, ...root.keep].flatMap((answer) => answerLines(answer)),
    ...(root.delete.length === 0 ? ['  there is no delete rule, so nothing goes'] : []),
    ...selectionLines(root),
    ...(guard === null ? [] : [`guarded: ${reasonText(guard)}`]),
    ...(lastVersion === null
      ? []
      : [`last-version: ${reasonText({ code: 'last-version', case: lastVersion })}`])
  ]
}

function answerLines({ rule, side, answer, takesEffect, standings }: RuleAnswer): string[] {
  const head = `  ${side.padEnd(6)}  ${rule}: `
  switch (answer.kind) {
    case 'unanswered':
      return [
        `${head}its question could not be answered, so it ` +
          `${side === 'keep' ? 'keeps everything' : 'deletes nothing'}: ${answer.why}`
      ]
    case 'not-asked':
      return [`${head}its question was not asked, for no answer would change anything here`]
    case 'out-of-reach':
      return [`${head}no: ${OUT_OF_REACH[answer.because]}`]
    case 'fails':
      return [`${head}no: ${failedText(answer.at)}`]
    case 'holds':
      return [
        `${head}${takesEffect ? 'yes' : 'not kept'}: ${becauseText(answer.because, takesEffect || standings.length === 0 ? 'it is about everything' : 'others fill its quota')}` +
          tagsText(answer.tags),
        ...standings.map((standing) => `          ${standingText(standing)}`),
        ...(takesEffect || standings.length > 0 ? [] : ['          it counts for no quota'])
      ]
  }
}

const OUT_OF_REACH = {
  'unknown-manifest': 'the registry does not know its manifest, and it does not ask for such',
  'helper-tags-only': 'it has helper tags only, and it does not ask for such'
} as const

function failedText(at: readonly FailedCondition[]): string {
  if (at.length === 0) return 'no tag passes all of its conditions'
  const texts = at.map((one) => failedConditionText(one))
  return enumerate(texts, SHOWN_TAGS)
}

function tagsText(tags: readonly string[] | 'all'): string {
  if (tags === 'all' || tags.length < 2) return ''
  return ` (for the tags ${enumerate(tags, SHOWN_TAGS)})`
}

/** `12th newest of 40, of which 10 are kept`. */
function standingText(standing: QuotaStanding): string {
  const { quota, rank, of, group, kept, instead } = standing
  const place = `${rank === 1 ? 'newest' : `${ordinal(rank)} newest`} of ${of}${groupText(group)}`
  const limit = `${quota.kind}: ${quota.count}`
  if (kept) return `${place}, kept by ${limit}`
  if (quota.kind === 'newest') return `${place}, of which ${quota.count} ${areKept(quota.count)}`
  const why = instead === null ? 'the count is used up' : `${instead.label} is kept for that period`
  return `${place}, not kept by ${limit}: ${why}`
}

function areKept(count: number): string {
  return count === 1 ? 'is kept' : 'are kept'
}

function groupText(group: string | null): string {
  if (group === null) return ''
  return group === '' ? ' in no group' : ` in ${group}`
}

function selectionLines({ selectedBy, delete: rules }: RootExplanation): string[] {
  const selected = selectedBy.filter(({ rule }) => rule !== null)
  if (rules.length === 0 || selectedBy.length < 2 || selected.length === 0) return []
  const texts = selectedBy.map(({ tag, rule }) => `${tag} by ${rule ?? 'no rule'}`)
  return [
    `${plural(selected.length, 'tag')} of ${selectedBy.length} selected: ` +
      enumerate(texts, SHOWN_TAGS)
  ]
}
