import type { ReleasesGoing } from '../plan/releases-going.js'
import { formatCount } from './bytes.js'
import { enumerate, plural } from './wording.js'

const SHOWN_RELEASES = 3

/** That releases are among what would go, or in a live run goes, as a sentence. */
export function releasesGoingText(
  { images, npmVersions, releases }: ReleasesGoing,
  isLive: boolean
): string {
  const looks = releases.length === 1 ? 'looks like a release' : 'look like releases'
  const goes = isLive ? (images + npmVersions === 1 ? 'goes' : 'go') : 'would go'
  const all = [
    ...(images > 0 ? [plural(images, 'image')] : []),
    ...(npmVersions > 0 ? [plural(npmVersions, 'npm version')] : [])
  ]
  return (
    `${formatCount(releases.length)} of the ${all.join(' and ')} ` +
    `that ${goes} ${looks}: ${enumerate(releases, SHOWN_RELEASES)}; keep-tags, or a keep rule, ` +
    'keeps them'
  )
}
