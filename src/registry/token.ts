import { SECOND_MS, type Clock, type DurationMs, type EpochMs } from '../model/time.js'
import { RegistryError } from './errors.js'
import { field, parseJson, textField } from './json-fields.js'
import { MAX_REFUSAL_BYTES, refusalOf } from './refusal.js'
import { isReadOnly, remedyFor, type Scope } from './scope.js'
import {
  guessedEndpoint,
  namedEndpoint,
  type BearerEndpoint,
  type TokenEndpoint
} from './token-endpoint.js'
import { requestLine, type RegistryAnswer, type RegistryRequest } from './request.js'
import type { Transport } from './transport.js'

/** What to send with a request. */
export interface Authorization {
  /** The `authorization` header; `null` where none is needed or there is no token. */
  readonly header: string | null
  /** The user's token was not taken, and we were let in as nobody: what is not shown may exist. */
  readonly isStandIn: boolean
  readonly expiresAt: EpochMs
}

export interface TokenSourceOptions {
  /** Without a slash at the end. */
  readonly registryUrl: string
  /** As the user gave it; `null` to go without. */
  readonly token: string | null
  readonly transport: Transport
  readonly clock: Clock
}

/** Turns the user's token into what the registry takes. */
export interface TokenSource {
  /**
   * An authorization for the scope, kept until 10 seconds before it ends.
   *
   * @throws RegistryError `DENIED` or `UNAUTHORIZED` where the registry refuses (asked again after
   *   a minute at the earliest), or what went wrong on the way
   */
  authorize(scope: Scope): Promise<Authorization>
  /** A new authorization in place of one that was answered with this 401. */
  renew(scope: Scope, refused: Authorization, answer: RegistryAnswer): Promise<Authorization>
}

interface Refusal {
  readonly refusal: RegistryError
  readonly expiresAt: EpochMs
}

type Grant = Authorization | Refusal

/** What a token lives where the answer does not say. @see https://distribution.github.io/distribution/spec/auth/token/ */
const DEFAULT_LIFE_S = 60
const EARLY_MS = 10 * SECOND_MS
/** Before a doubtful answer is asked about once more. */
const SECOND_ASKING_MS: DurationMs = 500
const REFUSAL_LIFE_MS = 60 * SECOND_MS

/**
 * The token exchange of the distribution specification: the registry names in its challenge
 * who gives out tokens; where it does not, `/token` at the registry is asked. One exchange is
 * in flight for one scope, whoever waits for it.
 *
 * @see https://distribution.github.io/distribution/spec/auth/token/
 */
export function createTokenSource(options: TokenSourceOptions): TokenSource {
  const { registryUrl, token, transport, clock } = options
  const grants = new Map<Scope, Promise<Grant>>()
  let endpoint: Promise<TokenEndpoint> | null = null

  async function authorize(scope: Scope): Promise<Authorization> {
    const held = grants.get(scope)
    const grant = await held
    if (grant !== undefined && clock.now() < grant.expiresAt) return unwrap(grant)
    if (held !== undefined) forget(scope, held)
    return unwrap(await (grants.get(scope) ?? obtain(scope)))
  }

  function obtain(scope: Scope): Promise<Grant> {
    endpoint ??= askForEndpoint()
    const grant = endpoint.then((found) => grantBy(found, scope))
    grants.set(scope, grant)
    grant.catch(() => forget(scope, grant))
    return grant
  }

  function forget(scope: Scope, grant: Promise<Grant>): void {
    if (grants.get(scope) === grant) grants.delete(scope)
  }

  async function renew(
    scope: Scope,
    refused: Authorization,
    answer: RegistryAnswer
  ): Promise<Authorization> {
    const guess = refused.header === null ? guessedEndpoint(registryUrl) : null
    const named = namedEndpoint(answer, registryUrl) ?? guess
    if (named !== null) endpoint = Promise.resolve(named)
    const held = grants.get(scope)
    // Somebody else's 401 may have brought a new one already.
    if (held !== undefined && (await held) === refused) forget(scope, held)
    return authorize(scope)
  }

  async function askForEndpoint(): Promise<TokenEndpoint> {
    const url = new URL(`${registryUrl}/v2/`)
    const answer = await transport
      .send({
        method: 'GET',
        url,
        headers: {},
        maxBytes: MAX_REFUSAL_BYTES,
        isWorthRetrying: false
      })
      .catch(() => null)
    // A fault says nothing about next time.
    if (answer === null || answer.status === 408 || answer.status >= 429) endpoint = null
    const named = answer === null ? null : namedEndpoint(answer, registryUrl)
    return named ?? guessedEndpoint(registryUrl)
  }

  async function grantBy(found: TokenEndpoint, scope: Scope): Promise<Grant> {
    if (found.kind === 'none') return open(null)
    if (found.kind === 'basic') return open(token === null ? null : `Basic ${basic(token)}`)
    if (token === null) return exchange(found, scope, null)
    if (!found.isTrusted) return standIn(await exchange(found, scope, null))
    const grant = await exchange(found, scope, token)
    if (!('refusal' in grant) || !isReadOnly(scope)) return grant
    const asNobody = await exchange(found, scope, null)
    return 'refusal' in asNobody ? grant : standIn(asNobody)
  }

  async function exchange(
    { realm, service, isGuess }: BearerEndpoint,
    scope: Scope,
    credentials: string | null
  ): Promise<Grant> {
    const url = new URL(realm)
    url.searchParams.set('service', service)
    url.searchParams.set('scope', scope)
    const { askedAt, answer } = await askTwice({
      method: 'GET',
      url,
      headers: credentials === null ? {} : { authorization: `Basic ${basic(credentials)}` },
      maxBytes: MAX_REFUSAL_BYTES
    })
    if (answer.status === 200) return bearerOf(answer, askedAt)
    // A registry without tokens, such as a plain one on loopback, has nobody to give them out.
    if (isGuess && (answer.status === 404 || answer.status === 405)) return open(null)
    const remedy = remedyFor(scope)
    const refusal = refusalOf(answer, { expected: '200', remedy, isOfRepository: true })
    if (refusal.code !== 'DENIED' && refusal.code !== 'UNAUTHORIZED') throw refusal
    return { refusal, expiresAt: clock.now() + REFUSAL_LIFE_MS }
  }

  /** Once more where the answer is one that a registry gives by mistake: nothing is concluded from one. */
  async function askTwice(request: RegistryRequest): Promise<Asked> {
    const first = await ask(request)
    if (!isDoubtful(first.answer)) return first
    await clock.sleep(SECOND_ASKING_MS)
    return ask(request)
  }

  async function ask(request: RegistryRequest): Promise<Asked> {
    const askedAt = clock.now()
    return { askedAt, answer: await transport.send(request) }
  }

  return { authorize, renew }
}

interface Asked {
  readonly askedAt: EpochMs
  readonly answer: RegistryAnswer
}

/** Credentials that were not taken, and a success without a token, such as a web page. */
function isDoubtful({ status, body, request }: RegistryAnswer): boolean {
  if (status === 401) return request.headers['authorization'] !== undefined
  return status === 200 && tokenIn(parseJson(body)) === ''
}

function tokenIn(json: unknown): string {
  return textField(json, 'token') || textField(json, 'access_token') || ''
}

function bearerOf(answer: RegistryAnswer, askedAt: EpochMs): Authorization {
  const json = answer.source === 'elsewhere' ? null : parseJson(answer.body)
  const bearer = tokenIn(json)
  // With a line break in it, the header would be refused with the token in the message.
  if (!/^[\u0021-\u007e]+$/.test(bearer)) {
    throw new RegistryError('MALFORMED', 'the answer holds no token', {
      status: answer.status,
      request: requestLine(answer.request)
    })
  }
  const lifeMs = lifeSecondsOf(field(json, 'expires_in')) * SECOND_MS
  const expiresAt = askedAt + Math.max(lifeMs - EARLY_MS, lifeMs / 2)
  return { header: `Bearer ${bearer}`, isStandIn: false, expiresAt }
}

function unwrap(grant: Grant): Authorization {
  if ('refusal' in grant) throw grant.refusal
  return grant
}

function open(header: string | null): Authorization {
  return { header, isStandIn: false, expiresAt: Number.POSITIVE_INFINITY }
}

function standIn(grant: Grant): Grant {
  return 'refusal' in grant ? grant : { ...grant, isStandIn: true }
}

function lifeSecondsOf(expiresIn: unknown): number {
  return typeof expiresIn === 'number' && expiresIn > 0 ? expiresIn : DEFAULT_LIFE_S
}

/** Any user name will do on GitHub. */
function basic(token: string): string {
  return Buffer.from(`token:${token}`, 'utf8').toString('base64')
}
