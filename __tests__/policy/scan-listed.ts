import { scanFiles } from '../../src/policy/listed-files.js'
import type { ListedPackage } from '../../src/policy/listed-names.js'

/** What one file of this text names of a package. */
export function scanListed(text: string, wanted: ListedPackage) {
  const { digests, tags, near = [], untold = [] } = scanFiles([{ path: 'a', text }], wanted)
  return { digests, tags, near, untold: untold.map(({ line, written }) => ({ line, written })) }
}
