import { Slots } from '../execute/slots.js'
import { stopReason } from './budget.js'
import type { RestoreConfig } from './config.js'
import { mapLimited } from './map-limited.js'
import type { PlannedRestore, RestoreContext } from './restore-context.js'
import { restorePackageWhole, restoreVersions } from './restore-package.js'
import { planRestoreOf } from './restore-observe.js'
import { isWhollyOfOthers } from './restore-of-others.js'
import { selectToRestore } from './restore-select.js'
import { noteTrouble } from './restore-unseen.js'
import type { RunResult } from './run-result.js'
import { failuresOf } from './run-result.js'
import type { RunSession } from './session.js'
import { stopAndGoOn } from './stop-again.js'
import type { World } from './world.js'

/** Packages that are read, or changed, at once. */
const PACKAGES_AT_ONCE = 4

/**
 * Brings back what a run deleted and the tags that it took off, or deleted versions by id, tag
 * or time. What is there already needs nothing, so that a second run changes nothing. What
 * can't be restored is `failed`, with the reason; the rest goes on.
 *
 * @throws Error where the run can't begin at all; nothing was changed then
 */
export async function restore(
  config: RestoreConfig,
  world: World,
  session: RunSession
): Promise<RunResult> {
  const wanted = await selectToRestore(config, world, session)
  const slots = new Slots(config.concurrency)
  const context: RestoreContext = {
    config,
    world,
    session,
    slots,
    stop: () => {
      const limits = { ...config, startedAt: session.startedAt }
      const reason = stopAndGoOn(stopReason(limits, world), world, whatAgain(config.source))
      session.stopped ??= reason?.why ?? null
      return reason
    }
  }
  let done = 0
  const results = await mapLimited(wanted, PACKAGES_AT_ONCE, async (one) => {
    const planned = await planRestoreOf(one, context)
    done += 1
    world.telling.progress({ phase: 'reading', done, total: wanted.length })
    return planned
  })
  const planned = results.filter((one) => one !== null)
  const missing = leaveOnlyNamesNowhere(planned, context)
  await session.begin()
  if (!config.dryRun) {
    await restoreMissing(missing, context)
    await mapLimited(planned.filter(isToChange), PACKAGES_AT_ONCE, (one) => change(one, context))
  }
  const report = await session.finish()
  return { report, failures: failuresOf(report, config.failOn) }
}

/** A search finds only what is still deleted, and not what belongs to that. */
function whatAgain({ kind }: RestoreConfig['source']): string {
  return kind === 'deleted'
    ? 'it goes on with what it still finds deleted'
    : 'it goes on where it stopped'
}

/** A name that several types could have is missing only where none of them has it. */
function leaveOnlyNamesNowhere(
  planned: readonly PlannedRestore[],
  { session }: RestoreContext
): readonly PlannedRestore[] {
  const found = new Set(planned.filter(({ isMissing }) => !isMissing).map(nameOf))
  return planned.filter((one) => {
    if (!one.isMissing || isWhollyOfOthers(one)) return false
    const isElsewhere = one.reported === null && found.has(nameOf(one))
    if (isElsewhere) session.drop(one.session)
    return !isElsewhere
  })
}

/** Whole packages come first; of types that a name was only tried with, those that fail are dropped. */
async function restoreMissing(
  missing: readonly PlannedRestore[],
  context: RestoreContext
): Promise<void> {
  const back = new Set<string>()
  const refused: PlannedRestore[] = []
  for (const one of missing) {
    if (await restorePackageWhole(one, context)) back.add(nameOf(one))
    else refused.push(one)
  }
  for (const one of refused) {
    if (one.reported === null && back.has(nameOf(one))) context.session.drop(one.session)
  }
}

async function change(one: PlannedRestore, context: RestoreContext): Promise<void> {
  try {
    await restoreVersions(one, context)
  } catch (error) {
    noteTrouble(error, one.session, context.session)
  }
  const entry = context.session.entryOf(one.session)
  if (entry !== null) context.world.telling.changed(entry, false)
}

function isToChange({ isMissing, session }: PlannedRestore): boolean {
  return !isMissing && session.error === null
}

function nameOf({ ref }: PlannedRestore): string {
  return ref.name.toLowerCase()
}
