import { withApiHeaders } from './api-headers.js'
import { BAD_CREDENTIALS } from './api-answers.js'
import { answer, type EmulatedRequest, type EmulatedResponse, type Handler } from './handler.js'
import {
  type Limits,
  primaryRefusal,
  secondaryRefusal,
  type Usage,
  type UsageBook
} from './limits.js'
import type { World } from './state.js'

/** What it takes to answer for the API. */
export interface Office {
  readonly world: World
  readonly handlers: readonly Handler[]
  readonly limits: Limits
  readonly usage: UsageBook
}

/** The API's answer: a refusal where a limit says so, else the handlers', with its headers. */
export function answerWithinLimits(
  { world, handlers, limits, usage }: Office,
  request: EmulatedRequest,
  isBreach: boolean
): EmulatedResponse {
  const hour = usage.current(limits, request.token, world.now())
  const isFree = request.path === '/rate_limit'
  if (hour !== null && !isFree && limits.enforcesPrimary && hour.used >= hour.limit) {
    return withApiHeaders(world, request, primaryRefusal(limits, request), hour)
  }
  if (isBreach && limits.enforcesSecondary) {
    return withApiHeaders(world, request, secondaryRefusal(limits), hour)
  }
  if (hour !== null && !isFree) hour.used += 1
  const response = isFree ? rateLimit(request, hour) : answer(handlers, request)
  return withApiHeaders(world, request, response, hour)
}

/** @see https://docs.github.com/rest/rate-limit/rate-limit */
function rateLimit({ credentials }: EmulatedRequest, hour: Usage | null): EmulatedResponse {
  if (credentials === 'bad') return BAD_CREDENTIALS
  if (hour === null) return { status: 404, body: { message: 'Rate limiting is not enabled.' } }
  const core = {
    limit: hour.limit,
    used: hour.used,
    remaining: Math.max(0, hour.limit - hour.used),
    reset: Math.ceil(hour.resetAt / 1000)
  }
  return { status: 200, body: { resources: { core, search: core }, rate: core } }
}
