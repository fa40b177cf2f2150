import type { ReleasesGoing } from '../plan/releases-going.js'
import { formatCount } from './bytes.js'
import { enumerate, plural } from './wording.js'

const SHOWN_RELEASES = 3

/** That releases are among what would go, as a sentence. */
export function releasesGoingText({ going, releases }: ReleasesGoing): string {
  const looks = releases.length === 1 ? 'looks like a release' : 'look like releases'
  return (
    `${formatCount(releases.length)} of the ${plural(going, 'image')} that would go ${looks}: ` +
    `${enumerate(releases, SHOWN_RELEASES)}; keep-tags, or a keep rule, keeps them`
  )
}
