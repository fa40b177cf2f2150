import type { ListedVersion } from '../../src/model/version.js'
import { runMode } from '../../src/run/run-mode.js'
import type { RunResult } from '../../src/run/run-result.js'
import type { RunConfig, Stage } from './stage.js'

/** Does `work` right before the n-th deletion is carried out. */
export function beforeDeletion(stage: Stage, nth: number, work: () => void): void {
  let deletions = 0
  stage.emulator.onRequest((request) => {
    if (request.method !== 'DELETE') return
    deletions += 1
    if (deletions === nth) work()
  })
}

/** What a list is made to be: of the true one, and the how many-th it is, from 1. */
export type Lists = (listed: readonly ListedVersion[], nth: number) => readonly ListedVersion[]

/** A run whose lists of versions come as `lists` makes them of the true ones. */
export function runWithLists(stage: Stage, lists: Lists, config: RunConfig): Promise<RunResult> {
  const { secret, world } = stage.worldFor()
  let nth = 0
  const github = Object.create(world.github, {
    listVersions: {
      value: async (...asked: Parameters<typeof world.github.listVersions>) => {
        nth += 1
        return lists(await world.github.listVersions(...asked), nth)
      }
    }
  }) as typeof world.github
  return runMode(stage.configFor(secret, config), { ...world, github })
}
