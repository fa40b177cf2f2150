import { MINUTE_MS } from '../model/time.js'
import { refusal } from './registry-answers.js'
import type { EmulatedResponse, Handler } from './handler.js'
import type { Registry } from './registry-state.js'

/**
 * Refuses what comes faster than the registry allows. The wait is a Go duration in the
 * message, and short.
 *
 * @see https://github.com/falcosecurity/plugins/issues/1069
 */
export function paceHandler(registry: Registry): Handler {
  return ({ surface, method }) => {
    if (surface !== 'registry') return undefined
    const { behaviour } = registry
    const isRead = method === 'GET' || method === 'HEAD'
    const allowed = isRead ? behaviour.readsPerMinute : behaviour.writesPerMinute
    if (allowed === null) return undefined
    const waitMs = takeTurn(registry, isRead ? 'read' : 'write', allowed)
    return waitMs === 0 ? undefined : tooMany(registry, waitMs, allowed)
  }
}

/** 0 where it is this request's turn, else the time until it would be. */
function takeTurn(registry: Registry, lane: 'read' | 'write', allowed: number): number {
  const intervalMs = MINUTE_MS / allowed
  const now = registry.world.now()
  const next = Math.max(registry.paceUntil[lane], now)
  const earliest = next - (registry.behaviour.burst - 1) * intervalMs
  if (earliest > now) return earliest - now
  registry.paceUntil[lane] = next + intervalMs
  return 0
}

function tooMany(registry: Registry, waitMs: number, allowed: number): EmulatedResponse {
  registry.tooMany += 1
  const message = `retry-after: ${goDuration(waitMs)}, allowed: ${allowed}/minute`
  const headers = registry.behaviour.sendsRetryAfter
    ? { 'retry-after': String(Math.ceil(waitMs / 1000)) }
    : {}
  return refusal(429, 'TOOMANYREQUESTS', message, headers)
}

/** As Go prints a duration below a minute. @see https://pkg.go.dev/time#Duration.String */
export function goDuration(ms: number): string {
  if (ms >= 1000) return `${Number((ms / 1000).toFixed(9))}s`
  if (ms >= 1) return `${Number(ms.toFixed(6))}ms`
  return `${Number((ms * 1000).toFixed(3))}µs`
}
