import { apply } from './apply.js'
import { cleanup } from './cleanup.js'
import type { RunConfig } from './config.js'
import { repair } from './repair.js'
import { restore } from './restore.js'
import type { RunResult } from './run-result.js'
import { RunSession } from './session.js'
import type { World } from './world.js'

/**
 * Carries out a run in its mode. Never throws: a run that could not begin, or broke, has the
 * reason among its failures, and a report of what was done.
 */
export async function runMode(config: RunConfig, world: World): Promise<RunResult> {
  try {
    return await begin(config, world)
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error)
    const session = new RunSession(world, config)
    session.warnings.push(message)
    return { report: await session.finish(), failures: [message] }
  }
}

function begin(config: RunConfig, world: World): Promise<RunResult> {
  switch (config.mode) {
    case 'cleanup':
      return cleanup(config, world)
    case 'restore':
      return restore(config, world)
    case 'repair':
      return repair(config, world)
    case 'apply':
      return apply(config, world)
  }
}
