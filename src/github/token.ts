/**
 * What a token is, as far as its prefix says. `installation` is `GITHUB_TOKEN` or any other
 * token of a GitHub App; `unknown` goes on like a classic one.
 */
export type TokenKind =
  'classic' | 'fine-grained' | 'oauth' | 'app-user' | 'installation' | 'unknown'

const PREFIXES: readonly (readonly [prefix: string, kind: TokenKind])[] = [
  ['ghp_', 'classic'],
  ['github_pat_', 'fine-grained'],
  ['gho_', 'oauth'],
  ['ghu_', 'app-user'],
  ['ghs_', 'installation']
]

/**
 * Tells what a token is by its prefix alone: lengths and alphabets have changed before.
 *
 * @see https://docs.github.com/authentication/keeping-your-account-and-data-secure/about-authentication-to-github#githubs-token-formats
 */
export function classifyToken(token: string): TokenKind {
  return PREFIXES.find(([prefix]) => token.startsWith(prefix))?.[1] ?? 'unknown'
}

const TOKEN = /\b(gh[pousr]_|github_pat_)[A-Za-z0-9._-]+/g

/** `text` without anything that looks like a token of GitHub's. */
export function redactTokens(text: string): string {
  return text.replace(TOKEN, '$1***')
}
