import { afterEach, expect, test } from '@jest/globals'
import { seeded } from '../../src/emulator/faults.js'
import { multiArch, ociIndex } from '../../src/emulator/image-index.js'
import { ociImage } from '../../src/emulator/image-manifest.js'
import {
  deleteVersion,
  moveTag,
  pushManifest,
  restoreVersion
} from '../../src/emulator/publishing.js'
import { attest, push } from '../../src/emulator/registry-publish.js'
import { pullWhole } from '../../src/emulator/registry-pull.js'
import { tagsOf, type PackageState } from '../../src/emulator/state.js'
import { fillRandomly, RANDOM_RULES } from './random-package.js'
import { closeStages, container, openStage, tagsIn, type Stage } from './stage.js'

afterEach(closeStages)

const RUNS = 50
const done = { acts: 0, rebuilt: 0, restored: 0, deleted: 0, untagged: 0 }

const batches = Array.from({ length: RUNS / 10 }, (_, tens): [string, number] => [
  `${tens * 10} to ${tens * 10 + 9}`,
  tens
])

test.each(batches)('next to somebody who publishes all the time: seeds %s', async (_name, tens) => {
  for (let seed = tens * 10; seed < tens * 10 + 10; seed += 1) {
    await runNextTo(seed).catch((cause: unknown) => {
      throw new Error(`seed ${seed}`, { cause })
    })
  }
})

test('both had something to do', () => {
  expect(done.acts).toBeGreaterThan(RUNS * 3)
  expect(done.rebuilt).toBeGreaterThan(RUNS / 4)
  expect(done.restored).toBeGreaterThan(RUNS / 4)
  expect(done.deleted).toBeGreaterThan(RUNS)
  expect(done.untagged).toBeGreaterThan(0)
})

async function runNextTo(seed: number): Promise<void> {
  const stage = await openStage({ registry: { honoursIfMatch: true } })
  const app = container(stage)
  fillRandomly(stage, app, seeded(seed))
  const publisher = new Publisher(stage, app, seeded(seed + 1000))
  const stop = stage.emulator.onRequest({
    before: () => publisher.mayAct(),
    after: () => publisher.mayAct()
  })

  const result = await stage.run({ rules: RANDOM_RULES })
  stop()

  done.deleted += result.report.totals.deleted
  done.untagged += result.report.totals.untagged
  publisher.expectNothingLost()
  // The same rules a minute later lose nothing either.
  stage.clock.pass(60_000)
  await stage.run({ rules: RANDOM_RULES })
  publisher.expectNothingLost()
  await closeStages()
}

/** Pushes, re-tags and deletes, and remembers what it has tagged. */
class Publisher {
  readonly #tagged = new Map<string, string>()
  readonly #stage: Stage
  readonly #app: PackageState
  readonly #random: () => number
  #pushes = 0

  constructor(stage: Stage, app: PackageState, random: () => number) {
    this.#stage = stage
    this.#app = app
    this.#random = random
  }

  mayAct(): void {
    if (this.#random() > 0.15) return
    done.acts += 1
    // So that a run takes minutes, and looks more than once.
    this.#stage.clock.pass(15_000)
    const choice = this.#random()
    if (choice < 0.35) this.#push()
    else if (choice < 0.45) this.#rebuild()
    else if (choice < 0.55) this.#restore()
    else if (choice < 0.8) this.#retag()
    else this.#delete()
  }

  expectNothingLost(): void {
    const tags = tagsIn(this.#app)
    for (const [tag, digest] of this.#tagged) {
      expect([tag, tags[tag]]).toEqual([tag, digest])
      expect([tag, pullWhole(this.#app, tag).missing]).toEqual([tag, []])
    }
  }

  /** A new image under a new tag or one that is there, now and then over a platform that is there. */
  #push(): void {
    this.#pushes += 1
    const seed = `published ${this.#pushes}`
    const shared = { manifest: ociImage('shared'), platform: 'linux/amd64' }
    const own = { manifest: ociImage(seed), platform: 'linux/arm64' }
    const built = this.#random() < 0.4 ? ociIndex([shared, own]) : multiArch(seed)
    const tag =
      this.#random() < 0.5 ? `pr-${1 + Math.floor(this.#random() * 6)}` : `new-${this.#pushes}`
    push(this.#stage.emulated, this.#app, built, { tags: [tag] })
    this.#tagged.set(tag, built.digest)
    if (this.#random() < 0.3) attest(this.#stage.emulated, this.#app, built)
  }

  /** Pushes what was deleted again, as a build that gives the same bytes does, with its parts. */
  #rebuild(): void {
    const tag = this.#useAgain('again', (name) => {
      const manifest = this.#app.manifests.get(name)
      if (manifest !== undefined) pushManifest(this.#stage.emulated, this.#app, manifest)
    })
    if (tag) done.rebuilt += 1
  }

  /** Restores what was deleted, its parts first. */
  #restore(): void {
    const tag = this.#useAgain('back', (name) => {
      const version = this.#app.versions.findLast((one) => one.name === name)
      if (version !== undefined) restoreVersion(this.#stage.emulated, this.#app, version)
    })
    if (tag) done.restored += 1
  }

  /** Brings back some image that is deleted, in one way or the other, and tags it; whether it did. */
  #useAgain(prefix: string, bringBack: (name: string) => void): boolean {
    const deleted = this.#app.versions.filter(({ name }) => !this.#isListed(name))
    const name = deleted[Math.floor(this.#random() * deleted.length)]?.name
    if (name === undefined) return false
    for (const part of this.#imageOf(name)) if (!this.#isListed(part)) bringBack(part)
    this.#pushes += 1
    const tag = `${prefix}-${this.#pushes}`
    this.#app.tags.set(tag, name)
    this.#tagged.set(tag, name)
    return true
  }

  /** Digests of an image, parts first. */
  #imageOf(name: string): readonly string[] {
    const manifest = this.#app.manifests.get(name)
    if (manifest === undefined) return []
    const { manifests = [] } = JSON.parse(new TextDecoder().decode(manifest.bytes)) as {
      manifests?: readonly { digest: string }[]
    }
    return [...manifests.flatMap(({ digest }) => this.#imageOf(digest)), name]
  }

  #isListed(name: string): boolean {
    return this.#app.versions.some((one) => one.name === name && one.deletedAt === null)
  }

  /**
   * Moves a tag that no rule selects to a version that has one. A version that is about to go is
   * none of them: what goes into use between a list and the deletion that is based on it is the
   * gap that GitHub leaves (ruling 76).
   */
  #retag(): void {
    const tagged = this.#app.versions.filter((version) =>
      tagsOf(this.#app, version).some((tag) => !/^(pr-|sha256-)/.test(tag))
    )
    const version = tagged[Math.floor(this.#random() * tagged.length)]
    if (version === undefined) return
    const tag = this.#random() < 0.5 ? 'latest' : `stable-${1 + Math.floor(this.#random() * 3)}`
    moveTag(this.#app, tag, version)
    this.#tagged.set(tag, version.name)
  }

  /** Deletes an image that it has published itself, with all its tags. */
  #delete(): void {
    const own = [...this.#tagged.values()]
    const name = own[Math.floor(this.#random() * own.length)]
    const version = this.#app.versions.find((one) => one.name === name && one.deletedAt === null)
    if (version === undefined || this.#app.tags.size < 4) return
    for (const [tag, digest] of this.#tagged) if (digest === name) this.#tagged.delete(tag)
    deleteVersion(this.#stage.emulated, this.#app, version)
  }
}
