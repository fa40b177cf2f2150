import { addPackage } from './builders.js'
import { splitRepository } from './registry-route.js'
import { findOwner } from './state.js'
import type { PackageState, TokenState, World } from './state.js'

/**
 * The package that a first push makes: private, its pusher its admin; pushed by a workflow
 * it is linked to that repository.
 *
 * @see https://docs.github.com/packages/learn-github-packages/configuring-a-packages-access-control-and-visibility
 */
export function createPushedPackage(
  world: World,
  path: string,
  token: TokenState | null
): PackageState {
  const { owner, name } = splitRepository(path)
  const pusher = token?.repository ?? token?.login
  return addPackage(world, findOwner(world, owner)?.login ?? owner, name, {
    ...(typeof token?.repository === 'string' ? { repository: token.repository } : {}),
    ...(pusher === undefined || pusher === null ? {} : { roles: { [pusher]: 'admin' } })
  })
}
