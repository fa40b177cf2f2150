import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { addToken } from '../../src/emulator/builders.js'
import { deleteVersion } from '../../src/emulator/publishing.js'
import { isUserTag, type Digest } from '../../src/model/digest.js'
import { closeRunSites, DAY, openRunSite, packages, quick, type RunSite } from '../run/run-site.js'
import { Layout } from './layout.js'
import { Skopeo, type Repository } from './skopeo.js'
import { describeWith, openWorkplace, type Workplace } from './tools.js'

const DOCKER = ['--format', 'v2s2']

describeWith(['skopeo', 'umoci'], 'skopeo and the emulated GitHub', () => {
  let workplace: Workplace
  let layout: Layout
  let skopeo: Skopeo
  let site: RunSite
  let at: Repository

  beforeEach(async () => {
    workplace = await openWorkplace()
    layout = await Layout.create(workplace)
    skopeo = new Skopeo(workplace)
    site = await openRunSite()
    const { secret } = addToken(site.emulated, { login: 'mona' })
    at = { url: site.emulator.registryUrl, path: 'acme/app', token: secret }
    await layout.image('single')
    await layout.multiArch('multi')
  })

  afterEach(async () => {
    await closeRunSites()
    await workplace.remove()
  })

  /** Pulls every user's tag whole; by tag, the digest that came. */
  async function pullAll(): Promise<Record<string, Digest>> {
    const tags = (await skopeo.tags(at)).filter(isUserTag).toSorted()
    const pulled: Record<string, Digest> = {}
    for (const tag of tags) pulled[tag] = await skopeo.pullWhole(at, tag)
    return pulled
  }

  describe('a first push makes the package, and comes back as it was', () => {
    test.each<[string, string, string[], number, string | undefined]>([
      ['an OCI image', 'single', [], 1, undefined],
      [
        'an image of Docker’s schema 2',
        'single',
        DOCKER,
        1,
        'application/vnd.docker.distribution.manifest.v2+json'
      ],
      ['an index', 'multi', [], 3, 'application/vnd.oci.image.index.v1+json'],
      [
        'a manifest list of Docker’s',
        'multi',
        DOCKER,
        3,
        'application/vnd.docker.distribution.manifest.list.v2+json'
      ]
    ])('%s', async (_title, image, flags, versions, mediaType) => {
      await skopeo.push(layout.source(image), at, 'v1', ...flags)
      const [made] = site.emulated.packages

      expect(made).toMatchObject({ owner: 'acme', name: 'app', type: 'container' })
      expect(made?.versions).toHaveLength(versions)
      expect((await skopeo.inspect(at, 'v1')).mediaType).toBe(mediaType)
      expect(await skopeo.pullWhole(at, 'v1')).toBe(made?.tags.get('v1'))
    })
  })

  test('whoever may not push is refused', async () => {
    const { secret } = addToken(site.emulated, { login: 'mona', scopes: ['read:packages'] })
    const push = skopeo.push(layout.source('single'), { ...at, token: secret }, 'v1')

    await expect(push).rejects.toThrow(/denied|authentication|forbidden/i)
  })

  test('deleting is refused, as ghcr.io refuses it', async () => {
    await skopeo.push(layout.source('single'), at, 'v1')

    await expect(skopeo.delete(at, 'v1')).rejects.toThrow(/405|unsupported/i)
    await skopeo.pullWhole(at, 'v1')
  })

  test('after a cleanup every tag that is kept is pulled whole', async () => {
    await layout.multiArch('closed')
    await skopeo.push(layout.source('multi'), at, 'v1')
    await skopeo.push(layout.source('multi'), at, 'pr-6')
    await skopeo.push(layout.source('multi'), at, 'v1-docker', ...DOCKER)
    await skopeo.push(layout.source('closed'), at, 'pr-7')
    await skopeo.push(layout.source('closed'), at, 'pr-7-docker', ...DOCKER)
    await skopeo.push(layout.source('single'), at, 'main')
    const before = await pullAll()
    await site.clock.sleep(40 * DAY)
    const result = await site.run({
      packages: packages('app'),
      rules: quick({ deleteTags: ['pr-*'], deleteUntagged: true }, { untag: true })
    })

    expect(result.failures).toEqual([])
    expect(result.report.totals).toMatchObject({ deleted: 6, untagged: 1, kept: 7 })
    const { main, v1, 'v1-docker': docker } = before
    expect(await pullAll()).toEqual({ main, v1, 'v1-docker': docker })
    await expect(skopeo.pullWhole(at, before['pr-7'] ?? '')).rejects.toThrow(/unknown|not found/i)
  })

  test('a platform deleted under its index: skopeo does notice', async () => {
    await skopeo.push(layout.source('multi'), at, 'v1')
    const made = site.emulated.packages[0]!
    const platform = made.versions.find(({ name }) => name !== made.tags.get('v1'))!
    deleteVersion(site.emulated, made, platform)

    await expect(skopeo.pullWhole(at, 'v1')).rejects.toThrow('manifest unknown')
  })
})
