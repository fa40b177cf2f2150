import type { Owner } from '../model/package.js'
import type { PackagePlan } from '../plan/plan.js'
import type { CommonConfig } from './config.js'
import type { Intent } from './preflight.js'
import { preflight, scopeProblem } from './preflight.js'
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
    writes: config.dryRun ? 'no' : intent.writes,
    serverUrl: serverUrlOf(config.apiUrl)
  }
  session.warnings.push(...preflight(world.github, owner, wanted, world.clock.now()))
  return owner
}

/**
 * Why these plans can't be carried out with this token, as far as tags that they take off go;
 * `null` where they can. A request is not needed: GitHub has told with its first answer.
 */
export function untagProblem(
  plans: readonly PackagePlan[],
  { apiUrl, dryRun }: CommonConfig,
  { github }: World
): string | null {
  const untags = plans.some(({ versions }) => versions.some(({ decision }) => decision === 'untag'))
  if (dryRun || !untags) return null
  const types = [...new Set(plans.map((plan) => plan.package.type))]
  const serverUrl = serverUrlOf(apiUrl)
  return scopeProblem(github.tokenFacts, { types, deletes: true, writes: 'yes', serverUrl })
}

/** Where people open pages: `https://github.com`, or the host that the API stands on. */
function serverUrlOf(apiUrl: string): string {
  const { protocol, host } = new URL(apiUrl)
  return `${protocol}//${host.replace(/^api\./, '')}`
}
