import type { Outcome } from '../plan/outcome.js'
import type { TagOfVersion } from '../plan/steps.js'
import type { UntagAnswer } from './ports.js'
import { outcomeOfTags } from './step-outcomes.js'

/** What taking tags off one version came to. */
export interface TagOutcome {
  readonly id: number
  readonly outcome: Outcome
  readonly error: string | null
  /** The tags that are off. */
  readonly untagged: readonly string[]
  /** Set where the budget was used up before all of them were. */
  readonly spent: string | null
}

/**
 * One outcome for each version of a batch, by the worst of its answers.
 *
 * @param planned all tags that were to be taken off, by version
 */
export function tagOutcomes(
  tags: readonly TagOfVersion[],
  answers: readonly UntagAnswer[],
  planned: ReadonlyMap<number, readonly string[]>
): TagOutcome[] {
  return [...new Set(tags.map(({ id }) => id))].map((id) => {
    const results = tags.flatMap(({ id: owner, tag }, place) => {
      const answer = answers[place]
      return owner !== id || answer === undefined ? [] : [{ tag, answer }]
    })
    const untagged = results.flatMap(({ tag, answer }) => (answer.kind === 'untagged' ? [tag] : []))
    const all = results.map(({ answer }) => answer)
    const taken = results.map(({ tag }) => tag)
    const worst = all.find(({ kind }) => kind !== 'untagged') ?? leftOn(planned.get(id), taken)
    const [outcome, error] = outcomeOfTags(worst)
    const spent = worst?.kind === 'remaining' ? worst.message : null
    return { id, outcome, error, untagged, spent }
  })
}

/** What was planned to be taken off as well, and no second look agreed to. */
function leftOn(
  planned: readonly string[] = [],
  taken: readonly string[]
): UntagAnswer | undefined {
  const left = planned.filter((tag) => !taken.includes(tag))
  if (left.length === 0) return undefined
  return { kind: 'moved', message: `${left.join(', ')}: not to be taken off any more` }
}
