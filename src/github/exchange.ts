import { TransportError, type TransportErrorCode } from '../http/errors.js'
import { GitHubError, type GitHubErrorCode } from './errors.js'
import { isRecord, type JsonRecord } from './json.js'
import { API_HEADERS, type OctokitPort } from './octokit.js'
import type { AnswerHeaders } from './waits.js'
import { messageOf } from '../model/message-of.js'

/** One request: what is sent, and which status means that it was done. */
export interface Call {
  readonly method: 'GET' | 'POST' | 'DELETE'
  /** Below the API's base URL, encoded, with its query. */
  readonly path: string
  readonly expects: 200 | 204
  /**
   * Asked right before each sending, after all waits: where it says no, nothing is sent and the
   * request fails with `overtaken`.
   */
  readonly isStillMeant?: (() => boolean) | undefined
  /** Whether what fails is not tried again: its answer is not worth a wait. */
  readonly isSentOnce?: boolean | undefined
}

/** What came back, whatever its status. */
export interface Answer {
  readonly status: number
  readonly headers: AnswerHeaders
  /** Not looked at yet. */
  readonly data: unknown
}

/** How logs and errors name a request. */
export function requestLine({ method, path }: Call): string {
  return `${method} ${path}`
}

/**
 * Sends one request once. Octokit throws for error statuses and has its own ideas of what a
 * broken connection is: here the one is an answer, and the other an error.
 *
 * @throws GitHubError `connection`, `timed-out`, `malformed` or `aborted`.
 */
export async function exchange(
  octokit: OctokitPort,
  call: Call,
  signal: AbortSignal | undefined
): Promise<Answer> {
  const answer = await answerTo(octokit, call, signal)
  if (answer.status === 200 && call.expects === 200 && typeof answer.data !== 'object') {
    throw notJson(call, answer.data)
  }
  return answer
}

async function answerTo(
  octokit: OctokitPort,
  call: Call,
  signal: AbortSignal | undefined
): Promise<Answer> {
  try {
    const answer = asAnswer(await octokit.request(octokitRequest(call, signal)))
    if (answer !== null) return answer
  } catch (error) {
    const answer = isRecord(error) ? asAnswer(error['response']) : null
    if (answer !== null) return answer
    throw signal?.aborted === true ? aborted(call) : unanswered(call, error)
  }
  throw unanswered(call, new Error('Octokit gave no response'))
}

function octokitRequest(
  { method, path }: Call,
  signal: AbortSignal | undefined
): Parameters<OctokitPort['request']>[0] {
  const request = { method, url: path, headers: API_HEADERS }
  return signal === undefined ? request : { ...request, request: { signal } }
}

function asAnswer(value: unknown): Answer | null {
  if (!isRecord(value) || typeof value['status'] !== 'number') return null
  const headers = isRecord(value['headers']) ? value['headers'] : {}
  return { status: value['status'], headers: textHeaders(headers), data: value['data'] }
}

function textHeaders(headers: JsonRecord): AnswerHeaders {
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [name.toLowerCase(), String(value)])
  )
}

/** Octokit gives JSON that it can't parse as text, with status 200 and no error. */
function notJson(call: Call, data: unknown): GitHubError {
  return new GitHubError({
    code: 'malformed',
    request: requestLine(call),
    problem: `expected JSON, got ${excerpt(data)}`,
    status: 200
  })
}

function excerpt(data: unknown): string {
  const text = typeof data === 'string' ? data.replace(/\s+/g, ' ') : String(data)
  return text.trim() === '' ? 'nothing' : `\`${text.slice(0, 80)}${text.length > 80 ? '…' : ''}\``
}

const CODES: Readonly<Record<TransportErrorCode, GitHubErrorCode>> = {
  connection: 'connection',
  'timed-out': 'timed-out',
  'too-large': 'incomplete',
  redirect: 'unexpected-status'
}

function unanswered(call: Call, error: unknown): GitHubError {
  const cause = transportError(error)
  return new GitHubError({
    code: cause === null ? 'connection' : CODES[cause.code],
    request: requestLine(call),
    problem: `no answer: ${messageOf(cause ?? error)}`,
    // Octokit's own error is left out: it carries the request with its headers.
    cause
  })
}

/** What a request fails with once its caller has given it up. */
export function aborted(call: Call): GitHubError {
  return new GitHubError({
    code: 'aborted',
    request: requestLine(call),
    problem: 'cut off: the next run will tell'
  })
}

function transportError(error: unknown): TransportError | null {
  if (error instanceof TransportError) return error
  return error instanceof Error && error.cause !== undefined ? transportError(error.cause) : null
}
