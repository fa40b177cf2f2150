import type { DeletionAnswer } from '../model/deletion.js'
import type { Outcome } from '../plan/outcome.js'
import type { UntagAnswer } from './ports.js'

/** What a deletion came to, with what to say of it. */
export function outcomeOf(answer: DeletionAnswer): {
  readonly outcome: Outcome
  readonly error: string | null
} {
  switch (answer.kind) {
    case 'deleted':
    case 'gone':
      return { outcome: answer.kind, error: null }
    case 'retained':
    case 'blocked':
      return { outcome: answer.kind, error: answer.message }
    case 'denied':
      return { outcome: 'failed', error: answer.message }
  }
}

/** What taking tags off a version came to, by the worst of its answers. */
export function outcomeOfTags(worst: UntagAnswer | undefined): [Outcome, string | null] {
  switch (worst?.kind) {
    case undefined:
    case 'untagged':
      return ['untagged', null]
    case 'moved':
      return ['skipped', worst.message]
    case 'retained':
    case 'failed':
    case 'remaining':
      return [worst.kind, worst.message]
  }
}
