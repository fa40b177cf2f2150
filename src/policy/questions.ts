import type { EvaluationContext } from './evaluation-context.js'
import type { Asked, Facts } from './facts.js'
import type { Condition } from './policy.js'
import type { Side } from './root-conditions.js'

/** What a rule may ask besides the package itself. */
export type Question =
  | { readonly kind: 'open-pull-requests' | 'pull-requests' | 'branches' | 'dist-tags' }
  /** A repository without any is an answer to some conditions only (ruling 44). */
  | { readonly kind: 'releases'; readonly mayBeNone: boolean }
  | { readonly kind: 'files'; readonly globs: readonly string[] }

/** The key of a `listed-in` condition among the facts. */
export function listedKey(globs: readonly string[]): string {
  return globs.join('\n')
}

/** The questions that a condition asks. */
export function questionsOf(condition: Condition, side: Side, type: string): readonly Question[] {
  switch (condition.kind) {
    case 'closed-pull-request':
      return [{ kind: 'pull-requests' }]
    case 'open-pull-request':
      return [{ kind: 'open-pull-requests' }]
    case 'live-branch':
      return [{ kind: 'branches' }]
    case 'gone-branch':
      return [
        { kind: 'branches' },
        { kind: 'pull-requests' },
        { kind: 'releases', mayBeNone: true }
      ]
    case 'release':
      return [{ kind: 'releases', mayBeNone: false }]
    case 'listed-in':
      return [{ kind: 'files', globs: condition.globs }]
    case 'tags':
      return asksForDistTags(condition, side, type) ? [{ kind: 'dist-tags' }] : []
    case 'untagged':
    case 'semver':
    case 'prerelease':
    case 'superseded':
    case 'older-than':
    case 'newer-than':
    case 'ids':
    case 'digests':
    case 'broken':
      return []
  }
}

/** Whether a condition is also asked of npm's dist-tags, in keep rules alone (ruling 34). */
export function asksForDistTags(condition: Condition, side: Side, type: string): boolean {
  return (
    type === 'npm' &&
    side === 'keep' &&
    condition.kind === 'tags' &&
    mayNameDistTag(condition.patterns.sources)
  )
}

/** Whether a pattern without a digit includes, `*` alone left out (ruling 34). */
function mayNameDistTag(sources: readonly string[]): boolean {
  return sources.some((source) => !source.startsWith('!') && source !== '*' && !/\d/.test(source))
}

/** Why the first of a rule's questions that has no answer has none; `null` where all are answered. */
export function whyUnanswered(
  conditions: readonly Condition[],
  context: EvaluationContext,
  side: Side
): string | null {
  if (context.asksNothing) return null
  for (const condition of conditions) {
    for (const question of questionsOf(condition, side, context.type)) {
      const why = whyNot(question, context.facts)
      if (why !== null) return why
    }
  }
  return null
}

/** Whether a rule holds for nothing here whatever the answer, so that nobody was asked. */
export function isUnneeded(
  conditions: readonly Condition[],
  { facts, type, asksNothing }: EvaluationContext,
  side: Side
): boolean {
  return conditions
    .flatMap((condition) => questionsOf(condition, side, type))
    .some((question) => asksNothing || answerTo(question, facts) === 'not-needed')
}

function answerTo({ kind }: Question, facts: Facts): Asked<unknown> {
  switch (kind) {
    case 'open-pull-requests':
    case 'pull-requests':
      return facts.pullRequests
    case 'branches':
      return facts.branches
    case 'releases':
      return facts.releaseTags
    case 'dist-tags':
    case 'files':
      return null
  }
}

function whyNot(question: Question, facts: Facts): string | null {
  switch (question.kind) {
    case 'open-pull-requests':
    case 'pull-requests':
      return reason(facts.pullRequests, 'the pull requests')
    case 'branches':
      return reason(facts.branches, 'the branches', (names) => names.length > 0)
    case 'releases':
      return reason(
        facts.releaseTags,
        'the releases and git tags',
        (names) => question.mayBeNone || names.length > 0
      )
    case 'dist-tags':
      return reason(facts.distTags, 'the dist-tags')
    case 'files':
      return reason(facts.listed[listedKey(question.globs)] ?? null, 'the files')
  }
}

function reason<T>(
  answer: Asked<T>,
  what: string,
  isAnswer: (value: T) => boolean = () => true
): string | null {
  if (answer === null) return `${what} were not asked for`
  if (answer === 'not-needed') return null
  if (!answer.known) return answer.why
  return isAnswer(answer.value) ? null : `${what} came back as an empty list`
}
