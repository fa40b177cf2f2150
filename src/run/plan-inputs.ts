import type { PlanInput } from '../plan/plan-package.js'
import { FactAsker } from './ask-facts.js'
import type { CleanupConfig } from './config.js'
import { KeptRecord } from './kept-record.js'
import { policyFor, plainNamesOf, typesOf } from './package-rules.js'
import { planOne } from './plan-one.js'
import { selectPackages } from './select-packages.js'
import type { World } from './world.js'

/** What the plans of the packages of a run are made of, or that there are too many to look at. */
export type ObservedInputs =
  | { readonly kind: 'observed'; readonly inputs: readonly PlanInput[] }
  | { readonly kind: 'too-many'; readonly count: number }

/**
 * Observes the packages that a clean-up would be about, at most `most` of them, as it would.
 * Packages that are not there, or that no entry of the policy matches, are left out.
 *
 * @throws GitHubError where something can't be listed
 */
export async function observeAll(
  config: CleanupConfig,
  world: World,
  most: number
): Promise<ObservedInputs> {
  const owner = await world.github.findOwner(config.owner)
  const { packages } = await selectPackages(
    {
      owner,
      types: typesOf(config),
      names: config.packages,
      plainNames: (type) => plainNamesOf(config, type)
    },
    world.github
  )
  const meant = packages.flatMap(({ ref }) => {
    const policy = policyFor(config, ref)
    return policy === null ? [] : [{ ref, policy }]
  })
  if (meant.length > most) return { kind: 'too-many', count: meant.length }
  const kept = KeptRecord.parse((await world.kept?.load().catch(() => null)) ?? null)
  const facts = new FactAsker(world)
  const now = world.clock.now()
  const inputs: PlanInput[] = []
  for (const { ref, policy } of meant) {
    const planned = await planOne(ref, policy, { world, facts, kept, now })
    if (planned !== null) inputs.push(planned.input)
  }
  return { kind: 'observed', inputs }
}
