import type { PackageRef } from '../model/package.js'
import type { ListedVersion } from '../model/version.js'
import { tagsLeft } from '../plan/restore-tags.js'
import type { TagOfVersion } from '../plan/steps.js'
import { shortName } from '../report/labels.js'
import { enumerate, plural } from '../report/wording.js'
import { isLimit } from './budget.js'
import { mapLimited } from './map-limited.js'
import { attachTag } from './restore-attach.js'
import type { RestoreChanges } from './restore-changes.js'
import { listUntilThere } from './restore-lists.js'
import { withoutStandIns } from './restore-stand-ins.js'
import type { World } from './world.js'
import { messageOf } from '../model/message-of.js'

export interface TagRestoration {
  readonly world: World
  readonly package: PackageRef
  readonly changes: RestoreChanges
  /** The tags that versions are to have, by id. */
  readonly wishes: ReadonlyMap<number, readonly string[]>
  /** Ids of versions that were there before, and lost tags. */
  readonly incomplete: ReadonlySet<number>
  /** Takes what a person should know. */
  readonly warn: (text: string) => void
  /** Notes that work is left for later that no version stands for. */
  readonly leave: (why: string) => void
  /** Whether the same run finds the versions again once they are back. */
  readonly isFoundAgain: boolean
}

/** Tags that are pushed at once: the registry has a limit of its own. */
const TAGS_AT_ONCE = 5

/** What became of one tag, and what is to be said of it. */
interface TagResult extends TagOfVersion {
  readonly kind: 'attached' | 'there' | 'taken' | 'left' | 'failed'
  readonly note: string | null
}

/**
 * Looks which tags came back with their versions, and attaches those that did not and that no
 * other version has by now. Whatever becomes of a tag is told with its version.
 */
export async function restoreTags(restoration: TagRestoration): Promise<void> {
  const { world, package: ref, changes, incomplete } = restoration
  const wishes = wishesOfThose(restoration)
  const isDone = [...wishes.values()].every((tags) => tags.length === 0)
  if (isDone) return
  try {
    const listed = await listUntilThere(ref, wishes.keys(), world)
    const stayed = new Map([...wishes].filter(([id]) => incomplete.has(id)))
    const living = await withoutStandIns(ref, stayed, listed, world)
    const results = await resultsOf(restoration, wishes, living)
    const byId = new Map<number, TagResult[]>()
    for (const result of results) byId.set(result.id, [...(byId.get(result.id) ?? []), result])
    for (const id of wishes.keys()) {
      const own = byId.get(id) ?? []
      if (own.length > 0 || incomplete.has(id)) tell(id, own, restoration)
    }
    const left = results.filter(({ kind }) => kind === 'left')
    tellLeft(new Set(left.map(({ id }) => id)), changes.stopped()?.why ?? '', restoration)
  } catch (error) {
    const message = messageOf(error)
    const isStopped = isLimit(error) || changes.stopped() !== null
    const why = `its tags could not be looked at: ${message}`
    const tagged = [...wishes].filter(([, tags]) => tags.length > 0).map(([id]) => id)
    for (const id of tagged)
      changes.end(id, [isStopped ? stoppedAs(id, restoration) : 'failed', why])
    if (isStopped) tellLeft(new Set(tagged), changes.stopped()?.why ?? message, restoration)
  }
}

/** What this run brought back is back; one that was there before is as it was. */
function stoppedAs(id: number, { incomplete }: TagRestoration): 'restored' | 'remaining' {
  return incomplete.has(id) ? 'remaining' : 'restored'
}

function tellLeft(
  ids: ReadonlySet<number>,
  why: string,
  { warn, leave, isFoundAgain }: TagRestoration
): void {
  if (ids.size === 0) return
  leave(why)
  const how = isFoundAgain ? 'run the same restore again' : ATTACH_BY_HAND
  const what = `tags of ${plural(ids.size, 'version')} are still to be attached`
  warn(`${what}, for the run was stopped: ${how}`)
}

const ATTACH_BY_HAND =
  'attach them by hand, for another run does not find versions that are back: report.csv names ' +
  'the tags of each'

function wishesOfThose({
  wishes,
  changes,
  incomplete
}: TagRestoration): Map<number, readonly string[]> {
  return new Map([...wishes].filter(([id]) => changes.there.has(id) || incomplete.has(id)))
}

async function resultsOf(
  restoration: TagRestoration,
  wishes: ReadonlyMap<number, readonly string[]>,
  living: readonly ListedVersion[]
): Promise<readonly TagResult[]> {
  const { attach, taken } = tagsLeft(wishes, living)
  const names = new Map(living.map(({ id, name }) => [id, name]))
  const attached = await mapLimited(attach, TAGS_AT_ONCE, (one) =>
    attachOne(one, names.get(one.id), restoration)
  )
  return [
    ...attached,
    ...taken.map(({ id, tag, holder }): TagResult => ({
      id,
      tag,
      kind: 'taken',
      note: takenText(tag, holder)
    }))
  ]
}

async function attachOne(
  { id, tag }: TagOfVersion,
  digest: string | undefined,
  { world, package: ref, changes }: TagRestoration
): Promise<TagResult> {
  const stop = changes.stopped()
  if (stop !== null) {
    return { id, tag, kind: 'left', note: `the tag ${tag} is not attached yet: ${stop.why}` }
  }
  const failed = (why: string): TagResult => {
    const note = `the tag ${tag} did not come back and could not be attached: ${why}`
    return { id, tag, kind: 'failed', note }
  }
  if (ref.type !== 'container') return failed(`there is no way to in ${ref.type} packages`)
  if (digest === undefined) return failed('the version is not listed yet')
  const answer = await attachTag(ref, digest, tag, world)
  switch (answer.kind) {
    case 'attached':
    case 'there':
      return { id, tag, kind: answer.kind, note: null }
    case 'taken':
      return { id, tag, kind: 'taken', note: takenText(tag, { name: answer.digest }) }
    case 'failed':
      return failed(answer.message)
  }
}

/** What is said of a tag that another version has by now. */
export function takenText(
  tag: string,
  { id, name }: { readonly id?: number; readonly name: string }
): string {
  const holder = id === undefined ? shortName(name) : `version ${id} (${shortName(name)})`
  return `the tag ${tag} belongs to ${holder} by now and stays there`
}

function tell(id: number, results: readonly TagResult[], restoration: TagRestoration): void {
  const { changes, warn, incomplete } = restoration
  const having = (kind: TagResult['kind']) => results.filter((result) => result.kind === kind)
  for (const { note } of having('taken')) if (note !== null) warn(note)
  const retagged = having('attached').map(({ tag }) => tag)
  const notes = results.flatMap(({ note }) => note ?? [])
  const error = notes.length === 0 ? null : enumerate(notes)
  if (having('failed').length > 0) changes.end(id, ['failed', error], retagged)
  else if (having('left').length > 0) {
    changes.end(id, [stoppedAs(id, restoration), error], retagged)
  } else if (incomplete.has(id) && retagged.length === 0) {
    changes.end(id, ['skipped', error ?? 'its tags came back meanwhile'])
  } else changes.end(id, ['restored', error], retagged)
}
