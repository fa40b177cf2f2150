import { registryHandlers } from './registry-handlers.js'
import { createRegistry, type Registry } from './registry-state.js'
import { restHandlers } from './rest-api.js'
import { type Emulator, serve, type ServeOptions } from './server.js'
import type { World } from './state.js'

/** An emulator of all of GitHub Packages, and its registry's own state. */
export interface GitHubEmulator extends Emulator {
  readonly registry: Registry
}

/**
 * Serves the REST API, ghcr.io and the npm registry of a world on one loopback port. Several
 * may serve one world; give them one `registry`, `usage` and `load` where they are to be one
 * GitHub.
 */
export async function startEmulator(
  world: World,
  options: ServeOptions & { readonly registry?: Registry } = {}
): Promise<GitHubEmulator> {
  const { registry = createRegistry(world), ...rest } = options
  const emulator = await serve(world, [...registryHandlers(registry), ...restHandlers(world)], rest)
  return { ...emulator, registry }
}
