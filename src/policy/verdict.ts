import type { QuotaPlace } from './quotas.js'
import type { Root } from './root.js'

/** What the delete rules say of a root (3-policy, The decision, step 1). */
export type Selection =
  | { readonly kind: 'none' }
  /** Some of its user tags, not all: of each what is said of it, `null` where it is not selected. */
  | { readonly kind: 'part'; readonly tags: readonly (SelectedTag | null)[] }
  /** All of it, by this rule first. */
  | {
      readonly kind: 'whole'
      readonly rule: string
      /** The place of that rule among the delete rules. */
      readonly at: number
      /** The first tag that passes it; `null` where it asks nothing about tags. */
      readonly tag: string | null
      /** In the order of the root's user tags; never `null`. */
      readonly tags: readonly (SelectedTag | null)[]
    }

/** How a tag is selected. */
export interface SelectedTag {
  /** Label of the first delete rule that selects it as a tag, else of the first that does. */
  readonly rule: string
  /** Whether a condition about tags selected it: only then can it be taken off (ruling 12). */
  readonly asTag: boolean
  /** The place of that rule among the delete rules. */
  readonly at: number
}

/** What is said of one user tag of a root; `null` where it is not selected. */
export function selectedTag(selection: Selection, root: Root, tag: string): SelectedTag | null {
  if (selection.kind === 'none') return null
  return selection.tags[root.userTags.indexOf(tag)] ?? null
}

/** Why a keep rule keeps a root (step 2). */
export interface Protection {
  readonly rule: string
  /** The place of that rule among the keep rules. */
  readonly at: number
  readonly how:
    | { readonly code: 'matched' }
    | QuotaPlace
    | { readonly code: 'unanswered'; readonly why: string }
  /** Tags that the keep rules together keep; `all` where one of them keeps all (rulings 49, 66). */
  readonly tags: ReadonlySet<string> | 'all'
}

/** What the rules say of one root. */
export interface Verdict {
  readonly root: Root
  readonly selection: Selection
  /** `null` where no keep rule holds. */
  readonly protection: Protection | null
}
