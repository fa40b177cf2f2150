import type { Inventory } from '../model/inventory.js'
import type { EpochMs } from '../model/time.js'
import { DAY_MS } from '../model/time.js'
import type { Version } from '../model/version.js'
import type { Freeze } from './freeze.js'

/**
 * Why a package whose list makes sense is frozen all the same: a manifest that had to be read
 * could not be, or may be there and not listed yet (rulings 9 and 31). `null` where nothing is
 * in the way. Of several reasons the one about the highest id is given.
 */
export function checkManifests(
  { package: { type }, manifests, unlisted }: Inventory,
  versions: readonly Version[],
  now: EpochMs
): Freeze | null {
  if (type !== 'container') return null
  for (const { name, createdAt } of versions) {
    const reading = manifests[name]
    if (reading?.kind === 'unreadable') {
      return reading.isForPackage === true
        ? { code: 'registry-refused', why: reading.why }
        : { code: 'unreadable-manifest', digest: name, why: reading.why }
    }
    if (reading?.kind === 'absent' && now - createdAt <= DAY_MS) {
      return { code: 'young-unknown-manifest', digest: name }
    }
  }
  const asked = Object.keys(unlisted).sort()
  const listed = new Set(asked.length === 0 ? [] : versions.map(({ name }) => name))
  for (const digest of asked) {
    // What was not listed when the registry was asked may be by now.
    if (listed.has(digest)) continue
    if (unlisted[digest] === 'present') return { code: 'not-listed-yet', digest }
    if (unlisted[digest] === 'unreadable') return { code: 'unreadable-entry', digest }
  }
  return null
}
