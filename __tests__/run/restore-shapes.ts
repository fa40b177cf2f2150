import { helmChart, orasArtifact } from '../../src/emulator/image-artifact.js'
import { buildxIndex } from '../../src/emulator/image-attestation.js'
import {
  dockerMultiArch,
  multiArch,
  ociIndex,
  type IndexPart
} from '../../src/emulator/image-index.js'
import { ociImage, type BuiltManifest } from '../../src/emulator/image-manifest.js'
import { attest, cosign, push } from '../../src/emulator/registry-publish.js'
import type { PackageState, World } from '../../src/emulator/state.js'
import { DAY, NOW } from './run-site.js'

const AT = { at: NOW - 90 * DAY }

/** Publishes images tagged `pr-*`, which are to be deleted, and others, which stay. */
type Publish = (world: World, app: PackageState) => void

const tagged = (...tags: string[]) => ({ ...AT, tags })
const part = (manifest: BuiltManifest, platform = 'linux/amd64'): IndexPart => ({
  manifest,
  platform
})

/** What people publish, beside an image `v0` that is always kept. */
export const SHAPES: readonly [string, Publish][] = [
  ['multi-arch without provenance', (w, app) => push(w, app, multiArch('a'), tagged('pr-1'))],
  ['multi-arch with provenance', (w, app) => push(w, app, buildxIndex('a'), tagged('pr-1'))],
  [
    'provenance as artifacts with a subject',
    (w, app) => push(w, app, buildxIndex('a', { attestations: 'artifact' }), tagged('pr-1'))
  ],
  [
    'two tags on one version, one of them selected',
    (w, app) => push(w, app, multiArch('a'), tagged('pr-1', 'v1'))
  ],
  [
    'two tags on one version, both selected',
    (w, app) => push(w, app, multiArch('a'), tagged('pr-1', 'pr-2'))
  ],
  [
    'two indexes that share a platform, one kept',
    (w, app) => {
      const shared = part(ociImage('shared'))
      push(w, app, ociIndex([shared, part(ociImage('a'), 'linux/arm64')]), tagged('pr-1'))
      push(w, app, ociIndex([shared, part(ociImage('b'), 'linux/arm64')]), tagged('v1'))
    }
  ],
  [
    'two indexes that share a platform, both deleted',
    (w, app) => {
      const shared = part(ociImage('shared'))
      push(w, app, ociIndex([shared, part(ociImage('a'), 'linux/arm64')]), tagged('pr-1'))
      push(w, app, ociIndex([shared, part(ociImage('b'), 'linux/arm64')]), tagged('pr-2'))
    }
  ],
  [
    'a tagged image that is part of a kept index',
    (w, app) => {
      const own = ociImage('a')
      push(w, app, own, tagged('pr-1-amd64'))
      push(w, app, ociIndex([part(own), part(ociImage('b'), 'linux/arm64')]), tagged('v1'))
    }
  ],
  [
    'a tagged image that is part of a deleted index',
    (w, app) => {
      const own = ociImage('a')
      push(w, app, own, tagged('pr-1-amd64'))
      push(w, app, ociIndex([part(own), part(ociImage('b'), 'linux/arm64')]), tagged('pr-1'))
    }
  ],
  [
    "cosign 2's signature, attestation and SBOM",
    (w, app) => {
      const built = multiArch('a')
      push(w, app, built, tagged('pr-1'))
      for (const kind of ['sig', 'att', 'sbom'] as const) cosign(w, app, built.digest, kind, AT)
    }
  ],
  [
    'cosign 3 or one attestation by actions/attest',
    (w, app) => {
      const built = multiArch('a')
      push(w, app, built, tagged('pr-1'))
      attest(w, app, built, { seed: 'one', ...AT })
    }
  ],
  [
    'actions/attest twice, which leaves an older list of referrers',
    (w, app) => {
      const built = ociImage('a')
      push(w, app, built, tagged('pr-1'))
      attest(w, app, built, { seed: 'one', ...AT })
      attest(w, app, built, { seed: 'two', ...AT })
    }
  ],
  [
    'a nested index',
    (w, app) =>
      push(w, app, ociIndex([{ manifest: multiArch('in') }, part(ociImage('out'))]), tagged('pr-1'))
  ],
  [
    'a Helm chart and an ORAS artifact',
    (w, app) => {
      push(w, app, helmChart('chart'), tagged('pr-1'))
      push(w, app, orasArtifact('report'), tagged('pr-2'))
    }
  ],
  ["docker's manifest list", (w, app) => push(w, app, dockerMultiArch('a'), tagged('pr-1'))]
]

/** A package with such images and one that stays. */
export function publish(world: World, app: PackageState, shape: Publish): void {
  push(world, app, buildxIndex('stays'), tagged('v0'))
  shape(world, app)
}
