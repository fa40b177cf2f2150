import type { UntagAnswer } from '../execute/ports.js'
import type { Digest } from '../model/digest.js'
import type { DeletionAnswer } from '../model/deletion.js'
import type { PackageRef } from '../model/package.js'
import { SECOND_MS } from '../model/time.js'
import type { ListedVersion } from '../model/version.js'
import type { TagOfVersion } from '../plan/steps.js'
import { isLimit } from './budget.js'
import type { ReplacedTag, TagWorld } from './replaced-tag.js'
import { putBack, replaceTag } from './replaced-tag.js'
import { messageOf } from '../model/message-of.js'

type UntagWorld = TagWorld & {
  readonly interrupted: () => string | null
}

/** A list may lag behind a push: it is read so often, a second apart. */
const LIST_TRIES = 6

/**
 * Takes tags off versions that stay. GitHub has no way to do that, so each tag is pushed onto
 * a manifest of its own and the version that this makes is deleted. A tag that is not on its
 * version any more is left alone; one whose replacement can't be deleted is put back. One
 * answer for each tag, in their order; never throws.
 *
 * @param nameOf the digest of a version by its id
 */
export async function takeOffTags(
  ref: PackageRef,
  tags: readonly TagOfVersion[],
  nameOf: (id: number) => Digest | undefined,
  world: UntagWorld
): Promise<readonly UntagAnswer[]> {
  const begun = await Promise.all(
    tags.map(({ id, tag }) => replaceTag(ref, tag, nameOf(id), world))
  )
  const replaced = begun.flatMap((one) => ('digest' in one ? [one] : []))
  const listed = await listReplacements(ref, replaced, world)
  return Promise.all(
    begun.map(async (one) => ('digest' in one ? deleteReplacement(ref, one, listed, world) : one))
  )
}

type Listed = ReadonlyMap<Digest, ListedVersion> | Error

/** The living versions by digest, read again until those of all replacements are among them. */
async function listReplacements(
  ref: PackageRef,
  replaced: readonly ReplacedTag[],
  { github, clock, interrupted }: UntagWorld
): Promise<Listed> {
  let listed = new Map<Digest, ListedVersion>()
  for (let tries = 0; replaced.length > 0 && tries < LIST_TRIES; tries += 1) {
    if (tries > 0) await clock.sleep(SECOND_MS)
    try {
      const versions = await github.listVersions(ref)
      listed = new Map(versions.map((version) => [version.name, version]))
    } catch (error) {
      return error instanceof Error ? error : new Error(String(error))
    }
    if (replaced.every(({ digest }) => listed.has(digest)) || interrupted() !== null) break
  }
  return listed
}

async function deleteReplacement(
  ref: PackageRef,
  replaced: ReplacedTag,
  listed: Listed,
  world: UntagWorld
): Promise<UntagAnswer> {
  const { tag, digest } = replaced
  if (listed instanceof Error) return putBack(ref, replaced, answerTo(listed), world)
  const version = listed.get(digest)
  if (version === undefined) {
    return putBack(ref, replaced, failedFor('its replacement is not listed'), world)
  }
  // Only a version with exactly that digest and no tag but exactly that one is ours to delete.
  if (version.tags?.every((one) => one === tag) !== true) return movedFrom(tag)
  const refused = await deleteFor(ref, version.id, world)
  if (refused !== null) return putBack(ref, replaced, refused, world)
  if (version.tags.length === 1) return { kind: 'untagged' }
  // Of a version that came without its tag only the registry tells where the tag is.
  return putBack(ref, replaced, movedFrom(tag), world)
}

function movedFrom(tag: string): UntagAnswer {
  return { kind: 'moved', message: `${tag} was moved while it was being taken off` }
}

/** Deletes a replacement; why that could not be done, or `null`. Never throws. */
async function deleteFor(
  ref: PackageRef,
  id: number,
  { github }: UntagWorld
): Promise<UntagAnswer | null> {
  try {
    return refusalIn(await github.deleteVersion(ref, id))
  } catch (error) {
    return answerTo(error)
  }
}

function refusalIn(answer: DeletionAnswer): UntagAnswer | null {
  switch (answer.kind) {
    case 'deleted':
    case 'gone':
      return null
    case 'retained':
      return { kind: 'retained', message: answer.message }
    case 'blocked':
    case 'denied':
      return failedFor(answer.message)
  }
}

/** A limit whose wait is too long for this run is no failure: the tag is left for the next. */
function answerTo(error: unknown): UntagAnswer {
  const message = messageOf(error)
  return isLimit(error) ? { kind: 'remaining', message } : failedFor(message)
}

function failedFor(message: string): UntagAnswer {
  return { kind: 'failed', message }
}
