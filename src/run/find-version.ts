import type { ListedVersion } from '../model/version.js'
import { nearTags } from '../plan/near-tags.js'

/** What a version is found by. */
type Findable = Pick<ListedVersion, 'id' | 'name' | 'tags'>

/** Fewer digits of a digest are more likely a tag. */
const PREFIX = /^(?:sha256:)?[0-9a-f]{7,64}$/i

/**
 * The ids of the versions that a person means by a tag, a name, an id, or a digest, whole or its
 * first digits, with or without `sha256:`. What is exact goes before what only begins so.
 */
export function findVersions(versions: readonly Findable[], text: string): readonly number[] {
  const exact = versions.filter(
    ({ id, name, tags }) => name === text || String(id) === text || (tags ?? []).includes(text)
  )
  if (exact.length > 0) return ids(exact)
  if (!PREFIX.test(text)) return []
  const start = `sha256:${text.toLowerCase().replace(/^sha256:/, '')}`
  return ids(versions.filter(({ name }) => name.startsWith(start)))
}

/** Tags, and names that are no digest, that somebody could have meant: three at most, nearest first. */
export function namesLike(versions: readonly Findable[], text: string): readonly string[] {
  const named = versions.flatMap(({ name, tags }) => [
    ...(name.startsWith('sha256:') ? [] : [name]),
    ...(tags ?? [])
  ])
  return nearTags(new Set(named))([text])
}

function ids(versions: readonly Findable[]): readonly number[] {
  return [...new Set(versions.map(({ id }) => id))]
}
