import { isSha256Digest, isUserTag } from '../model/digest.js'
import type { PackageReport, VersionRow } from './report.js'
import { clip } from './wording.js'

const SHORT_DIGEST = 'sha256:'.length + 12
const SHOWN_TAGS = 2

/** A digest cut to 12 hex digits, any other name whole. */
export function shortName(name: string): string {
  return isSha256Digest(name) ? name.slice(0, SHORT_DIGEST) : name
}

/** How lists name a version: its first user tags, else its shortened digest or its name. */
export function versionLabel({ name, tags }: Pick<VersionRow, 'name' | 'tags'>): string {
  const userTags = (tags ?? []).filter((tag) => isUserTag(tag))
  if (userTags.length === 0) return clip(shortName(name), 128)
  const left = userTags.length - SHOWN_TAGS
  const shown = userTags.slice(0, SHOWN_TAGS).join(', ')
  return clip(left > 0 ? `${shown} +${left}` : shown, 128)
}

/** `owner/name (type)`. */
export function packageTitle({ owner, name, type }: PackageReport): string {
  return `${owner}/${name} (${type})`
}
