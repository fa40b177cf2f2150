import type { Owner } from '../model/package.js'
import type { CommonConfig } from './config.js'
import type { Intent } from './preflight.js'
import { preflight } from './preflight.js'
import type { RunSession } from './session.js'
import type { World } from './world.js'

/**
 * The first requests of a run: who the owner is, and whether the token may do what the run
 * needs. A dry run needs to read only.
 *
 * @throws GitHubError where the owner can't be found
 * @throws PreflightError where something is missing; nothing was changed
 */
export async function meet(
  config: CommonConfig,
  world: World,
  intent: Omit<Intent, 'serverUrl'>,
  session: RunSession
): Promise<Owner> {
  const owner = await world.github.findOwner(config.owner)
  const wanted: Intent = {
    ...intent,
    deletes: intent.deletes && !config.dryRun,
    writes: intent.writes && !config.dryRun,
    serverUrl: serverUrlOf(config.apiUrl)
  }
  session.warnings.push(...preflight(world.github, owner, wanted, world.clock.now()))
  return owner
}

/** Where people open pages: `https://github.com`, or the host that the API stands on. */
function serverUrlOf(apiUrl: string): string {
  const { protocol, host } = new URL(apiUrl)
  return `${protocol}//${host.replace(/^api\./, '')}`
}
