import { isSha256Digest, isUserTag } from '../model/digest.js'
import { tellingFirst } from '../model/label-tag.js'
import type { PackageReport, VersionRow } from './report.js'
import { formatCount } from './bytes.js'
import { clip } from './wording.js'

const SHORT_DIGEST = 'sha256:'.length + 12
const SHOWN_TAGS = 2

/** A digest cut to 12 hex digits, any other name whole. */
export function shortName(name: string): string {
  return isSha256Digest(name) ? name.slice(0, SHORT_DIGEST) : name
}

/**
 * How lists name a version: its user tags that say most, else its shortened digest or its
 * name.
 */
export function versionLabel({ name, tags }: Pick<VersionRow, 'name' | 'tags'>): string {
  const userTags = tellingFirst((tags ?? []).filter((tag) => isUserTag(tag)))
  if (userTags.length === 0) return clip(shortName(name), 128)
  const left = userTags.length - SHOWN_TAGS
  const shown = userTags.slice(0, SHOWN_TAGS).join(', ')
  return clip(left > 0 ? `${shown} +${left}` : shown, 128)
}

/** Examples as a list; by `;`, since a comma stands between the tags of one: `a, b; c and 3 more`. */
export function exampleList(examples: readonly string[], left: number): string {
  const more = left > 0 ? [`${formatCount(left)} more`] : []
  const shown = examples.join('; ')
  return [...(shown === '' ? [] : [shown]), ...more].join(' and ')
}

/** `owner/name (type)`. */
export function packageTitle({ owner, name, type }: PackageReport): string {
  return `${owner}/${name} (${type})`
}
