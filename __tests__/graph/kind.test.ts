import { expect, test } from '@jest/globals'
import type { VersionKind } from '../../src/graph/graph.js'
import type { IndexEntry, Manifest } from '../../src/model/manifest.js'
import {
  absent,
  attests,
  entry,
  helperTag,
  image,
  imageWith,
  index,
  listed,
  nested,
  OCI_EMPTY,
  OCI_INDEX,
  platform,
  referrer,
  samplePackage,
  SIGSTORE_BUNDLE,
  unread,
  unreadable,
  type Spec
} from './sample-package.js'

/** The kind of the version called `V` among these. */
function kindAmong(specs: readonly Spec[]): VersionKind | undefined {
  const { graph, idOf } = samplePackage(specs)
  return graph.nodes.get(idOf('V'))?.kind
}

const IN_TOTO = 'application/vnd.in-toto+json'

test.each<[string, Partial<Manifest>, VersionKind]>([
  ['an OCI image', {}, 'image'],
  [
    'a Docker image',
    { configMediaType: 'application/vnd.docker.container.image.v1+json' },
    'image'
  ],
  ['an image of the first schema, without config', { configMediaType: null }, 'image'],
  ['a Helm chart', { configMediaType: 'application/vnd.cncf.helm.config.v1+json' }, 'artifact'],
  ['a wasm module', { configMediaType: 'application/vnd.wasm.config.v0+json' }, 'artifact'],
  [
    'what ORAS pushes',
    { artifactType: 'application/vnd.acme.rocket', configMediaType: OCI_EMPTY },
    'artifact'
  ],
  ['an empty config without artifact type', { configMediaType: OCI_EMPTY }, 'artifact'],
  [
    'a referrer of an unknown type',
    { artifactType: 'application/vnd.acme.report', subject: 'sha256:0' },
    'artifact'
  ],
  [
    'a BuildKit attestation as OCI artifact, whatever its predicate',
    {
      artifactType: 'application/vnd.docker.attestation.manifest.v1+json',
      predicateType: 'https://spdx.dev/Document'
    },
    'attestation'
  ],
  ['an image of in-toto statements', { layerMediaType: IN_TOTO }, 'attestation'],
  [
    'a provenance bundle',
    { artifactType: SIGSTORE_BUNDLE, predicateType: 'https://slsa.dev/provenance/v1' },
    'attestation'
  ],
  [
    'a bundle with a predicate of nobody knows what',
    { artifactType: SIGSTORE_BUNDLE, predicateType: 'https://acme.example/review' },
    'attestation'
  ],
  [
    'an SPDX bundle',
    { artifactType: SIGSTORE_BUNDLE, predicateType: 'https://spdx.dev/Document/v2.3' },
    'sbom'
  ],
  [
    'a CycloneDX bundle',
    { artifactType: SIGSTORE_BUNDLE, predicateType: 'https://cyclonedx.org/bom' },
    'sbom'
  ],
  [
    'a bundle that cosign 3 signed with',
    { artifactType: SIGSTORE_BUNDLE, predicateType: 'https://sigstore.dev/cosign/sign/v1' },
    'signature'
  ],
  ['a bundle without a predicate', { artifactType: SIGSTORE_BUNDLE }, 'signature'],
  [
    'a cosign signature by its layer',
    { layerMediaType: 'application/vnd.dev.cosign.simplesigning.v1+json' },
    'signature'
  ],
  [
    'a cosign signature by its artifact type',
    { artifactType: 'application/vnd.dev.cosign.artifact.sig.v1+json' },
    'signature'
  ],
  ['a notation signature', { artifactType: 'application/vnd.cncf.notary.signature' }, 'signature'],
  [
    'a notation signature by its config',
    { configMediaType: 'application/vnd.cncf.notary.signature' },
    'signature'
  ],
  ['an SPDX document', { artifactType: 'application/spdx+json' }, 'sbom'],
  ['a CycloneDX document', { artifactType: 'application/vnd.cyclonedx+json' }, 'sbom'],
  ['a syft document by its layer', { layerMediaType: 'application/vnd.syft+json' }, 'sbom']
])('%s, read', (_name, fields, kind) => {
  expect(kindAmong([imageWith('V', fields, 'v1')])).toBe(kind)
})

test.each<[string, IndexEntry, VersionKind]>([
  ['a platform is an image', platform('V'), 'image'],
  ['an index by its media type', nested('V'), 'index'],
  [
    'an index with a platform is an index still',
    entry('V', { mediaType: OCI_INDEX, platform: { os: 'linux', architecture: 'arm64' } }),
    'index'
  ],
  ['a BuildKit attestation', attests('V', 'P'), 'attestation'],
  ['an SBOM by its artifact type', entry('V', { artifactType: 'application/spdx+json' }), 'sbom'],
  ['an artifact', entry('V', { artifactType: 'application/vnd.acme.rocket' }), 'artifact'],
  ['a bundle may be either', listed('V'), 'unknown'],
  ['nothing said is nothing known', entry('V'), 'unknown']
])('not read, by what an index says: %s', (_name, described, kind) => {
  expect(kindAmong([unread('V'), index('I', [platform('P'), described], 'v1')])).toBe(kind)
})

test.each<[string, Spec[], VersionKind]>([
  ['.sig is a signature', [unread('V', helperTag('X', '.sig'))], 'signature'],
  ['.att is an attestation', [unread('V', helperTag('X', '.att'))], 'attestation'],
  ['.sbom is an SBOM', [unread('V', helperTag('X', '.sbom'))], 'sbom'],
  ['another suffix says nothing', [unread('V', helperTag('X', '.vex'))], 'unknown'],
  ['the tag goes before an image that was read', [image('V', helperTag('X', '.sig'))], 'signature'],
  [
    'ruling 78: not where there is a user tag too',
    [image('V', 'v1', helperTag('X', '.sig'))],
    'image'
  ],
  ['nothing known', [unread('V', 'v1')], 'unknown'],
  ['unreadable', [unreadable('V', 'v1')], 'unknown'],
  [
    'ruling 9: absent is unknown whatever an index says',
    [absent('V'), index('I', [platform('V')], 'v1')],
    'unknown'
  ],
  [
    'ruling 71: what a replacement says of an entry counts for nothing',
    [unread('V'), imageWith('M', { entries: [platform('V')], replacementOf: 'main' }, 'main')],
    'unknown'
  ],
  [
    'of two indexes the one with the higher id says what an entry is',
    [unread('V'), index('I', [platform('V')], 'v1'), index('K', [attests('V', 'P')], 'v2')],
    'attestation'
  ],
  ['an index', [index('V', [platform('P')], 'v1')], 'index'],
  ['an empty index', [index('V', [])], 'index'],
  ['a fallback index', [index('V', [listed('R')], helperTag('X'))], 'referrers'],
  ['an empty fallback index', [index('V', [], helperTag('X'))], 'referrers'],
  [
    'ruling 26: an image tagged by content hash is no fallback index',
    [index('V', [platform('P')], helperTag('X'))],
    'index'
  ],
  [
    'ruling 56: a superseded fallback index',
    [image('X', 'v1'), referrer('R', 'X'), index('V', [listed('R')])],
    'referrers'
  ],
  [
    'BuildKit attestations that were read keep their kind',
    [image('V'), index('I', [platform('P'), attests('V', 'P')], 'v1')],
    'attestation'
  ]
])('%s', (_name, specs, kind) => {
  expect(kindAmong(specs)).toBe(kind)
})
