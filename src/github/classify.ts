import type { DurationMs, EpochMs } from '../model/time.js'
import type { GitHubErrorCode } from './errors.js'
import { isRecord, textAt } from './json.js'
import { redactTokens } from './token.js'
import { askedWait, hasNothingLeft, type AnswerHeaders } from './waits.js'

/** What an answer with an error status means. */
export interface Classification {
  readonly code: GitHubErrorCode
  /** In GitHub's words, on one line; '' where it said nothing. */
  readonly said: string
  /** `null` where there is nothing to say that GitHub did not. */
  readonly remedy: string | null
  /** `null` where the answer does not say how long to wait. */
  readonly waitMs: DurationMs | null
}

interface Evidence {
  readonly status: number
  readonly headers: AnswerHeaders
  readonly said: string
}

interface Meaning {
  readonly code: GitHubErrorCode
  readonly holds: (evidence: Evidence) => boolean
  readonly remedy?: (evidence: Evidence) => string
}

const isRefusal = ({ status }: Evidence): boolean => status === 403 || status === 429

const says =
  (pattern: RegExp) =>
  ({ said }: Evidence): boolean =>
    pattern.test(said)

/**
 * From the particular to the general; the first that holds is meant. What plainly speaks of
 * a permission goes before the limits, because such an answer may carry their headers too.
 *
 * @see https://docs.github.com/rest/using-the-rest-api/troubleshooting-the-rest-api
 */
const MEANINGS: readonly Meaning[] = [
  {
    code: 'sso-required',
    holds: (evidence) =>
      evidence.status >= 400 &&
      (ssoUrl(evidence.headers) !== null || (isRefusal(evidence) && says(/\bSAML\b/)(evidence))),
    remedy: ({ headers }) =>
      `Authorise the token for the organisation's single sign-on: ${ssoUrl(headers) ?? 'Settings, Developer settings, Personal access tokens, Configure SSO'}`
  },
  {
    code: 'missing-scope',
    holds: (evidence) => isRefusal(evidence) && says(/\bat least \S+ scope\b/i)(evidence),
    remedy: ({ said }) =>
      `Give the token the scope ${/at least (\S+) scope/i.exec(said)?.[1] ?? ''} under Settings, Developer settings, Personal access tokens (classic)`
  },
  {
    code: 'forbidden',
    holds: (evidence) =>
      evidence.status === 403 && says(/accessible by personal access token/i)(evidence),
    remedy: () => 'GitHub Packages takes no fine-grained tokens: use a classic one'
  },
  {
    code: 'forbidden',
    holds: (evidence) => evidence.status === 403 && says(/accessible by integration/i)(evidence),
    remedy: () =>
      "Give the job the permission it needs (for packages `permissions: packages: write`), and the repository the role Admin in the package's settings under Manage Actions access"
  },
  {
    code: 'forbidden',
    holds: (evidence) =>
      evidence.status === 403 && says(/must have admin (rights|access)/i)(evidence),
    remedy: () =>
      "Open the package's settings and give the repository, or the user of the token, the role Admin under Manage Actions access or Manage access"
  },
  {
    code: 'forbidden',
    holds: (evidence) => evidence.status === 403 && says(/\bIP allow list\b/i)(evidence),
    remedy: () =>
      "Run it where the address is on the list, such as on a self-hosted runner, or let an owner add the runner's address under Settings, Authentication security, IP allow list"
  },
  {
    code: 'secondary-rate-limited',
    holds: (evidence) => isRefusal(evidence) && says(/secondary rate|abuse detection/i)(evidence)
  },
  {
    code: 'rate-limited',
    holds: (evidence) =>
      isRefusal(evidence) && (hasNothingLeft(evidence.headers) || says(/\brate limit/i)(evidence))
  },
  {
    code: 'secondary-rate-limited',
    holds: (evidence) =>
      evidence.status === 429 ||
      (evidence.status === 403 && (evidence.headers['retry-after'] ?? '').trim() !== '')
  },
  {
    code: 'unauthorized',
    holds: ({ status }) => status === 401,
    remedy: () => 'The token is missing, expired, revoked, or not one of this server'
  },
  { code: 'forbidden', holds: ({ status }) => status === 403 },
  { code: 'not-found', holds: ({ status }) => status === 404 },
  { code: 'invalid-argument', holds: ({ status }) => status === 400 || status === 422 },
  { code: 'server', holds: ({ status }) => status >= 500 || status === 408 }
]

/** Tells what an answer with an unexpected status means. `now` is the local time of it. */
export function classify(
  status: number,
  headers: AnswerHeaders,
  body: unknown,
  now: EpochMs
): Classification {
  const evidence = { status, headers, said: messageOf(body) }
  const meaning = MEANINGS.find(({ holds }) => holds(evidence))
  return {
    code: meaning?.code ?? 'unexpected-status',
    said: evidence.said,
    remedy: meaning?.remedy?.(evidence) ?? null,
    waitMs: askedWait(headers, now)
  }
}

/** The address under which a token is authorised for single sign-on; `null` where none is given. */
export function ssoUrl(headers: AnswerHeaders): string | null {
  const match = /^\s*required\b.*?url=(https:\/\/[^\s;,]+)/i.exec(headers['x-github-sso'] ?? '')
  return match?.[1] ?? null
}

const LONGEST_MESSAGE = 300

function messageOf(body: unknown): string {
  if (isRecord(body)) return oneLine(textAt(body, 'message') ?? '')
  if (typeof body !== 'string') return ''
  return /^\s*</.test(body) ? 'a web page instead of JSON' : oneLine(body)
}

function oneLine(text: string): string {
  const line = redactTokens(text.replace(/\s+/g, ' ').trim())
  return line.length > LONGEST_MESSAGE ? `${line.slice(0, LONGEST_MESSAGE)}…` : line
}
