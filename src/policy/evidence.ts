import type { BrokenKind } from '../model/broken.js'
import type { Digest } from '../model/digest.js'
import type { DurationMs } from '../model/time.js'

/** Why one condition of a rule holds for a root. One function turns it into words. */
export type Evidence =
  /** `pattern` is `null` where the list has exclusions only. */
  | { readonly code: 'tag-matches'; readonly tag: string; readonly pattern: string | null }
  | { readonly code: 'untagged' }
  | { readonly code: 'tagged' }
  | { readonly code: 'in-range'; readonly tag: string; readonly range: string }
  | { readonly code: 'prerelease'; readonly tag: string }
  | { readonly code: 'no-prerelease'; readonly tag: string }
  | { readonly code: 'superseded'; readonly tag: string; readonly release: string }
  /** `limit` is the duration as the rule has it. */
  | { readonly code: 'older'; readonly ageMs: DurationMs; readonly limit: string }
  | { readonly code: 'newer'; readonly ageMs: DurationMs; readonly limit: string }
  | { readonly code: 'id-listed'; readonly id: number }
  | { readonly code: 'digest-listed'; readonly digest: Digest }
  | { readonly code: 'broken'; readonly kind: BrokenKind }
  | {
      readonly code: 'pull-request-closed'
      readonly tag: string
      readonly number: number
      /** `null` where GitHub did not say when. */
      readonly closedAgoMs: DurationMs | null
    }
  | { readonly code: 'pull-request-open'; readonly tag: string; readonly number: number }
  | { readonly code: 'branch-gone'; readonly tag: string; readonly branch: string }
  | { readonly code: 'branch-live'; readonly tag: string; readonly branch: string }
  | { readonly code: 'released'; readonly tag: string; readonly release: string }
  | { readonly code: 'not-released'; readonly tag: string }
  /** `name` is the digest or the tag that a file of the workspace names. */
  | { readonly code: 'listed-in-file'; readonly name: string }
  /** `older-than: 0`, which is how a policy says everything. */
  | { readonly code: 'everything' }
