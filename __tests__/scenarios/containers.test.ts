import { afterEach, describe, expect, test } from '@jest/globals'
import { lostPulls, pullEverything } from '../../src/emulator/registry-pull.js'
import { CONTAINER_CASES } from './container-cases.js'
import { closeStages, container, livingIn, onlyPackage, openStage, tagsIn } from './stage.js'

afterEach(closeStages)

describe('a live run leaves exactly what its rules say, and every tag whole', () => {
  test.each(CONTAINER_CASES)('%s', async (_name, rules, build) => {
    const stage = await openStage()
    const app = container(stage)
    const { goes, tags } = build(stage, app)
    const before = pullEverything(app)
    const expected = livingIn(app).filter((digest) => !goes.includes(digest))

    const result = await stage.run({ rules })

    expect(result.failures).toEqual([])
    expect(livingIn(app)).toEqual(expected)
    expect(tagsIn(app)).toEqual(tags)
    expect(lostPulls(before, app)).toEqual([])
    expect(stage.emulator.registry.breaches).toEqual([])
    const { totals } = onlyPackage(result)
    expect(totals.deleted).toBe(goes.length)
    expect(totals.selected).toBe(goes.length)

    const again = await stage.run({ rules })
    expect(again.report.totals).toMatchObject({ selected: 0, toUntag: 0 })
  })

  test.each(CONTAINER_CASES)(
    '%s: a dry run says so and changes nothing',
    async (_name, rules, build) => {
      const stage = await openStage()
      const app = container(stage)
      const { goes } = build(stage, app)
      const [living, tags] = [livingIn(app), tagsIn(app)]

      const result = await stage.run(
        { rules, dryRun: true },
        { login: 'mona', scopes: ['read:packages'] }
      )

      const rows = onlyPackage(result).versions
      expect(
        rows
          .filter(({ decision }) => decision === 'delete')
          .map(({ name }) => name)
          .toSorted()
      ).toEqual([...goes].toSorted())
      expect([livingIn(app), tagsIn(app)]).toEqual([living, tags])
      expect(stage.taken().filter((line) => !/^(GET|HEAD) /.test(line))).toEqual([])
    }
  )
})
