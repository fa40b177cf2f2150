import { addPackage } from '../src/emulator/builders.js'
import { buildxIndex } from '../src/emulator/image-attestation.js'
import { attest, cosign, push } from '../src/emulator/registry-publish.js'
import type { PackageState, World } from '../src/emulator/state.js'

const HOUR = 60 * 60 * 1000

/**
 * A package as a busy team has it: multi-arch builds with provenance, most of them tagged, every
 * third left untagged by a moving tag; half of them signed by cosign 2, a third attested, some of
 * those twice, so that an older fallback index lies around.
 *
 * @param size versions, at least; the last build may go beyond
 */
export function believablePackage(world: World, name: string, size: number): PackageState {
  const target = addPackage(world, 'acme', name)
  for (let build = 0; target.versions.length < size; build += 1) {
    const at = world.now() - 800 * 24 * HOUR + build * HOUR
    const image = buildxIndex(`build ${build}`)
    push(world, target, image, { tags: build % 3 === 0 ? [] : [`main-${build}`], at })
    if (build % 2 === 0) cosign(world, target, image.digest, 'sig', { at })
    if (build % 3 === 1) attest(world, target, image, { seed: `first ${build}`, at })
    if (build % 9 === 1) attest(world, target, image, { seed: `second ${build}`, at })
  }
  return target
}

/**
 * How many versions nothing spares from being read: neither an entry with a platform or a
 * reference digest, nor a cosign 2 helper.
 */
export function unspared(target: PackageState): number {
  const spared = new Set<string>()
  for (const { bytes } of target.manifests.values()) {
    const document: unknown = JSON.parse(new TextDecoder().decode(bytes))
    for (const entry of entriesOf(document)) {
      const hasPlatform = entry.platform !== undefined && entry.platform.os !== 'unknown'
      if (hasPlatform || entry.annotations?.['vnd.docker.reference.digest'] !== undefined) {
        spared.add(entry.digest)
      }
    }
  }
  const helpers = new Set(
    [...target.tags].filter(([tag]) => /\.(sig|att|sbom)$/.test(tag)).map(([, name]) => name)
  )
  return target.versions.filter(({ name }) => !spared.has(name) && !helpers.has(name)).length
}

interface Entry {
  readonly digest: string
  readonly platform?: { readonly os?: string }
  readonly annotations?: Readonly<Record<string, string>>
}

function entriesOf(document: unknown): readonly Entry[] {
  const isIndex = typeof document === 'object' && document !== null && 'manifests' in document
  return isIndex && Array.isArray(document.manifests) ? (document.manifests as Entry[]) : []
}
