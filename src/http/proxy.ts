/** Environment variables, as far as they are set. */
export type Environment = Readonly<Record<string, string | undefined>>

const DEFAULT_PORTS: Readonly<Record<string, string>> = { 'http:': '80', 'https:': '443' }

/**
 * The proxy through which `url` is to be reached, or `null` for none: `http_proxy` or
 * `https_proxy` by the URL's scheme, unless `no_proxy` names the host. The same names in
 * capitals count where the small ones are not set. Loopback is reached directly unless
 * `proxyLoopback`.
 *
 * @see https://docs.github.com/actions/hosting-your-own-runners/managing-self-hosted-runners/using-a-proxy-server-with-self-hosted-runners
 */
export function proxyFor(url: URL, environment: Environment, proxyLoopback = false): string | null {
  const name = url.protocol === 'https:' ? 'https_proxy' : 'http_proxy'
  const proxy = read(environment, name)
  if (proxy === '' || (!proxyLoopback && isLoopback(url.hostname))) return null
  if (isExcluded(url, read(environment, 'no_proxy'))) return null
  return /^https?:\/\//i.test(proxy) ? proxy : `http://${proxy}`
}

function read(environment: Environment, name: string): string {
  return (environment[name] ?? environment[name.toUpperCase()] ?? '').trim()
}

/** Whether `hostname`, as `URL` writes it, is this very machine. */
export function isLoopback(hostname: string): boolean {
  return hostname === 'localhost' || hostname === '[::1]' || /^127(\.\d+){3}$/.test(hostname)
}

function isExcluded(url: URL, noProxy: string): boolean {
  const host = url.hostname.toLowerCase()
  const port = url.port === '' ? DEFAULT_PORTS[url.protocol] : url.port
  return noProxy
    .toLowerCase()
    .split(/[\s,]+/)
    .some((entry) => covers(entry, host) || covers(entry, `${host}:${port}`))
}

/** `host`, `.host` and `*.host` all stand for the host and what lies below it. */
function covers(entry: string, host: string): boolean {
  if (entry === '*') return true
  const bare = entry.replace(/^\*?\./, '')
  return bare !== '' && (host === bare || host.endsWith(`.${bare}`))
}
