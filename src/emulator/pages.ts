import type { EmulatedRequest, EmulatedResponse } from './handler.js'
import type { World } from './state.js'

const DEFAULT_PER_PAGE = 30
const MAX_PER_PAGE = 100

/** Which page a request asks for; what makes no sense counts as not given. */
export function pageOf(query: URLSearchParams): { page: number; perPage: number } {
  return {
    page: wholeNumber(query.get('page')) ?? 1,
    perPage: Math.min(MAX_PER_PAGE, wholeNumber(query.get('per_page')) ?? DEFAULT_PER_PAGE)
  }
}

/**
 * One page of `rows`, each made JSON by `toJson`, with the `Link` header.
 *
 * @see https://docs.github.com/rest/using-the-rest-api/using-pagination-in-the-rest-api
 */
export function paged<Row>(
  world: World,
  request: EmulatedRequest,
  rows: readonly Row[],
  toJson: (row: Row) => unknown
): EmulatedResponse {
  const { page, perPage } = pageOf(request.query)
  const lastPage = Math.max(1, Math.ceil(rows.length / perPage))
  const link = linkHeader(world, request, page, lastPage)
  const onPage = rows.slice((page - 1) * perPage, page * perPage)
  return {
    status: 200,
    body: onPage.map(toJson),
    ...(link === '' ? {} : { headers: { link } })
  }
}

/** `''` where there is but one page. */
function linkHeader(
  { behaviour }: World,
  request: EmulatedRequest,
  page: number,
  lastPage: number
): string {
  if (behaviour.link === 'none') return ''
  const isBefore = page < lastPage
  const isAfter = page > 1
  const isFull = behaviour.link === 'all'
  const relations: [string, number, boolean][] = [
    ['prev', Math.min(page - 1, lastPage), isAfter],
    ['next', page + 1, isBefore],
    ['last', lastPage, isBefore && isFull],
    ['first', 1, isAfter && isFull]
  ]
  return relations
    .filter(([, , isShown]) => isShown)
    .map(([relation, target]) => `<${pageUrl(request, target)}>; rel="${relation}"`)
    .join(', ')
}

function pageUrl({ baseUrl, path, query }: EmulatedRequest, page: number): string {
  const changed = new URLSearchParams(query)
  changed.set('page', String(page))
  return `${baseUrl}${path}?${changed.toString()}`
}

function wholeNumber(text: string | null): number | undefined {
  return text !== null && /^[1-9]\d{0,8}$/.test(text) ? Number(text) : undefined
}
