import type { Progress } from '../execute/ports.js'
import type { ListedVersion } from '../model/version.js'
import { distinctVersions } from '../plan/list-check.js'

/** Progress where some of what was gone is back: it counts as staying. */
export function withReturned(
  { gone, deleted, stuck, untagged }: Progress,
  returned: ReadonlySet<number>
): Progress {
  return {
    gone: new Set([...gone].filter((id) => !returned.has(id))),
    deleted: new Set([...deleted].filter((id) => !returned.has(id))),
    stuck: new Set([...stuck, ...returned]),
    untagged
  }
}

/**
 * The list as it would be had this run changed nothing: what it has deleted and nobody pushed
 * again is in it again, and so are the tags that it took off and that nobody else has taken
 * since (ruling 13).
 */
export function putBack(
  before: readonly ListedVersion[],
  listed: readonly ListedVersion[],
  { gone, untagged }: Progress
): ListedVersion[] {
  const there = new Set(listed.map(({ id }) => id))
  const pushedAgain = new Set(listed.map(({ name }) => name))
  const used = new Set(listed.flatMap(({ tags }) => tags ?? []))
  const deleted = distinctVersions(before)
    .filter(({ id, name }) => gone.has(id) && !there.has(id) && !pushedAgain.has(name))
    .map((version) => ({ ...version, tags: version.tags?.filter((tag) => !used.has(tag)) ?? null }))
  const retagged = listed.map((version) => {
    const own = untagged.filter(({ id, tag }) => id === version.id && !used.has(tag))
    if (own.length === 0) return version
    return { ...version, tags: [...(version.tags ?? []), ...own.map(({ tag }) => tag)] }
  })
  return [...retagged, ...deleted]
}

/**
 * A list that lags behind what this run has restored: those versions are in it as they were,
 * without the tags that others have by now.
 */
export function withRestored(
  before: readonly ListedVersion[],
  listed: readonly ListedVersion[],
  restored: ReadonlySet<number>
): readonly ListedVersion[] {
  if (restored.size === 0) return listed
  const there = new Set(listed.map(({ id }) => id))
  const used = new Set(listed.flatMap(({ tags }) => tags ?? []))
  const missing = distinctVersions(before)
    .filter(({ id }) => restored.has(id) && !there.has(id))
    .map((version) => ({ ...version, tags: version.tags?.filter((tag) => !used.has(tag)) ?? null }))
  return [...listed, ...missing]
}
