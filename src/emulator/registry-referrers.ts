import type { Handler } from './handler.js'
import { parseRoute, splitRepository } from './registry-route.js'
import type { Registry } from './registry-state.js'

/**
 * ghcr.io has no referrers endpoint: asking is sent on to the web site, which answers 404 or
 * counts it against another limit. Both requests are breaches.
 *
 * @see https://github.com/artifacthub/hub/issues/4785
 */
export function referrersHandler(registry: Registry): Handler {
  return (request) => {
    if (request.path.startsWith('/-/v2/')) {
      registry.breaches.push(`followed to the web site: ${request.method} ${request.path}`)
      return { status: 404, headers: { 'content-type': 'text/html' }, body: '<h1>Not Found</h1>' }
    }
    const route = parseRoute(request)
    if (route?.kind !== 'referrers') return undefined
    registry.breaches.push(`asked for referrers: ${request.method} ${request.path}`)
    const { name } = splitRepository(route.repository)
    const [algorithm = ''] = route.reference.split(':')
    const page = `${encodeURIComponent(name)}%2Freferrers%2F${algorithm}`
    // Of the emulator itself, not of github.com: nothing may reach the real one from a test.
    const location = `${request.baseUrl}/-/v2/packages/container/package/${page}`
    return { status: 303, headers: { location } }
  }
}
