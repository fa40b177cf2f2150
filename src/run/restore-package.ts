import type { ListedVersion } from '../model/version.js'
import type { VersionPlan } from '../plan/plan.js'
import { restorePackagePlan } from '../plan/restore-plan.js'
import { standInsText } from '../report/stand-ins.js'
import { tellFailedParts } from './lost-parts.js'
import { explainMissing } from './near-names.js'
import { RestoreChanges } from './restore-changes.js'
import type { PlannedRestore, RestoreContext } from './restore-context.js'
import { readListsOfRestored } from './restore-lists.js'
import { planFrom } from './restore-observe.js'
import { planReturned } from './restore-returned.js'
import { stillOfOthersTexts } from './restore-of-others.js'
import { readBack, restoreParts } from './restore-parts.js'
import { tellPartsLeft } from './restore-stopped.js'
import { withoutReplacements } from './restore-stand-ins.js'
import { restoreTags } from './restore-tags.js'
import { noteTrouble } from './restore-unseen.js'
import type { PackageSession } from './session.js'
import type { World } from './world.js'

/** Restores a package that is not there, then its versions. Says whether the package is back. */
export async function restorePackageWhole(
  one: PlannedRestore,
  context: RestoreContext
): Promise<boolean> {
  const { session: run, world } = context
  const { session } = one
  const changes = changesOf(one, context)
  const refused = await changes.restorePackage()
  if (refused !== null) {
    const [outcome, error] = refused
    run.recordPackage(session, outcome, error)
    if (outcome === 'remaining') session.warnings.push(`${WHOLE_LEFT}: ${error ?? ''}`)
    for (const { version } of one.planned.plan.versions) changes.end(version.id, refused)
    if (outcome === 'failed') session.error = await whyMissing(one, error ?? '', world)
    return false
  }
  run.recordPackage(session, 'restored', null)
  try {
    const lists = await readListsOfRestored(one.ref, world)
    if (lists.living !== null && one.planned.ofOthers.length > 0) {
      session.warnings.push(...stillOfOthersTexts(one.planned, planFrom(one, lists, context)))
    }
    await restoreVersions(
      { ...one, lists, planned: await planReturned(one, lists, context) },
      context
    )
  } catch (error) {
    noteTrouble(error, session, run)
  }
  const entry = run.entryOf(session)
  if (entry !== null) world.telling.changed(entry, false)
  return true
}

const WHOLE_LEFT = 'the package is still to be restored as a whole'

async function whyMissing(
  { ref, reported }: PlannedRestore,
  error: string,
  { github }: World
): Promise<string> {
  const why = `the package is not there and could not be restored: ${error}`
  return reported === null
    ? `${why}. If it never was: ${await explainMissing(ref, [ref.type], github)}`
    : why
}

/** Restores what the plan of a package asks for, then what that needs, then the tags. */
export async function restoreVersions(one: PlannedRestore, context: RestoreContext): Promise<void> {
  const { planned, session, ref } = one
  const living = one.lists.living ?? []
  const there = new Set(living.map(({ id }) => id))
  const changes = changesOf(one, context)
  const absent = planned.plan.versions.filter(({ version }) => planned.absent.has(version.id))
  // Those came back with their package.
  for (const { version } of absent) if (there.has(version.id)) changes.end(version.id, RESTORED)
  await changes.restore(
    absent.filter(({ version }) => !there.has(version.id)),
    living
  )
  if (one.reported !== null) {
    const warning = (text: string) => warn(session, text)
    tellFailedParts(planned.plan.versions, living, { package: ref, changes, warn: warning })
  }
  const parts = await partsOf(one, living, changes, context)
  await restoreTags({
    world: context.world,
    package: ref,
    changes,
    wishes: new Map([
      ...planned.wishes,
      ...parts.map(({ version }) => [version.id, version.tags ?? []] as const)
    ]),
    incomplete: new Set(
      planned.plan.versions
        .filter(
          ({ decision, version }) => decision === 'restore' && !planned.absent.has(version.id)
        )
        .map(({ version }) => version.id)
    ),
    warn: (text) => warn(session, text),
    leave: (why) => context.session.leaveForLater(why),
    isFoundAgain: one.reported !== null
  })
}

const RESTORED = ['restored', null] as const

/**
 * A report names every part that the run deleted. An id or a tag names an image alone: what
 * belongs to it is found in its manifest, once that can be read.
 */
async function partsOf(
  { ref, reported, planned, lists, session }: PlannedRestore,
  living: readonly ListedVersion[],
  changes: RestoreChanges,
  { world, session: run }: RestoreContext
): Promise<readonly VersionPlan[]> {
  if (reported !== null || ref.type !== 'container') return []
  const named = planned.plan.versions.map(({ version }) => version)
  const there = new Set(living.map(({ id }) => id))
  const found = named.filter(({ id }) => changes.there.has(id) || there.has(id))
  const work = {
    world,
    package: ref,
    changes,
    leave: (why: string) => run.leaveForLater(why),
    warn: (text: string) => warn(session, text)
  }
  const readings = await readBack(found, work)
  const { real: back, standIns } = await withoutReplacements(found, readings, changes)
  leaveOut(standIns, session, world)
  const add = async (plans: readonly VersionPlan[]) => {
    session.plan = restorePackagePlan(ref, [...(session.plan?.versions ?? []), ...plans])
    await run.begin()
  }
  const parts = await restoreParts({
    ...work,
    living: [...living, ...back.filter(({ id }) => !there.has(id))],
    deleted: lists.deleted ?? [],
    readings,
    among: new Set(back.map(({ id }) => id)),
    add
  })
  tellPartsLeft(parts, work)
  return parts
}

/** They count nowhere (ruling 71): what is said of them stands in their place. */
function leaveOut(
  standIns: ReadonlySet<number>,
  session: PackageSession,
  { telling }: World
): void {
  if (standIns.size === 0 || session.plan === null) return
  const others = session.plan.versions.filter(({ version }) => !standIns.has(version.id))
  session.plan = { ...session.plan, versions: others }
  session.standIns = standIns.size
  const text = standInsText(standIns.size)
  session.notes.push(text)
  telling.note(`${session.package.owner.login}/${session.package.name}: ${text}`)
}

function changesOf({ ref, session }: PlannedRestore, context: RestoreContext): RestoreChanges {
  const { world, slots, stop, session: run } = context
  return new RestoreChanges({
    world,
    package: ref,
    slots,
    stop,
    record: (outcome) => run.record(session, outcome)
  })
}

/** Each sentence once: a tag that was taken already is told by the plan as well. */
function warn(session: PackageSession, text: string): void {
  if (!session.warnings.includes(text)) session.warnings.push(text)
}
