import { afterEach } from '@jest/globals'
import { addOrganization, addPackage, addToken, addUser } from '../../src/emulator/builders.js'
import { type GitHubEmulator, startEmulator } from '../../src/emulator/emulator.js'
import type { ServeOptions } from '../../src/emulator/server.js'
import {
  createWorld,
  type TokenState,
  type World,
  type WorldOptions
} from '../../src/emulator/state.js'

export const NOW = Date.parse('2026-01-31T00:00:00Z')

/** A world at a standstill with the organisation acme, its admin ada and the user bob. */
export function smallWorld(options: WorldOptions = {}) {
  const world = createWorld({ now: () => NOW, ...options })
  addUser(world, 'ada')
  addUser(world, 'bob')
  addOrganization(world, 'acme', { admins: ['ada'] })
  const app = addPackage(world, 'acme', 'app')
  const ada = addToken(world, { login: 'ada' })
  return { world, app, ada }
}

const running: GitHubEmulator[] = []

afterEach(async () => {
  await Promise.all(running.splice(0).map((emulator) => emulator.close()))
})

/** An emulator that is closed after the test. */
export async function start(world: World, options?: ServeOptions): Promise<GitHubEmulator> {
  const emulator = await startEmulator(world, options)
  running.push(emulator)
  return emulator
}

/** What tests read of an object in an answer. */
export interface Fields {
  readonly id?: number
  readonly name?: string
  readonly url?: string
  readonly message?: string
  readonly number?: number
  readonly tag_name?: string
  readonly ref?: string
  readonly repository?: object
  readonly metadata?: { readonly container?: { readonly tags: readonly string[] } }
}

export interface Answer {
  readonly status: number
  readonly headers: Headers
  /** Parsed where it is JSON, `undefined` where it is empty. */
  readonly body: unknown
  /** `body` where it is an object, else empty. */
  readonly fields: Fields
  /** `body` where it is a list, else empty. */
  readonly rows: readonly Fields[]
}

/** Sends a request to the API as it is written; redirects are not followed. */
export async function ask(
  emulator: GitHubEmulator,
  token: TokenState | null,
  line: string
): Promise<Answer> {
  const [method = '', path = ''] = line.split(' ')
  const headers: Record<string, string> =
    token === null ? {} : { authorization: `Bearer ${token.secret}` }
  const url = path.startsWith('http') ? path : emulator.apiUrl + path
  const response = await fetch(url, { method, headers, redirect: 'manual' })
  const body = parsed(await response.text())
  return {
    status: response.status,
    headers: response.headers,
    body,
    fields: typeof body === 'object' && body !== null ? body : {},
    rows: Array.isArray(body) ? (body as Fields[]) : []
  }
}

function parsed(text: string): unknown {
  if (text === '') return undefined
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}
