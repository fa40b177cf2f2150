import { nestedEntries, sparedEntries } from '../../src/graph/reading.js'
import type { Digest } from '../../src/model/digest.js'
import type { Inventory } from '../../src/model/inventory.js'
import type { Reading } from '../../src/model/manifest.js'
import type { PlanInput } from '../../src/plan/plan-package.js'
import type { ReadingsNeeded } from '../../src/plan/readings-needed.js'
import { readingsNeeded } from '../../src/plan/readings-needed.js'

/** What a run observed of a package, and what it asked of the registry to get there. */
export interface Observed {
  readonly input: PlanInput
  readonly asked: readonly { readonly kind: ReadingsNeeded['kind']; readonly digests: Digest[] }[]
}

/**
 * Observes a package as a run does: asks the registry, which `registry.inventory` stands for,
 * for what `readingsNeeded` says, until it says nothing. A walk leaves out what an index that
 * was read before spares. What the registry has no reading of it does not know.
 */
export function observe(registry: PlanInput): Observed {
  const asked: { kind: ReadingsNeeded['kind']; digests: Digest[] }[] = []
  let input: PlanInput = {
    ...registry,
    inventory: { ...registry.inventory, manifests: {}, unlisted: {} }
  }
  for (let turn = 0; turn < 1000; turn += 1) {
    const needed = readingsNeeded(input)
    if (needed === null) return { input, asked }
    const { digests, found } = answer(needed, registry.inventory)
    asked.push({ kind: needed.kind, digests })
    input = { ...input, inventory: merged(input.inventory, found) }
  }
  throw new Error('it asks for ever')
}

type Found = Pick<Inventory, 'manifests' | 'unlisted'>

function merged(inventory: Inventory, { manifests, unlisted }: Found): Inventory {
  return {
    ...inventory,
    manifests: { ...inventory.manifests, ...manifests },
    unlisted: { ...inventory.unlisted, ...unlisted }
  }
}

function answer(
  { kind, digests }: ReadingsNeeded,
  { manifests, unlisted }: Inventory
): { readonly digests: Digest[]; readonly found: Found } {
  const reading = (digest: Digest): Reading => manifests[digest] ?? { kind: 'absent' }
  if (kind === 'ask') {
    const answers = digests.map((digest) => [digest, unlisted[digest] ?? 'absent'] as const)
    return {
      digests: [...digests],
      found: { manifests: {}, unlisted: Object.fromEntries(answers) }
    }
  }
  const read = kind === 'read' ? [...digests] : walked(digests, reading)
  const readings = read.map((digest) => [digest, reading(digest)] as const)
  return { digests: read, found: { manifests: Object.fromEntries(readings), unlisted: {} } }
}

function walked(digests: readonly Digest[], reading: (digest: Digest) => Reading): Digest[] {
  const spared = new Set<Digest>()
  const nested = new Set<Digest>()
  return digests.filter((digest) => {
    if (spared.has(digest) && !nested.has(digest)) return false
    const found = reading(digest)
    if (found.kind === 'read') {
      for (const entry of sparedEntries(found.manifest)) spared.add(entry)
      for (const entry of nestedEntries(found.manifest)) nested.add(entry)
    }
    return true
  })
}
