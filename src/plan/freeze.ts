import type { Digest } from '../model/digest.js'
import type { EpochMs } from '../model/time.js'

/** Why nothing may go in a package (law 3; rulings 9, 21, 31, 32, 33, 60). */
export type Freeze =
  | { readonly code: 'unreadable-manifest'; readonly digest: Digest; readonly why: string }
  /** The registry lets the token read nothing of the package: a person has to see to it. */
  | { readonly code: 'registry-refused'; readonly why: string }
  /** The registry does not know it, and it is too young to call that definite. */
  | { readonly code: 'young-unknown-manifest'; readonly digest: Digest }
  /** An entry or a subject that the registry has and the list has not. */
  | { readonly code: 'not-listed-yet'; readonly digest: Digest }
  /** The registry would not say whether it has it. */
  | { readonly code: 'unreadable-entry'; readonly digest: Digest }
  | { readonly code: 'missing-date'; readonly id: number; readonly name: string }
  | { readonly code: 'missing-tags'; readonly id: number; readonly name: string }
  | { readonly code: 'tag-on-two-versions'; readonly tag: string; readonly ids: readonly number[] }
  | {
      readonly code: 'digest-on-two-versions'
      readonly digest: Digest
      readonly ids: readonly number[]
    }
  | { readonly code: 'keep-tags-match-nothing'; readonly patterns: readonly string[] }
  /** Nothing of it could be read within what the run may still ask; `until` is `null` where unknown. */
  | {
      readonly code: 'not-looked-at'
      readonly spent: 'requests' | 'pace' | 'time'
      readonly until: EpochMs | null
    }
  /** The report that was planned from says that it was frozen then, for `why`. */
  | { readonly code: 'frozen-in-report'; readonly why: string }
