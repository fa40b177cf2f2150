import { PACKAGE_TYPES, type PackageType } from '../../model/package.js'
import { compilePackageNames, type PackageNames } from '../../policy/package-names.js'
import { nearestWord } from '../../policy/file/nearest-word.js'
import { deriveRegistryUrls } from '../../registry/registry-url.js'
import type { InputReader } from './input-reader.js'
import { parseUrl, type Parsed } from './scalar-texts.js'
import type { Surroundings } from './surroundings.js'

/** Where the three services of one GitHub are. No slash at the end. */
export interface ServiceUrls {
  readonly apiUrl: string
  readonly registryUrl: string
  readonly npmRegistryUrl: string
}

const GITHUB_API = 'https://api.github.com'

/** The token; '' with an error where there is none. */
export function readToken(inputs: InputReader): string {
  const token = inputs.text('token')
  if (token === null) {
    const why =
      'none is given; in a workflow leave the input out or write ${{ github.token }}, and where ' +
      'it comes from a secret, see that the secret is there'
    inputs.refuse('token', null, why)
    return ''
  }
  if (/^[\u0021-\u007e]+$/.test(token)) return token
  const why = 'the value holds spaces, line breaks or signs that no token has'
  inputs.refuse('token', null, why)
  return token
}

const OWNER = /^[A-Za-z0-9][A-Za-z0-9_-]*$/

/** The owner as it was given; `null` where it is not. */
export function readOwner(inputs: InputReader): string | null {
  return inputs.parsed('owner', (text) =>
    OWNER.test(text)
      ? { ok: true, value: text }
      : { ok: false, why: 'expected the name of one organisation or user, such as octo-org' }
  )
}

/** The types, each once and in their usual order; `null` where not given or wrong. */
export function readPackageTypes(inputs: InputReader): readonly PackageType[] | null {
  const words = inputs.list('package-type')
  const wrong = words.filter((word) => !ALL_OR_TYPES.includes(word))
  for (const word of wrong) {
    const near = nearestWord(word, ALL_OR_TYPES)
    const hint = near === null ? '' : `; did you mean ${near}?`
    inputs.refuse('package-type', word, `expected one of ${ALL_OR_TYPES.join(', ')}${hint}`)
  }
  if (words.length === 0 || wrong.length > 0) return null
  return PACKAGE_TYPES.filter((type) => words.includes('all') || words.includes(type))
}

const ALL_OR_TYPES: readonly string[] = [...PACKAGE_TYPES, 'all']

/** The names, as they are given; `null` where not given or wrong (ruling 54). */
export function readPackageNames(inputs: InputReader): PackageNames | null {
  const sources = inputs.list('packages')
  const [first] = sources
  if (first === undefined) return null
  if (first.startsWith('!')) {
    const why = 'the list must begin with a name or glob that includes, such as "*"'
    inputs.refuse('packages', first, why)
    return null
  }
  const tagged = sources.filter((source) => TAGGED.test(source))
  for (const source of tagged) {
    const why =
      'a package is named without a tag or digest; write ' +
      `${source.replace(TAGGED, '$1')}, and choose among its versions by the rules`
    inputs.refuse('packages', source, why)
  }
  return tagged.length > 0 ? null : compiled(inputs, sources)
}

/** A name and what `docker pull` takes behind it; no package has such a name. */
const TAGGED = /^([\w@.~-][\w@./~-]*?)(?::[\w][\w.-]*|@sha256:[0-9a-f]{64})$/

function compiled(inputs: InputReader, sources: readonly string[]): PackageNames | null {
  const result = compilePackageNames(sources)
  if (result.ok) return result.names
  for (const { source, why } of result.problems) inputs.refuse('packages', source, why)
  return null
}

/**
 * The name of the workflow's repository, which is the default of `packages`; an error and
 * `null` where there is none.
 */
export function defaultPackageNames(
  inputs: InputReader,
  { repository }: Surroundings,
  types: readonly PackageType[]
): PackageNames | null {
  if (inputs.isGiven('packages')) return null
  const name = repository?.split('/')[1] ?? ''
  if (name === '') {
    inputs.refuse(
      'packages',
      null,
      'expected names or globs: outside a workflow there is no default'
    )
    return null
  }
  // Both registries know names in small letters only; a repository's may have capitals.
  const isSmall = types.every((type) => ['container', 'docker', 'npm'].includes(type))
  return compiled(inputs, [isSmall ? name.toLowerCase() : name])
}

/**
 * The addresses, derived where they are not given. A registry that `types` has no use for is
 * never an error: where it can't be derived, an address stands in that has the token already.
 */
export function readUrls(
  inputs: InputReader,
  surroundings: Surroundings,
  types: readonly PackageType[]
): ServiceUrls {
  const given = inputs.parsed('api-url', parseUrl)
  const apiUrl = given ?? surroundingUrl(surroundings.apiUrl)
  const container = inputs.parsed('registry-url', parseUrl)
  const npm = inputs.parsed('npm-registry-url', parseUrl)
  const { serverUrl } = surroundings
  const derived = deriveRegistryUrls({ serverUrl, apiUrl })
  const urls = derived.ok ? derived.urls : null
  const isNeeded = types.includes('container') || (types.includes('npm') && container === null)
  if (!derived.ok && container === null && isNeeded && !isExcused(inputs, types)) {
    inputs.refuse('registry-url', null, derived.why)
  }
  const api = apiUrl ?? apiOf(serverUrl)
  const standIn = container ?? npm ?? api
  return {
    apiUrl: api,
    registryUrl: container ?? urls?.container ?? standIn,
    npmRegistryUrl: npm ?? urls?.npm ?? standIn
  }
}

/** Whether the addresses are wrong themselves, or all that is needed is there. */
function isExcused(inputs: InputReader, types: readonly PackageType[]): boolean {
  const isWrong = inputs.errors.some(({ input }) => input?.endsWith('-url') ?? false)
  return isWrong || (!types.includes('container') && inputs.isGiven('npm-registry-url'))
}

function surroundingUrl(url: string | null): string | null {
  const parsed: Parsed<string> | null = url === null ? null : parseUrl(url.trim())
  return parsed?.ok ? parsed.value : null
}

/**
 * Where only the server is known: on Enterprise Server the API is below it, on ghe.com beside.
 *
 * @see https://docs.github.com/enterprise-server/rest/using-the-rest-api/getting-started-with-the-rest-api
 */
function apiOf(serverUrl: string | null): string {
  const server = surroundingUrl(serverUrl)
  if (server === null) return GITHUB_API
  const { host, origin, protocol } = new URL(server)
  if (host === 'github.com' || host.endsWith('.ghe.com')) return `${protocol}//api.${host}`
  return `${origin}/api/v3`
}
