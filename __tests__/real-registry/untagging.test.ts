import { afterAll, beforeAll, expect, test } from '@jest/globals'
import type { UntagAnswer } from '../../src/execute/ports.js'
import type { GitHubClient } from '../../src/github/client.js'
import type { DeletionAnswer } from '../../src/model/deletion.js'
import type { ListedVersion } from '../../src/model/version.js'
import { takeOffTags } from '../../src/run/take-off-tags.js'
import { fastClock } from '../registry/fast-clock.js'
import { attach, deleteManifest, SBOM } from './by-hand.js'
import type { Descriptor } from './layout.js'
import { openRealSite, refOf, TOOLS, type RealSite } from './real-site.js'
import { describeWith } from './tools.js'
import { versionList } from './version-list.js'

const DOCKER = ['--format', 'v2s2']

describeWith(TOOLS, 'a tag taken off in a real registry (4-running, Untagging)', () => {
  let site: RealSite
  let single: Descriptor

  beforeAll(async () => {
    site = await openRealSite()
    single = await site.layout.image('single')
    await site.layout.multiArch('multi')
  })

  afterAll(() => site.close())

  const listed = (name: string) => versionList(site.registry.storage, `acme/${name}`)

  /** GitHub's part of it, done in the registry: which versions there are, and deleting one. */
  function gitHubOver(name: string, refusal: DeletionAnswer | null): GitHubClient {
    const deleteVersion = async (_ref: unknown, id: number): Promise<DeletionAnswer> => {
      if (refusal !== null) return refusal
      const version = (await listed(name)).find((one) => one.id === id)
      await deleteManifest(site.repository(name), version?.name ?? '')
      return { kind: 'deleted' }
    }
    // No other of its methods is asked.
    return {
      listVersions: () => listed(name),
      deleteVersion
    } as Partial<GitHubClient> as GitHubClient
  }

  /** Takes `go` off the version that bears it, or is thought to, as a run does. */
  async function takeOff(
    name: string,
    given: { readonly from?: ListedVersion | undefined; readonly refusal?: DeletionAnswer } = {}
  ): Promise<UntagAnswer | undefined> {
    const bearer = (await listed(name)).find(({ tags }) => tags?.includes('go'))
    const { id = 0, name: digest } = given.from ?? bearer ?? {}
    const world = {
      github: gitHubOver(name, given.refusal ?? null),
      registry: site.client,
      clock: fastClock(),
      nonce: () => 'once',
      interrupted: () => null
    }
    const [answer] = await takeOffTags(refOf(name), [{ id, tag: 'go' }], () => digest, world)
    return answer
  }

  test.each<[string, string, string, string[]]>([
    ['an OCI image', 'oci', 'single', []],
    ['an image of Docker’s schema 2', 'docker', 'single', DOCKER],
    ['an index', 'index', 'multi', []],
    ['a manifest list of Docker’s', 'list', 'multi', DOCKER]
  ])('%s keeps its other tag, and is pulled whole', async (_title, name, image, flags) => {
    const at = site.repository(name)
    for (const tag of ['keep', 'go']) {
      await site.skopeo.push(site.layout.source(image), at, tag, ...flags)
    }
    const before = await listed(name)

    expect(await takeOff(name)).toEqual({ kind: 'untagged' })
    expect(await site.skopeo.tags(at)).toEqual(['keep'])
    expect(await listed(name)).toEqual(
      before.map((one) => (one.tags?.includes('go') ? { ...one, tags: ['keep'] } : one))
    )
    await site.skopeo.pullWhole(at, 'keep')
  })

  test('an artifact with an empty config keeps its other tag', async () => {
    const at = site.repository('artifact')
    await site.skopeo.push(site.layout.source('single'), at, 'v1')
    const referrer = await attach(at, single, SBOM, { sbom: 1 })
    for (const tag of ['keep', 'go']) await tagAgain('artifact', referrer, tag)

    expect(await takeOff('artifact')).toEqual({ kind: 'untagged' })
    expect((await site.client.readTag(refOf('artifact'), 'keep'))?.digest).toBe(referrer.digest)
    expect(await site.client.readTag(refOf('artifact'), 'go')).toBeNull()
  })

  /** The same bytes under another tag, as restoring tags does it. */
  async function tagAgain(name: string, { digest }: Descriptor, tag: string): Promise<void> {
    const { bytes, contentType } = await site.client.readManifest(refOf(name), digest)
    if (bytes === null || contentType === null) throw new Error(`${name} has no ${digest}`)
    const stored = await site.client.putManifest(refOf(name), tag, bytes, contentType)
    expect(stored.digest).toBe(digest)
  }

  test.each<[string, string, string[]]>([
    ['an OCI image', 'put-back-oci', []],
    ['an image of Docker’s schema 2', 'put-back-docker', DOCKER]
  ])('the tag of %s is put back where its replacement can’t go', async (_title, name, flags) => {
    const at = site.repository(name)
    await site.skopeo.push(site.layout.source('single'), at, 'go', ...flags)
    const before = await site.client.readTag(refOf(name), 'go')

    const refusal: DeletionAnswer = { kind: 'retained', message: 'the last tagged version' }
    expect(await takeOff(name, { refusal })).toEqual(refusal)
    expect(await site.client.readTag(refOf(name), 'go')).toEqual(before)
    await site.skopeo.pullWhole(at, 'go')
  })

  test('a tag that somebody moved meanwhile is left where it is', async () => {
    const at = site.repository('moved')
    await site.skopeo.push(site.layout.source('single'), at, 'go')
    const seen = (await listed('moved')).find(({ tags }) => tags?.includes('go'))
    await site.skopeo.push(site.layout.source('multi'), at, 'go')
    const moved = await site.client.readTag(refOf('moved'), 'go')

    expect(await takeOff('moved', { from: seen })).toMatchObject({ kind: 'moved' })
    expect(await site.client.readTag(refOf('moved'), 'go')).toEqual(moved)
  })
})
