import { candidatesOfIds, searchRestored } from '../plan/deleted-candidates.js'
import type { Candidate, RestorePlan } from '../plan/restore-plan.js'
import { planReturnedWhole } from '../plan/restore-plan-whole.js'
import { plural } from '../report/wording.js'
import type { PlannedRestore, RestoreContext } from './restore-context.js'
import type { PackageLists } from './restore-lists.js'
import { unknownTexts } from './restore-observe.js'

/**
 * What is to be done in a package that was just restored as a whole: what ids and searches name
 * shows only now, and most of it came back with the package. What else did is told.
 *
 * @throws Error where the lists don't say what the search asks for
 */
export async function planReturned(
  one: PlannedRestore,
  lists: PackageLists,
  context: RestoreContext
): Promise<RestorePlan> {
  const candidates = candidatesNow(one, lists, context)
  const planned = candidates === null ? one.planned : planAgain(one, candidates, lists)
  if (one.reported === null) tellOthers(one, planned, lists)
  if (planned === one.planned) return planned
  one.session.plan = planned.plan
  await context.session.begin()
  return planned
}

/** What is asked for, by lists that were not there before; `null` where they change nothing. */
function candidatesNow(
  { ref, session }: PlannedRestore,
  { living, deleted, why }: PackageLists,
  { config: { source }, session: run }: RestoreContext
): readonly Candidate[] | null {
  if (source.kind === 'report') return null
  if (source.kind === 'ids') {
    if (living === null) return null
    return candidatesOfIds(ref.type, source.ids, [...living, ...(deleted ?? [])])
  }
  if (living === null || living.length === 0) throw new Error(NOT_LISTED)
  const search = { ...source, now: run.startedAt }
  const { candidates, unsearched } = searchRestored(ref.type, living, deleted ?? [], search)
  const unknown = deleted === null ? why : unsearched
  if (unknown !== null && candidates.length === 0) throw new Error(`${RETURNED}, but ${unknown}`)
  if (unknown !== null) session.warnings.push(`${RETURNED}; of what went before it: ${unknown}`)
  else if (candidates.length === 0) session.warnings.push(`${RETURNED}; ${NONE_MEANT}`)
  return candidates
}

function planAgain(
  { ref, session }: PlannedRestore,
  candidates: readonly Candidate[],
  lists: PackageLists
): RestorePlan {
  const { living, deleted } = lists
  const wish = { package: ref, candidates, living: living ?? [], deleted }
  const { whole, earlier } = planReturnedWhole(wish)
  session.warnings.push(...unknownTexts(ref, earlier, lists))
  return whole
}

const RETURNED = 'the package was restored as a whole'
const NONE_MEANT = 'no version in it is what deleted-tags and deleted-within ask for'
const NOT_LISTED = `${RETURNED}, but GitHub does not list what is in it yet: run the same restore again`

function tellOthers(
  { session }: PlannedRestore,
  { plan }: RestorePlan,
  { living }: PackageLists
): void {
  const meant = new Set(plan.versions.map(({ version }) => version.id))
  const others = (living ?? []).filter(({ id }) => !meant.has(id)).length
  if (others === 0) return
  session.notes.push(
    `${RETURNED}: ${plural(others, 'version')} that ${others === 1 ? 'was' : 'were'} not asked ` +
      'for came back with it'
  )
}
