import type { Passing, PreparedRule } from './prepared-rule.js'
import type { Root } from './root.js'
import type { Selection, SelectedTag } from './verdict.js'

const NOTHING: Selection = { kind: 'none' }

/** What a rule says of every tag that it selects: made once, for there are a hundred thousand. */
interface Marks {
  readonly asTag: SelectedTag
  readonly withAll: SelectedTag
  /** The same of a root's only tag. */
  readonly onlyAsTag: readonly SelectedTag[]
  readonly onlyWithAll: readonly SelectedTag[]
}

/** Makes what asks the delete rules of one root after the other (3-policy, The decision, step 1). */
export function selector(rules: readonly PreparedRule[]): (root: Root) => Selection {
  const marks = rules.map(({ label: rule }, at): Marks => {
    const asTag = { rule, at, asTag: true }
    const withAll = { rule, at, asTag: false }
    return { asTag, withAll, onlyAsTag: [asTag], onlyWithAll: [withAll] }
  })
  return (root) => select(root, rules, marks)
}

function select(root: Root, rules: readonly PreparedRule[], marks: readonly Marks[]): Selection {
  let first: Exclude<Passing, null> | null = null
  let at = -1
  let tags: readonly (SelectedTag | null)[] = NO_TAGS
  for (let place = 0; place < rules.length; place += 1) {
    const rule = rules[place]
    const mark = marks[place]
    if (rule === undefined || mark === undefined || rule.unanswered !== null) continue
    const passing = rule.ask(root)
    if (passing === null) continue
    if (first === null) {
      first = passing
      at = place
    }
    tags = withMarks(tags, root.userTags, passing, mark)
    // No later rule can say more of it.
    if (tags.every(isSelectedAsTag)) break
  }
  if (first === null) return NOTHING
  if (tags.includes(null)) return { kind: 'part', tags }
  const tag = first === 'all' ? null : (first[0] ?? null)
  return { kind: 'whole', rule: rules[at]?.label ?? '', at, tag, tags }
}

const NO_TAGS: readonly (SelectedTag | null)[] = []

const isSelectedAsTag = (selected: SelectedTag | null): boolean => selected?.asTag === true

/** What was said of each tag, and what one more rule says: as a tag counts for more than with all. */
function withMarks(
  earlier: readonly (SelectedTag | null)[],
  userTags: readonly string[],
  passing: Exclude<Passing, null>,
  { asTag, withAll, onlyAsTag, onlyWithAll }: Marks
): readonly (SelectedTag | null)[] {
  if (userTags.length === 0) return NO_TAGS
  if (passing === 'all') {
    if (earlier.length > 0) return earlier.map((known) => known ?? withAll)
    return userTags.length === 1 ? onlyWithAll : userTags.map(() => withAll)
  }
  if (userTags.length === 1) return isSelectedAsTag(earlier[0] ?? null) ? earlier : onlyAsTag
  return userTags.map((tag, place) => {
    const known = earlier[place] ?? null
    return known?.asTag !== true && passing.includes(tag) ? asTag : known
  })
}
