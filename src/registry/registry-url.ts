/** Where the container registry and the npm registry of one GitHub are. No slash at the end. */
export interface RegistryUrls {
  readonly container: string
  readonly npm: string
}

export type RegistryUrlsAnswer =
  | { readonly ok: true; readonly urls: RegistryUrls }
  /** Nothing can be said safely; `why` names the inputs that would help. */
  | { readonly ok: false; readonly why: string }

/** What the runner, or a person, says about which GitHub this is. `null` where nothing is said. */
export interface GitHubAddress {
  /** `GITHUB_SERVER_URL`, such as `https://github.com`. */
  readonly serverUrl: string | null
  /** The REST API in use, such as `https://api.github.com` or `https://HOST/api/v3`. */
  readonly apiUrl: string | null
}

const GITHUB_HOST = 'github.com'
const GITHUB_URLS: RegistryUrls = {
  container: 'https://ghcr.io',
  npm: 'https://npm.pkg.github.com'
}

/**
 * Derives the registries from the server's address: `https://ghcr.io` for github.com,
 * `https://containers.HOST` for ghe.com and Enterprise Server; npm likewise (ruling 34).
 * Where only the API's address is known the server is found from that; with neither it is
 * github.com.
 *
 * Says no where the API in use is not that server's: the token would go to a stranger, and a
 * registry that never heard of the packages would call each of their manifests missing. Says
 * no as well where there can be no subdomains (loopback, addresses of digits).
 *
 * @see https://docs.github.com/enterprise-server/packages/working-with-a-github-packages-registry/working-with-the-container-registry
 * @see https://docs.github.com/enterprise-cloud@latest/admin/data-residency/network-details-for-ghecom
 */
export function deriveRegistryUrls({ serverUrl, apiUrl }: GitHubAddress): RegistryUrlsAnswer {
  const server = serverUrl === null ? serverBehind(apiUrl) : hostOf(serverUrl)
  if (server === null) {
    return serverUrl === null
      ? no(`api-url ${quote(apiUrl)} does not tell which GitHub it belongs to`)
      : no(`GITHUB_SERVER_URL ${quote(serverUrl)} does not tell where its registries are`)
  }
  if (apiUrl !== null && !isApiOf(apiUrl, server)) {
    return no(`api-url ${quote(apiUrl)} is not the API of ${server}, which GITHUB_SERVER_URL names`)
  }
  return { ok: true, urls: urlsOf(server) }
}

function urlsOf(host: string): RegistryUrls {
  if (host === GITHUB_HOST) return GITHUB_URLS
  return { container: `https://containers.${host}`, npm: `https://npm.${host}` }
}

function no(what: string): RegistryUrlsAnswer {
  return { ok: false, why: `${what}; set registry-url, and npm-registry-url for npm packages` }
}

/** Host, with a port that is not the default, of an http(s) address that can have subdomains. */
function hostOf(address: string): string | null {
  const url = parseUrl(address)
  if (url === null || !canHaveSubdomains(url.hostname)) return null
  return url.host === `www.${GITHUB_HOST}` ? GITHUB_HOST : url.host
}

/**
 * The server behind a REST address: `api.github.com` and `api.SUB.ghe.com` lose their `api.`,
 * `HOST/api/v3` its path. `null` for anything else, which may be anybody's proxy.
 */
function serverBehind(apiUrl: string | null): string | null {
  if (apiUrl === null) return GITHUB_HOST
  const host = hostOf(apiUrl)
  if (host === null) return null
  if (/^\/api\/v3\/?$/.test(new URL(apiUrl).pathname)) return host
  return /^api\.(github|.+\.ghe)\.com$/.test(host) ? host.slice('api.'.length) : null
}

function isApiOf(apiUrl: string, server: string): boolean {
  const host = hostOf(apiUrl)
  return host === server || host === `api.${server}`
}

/** `127.0.0.1`, `[::1]` and `localhost` have no `containers.` in front. */
function canHaveSubdomains(hostname: string): boolean {
  return !hostname.startsWith('[') && !/^[0-9.]*$/.test(hostname) && hostname !== 'localhost'
}

function parseUrl(text: string): URL | null {
  const url = URL.canParse(text) ? new URL(text) : null
  return url?.protocol === 'https:' || url?.protocol === 'http:' ? url : null
}

function quote(text: string | null): string {
  return JSON.stringify((text ?? '').slice(0, 200))
}
