import { afterEach, describe, expect, test } from '@jest/globals'
import { buildxIndex } from '../../src/emulator/image-attestation.js'
import { dockerImage, ociImage } from '../../src/emulator/image-manifest.js'
import { attest } from '../../src/emulator/registry-publish.js'
import { deleteVersion, moveTag, pushManifest } from '../../src/emulator/publishing.js'
import { push } from '../../src/emulator/registry-publish.js'
import { lostPulls, pullEverything } from '../../src/emulator/registry-pull.js'
import { replacementFor } from '../../src/registry/replacement.js'
import { duration, quick } from '../run/run-site.js'
import {
  closeStages,
  container,
  livingIn,
  onlyPackage,
  openStage,
  pushed,
  tagsIn,
  type Stage
} from './stage.js'

afterEach(closeStages)

const UNTAG = quick({ deleteTags: ['pr-*'], olderThan: duration('30d') }, { untag: true })
const REPLACEMENT = /io\.github\.package-retention\.untagged/

function onFirst(stage: Stage, line: RegExp, when: 'before' | 'after', work: () => void): void {
  let isDone = false
  stage.emulator.onRequest({
    [when]: (request: { readonly line: string }) => {
      if (isDone || !line.test(request.line)) return
      isDone = true
      work()
    }
  })
}

describe('a tag that moves while it is being taken off', () => {
  test('before it is asked about: it is left alone', async () => {
    const stage = await openStage()
    const app = container(stage)
    pushed(stage, app, ociImage('kept'), 90, 'v1', 'pr-1')
    const rebuilt = ociImage('rebuilt')
    onFirst(stage, /GET .*manifests\/pr-1/, 'before', () =>
      push(stage.emulated, app, rebuilt, { tags: ['pr-1'] })
    )

    const result = await stage.run({ rules: UNTAG })

    expect(tagsIn(app)['pr-1']).toBe(rebuilt.digest)
    expect(onlyPackage(result).totals).toMatchObject({ skipped: 1, untagged: 0 })
    expect(stage.taken().filter((line) => line.startsWith('PUT'))).toEqual([])
  })

  test('between the question and the push, where the registry heeds If-Match: it is left alone', async () => {
    const stage = await openStage({ registry: { honoursIfMatch: true } })
    const app = container(stage)
    pushed(stage, app, ociImage('kept'), 90, 'v1', 'pr-1')
    const other = pushed(stage, app, ociImage('other'), 40, 'v2')
    onFirst(stage, /PUT .*manifests\/pr-1/, 'before', () => moveTag(app, 'pr-1', other))

    const result = await stage.run({ rules: UNTAG })

    expect(tagsIn(app)['pr-1']).toBe(other.name)
    expect(onlyPackage(result).totals).toMatchObject({ skipped: 1, failed: 0 })
    expect(livingIn(app)).toHaveLength(2)
  })

  test('after the push: the replacement is not deleted with what took the tag', async () => {
    const stage = await openStage()
    const app = container(stage)
    pushed(stage, app, ociImage('kept'), 90, 'v1', 'pr-1')
    const rebuilt = ociImage('rebuilt')
    onFirst(stage, /PUT .*manifests\/pr-1/, 'after', () =>
      push(stage.emulated, app, rebuilt, { tags: ['pr-1'] })
    )

    const result = await stage.run({ rules: UNTAG })

    expect(tagsIn(app)['pr-1']).toBe(rebuilt.digest)
    expect(onlyPackage(result).totals).toMatchObject({ skipped: 1 })

    expect(livingIn(app)).toEqual([ociImage('kept').digest, rebuilt.digest].toSorted())
  })
})

describe('what goes wrong on the way', () => {
  const outcome = (result: Awaited<ReturnType<Stage['run']>>) =>
    onlyPackage(result).versions.find(({ decision }) => decision === 'untag')

  test('the answer to the push is lost: the tag is taken off all the same', async () => {
    const stage = await openStage()
    const app = container(stage)
    pushed(stage, app, ociImage('kept'), 90, 'v1', 'pr-1')
    stage.emulator.addFault({
      method: 'PUT',
      trouble: { kind: 'answer', status: 502, when: 'after' }
    })

    const result = await stage.run({ rules: UNTAG })

    expect(tagsIn(app)).toEqual({ v1: ociImage('kept').digest })
    expect(outcome(result)).toMatchObject({ outcome: 'untagged', untagged: ['pr-1'] })
    expect(livingIn(app)).toHaveLength(1)
  })

  test('every push is refused: the tag stays where it is', async () => {
    const stage = await openStage()
    const app = container(stage)
    pushed(stage, app, ociImage('kept'), 90, 'v1', 'pr-1')
    stage.emulator.addFault({ method: 'PUT', trouble: { kind: 'answer', status: 500 } })

    const result = await stage.run({ rules: UNTAG })

    expect(tagsIn(app)).toEqual({ 'pr-1': ociImage('kept').digest, v1: ociImage('kept').digest })
    expect(outcome(result)).toMatchObject({ outcome: 'failed', untagged: [] })
    expect(result.failures).toEqual(['1 version could not be changed'])
  })

  test('the replacement can not be deleted: the tag is put back, the same bytes', async () => {
    const stage = await openStage()
    const app = container(stage)
    const kept = dockerImage('kept')
    pushed(stage, app, kept, 90, 'v1', 'pr-1')
    stage.emulator.addFault({ method: 'DELETE', trouble: { kind: 'answer', status: 500 } })
    const before = pullEverything(app)

    const result = await stage.run({ rules: UNTAG })

    expect(tagsIn(app)).toEqual({ 'pr-1': kept.digest, v1: kept.digest })
    expect(app.manifests.get(kept.digest)?.mediaType).toBe(kept.mediaType)
    expect(outcome(result)).toMatchObject({ outcome: 'failed', untagged: [] })
    expect(lostPulls(before, app)).toEqual([])
  })

  test('the answer to its deletion is lost each time: the tag is off, and the report says so', async () => {
    const stage = await openStage()
    const app = container(stage)
    pushed(stage, app, ociImage('kept'), 90, 'v1', 'pr-1')
    stage.emulator.addFault({
      method: 'DELETE',
      trouble: { kind: 'answer', status: 502, when: 'after' }
    })

    const result = await stage.run({ rules: UNTAG })

    expect(tagsIn(app)).toEqual({ v1: ociImage('kept').digest })
    expect(outcome(result)).toMatchObject({ outcome: 'untagged', untagged: ['pr-1'] })
  })

  test('the new version is listed late: it is waited for', async () => {
    const stage = await openStage()
    const app = container(stage)
    pushed(stage, app, ociImage('kept'), 90, 'v1', 'pr-1')
    onFirst(stage, /PUT /, 'after', () => {
      const newest = app.versions.at(-1)
      if (newest !== undefined) newest.listedFrom = stage.clock.now() + 2500
    })

    const result = await stage.run({ rules: UNTAG })

    expect(outcome(result)?.outcome).toBe('untagged')
    expect(stage.clock.sleeps.filter((ms) => ms === 1000)).toHaveLength(3)
    expect(tagsIn(app)).toEqual({ v1: ociImage('kept').digest })
  })

  test('the new version is never listed: the tag is put back, and the next run finishes', async () => {
    const stage = await openStage()
    const app = container(stage)
    pushed(stage, app, ociImage('kept'), 90, 'v1', 'pr-1')
    onFirst(stage, /PUT /, 'after', () => {
      const newest = app.versions.at(-1)
      if (newest !== undefined) newest.listedFrom = stage.clock.now() + 60_000
    })

    const result = await stage.run({ rules: UNTAG })
    expect(outcome(result)).toMatchObject({ outcome: 'failed', untagged: [] })
    expect(tagsIn(app)['pr-1']).toBe(ociImage('kept').digest)

    stage.clock.pass(60_000)
    pushed(stage, app, ociImage('old'), 50, 'pr-2')
    const again = await stage.run({ rules: UNTAG })
    expect(again.failures).toEqual([])
    expect(tagsIn(app)).toEqual({ v1: ociImage('kept').digest })
    expect(livingIn(app)).toEqual([ociImage('kept').digest])
  })

  test('the token may not push: nothing is changed, and the remedy is told', async () => {
    const stage = await openStage()
    const app = container(stage)
    pushed(stage, app, ociImage('kept'), 90, 'v1', 'pr-1')

    const result = await stage.run(
      { rules: UNTAG },
      { login: 'mona', scopes: ['read:packages', 'delete:packages'] }
    )

    expect(result.failures.join()).toMatch(/lacks the scope write:packages.*settings\/tokens/)
    expect(stage.taken().filter((line) => !line.startsWith('GET '))).toEqual([])
  })
})

describe('the last tagged version', () => {
  test('GitHub refuses to delete the replacement: the tag is put back (retained)', async () => {
    const stage = await openStage()
    const app = container(stage)
    pushed(stage, app, ociImage('kept'), 90, 'v1', 'pr-1')
    const other = pushed(stage, app, ociImage('other'), 20, 'v2')
    // Both other tags go right before the deletion.
    onFirst(stage, /DELETE /, 'before', () => {
      app.tags.delete('v1')
      deleteVersion(stage.emulated, app, other)
    })

    const result = await stage.run({ rules: UNTAG })

    expect(tagsIn(app)).toEqual({ 'pr-1': ociImage('kept').digest })
    expect(onlyPackage(result).totals).toMatchObject({ retained: 1, failed: 0 })
    expect(result.failures).toEqual([])
  })
})

describe('a replacement that a crash left behind (ruling 71)', () => {
  test('it counts nowhere, is deleted first, and the tag is gone with it', async () => {
    const stage = await openStage()
    const app = container(stage)
    const kept = buildxIndex('kept')
    pushed(stage, app, kept, 90, 'v1', 'pr-1')
    attest(stage.emulated, app, kept)
    pushed(stage, app, ociImage('newest'), 20, 'pr-2')
    // The run ends between the two steps.
    let lists = 0
    stage.killWhen = (line) => line.includes('/versions?') && (lists += 1) === 3
    void stage.run({ rules: UNTAG })
    await until(() => lists === 3)
    expect(replacements(app)).toHaveLength(1)
    stage.killWhen = null
    stage.taken()

    const result = await stage.run({
      rules: quick({ deleteTags: ['pr-*'], keepNewest: 1 }, { untag: true })
    })

    const [row] = onlyPackage(result).versions
    expect(row).toMatchObject({ reasonCode: 'replacement', outcome: 'deleted', root: null })
    expect(tagsIn(app)['pr-1']).toBeUndefined()
    expect(tagsIn(app)['pr-2']).toBe(ociImage('newest').digest)
    expect(tagsIn(app)['v1']).toBe(kept.digest)
    expect(replacements(app)).toEqual([])
    expect(stage.taken().filter((line) => line.startsWith('DELETE'))).toHaveLength(1)
  })

  test('one whose tag was put back goes with the next run, though nothing else does', async () => {
    const stage = await openStage()
    const app = container(stage)
    const original = ociImage('kept')
    const kept = pushed(stage, app, original, 90, 'v1', 'k-1')
    const { bytes, mediaType } = replacementFor({
      tag: 'k-1',
      nonce: 'killed',
      original: original.bytes
    })
    pushManifest(stage.emulated, app, { bytes, mediaType }, 'k-1')
    moveTag(app, 'k-1', kept)
    expect(replacements(app)).toHaveLength(1)

    const { failures } = await stage.run({ rules: UNTAG })

    expect(failures).toEqual([])
    expect(replacements(app)).toEqual([])
    expect(tagsIn(app)).toEqual({ 'k-1': kept.name, v1: kept.name })
  })
})

function replacements(app: ReturnType<typeof container>): string[] {
  return livingIn(app).filter((digest) =>
    REPLACEMENT.test(new TextDecoder().decode(app.manifests.get(digest)?.bytes))
  )
}

async function until(isTrue: () => boolean): Promise<void> {
  while (!isTrue()) await new Promise((resolve) => setTimeout(resolve, 5))
}
