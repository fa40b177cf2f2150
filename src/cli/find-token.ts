import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import type { Environment } from '../http/proxy.js'
import { SECOND_MS } from '../model/time.js'
import { readLocalText } from '../run/local-text.js'
import { UsageError } from './exit-codes.js'

export interface TokenSearch {
  readonly environment: Environment
  /** `--token-file`; `-` is standard input. */
  readonly file: string | null
  readonly directory: string
  /** Host of the GitHub in question, for `gh`. */
  readonly host: string
  /** What a classic token needs beside `read:packages` for what the command changes; '' for nothing. */
  readonly needs: string
}

/**
 * The token, never from the command line, where every process of the machine could read it:
 * from `--token-file`, `GITHUB_TOKEN`, `GH_TOKEN`, or `gh auth token`.
 *
 * @throws UsageError where there is none, saying where it could come from
 * @see https://cli.github.com/manual/gh_auth_token
 */
export async function findToken(search: TokenSearch): Promise<string> {
  const { environment, file } = search
  if (file !== null) return tokenInFile(file, search.directory)
  for (const name of ['GITHUB_TOKEN', 'GH_TOKEN']) {
    const token = (environment[name] ?? '').trim()
    if (token !== '') return token
  }
  const token = await tokenOfGh(search)
  if (token !== '') return token
  throw new UsageError(
    'there is no token: set GITHUB_TOKEN, give --token-file FILE, or log in with gh auth login; ' +
      `a classic one with read:packages is enough${search.needs === '' ? '' : ` for a dry run; ${search.needs}`}`
  )
}

function tokenInFile(file: string, directory: string): string {
  const read = readLocalText(file, directory)
  if (!read.ok) throw new UsageError(`--token-file: "${file}": ${read.why}`)
  const token = read.text.trim()
  if (token === '') throw new UsageError(`--token-file: "${file}": it is empty`)
  return token
}

async function tokenOfGh({ environment, host }: TokenSearch): Promise<string> {
  try {
    const { stdout } = await promisify(execFile)('gh', ['auth', 'token', '--hostname', host], {
      env: { ...environment },
      timeout: 10 * SECOND_MS
    })
    return stdout.trim()
  } catch {
    return ''
  }
}
