import { candidatesOfIds } from '../plan/deleted-candidates.js'
import type { Candidate } from '../plan/restore-plan.js'
import { planRestore } from '../plan/restore-plan.js'
import { freezeText } from '../report/freeze-text.js'
import { unseenBecause } from './budget.js'
import { notBegun } from './not-begun.js'
import type { RestoreContext } from './restore-context.js'
import type { WantedPackage } from './restore-select.js'
import type { PackageSession, RunSession } from './session.js'
import { messageOf } from '../model/message-of.js'

/**
 * Notes in a package that brings versions back why it could not be gone on with. What a limit
 * hides is no error: what is known to be wanted and has no outcome yet remains.
 */
export function noteTrouble(error: unknown, session: PackageSession, run: RunSession): void {
  const unseen = unseenBecause(error)
  if (unseen === null) {
    session.error = messageOf(error)
    return
  }
  const why = freezeText(unseen)
  run.leaveForLater(why)
  for (const outcome of notBegun(session, 'remaining', why)) run.record(session, outcome)
  if ((session.plan?.versions.length ?? 0) === 0) session.leftAlone = why
}

/** Of a package that can't be looked at: what a report or ids ask for, as far as they tell. */
export function noteUnplanned(
  error: unknown,
  { ref, reported }: WantedPackage,
  session: PackageSession,
  { config: { source, dryRun }, session: run }: RestoreContext
): void {
  if (unseenBecause(error) !== null) {
    const ofIds = source.kind === 'ids' ? candidatesOfIds(ref.type, source.ids, []) : []
    const candidates = reported?.candidates ?? ofIds
    const living = candidates.filter(({ fate }) => fate.kind === 'stays').map(withoutTags)
    session.plan = planRestore({ package: ref, candidates, living, deleted: null }).plan
  }
  if (dryRun) noteTroubleOfPreview(error, session, run)
  else noteTrouble(error, session, run)
}

function noteTroubleOfPreview(error: unknown, session: PackageSession, run: RunSession): void {
  const unseen = unseenBecause(error)
  if (unseen === null) noteTrouble(error, session, run)
  else {
    session.leftAlone = freezeText(unseen)
    run.leaveForLater(freezeText(unseen))
  }
}

function withoutTags({ version }: Candidate) {
  return { ...version, tags: [] }
}
