import type { Owner, PackageType } from '../model/package.js'
import type { DurationMs, EpochMs } from '../model/time.js'
import { DAY_MS, MINUTE_MS } from '../model/time.js'
import type { GitHubClient } from '../github/client.js'
import type { TokenFacts } from '../github/token-facts.js'

/** The run can't go on, for a reason that a person has to see to. Nothing was changed. */
export class PreflightError extends Error {
  override readonly name = 'PreflightError'
}

/** What a run is going to do, as far as the token's rights go. */
export interface Intent {
  readonly deletes: boolean
  /**
   * Whether it restores versions, or pushes a manifest to take a tag off. `perhaps`: plans will
   * tell, and the scope that it takes is not missed before.
   */
  readonly writes: 'no' | 'perhaps' | 'yes'
  readonly types: readonly PackageType[]
  /** Where people open pages, such as `https://github.com`. */
  readonly serverUrl: string
}

/** A runner's clock that is off by more makes every age wrong (ruling 21). */
const MAX_SKEW_MS: DurationMs = 5 * MINUTE_MS
const EXPIRES_SOON_MS: DurationMs = 7 * DAY_MS

/**
 * Checks what GitHub's first answers said about the token against what the run needs, before
 * anything is changed. Gives sentences worth a warning.
 *
 * @throws PreflightError one message with everything that is missing and what to click
 * @see https://docs.github.com/packages/learn-github-packages/about-permissions-for-github-packages
 */
export function preflight(
  github: Pick<GitHubClient, 'tokenFacts' | 'tokenKind'>,
  owner: Owner,
  intent: Intent,
  now: EpochMs
): string[] {
  const { tokenFacts, tokenKind } = github
  const scopes = scopeProblem(tokenFacts, intent)
  const problems = [...clockProblems(tokenFacts), ...(scopes === null ? [] : [scopes])]
  if (tokenFacts.ssoUrl !== null) {
    problems.push(
      `the token is not authorised for the single sign-on of ${owner.login}: open ${tokenFacts.ssoUrl}`
    )
  }
  if (problems.length > 0) throw new PreflightError(problems.join('; '))
  return [...(tokenKind === 'fine-grained' ? [FINE_GRAINED] : []), ...expiry(tokenFacts, now)]
}

const FINE_GRAINED =
  'the token is fine-grained, which GitHub Packages does not support: if requests are refused, ' +
  'use a classic token with read:packages and delete:packages, or the GITHUB_TOKEN of a workflow'

function clockProblems({ clocks }: TokenFacts): string[] {
  if (clocks === null) return []
  const skewMs = clocks.local - clocks.server
  if (Math.abs(skewMs) <= MAX_SKEW_MS) return []
  const minutes = Math.round(Math.abs(skewMs) / MINUTE_MS)
  return [
    `the clock of this machine is ${minutes} minutes ${skewMs > 0 ? 'ahead of' : 'behind'} ` +
      "GitHub's, so that every age would be wrong: set it right"
  ]
}

/**
 * Which scopes the token lacks, and what to click; `null` where it lacks none. They are known of
 * classic and OAuth tokens only; of others the first refusal tells.
 */
export function scopeProblem({ scopes }: TokenFacts, intent: Intent): string | null {
  if (scopes === null) return null
  const lacking = (needed: readonly string[]) => needed.filter((one) => !isGranted(one, scopes))
  if (lacking(scopesOf(intent, intent.writes === 'yes')).length === 0) return null
  // All at once: what may be needed as well is asked for with what is.
  const missing = lacking(scopesOf(intent, intent.writes !== 'no'))
  return (
    `the token lacks the scope${missing.length > 1 ? 's' : ''} ${missing.join(', ')} ` +
    `(it has: ${scopes.join(', ') || 'none'}): open ${intent.serverUrl}/settings/tokens, choose ` +
    'the token and tick what is missing'
  )
}

function scopesOf({ deletes, types, serverUrl }: Intent, writes: boolean): string[] {
  const { hostname } = new URL(serverUrl)
  const isCloud = hostname === 'github.com' || hostname.endsWith('.ghe.com')
  const granular: readonly PackageType[] = isCloud
    ? ['container', 'npm', 'nuget', 'rubygems']
    : ['container']
  const ofRepositories = types.some((type) => !granular.includes(type))
  return [
    'read:packages',
    ...(deletes ? ['delete:packages'] : []),
    ...(writes ? ['write:packages'] : []),
    ...(ofRepositories && (deletes || writes) ? ['repo'] : [])
  ]
}

function isGranted(scope: string, scopes: readonly string[]): boolean {
  return scopes.includes(scope) || (scope === 'read:packages' && scopes.includes('write:packages'))
}

function expiry({ expiresAt }: TokenFacts, now: EpochMs): string[] {
  if (expiresAt === null || expiresAt - now > EXPIRES_SOON_MS) return []
  return [`the token expires on ${new Date(expiresAt).toISOString()}`]
}
