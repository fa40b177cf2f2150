import type { Owner } from '../model/package.js'
import type { Connection } from './connection.js'
import { GitHubError } from './errors.js'
import { isRecord, textAt } from './json.js'
import { segment } from './paths.js'
import type { TokenKind } from './token.js'

/**
 * Finds out what an owner is, whatever the case of its letters, and whether the token is
 * its own. A token of an app is nobody's, and GitHub is not asked about it.
 *
 * @throws GitHubError `not-found` where there is none of that name.
 * @see https://docs.github.com/rest/users/users#get-a-user
 */
export async function findOwner(
  connection: Connection,
  login: string,
  tokenKind: TokenKind
): Promise<Owner> {
  const found = await account(connection, `/users/${segment(login)}`).catch(explainMissing(login))
  const isOrganization = found.type === 'Organization'
  return {
    login: found.login,
    kind: isOrganization ? 'organization' : 'user',
    isTokenOwner:
      !isOrganization &&
      tokenKind !== 'installation' &&
      isSameLogin(await tokenLogin(connection), found.login)
  }
}

interface Account {
  readonly login: string
  readonly type: string
}

async function account(connection: Connection, path: string): Promise<Account> {
  const { data } = await connection.send({ method: 'GET', path, expects: 200 })
  const login = isRecord(data) ? textAt(data, 'login') : null
  const type = isRecord(data) ? textAt(data, 'type') : null
  if (login !== null && login !== '' && type !== null) return { login, type }
  throw new GitHubError({
    code: 'malformed',
    request: `GET ${path}`,
    problem: 'expected a user or an organisation, got something else',
    status: 200
  })
}

/** `null` where the token belongs to no user. */
async function tokenLogin(connection: Connection): Promise<string | null> {
  try {
    return (await account(connection, '/user')).login
  } catch (error) {
    const isNobodys =
      error instanceof GitHubError && (error.code === 'forbidden' || error.code === 'not-found')
    if (isNobodys) return null
    throw error
  }
}

function isSameLogin(one: string | null, other: string): boolean {
  return one?.toLowerCase() === other.toLowerCase()
}

function explainMissing(login: string): (error: unknown) => never {
  return (error) => {
    if (!(error instanceof GitHubError) || error.code !== 'not-found') throw error
    throw error.with({
      remedy: `There is no organisation or user \`${login}\` that this token can see: check the name, and whether the API URL is that of the right server`
    })
  }
}
