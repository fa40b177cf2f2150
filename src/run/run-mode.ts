import { freezeText } from '../report/freeze-text.js'
import { apply } from './apply.js'
import { unseenBecause } from './budget.js'
import { cleanup } from './cleanup.js'
import type { RunConfig } from './config.js'
import { repair } from './repair.js'
import { restore } from './restore.js'
import { failuresOf, type RunResult } from './run-result.js'
import { RunSession } from './session.js'
import type { World } from './world.js'
import { messageOf } from '../model/message-of.js'

/**
 * Carries out a run in its mode. Never throws: a run that could not begin, or broke, has the
 * reason among its failures, and a report of what was done. A limit that it met before it knew
 * anything is no failure: the report says when to go on.
 */
export async function runMode(config: RunConfig, world: World): Promise<RunResult> {
  const session = new RunSession(world, config.mode, config.dryRun, policyDigestOf(config))
  try {
    return await begin(config, world, session)
  } catch (error) {
    const unseen = unseenBecause(error)
    if (unseen === null) session.error = messageOf(error)
    else session.leaveForLater(freezeText(unseen))
    const report = await session.finish()
    return { report, failures: failuresOf(report, config.failOn) }
  }
}

/** Of the rules that decide, or decided the plan; `null` in modes without. */
function policyDigestOf(config: RunConfig): string | null {
  if (config.mode === 'cleanup') return config.policyDigest
  return config.mode === 'apply' ? config.plan.policyDigest : null
}

function begin(config: RunConfig, world: World, session: RunSession): Promise<RunResult> {
  switch (config.mode) {
    case 'cleanup':
      return cleanup(config, world, session)
    case 'restore':
      return restore(config, world, session)
    case 'repair':
      return repair(config, world, session)
    case 'apply':
      return apply(config, world, session)
  }
}
