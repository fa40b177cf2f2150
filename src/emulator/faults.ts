import type { EmulatedRequest } from './handler.js'

/**
 * What goes wrong. `before` loses the request, so nothing is done; `after` does the work
 * and loses the answer.
 */
export type Trouble =
  | {
      readonly kind: 'answer'
      readonly when?: 'before' | 'after'
      readonly status: number
      readonly body?: unknown
      readonly headers?: Readonly<Record<string, string>>
    }
  /** The connection is reset. */
  | { readonly kind: 'reset'; readonly when: 'before' | 'after' }
  /** The work is done at once, the answer comes late. */
  | { readonly kind: 'delay'; readonly ms: number }
  /** The body ends half-way; `clean` with a matching length, else the connection breaks. */
  | { readonly kind: 'truncated'; readonly clean?: boolean }
  /** The body never ends. `stalled`: nothing comes any more; else spaces without end. */
  | { readonly kind: 'endless'; readonly stalled?: boolean }
  /** 200 and a web page. */
  | { readonly kind: 'html' }
  /** Every value of the JSON body has another type. */
  | { readonly kind: 'mistyped' }
  /** The `Link` header, where there is one, leads to another origin (scheme, host, port). */
  | { readonly kind: 'foreign-link'; readonly origin: string }
  /** To the same path at another origin; 302 where no status is given. */
  | { readonly kind: 'redirect'; readonly origin: string; readonly status?: 301 | 302 | 307 | 308 }
  /** `Date` is off by so much. */
  | { readonly kind: 'clock'; readonly offsetMs: number }

/** Which requests are hit, and how often. */
export interface Fault {
  readonly trouble: Trouble
  /** All where left out. */
  readonly method?: string
  /** Matched against the path with its query, as it was sent. All where left out. */
  readonly path?: RegExp
  /** In addition to `method` and `path`. */
  readonly when?: (request: EmulatedRequest) => boolean
  /** Lets so many matching requests through first. */
  readonly skip?: number
  /** Hits so many and then no more. */
  readonly times?: number
  /** Hits every n-th of the matching requests. */
  readonly every?: number
  /** Hits this share (0 to 1) of the matching requests, the same ones for the same seed. */
  readonly chance?: { readonly seed: number; readonly share: number }
}

interface Armed {
  readonly fault: Fault
  readonly random: () => number
  seen: number
  hits: number
}

/** The faults that a test asked for. */
export class Faults {
  readonly #armed: Armed[] = []

  /** Arms a fault; what comes back disarms it. */
  add(fault: Fault): () => void {
    const armed = { fault, random: seeded(fault.chance?.seed ?? 0), seen: 0, hits: 0 }
    this.#armed.push(armed)
    return () => {
      const index = this.#armed.indexOf(armed)
      if (index >= 0) this.#armed.splice(index, 1)
    }
  }

  /** What is to go wrong with this request, in the order of arming. Counts it. */
  strike(request: EmulatedRequest, pathWithQuery: string): Trouble[] {
    return this.#armed
      .filter(({ fault }) => concerns(fault, request, pathWithQuery))
      .filter(isHit)
      .map(({ fault }) => fault.trouble)
  }
}

function concerns(fault: Fault, request: EmulatedRequest, pathWithQuery: string): boolean {
  if (fault.method !== undefined && fault.method !== request.method) return false
  if (fault.path !== undefined && pathWithQuery.search(fault.path) < 0) return false
  return fault.when?.(request) ?? true
}

function isHit(armed: Armed): boolean {
  const { skip = 0, times = Infinity, every = 1, chance } = armed.fault
  armed.seen += 1
  const isLucky = chance !== undefined && armed.random() >= chance.share
  if (armed.seen <= skip || (armed.seen - skip) % every !== 0 || isLucky) return false
  armed.hits += 1
  return armed.hits <= times
}

/** Numbers from 0 to 1, the same for the same seed (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}
