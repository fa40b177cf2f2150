import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { Socket } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { answerWithinLimits, type Office } from './answering.js'
import { deliver, spoil } from './delivery.js'
import { Faults, type Fault, type Trouble } from './faults.js'
import { answer, type EmulatedRequest, type EmulatedResponse, type Handler } from './handler.js'
import { DEFAULT_LIMITS, identityOf, type Limits, UsageBook } from './limits.js'
import { LoadMeter } from './load.js'
import { type RecordedRequest, recordOf, type Site, understand } from './request.js'
import type { World } from './state.js'

/** Called around each request; what it changes in the world holds at once. */
export interface RequestHook {
  /** Before the handlers see it. */
  readonly before?: (request: RecordedRequest) => void
  /** After the work was done, before the answer is sent. */
  readonly after?: (request: RecordedRequest) => void
}

/** How one listener differs. */
export interface ServeOptions {
  /** Of the API, as `/api/v3` on Enterprise Server; '' where left out. */
  readonly apiPrefix?: string
  readonly limits?: Partial<Limits>
  /** Shared between listeners of one world where given. */
  readonly usage?: UsageBook
  /** Shared between listeners of one world where given. */
  readonly load?: LoadMeter
}

/** A running emulator. */
export interface Emulator {
  readonly world: World
  /** `http://127.0.0.1:PORT`. */
  readonly url: string
  readonly apiUrl: string
  readonly registryUrl: string
  readonly npmRegistryUrl: string
  /** All requests so far, in the order in which they came. */
  readonly requests: readonly RecordedRequest[]
  readonly limits: Limits
  readonly load: LoadMeter
  /** Arms a fault; what comes back disarms it. */
  addFault(fault: Fault): () => void
  /** Adds a hook, a function being `before`; what comes back removes it. */
  onRequest(hook: RequestHook | NonNullable<RequestHook['before']>): () => void
  /** Ends all connections and frees the port. */
  close(): Promise<void>
}

interface Listener extends Site, Office {
  readonly world: World
  readonly requests: RecordedRequest[]
  readonly load: LoadMeter
  readonly faults: Faults
  readonly hooks: Set<RequestHook>
}

/**
 * Serves `handlers` on a free loopback port: the API under `/` or its prefix, the container
 * registry under `/v2/` and `/token`, the npm registry under `/@` and `/-/`. A request that
 * none answers gets 501, so that a gap is loud.
 */
export async function serve(
  world: World,
  handlers: readonly Handler[],
  options: ServeOptions = {}
): Promise<Emulator> {
  const server = createServer()
  const origin = await listen(server)
  const listener: Listener = {
    world,
    origin,
    apiPrefix: options.apiPrefix ?? '',
    handlers,
    requests: [],
    limits: { ...DEFAULT_LIMITS, ...options.limits },
    load: options.load ?? new LoadMeter(),
    usage: options.usage ?? new UsageBook(),
    faults: new Faults(),
    hooks: new Set()
  }
  server.on('request', (incoming, outgoing) => {
    exchange(listener, incoming, outgoing).catch((error: unknown) => fail(outgoing, error))
  })
  return emulatorOf(server, listener)
}

async function listen(server: Server): Promise<string> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(0, '127.0.0.1', resolve)
  })
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('no port to listen on')
  return `http://127.0.0.1:${address.port}`
}

function emulatorOf(server: Server, listener: Listener): Emulator {
  const { world, origin, apiPrefix, requests, limits, load, faults, hooks } = listener
  return {
    world,
    url: origin,
    apiUrl: origin + apiPrefix,
    registryUrl: origin,
    npmRegistryUrl: origin,
    requests,
    limits,
    load,
    addFault: (fault) => faults.add(fault),
    onRequest: (given) => {
      const hook = typeof given === 'function' ? { before: given } : given
      hooks.add(hook)
      return () => hooks.delete(hook)
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      })
  }
}

async function exchange(
  listener: Listener,
  incoming: IncomingMessage,
  outgoing: ServerResponse
): Promise<void> {
  const body = await readAll(incoming)
  const sentPath = incoming.url ?? '/'
  const request = understand(listener, incoming, body)
  const record = recordOf(request, sentPath, listener.world.now())
  listener.requests.push(record)
  const isBreach = countIn(listener, request, outgoing)
  for (const hook of listener.hooks) hook.before?.(record)
  const troubles = listener.faults.strike(request, sentPath)
  const response = respond(listener, request, troubles, isBreach)
  for (const hook of listener.hooks) hook.after?.(record)
  const delayMs = delayOf(troubles)
  if (delayMs > 0) await sleep(delayMs, undefined, { ref: false })
  if (troubles.some(({ kind }) => kind === 'reset')) {
    reset(incoming.socket)
    return
  }
  const spoilt = spoil(request, response, troubles, sentPath)
  record.status = spoilt.status
  deliver(outgoing, request, spoilt, troubles)
}

function countIn(
  { load, world }: Listener,
  request: EmulatedRequest,
  outgoing: ServerResponse
): boolean {
  if (request.surface !== 'api') return false
  const arrived = load.arrive(identityOf(request.token), request.method, world.now())
  outgoing.once('close', arrived.leave)
  return arrived.isBreach
}

/** Does the work, unless a fault loses the request before, and gives its answer. */
function respond(
  listener: Listener,
  request: EmulatedRequest,
  troubles: readonly Trouble[],
  isBreach: boolean
): EmulatedResponse {
  const dated = (response: EmulatedResponse): EmulatedResponse => ({
    ...response,
    headers: { date: new Date(listener.world.now()).toUTCString(), ...response.headers }
  })
  const lost: EmulatedResponse = { status: 500 }
  if (troubles.some(losesRequest)) return dated(lost)
  return dated(
    request.surface === 'api'
      ? answerWithinLimits(listener, request, isBreach)
      : answer(listener.handlers, request)
  )
}

function losesRequest(trouble: Trouble): boolean {
  if (trouble.kind === 'reset') return trouble.when === 'before'
  if (trouble.kind === 'answer') return trouble.when !== 'after'
  return trouble.kind === 'redirect' || trouble.kind === 'html'
}

function delayOf(troubles: readonly Trouble[]): number {
  return troubles.reduce((sum, trouble) => sum + (trouble.kind === 'delay' ? trouble.ms : 0), 0)
}

async function readAll(incoming: IncomingMessage): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  for await (const chunk of incoming) chunks.push(Buffer.from(chunk))
  return Buffer.concat(chunks)
}

function reset(socket: Socket): void {
  socket.resetAndDestroy()
}

/** A fault of the emulator itself: loud, not silent. */
function fail(outgoing: ServerResponse, error: unknown): void {
  if (outgoing.headersSent) outgoing.destroy()
  else outgoing.writeHead(599).end(`the emulator failed: ${String(error)}`)
}
