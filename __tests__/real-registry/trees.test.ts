import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { policy } from '../plan/a-plan.js'
import { attach, cosign, PROVENANCE, putManifest, SBOM } from './by-hand.js'
import { OCI_INDEX, type Descriptor, type MultiArch } from './layout.js'
import { openRealSite, planReal, TOOLS, type RealSite } from './real-site.js'
import { describeWith } from './tools.js'
import { treeText } from './tree-text.js'

const EVERYTHING = policy('delete: [{older-than: 0}]')

describeWith(TOOLS, 'images as real tools push them', () => {
  let site: RealSite
  let single: Descriptor
  let multi: MultiArch

  beforeAll(async () => {
    site = await openRealSite()
    const { layout } = site
    single = await layout.image('single')
    multi = await layout.multiArch('multi')
    await layout.index('buildkit', [multi.amd64, await layout.attestation(multi.amd64)])
  })

  afterAll(() => site.close())

  /** What a run makes of a package of which everything may go: all is read that ever is. */
  async function treeOf(name: string): Promise<string[]> {
    return treeText((await planReal(site, name, EVERYTHING)).graph)
  }

  test.each<[string, string, string, string[], string, string[]]>([
    [
      'an OCI image',
      'oci',
      'single',
      [],
      'application/vnd.oci.image.manifest.v1+json',
      ['image [v1]']
    ],
    [
      'an image of Docker’s schema 2',
      'docker',
      'single',
      ['--format', 'v2s2'],
      'application/vnd.docker.distribution.manifest.v2+json',
      ['image [v1]']
    ],
    [
      'a multi-arch index',
      'index',
      'multi',
      [],
      'application/vnd.oci.image.index.v1+json',
      ['index [v1]', '  image linux/amd64', '  image linux/arm64']
    ],
    [
      'a manifest list of Docker’s',
      'list',
      'multi',
      ['--format', 'v2s2'],
      'application/vnd.docker.distribution.manifest.list.v2+json',
      ['index [v1]', '  image linux/amd64', '  image linux/arm64']
    ],
    [
      'an index of BuildKit with an attestation',
      'buildkit',
      'buildkit',
      [],
      'application/vnd.oci.image.index.v1+json',
      ['index [v1]', '  attestation', '  image linux/amd64']
    ]
  ])('%s, pushed by skopeo', async (_title, name, image, flags, mediaType, tree) => {
    await site.skopeo.push(site.layout.source(image), site.repository(name), 'v1', ...flags)
    const { input, versions } = await planReal(site, name, EVERYTHING)
    const tagged = versions.find(({ tags }) => tags?.includes('v1'))

    expect(await treeOf(name)).toEqual(tree)
    expect(input.inventory.manifests[tagged?.name ?? '']).toMatchObject({ manifest: { mediaType } })
  })

  test('an index in an index', async () => {
    const to = site.repository('nested')
    await site.skopeo.push(site.layout.source('multi'), to, multi.index.digest)
    await site.skopeo.push(site.layout.source('single'), to, single.digest)
    await putManifest(to, 'v1', manifestOf([multi.index, single]))

    expect(await treeOf('nested')).toEqual([
      'index [v1]',
      '  image linux/amd64',
      '  index',
      '    image linux/amd64',
      '    image linux/arm64'
    ])
  })

  test('two indexes that share a platform', async () => {
    const to = site.repository('shared')
    await site.skopeo.push(site.layout.source('multi'), to, 'v1')
    await putManifest(to, 'v2', manifestOf([multi.amd64]))

    expect(await treeOf('shared')).toEqual([
      'index [v1]',
      '  image linux/amd64',
      '  image linux/arm64',
      'index [v2]',
      '  image linux/amd64'
    ])
  })

  test('an attested image: the attestation and the list of referrers follow it', async () => {
    const to = site.repository('attested')
    await site.skopeo.push(site.layout.source('single'), to, 'v1')
    await attach(to, single, PROVENANCE, { n: 1 })

    expect(await treeOf('attested')).toEqual([
      'image [v1]',
      '  attestation',
      '  referrers [sha256-…]',
      '    attestation'
    ])
  })

  test('attested twice: so does the list that lost its tag (ruling 56)', async () => {
    const to = site.repository('attested-twice')
    await site.skopeo.push(site.layout.source('single'), to, 'v1')
    await attach(to, single, PROVENANCE, { n: 1 })
    await attach(to, single, SBOM, { n: 2 })

    expect(await treeOf('attested-twice')).toEqual([
      'image [v1]',
      '  attestation',
      '  referrers',
      '    attestation',
      '  referrers [sha256-…]',
      '    attestation',
      '    sbom',
      '  sbom'
    ])
  })

  test('a signed platform of an index: the signature follows the platform', async () => {
    const to = site.repository('signed')
    await site.skopeo.push(site.layout.source('multi'), to, 'v1')
    await cosign(to, multi.arm64.digest)
    await cosign(to, multi.index.digest)

    expect(await treeOf('signed')).toEqual([
      'index [v1]',
      '  image linux/amd64',
      '  image linux/arm64',
      '    signature [sha256-….sig]',
      '  signature [sha256-….sig]'
    ])
  })
})

function manifestOf(manifests: readonly Descriptor[]) {
  return { schemaVersion: 2, mediaType: OCI_INDEX, manifests }
}
