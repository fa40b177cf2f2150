import type { DeletionAnswer } from '../model/deletion.js'
import type { EpochMs } from '../model/time.js'
import type { VersionOutcome } from '../plan/outcome.js'
import type { Withdrawal } from '../plan/second-look.js'
import type { Step, TagOfVersion } from '../plan/steps.js'

/** What a second look at a package came to. */
export interface Look {
  /** When the reading of the version list began on which the steps are based. */
  readonly listedAt: EpochMs
  /** The steps that are left, in order. */
  readonly steps: readonly Step[]
  /** Planned changes that are not made after all. */
  readonly withdrawn: readonly Withdrawal[]
  /** Whether somebody else has deleted the package with all that was in it. */
  readonly isPackageGone?: boolean
  /** Why the list is not to be believed, so that nothing more is changed; left out where it is. */
  readonly doubt?: string
  /** What was deleted and came back because something needs it by now; left out for nothing. */
  readonly back?: readonly BroughtBack[]
}

/** What this run has done to a package so far. */
export interface Progress {
  /** Ids of versions that it deleted or found gone. */
  readonly gone: ReadonlySet<number>
  /** Ids of those that it deleted itself and that did not come back. */
  readonly deleted: ReadonlySet<number>
  /** Ids of versions that were to go and stay for good: refused, failed or withdrawn. */
  readonly stuck: ReadonlySet<number>
  /** Tags that it took off. */
  readonly untagged: readonly TagOfVersion[]
}

/** What became of one tag that was to be taken off. */
export type UntagAnswer =
  | { readonly kind: 'untagged' }
  /** The tag is on another version, or nowhere, by now: it was left alone. */
  | { readonly kind: 'moved'; readonly message: string }
  /** GitHub refused to delete the replacement because it is the last tagged version. */
  | { readonly kind: 'retained'; readonly message: string }
  | { readonly kind: 'failed'; readonly message: string }
  /** The token's budget is used up, and the tag is where it was. */
  | { readonly kind: 'remaining'; readonly message: string }

/** What the look that closes the work came to. */
export interface ClosingLook {
  readonly back: readonly BroughtBack[]
  /** Why it can't be told whether more is needed, as a clause; `null` where it can. */
  readonly untold: string | null
}

/** A version that was deleted though somebody has just begun to need it. */
export interface BroughtBack {
  readonly id: number
  /** `restored`, or `failed` where it could not be. */
  readonly outcome: 'restored' | 'failed'
  readonly why: string
}

/** The changes that can be made to one package. What they throw becomes the outcome `failed`. */
export interface PackagePort {
  /** Requests that reading the list again takes. */
  readonly lookRequests: number
  /** Requests that looking for what is to be brought back takes at least; 0 where nobody looks. */
  readonly closingRequests: number
  /** Reads the list again and plans again with what this run has done put back (ruling 13). */
  lookAgain(progress: Progress): Promise<Look>
  /**
   * Looks whether anything that was published meanwhile needs what this run has deleted, and
   * brings that back. One outcome for each such version; may throw.
   */
  bringBack(progress: Progress): Promise<ClosingLook>
  /**
   * `isStillMeant` is asked right before the request is sent, after all waits.
   *
   * @throws Overtaken where it said no
   * @throws Refused where GitHub would refuse all others alike
   */
  deleteVersion(id: number, isStillMeant: () => boolean): Promise<DeletionAnswer>
  deletePackage(isStillMeant: () => boolean): Promise<DeletionAnswer>
  /** Takes tags off, in the order given; one answer for each. Never throws. */
  takeOff(tags: readonly TagOfVersion[]): Promise<readonly UntagAnswer[]>
}

/** Why no further change is begun, in words. */
export interface Stop {
  readonly why: string
  /** Whether images that were begun are left as they are, too: as for a signal. */
  readonly atOnce: boolean
  /** Whether a limit was met that nobody saw coming; left out where not. */
  readonly isLimit?: true
}

/** The run around one package. */
export interface ExecutionWatch {
  /** `null` while changes may be begun that take so many requests. */
  stop(requests: number): Stop | null
  /** `null` while the token's hour has so many requests to spare, whatever else may end the run. */
  lacks(requests: number): Stop | null
  /** The token is not accepted any more: no package is changed any further. */
  refuseToken(): void
  /** Whether that was said, by whichever package. */
  isTokenRefused(): boolean
  /** Takes each outcome as it comes: into the journal, flushed. */
  record(outcome: VersionOutcome): void
  /** Says something of the package that a person should know, as a sentence. */
  tell(place: 'warning' | 'note', text: string): void
  /** Of the package as a whole. */
  recordPackage(outcome: VersionOutcome['outcome'], error: string | null): void
}
