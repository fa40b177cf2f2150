import { afterEach, describe, expect, test } from '@jest/globals'
import { ociImage } from '../../src/emulator/image-manifest.js'
import { annotations } from '../../src/report/annotations.js'
import { packages, quick } from '../run/run-site.js'
import {
  closeStages,
  container,
  livingIn,
  onlyPackage,
  openStage,
  pushed,
  type Stage
} from './stage.js'

afterEach(closeStages)

const CLOSED = quick({ deleteTags: ['pr-*'] })

function oldImages(stage: Stage, count: number, name = 'app') {
  const app = container(stage, name)
  for (let n = 1; n <= count; n += 1) pushed(stage, app, ociImage(`${name} ${n}`), 90, `pr-${n}`)
  pushed(stage, app, ociImage(`${name} kept`), 90, 'v1')
  return app
}

const refuse = (stage: Stage, status: number, message: string, more: object = {}) =>
  stage.emulator.addFault({
    method: 'DELETE',
    trouble: { kind: 'answer', status, body: { message } },
    ...more
  })

const deletions = (stage: Stage) => stage.taken().filter((line) => line.startsWith('DELETE'))

describe('what GitHub refuses to a token for all versions alike is not tried for each', () => {
  test.each([
    ['without the permission', 403, 'Resource not accessible by integration'],
    ['without the scope', 403, 'You need at least delete:packages scope to delete a package.'],
    ['in words that nobody knows', 403, 'Forbidden']
  ])(
    '%s: the first fails, the others are not tried, and it is said once',
    async (_n, status, said) => {
      const stage = await openStage()
      const app = oldImages(stage, 30)
      refuse(stage, status, said)

      const result = await stage.run({ rules: CLOSED, concurrency: 4 })

      const rows = onlyPackage(result).versions.filter(({ decision }) => decision === 'delete')
      const failed = rows.filter(({ outcome }) => outcome === 'failed')
      const skipped = rows.filter(({ outcome }) => outcome === 'skipped')
      expect([failed.length, skipped.length]).toEqual([4, 26])
      expect(deletions(stage)).toHaveLength(4)
      expect(new Set(failed.map(({ error }) => error)).size).toBe(1)
      expect(failed[0]?.error).toContain(said.replace(/\.$/, ''))
      expect(new Set(skipped.map(({ error }) => error))).toEqual(
        new Set(['not tried: the token may not delete in this package'])
      )
      expect(livingIn(app)).toHaveLength(31)
      expect(annotations(result.report).filter(({ level }) => level === 'error')).toHaveLength(1)
    }
  )

  test('another package is tried all the same', async () => {
    const stage = await openStage()
    oldImages(stage, 5)
    const other = oldImages(stage, 5, 'other')
    refuse(stage, 403, 'Forbidden', { path: /container\/app\// })

    const result = await stage.run({
      rules: CLOSED,
      packages: packages('app', 'other'),
      concurrency: 1
    })

    expect(livingIn(other)).toHaveLength(1)
    expect(result.report.totals).toMatchObject({ failed: 1, skipped: 4, deleted: 5 })
  })

  test('a token that is not accepted any more ends the changes of the whole run', async () => {
    const stage = await openStage()
    const names = ['a', 'b', 'c', 'd', 'e', 'f']
    for (const name of names) oldImages(stage, 5, name)
    refuse(stage, 401, 'Bad credentials', { skip: 3 })

    const result = await stage.run({ rules: CLOSED, packages: packages(...names), concurrency: 1 })

    expect(result.report.totals).toMatchObject({ deleted: 3, failed: 1, skipped: 26, remaining: 0 })
    // One that was refused is sent once more, for it had worked a moment ago.
    expect(deletions(stage)).toHaveLength(5)
    const skipped = result.report.packages.flatMap(({ versions }) =>
      versions.flatMap(({ outcome, error }) => (outcome === 'skipped' ? [error] : []))
    )
    expect(new Set(skipped)).toEqual(
      new Set(['not tried: GitHub does not accept the token any more'])
    )
  })

  test.each([
    ['a version that is wrong', 400, 'Bad Request', 5],
    ['the last version', 400, 'You cannot delete the last tagged version of a package.', 5],
    [
      'downloads',
      403,
      'Publicly visible package versions with more than 5000 downloads cannot be deleted.',
      5
    ]
  ])('%s is a matter of that version: all are tried', async (_name, status, said, tried) => {
    const stage = await openStage()
    oldImages(stage, 5)
    refuse(stage, status, said)

    await stage.run({ rules: CLOSED })

    expect(deletions(stage)).toHaveLength(tried)
  })
})
