import { join } from 'node:path'
import type { Workplace } from './tools.js'

/** A repository of a registry without TLS. */
export interface Repository {
  /** `http://127.0.0.1:PORT`. */
  readonly url: string
  /** `owner/name`. */
  readonly path: string
  /** `null` where the registry asks for none. */
  readonly token: string | null
}

/** skopeo, as a person uses it. Everything rejects where skopeo fails. */
export class Skopeo {
  readonly #workplace: Workplace
  #pulls = 0

  constructor(workplace: Workplace) {
    this.#workplace = workplace
  }

  /** Pushes with all platforms to a tag or `sha256:…` digest. */
  async push(source: string, to: Repository, reference: string, ...flags: string[]): Promise<void> {
    const secrecy = credentials('dest', to)
    await this.#run('copy', '-q', '--all', ...flags, ...secrecy, source, address(to, reference))
  }

  /**
   * Pulls all platforms of a tag or digest, every blob checked, unchanged; the digest of what
   * it got.
   */
  async pullWhole(from: Repository, reference: string): Promise<string> {
    this.#pulls += 1
    const folder = join(this.#workplace.folder, `pull-${this.#pulls}`)
    const flags = ['-q', '--all', '--preserve-digests', ...credentials('src', from)]
    await this.#run('copy', ...flags, address(from, reference), `dir:${folder}`)
    return (await this.#run('manifest-digest', join(folder, 'manifest.json'))).trim()
  }

  /** The manifest under a tag, as it is. */
  async inspect(from: Repository, reference: string): Promise<{ readonly mediaType?: string }> {
    const flags = ['--raw', ...credentials('', from)]
    const text = await this.#run('inspect', ...flags, address(from, reference))
    return JSON.parse(text) as { readonly mediaType?: string }
  }

  async tags(of: Repository): Promise<readonly string[]> {
    const text = await this.#run('list-tags', ...credentials('', of), address(of, null))
    return (JSON.parse(text) as { readonly Tags: readonly string[] }).Tags
  }

  async delete(from: Repository, reference: string): Promise<void> {
    await this.#run('delete', ...credentials('', from), address(from, reference))
  }

  #run(...args: string[]): Promise<string> {
    const { folder, run } = this.#workplace
    return run('skopeo', '--insecure-policy', '--tmpdir', folder, ...args)
  }
}

function address({ url, path }: Repository, reference: string | null): string {
  const repository = `docker://${new URL(url).host}/${path}`
  if (reference === null) return repository
  return `${repository}${reference.startsWith('sha256:') ? '@' : ':'}${reference}`
}

function credentials(side: 'src' | 'dest' | '', { token }: Repository): string[] {
  const prefix = side === '' ? '--' : `--${side}-`
  const login = token === null ? [`${prefix}no-creds`] : [`${prefix}creds`, `anybody:${token}`]
  return [...login, `${prefix}tls-verify=false`]
}
