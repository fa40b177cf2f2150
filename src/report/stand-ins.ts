import type { PackageReport } from './report.js'
import { plural } from './wording.js'

/** The tags that a run took off are found in its report alone. */
export const TAGS_BY_REPORT =
  'the tags that such a run took off come back only by its report (restore with report)'

/** The note of a package in which a live run met `count` stand-ins. */
export function standInsText(count: number): string {
  return (
    `${plural(count, 'deleted version was a stand-in', 'deleted versions were stand-ins')} that a ` +
    `run with untag had made, no ${count === 1 ? 'image' : 'images'}, and ` +
    `${count === 1 ? 'is' : 'are'} deleted again; ${TAGS_BY_REPORT}`
  )
}

/** What was done with stand-ins, of which no other count tells; `null` where there were none. */
export function standInsDone(packages: readonly Pick<PackageReport, 'standIns'>[]): string | null {
  const count = packages.reduce((sum, { standIns = 0 }) => sum + standIns, 0)
  if (count === 0) return null
  return plural(
    count,
    'stand-in was restored and deleted again',
    'stand-ins were restored and deleted again'
  )
}
