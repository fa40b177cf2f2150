import type { PackageRef } from '../model/package.js'
import { hasTags } from '../model/package.js'
import type { Candidate, RestorePlan } from '../plan/restore-plan.js'
import { planRestore } from '../plan/restore-plan.js'
import { candidatesOfIds, searchDeleted } from '../plan/deleted-candidates.js'
import { tagsLeft } from '../plan/restore-tags.js'
import { areTagsUnseen, TAGS_UNSEEN, tagsThere } from '../plan/unseen-tags.js'
import { shortName } from '../report/labels.js'
import { enumerate, plural } from '../report/wording.js'
import type { RestoreSource } from './config.js'
import { explainMissing } from './near-names.js'
import type { PlannedRestore, RestoreContext } from './restore-context.js'
import type { PackageLists } from './restore-lists.js'
import { readLists } from './restore-lists.js'
import { isWhollyOfOthers, ofOthersTexts } from './restore-of-others.js'
import type { WantedPackage } from './restore-select.js'
import {
  isBackFrom,
  mayBeStandIn,
  perhapsStandInsText,
  withoutStandIns
} from './restore-stand-ins.js'
import { takenText } from './restore-tags.js'
import { noteUnplanned } from './restore-unseen.js'
import type { World } from './world.js'

const SHOWN_NAMES = 10

/**
 * Looks at a package and plans what is to be restored in it; `null` where it can't be looked
 * at, or was left out by a signal: its entry of the report says why.
 */
export async function planRestoreOf(
  wanted: WantedPackage,
  context: RestoreContext
): Promise<PlannedRestore | null> {
  const { world, session: run } = context
  const session = run.open(wanted.ref)
  const interrupted = world.interrupted()
  if (interrupted !== null) {
    session.error = `not looked at: ${interrupted}`
    return null
  }
  try {
    const lists = await listsFor(wanted, world)
    const planned = planFrom(wanted, lists, context)
    const one: PlannedRestore = {
      ref: wanted.ref,
      reported: wanted.reported,
      isMissing: lists.living === null,
      lists,
      session,
      planned
    }
    session.plan = planned.plan
    session.warnings.push(...warningsOf(one, context))
    session.notes.push(...notesOf(one, context))
    if (one.isMissing && context.config.dryRun) {
      session.isMissing = !isWhollyOfOthers(one)
      session.warnings.push(await missingText(one, context))
    }
    const entry = run.entryOf(session)
    if (entry !== null) world.telling.planned(entry, context.config.dryRun)
    return one
  } catch (error) {
    noteUnplanned(error, wanted, session, context)
    return null
  }
}

async function listsFor({ ref, reported }: WantedPackage, world: World): Promise<PackageLists> {
  const lists = await readLists(ref, world.github)
  if (lists.living === null || reported === null) return lists
  const stayed = reported.candidates.filter(({ fate }) => fate.kind === 'stays')
  const wishes = new Map(stayed.map(({ version, tags }) => [version.id, tags]))
  return { ...lists, living: await withoutStandIns(ref, wishes, lists.living, world) }
}

/**
 * What is to be done, by the lists.
 *
 * @throws Error where they don't say what the source asks for
 */
export function planFrom(
  { ref, reported }: Pick<WantedPackage, 'ref' | 'reported'>,
  lists: PackageLists,
  { config: { source }, session }: Pick<RestoreContext, 'config' | 'session'>
): RestorePlan {
  const candidates = reported?.candidates ?? candidatesIn(ref, source, lists, session.startedAt)
  return planRestore({ package: ref, candidates, living: lists.living, deleted: lists.deleted })
}

function candidatesIn(
  { type }: PackageRef,
  source: RestoreSource,
  { living, deleted, why }: PackageLists,
  now: number
): readonly Candidate[] {
  if (source.kind === 'report') return []
  if (source.kind === 'ids') {
    return candidatesOfIds(type, source.ids, [...(living ?? []), ...(deleted ?? [])])
  }
  // What the package had deleted before it went itself shows once it is back.
  if (living === null) return []
  if (deleted === null) throw new Error(`${why}. Use version-ids or a report instead`)
  const found = searchDeleted(type, { living, deleted }, { ...source, now })
  if (!found.ok) throw new Error(found.why)
  return found.candidates
}

function warningsOf(one: PlannedRestore, context: RestoreContext): readonly string[] {
  const { ref, lists, planned, reported } = one
  const { living } = lists
  const versions = new Map(planned.plan.versions.map(({ version }) => [version.id, version]))
  const { taken } = tagsLeft(planned.wishes, living ?? [])
  // A live run tells of them once it has seen which are stand-ins.
  const { dryRun } = context.config
  const inUse = taken.filter(
    (tag) => dryRun || reported !== null || !isBackFrom(versions.get(tag.id), tag)
  )
  return [
    ...(reported === null ? nothingFound(ref, planned, lists, context) : rulesText(planned)),
    ...inUse.map(({ tag, holder }) => takenText(tag, holder)),
    ...(reported === null ? unknownTexts(ref, planned, lists) : unlistedText(planned, lists)),
    ...(reported?.wentWhole === true && living !== null && planned.absent.size > 0
      ? [NAME_USED_AGAIN]
      : []),
    ...(planned.vanished.length === 0
      ? []
      : [
          `${plural(planned.vanished.length, 'version')} that lost tags ` +
            `${planned.vanished.length === 1 ? 'is' : 'are'} not there any more, so the tags can ` +
            `not be attached: ${enumerate(planned.vanished.map(shortName), SHOWN_NAMES)}`
        ]),
    ...doubtText(planned),
    ...ofOthersTexts(one, context.config.dryRun)
  ]
}

/** A run that was cut off knows less than all that it did. */
function doubtText({ plan }: RestorePlan): string[] {
  const perhaps = plan.versions.filter(
    ({ decision, reason }) =>
      decision === 'restore' && reason.code === 'deleted-by-run' && reason.isUncertain === true
  )
  if (perhaps.length === 0) return []
  return [
    `the report does not say of ${plural(perhaps.length, 'version')} whether its run or ` +
      `somebody else deleted ${perhaps.length === 1 ? 'it' : 'them'}: ` +
      `${perhaps.length === 1 ? 'it comes' : 'they come'} back too`
  ]
}

const NAME_USED_AGAIN =
  'the run deleted this package as a whole, and a package of its name is there: if that is a new ' +
  'one, delete it first to have the old one back'

function nothingFound(
  { type }: PackageRef,
  { plan }: RestorePlan,
  { living, deleted }: PackageLists,
  { config: { source }, session }: RestoreContext
): string[] {
  if (source.kind !== 'deleted' || living === null || plan.versions.length > 0) return []
  const there = tagsThere(type, living, source.tags)
  const search = { ...source, now: session.startedAt }
  if (there === null || !areTagsUnseen(type, deleted ?? [], search)) {
    return ['no deleted version is what deleted-tags and deleted-within ask for']
  }
  return [
    `${TAGS_UNSEEN}. Of what deleted-tags asks for is there: ${enumerate(there, SHOWN_NAMES)}`
  ]
}

/** Ruling 72: the same rule takes it again. */
function rulesText({ plan }: RestorePlan): string[] {
  const counts = new Map<string, number>()
  for (const { rule, decision } of plan.versions) {
    if (rule !== null && decision === 'restore') counts.set(rule, (counts.get(rule) ?? 0) + 1)
  }
  if (counts.size === 0) return []
  const rules = [...counts].map(([rule, count]) => `${rule} (${count})`)
  return [
    'change the policy before the next clean-up, or it deletes these versions again, by the rules ' +
      `that deleted them: ${enumerate(rules)}`
  ]
}

/**
 * What GitHub does not tell of versions that an id or a search names; nothing yet where the
 * package itself is not there.
 */
export function unknownTexts(
  ref: PackageRef,
  planned: RestorePlan,
  lists: PackageLists
): readonly string[] {
  if (lists.living === null) return []
  return [...unlistedText(planned, lists), ...tagsUnknown(ref, planned)]
}

/** Where GitHub does not show the tags of what was deleted, nobody but a report knows them. */
function tagsUnknown({ type }: PackageRef, { absent, wishes }: RestorePlan): string[] {
  const isKnown = [...absent].some((id) => (wishes.get(id) ?? []).length > 0)
  if (!hasTags(type) || absent.size === 0 || isKnown) return []
  return [
    'GitHub does not say which tags these versions had: where they do not come back by themselves, ' +
      'the versions stay untagged, and the next clean-up of untagged images may take them. Restore ' +
      'from the report of the run, or attach the tags by hand'
  ]
}

function unlistedText({ unlisted }: RestorePlan, { living }: PackageLists): string[] {
  if (unlisted.length === 0 || living === null) return []
  return [
    `GitHub does not list ${plural(unlisted.length, 'version')} as deleted, so ` +
      `${unlisted.length === 1 ? 'it' : 'they'} may not come back: 30 days have passed, or the ` +
      `name was used again: ${enumerate(unlisted.map(shortName), SHOWN_NAMES)}`
  ]
}

/** An id, a tag or a time finds images alone, and stand-ins among them: a report knows better. */
function notesOf(
  { ref, planned, reported }: PlannedRestore,
  { config: { dryRun } }: RestoreContext
): readonly string[] {
  const { plan, absent } = planned
  if (reported !== null || ref.type !== 'container' || absent.size === 0) return []
  const suspects = plan.versions.filter(
    ({ version }) => absent.has(version.id) && mayBeStandIn(version)
  )
  return [
    PARTS_COME,
    ...(dryRun && suspects.length > 0 ? [perhapsStandInsText(suspects.length)] : [])
  ]
}

const PARTS_COME =
  'platforms, attestations and signatures of these versions come back with them, beyond the ' +
  'number here: which ones can be read only when they are back'

/** Only trying would tell whether it was deleted or never was. */
async function missingText(
  { ref, reported }: PlannedRestore,
  { world, config: { source } }: RestoreContext
): Promise<string> {
  const isByTime = source.kind === 'deleted' && source.within !== null
  const first =
    'the package is not there: a live run restores it as a whole first' +
    (isByTime ? ', whenever it was deleted, which GitHub does not say of packages' : '')
  if (reported !== null) return first
  return `${first}. If that fails: ${await explainMissing(ref, [ref.type], world.github)}`
}
