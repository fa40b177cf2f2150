import type { PackageType } from '../../model/package.js'
import type { TypedVersion } from './typed-version.js'
import { hasPrereleasePart, parseVersionOf, releaseKeyOf } from './typed-version.js'

/**
 * Says for a tag, or version name, which of those listed is the release that it led to, as it
 * is written there; `null` where it is no prerelease or its release is not listed (ruling 43).
 * The list is every user tag, or name, of the package; of several spellings the first counts.
 */
export function supersession(
  type: PackageType,
  listed: readonly string[],
  versionOf: (text: string) => TypedVersion | null = (text) => parseVersionOf(type, text)
): (text: string) => string | null {
  const releases = new Map<string | number, string>()
  for (const text of listed) {
    const version = versionOf(text)
    if (hasPrereleasePart(type, version) !== false) continue
    const key = releaseKeyOf(type, version)
    if (key !== null && !releases.has(key)) releases.set(key, text)
  }
  return (text) => {
    const version = versionOf(text)
    if (hasPrereleasePart(type, version) !== true) return null
    return releases.get(releaseKeyOf(type, version) ?? '') ?? null
  }
}
