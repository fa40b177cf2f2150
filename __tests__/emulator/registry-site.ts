import { addOrganization, addPackage, addToken } from '../../src/emulator/builders.js'
import { registryHandlers } from '../../src/emulator/registry-handlers.js'
import { createRegistry } from '../../src/emulator/registry-state.js'
import type { Registry, RegistryBehaviour } from '../../src/emulator/registry-state.js'
import { serve } from '../../src/emulator/server.js'
import type { Emulator } from '../../src/emulator/server.js'
import { createWorld } from '../../src/emulator/state.js'
import type { PackageState, TokenState, World } from '../../src/emulator/state.js'

export const NOW = Date.UTC(2026, 0, 31)

/** A registry on loopback with the private package `acme/app` and a token of its admin. */
export interface Site {
  readonly world: World
  readonly registry: Registry
  readonly emulator: Emulator
  readonly target: PackageState
  readonly token: TokenState
  /** Moves the world's time. */
  readonly wait: (ms: number) => void
  /** The token endpoint's answer. */
  readonly ask: (scope: string, secret?: string | null) => Promise<Response>
  /** A bearer for `acme/app`. */
  readonly login: (actions?: string, repository?: string, secret?: string | null) => Promise<string>
  /** A request with a fresh bearer for it; redirects are not followed. */
  readonly request: (
    method: string,
    path: string,
    body?: Uint8Array,
    type?: string
  ) => Promise<Response>
}

/** Starts a site; `close` its emulator in the end. */
export async function openSite(behaviour: Partial<RegistryBehaviour> = {}): Promise<Site> {
  let now = NOW
  const world = createWorld({ now: () => now })
  addOrganization(world, 'Acme', { admins: ['ann'] })
  const target = addPackage(world, 'Acme', 'app')
  const token = addToken(world, { login: 'ann' })
  const registry = createRegistry(world, behaviour)
  const emulator = await serve(world, registryHandlers(registry))
  const ask: Site['ask'] = (scope, secret = token.secret) => {
    const basic = Buffer.from(`anybody:${secret}`).toString('base64')
    const headers: Record<string, string> =
      secret === null ? {} : { authorization: `Basic ${basic}` }
    return fetch(`${emulator.registryUrl}/token?service=ghcr.io&scope=${scope}`, { headers })
  }
  const login: Site['login'] = async (actions = 'pull,push', repository = 'acme/app', secret) => {
    const answer = await ask(`repository:${repository}:${actions}`, secret)
    const { token: bearer } = (await answer.json()) as { token: string }
    return bearer
  }
  const request: Site['request'] = async (method, path, body, type) => {
    const repository = path.replace(/\/(manifests|blobs|tags|referrers)\/.*$/, '')
    const bearer = await login('pull,push', repository)
    return fetch(`${emulator.registryUrl}/v2/${path}`, {
      method,
      redirect: 'manual',
      headers: {
        authorization: `Bearer ${bearer}`,
        ...(type === undefined ? {} : { 'content-type': type })
      },
      ...(body === undefined ? {} : { body: Buffer.from(body) })
    })
  }
  const wait = (ms: number) => {
    now += ms
  }
  return { world, registry, emulator, target, token, wait, ask, login, request }
}

/** The first error of a refusal. */
export async function errorOf(response: Response): Promise<{ code: string; message: string }> {
  const { errors } = (await response.json()) as { errors: { code: string; message: string }[] }
  return errors[0]!
}
