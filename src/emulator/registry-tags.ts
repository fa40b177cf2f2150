import type { Handler } from './handler.js'
import { authorise } from './registry-auth.js'
import { unsupported } from './registry-answers.js'
import { packageAt, parseRoute } from './registry-route.js'
import type { Registry } from './registry-state.js'

/**
 * `GET /v2/<name>/tags/list?n&last`: all tags, helper tags too, in order of their code units.
 *
 * @see https://github.com/opencontainers/distribution-spec/blob/main/spec.md#listing-tags
 */
export function tagListHandler(registry: Registry): Handler {
  return (request) => {
    const route = parseRoute(request)
    if (route?.kind !== 'tags') return undefined
    if (request.method !== 'GET') return unsupported()
    const refused = authorise(registry, request, route.repository, 'pull')
    if (refused !== undefined) return refused
    const target = packageAt(registry.world, route.repository)
    const last = request.query.get('last') ?? ''
    const rest = [...(target?.tags.keys() ?? [])].filter((tag) => tag > last).sort()
    const limit = pageSize(request.query.get('n'))
    const tags = rest.slice(0, limit)
    const next = `</v2/${route.repository}/tags/list?last=${tags.at(-1) ?? ''}&n=${limit}>; rel="next"`
    return {
      status: 200,
      headers: tags.length > 0 && rest.length > tags.length ? { link: next } : {},
      body: { name: route.repository, tags }
    }
  }
}

function pageSize(n: string | null): number {
  return n !== null && /^\d+$/.test(n) ? Number(n) : 1000
}
