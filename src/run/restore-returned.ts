import { searchRestored } from '../plan/deleted-candidates.js'
import type { RestorePlan } from '../plan/restore-plan.js'
import { planRestore } from '../plan/restore-plan.js'
import { plural } from '../report/wording.js'
import type { PlannedRestore, RestoreContext } from './restore-context.js'
import type { PackageLists } from './restore-lists.js'

/**
 * What is to be done in a package that was just restored as a whole: the versions that a search
 * asks for show only now, and most of them came back with it. What else did is told.
 *
 * @throws Error where the lists don't say what the search asks for
 */
export async function planReturned(
  one: PlannedRestore,
  lists: PackageLists,
  context: RestoreContext
): Promise<RestorePlan> {
  const planned =
    context.config.source.kind === 'deleted' ? planSearched(one, lists, context) : one.planned
  if (one.reported === null) tellOthers(one, planned, lists)
  if (planned === one.planned) return planned
  one.session.plan = planned.plan
  await context.session.begin()
  return planned
}

function planSearched(
  { ref, session, planned }: PlannedRestore,
  { living, deleted, why }: PackageLists,
  { config: { source }, session: run }: RestoreContext
): RestorePlan {
  if (source.kind !== 'deleted') return planned
  if (living === null) throw new Error(NOT_LISTED)
  const search = { ...source, now: run.startedAt }
  const { candidates, unsearched } = searchRestored(ref.type, living, deleted ?? [], search)
  const unknown = deleted === null ? why : unsearched
  if (unknown !== null && candidates.length === 0) throw new Error(`${RETURNED}, but ${unknown}`)
  if (unknown !== null) session.warnings.push(`${RETURNED}; of what went before it: ${unknown}`)
  else if (candidates.length === 0) session.warnings.push(`${RETURNED}; ${NONE_MEANT}`)
  const all = [...living, ...(deleted ?? [])]
  return planRestore({ package: ref, candidates, living: [], deleted: all })
}

const RETURNED = 'the package was restored as a whole'
const NONE_MEANT = 'no version in it is what deleted-tags and deleted-within ask for'
const NOT_LISTED = `${RETURNED}, but GitHub does not list it yet: run the same restore again`

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
