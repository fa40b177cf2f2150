import type { Connection } from './connection.js'
import { GitHubError } from './errors.js'
import type { Call } from './exchange.js'

/** A list that GitHub gives in pages. */
export interface PagedList<T> {
  /** With its query, but for `page` and `per_page`. */
  readonly path: string
  /** `null` for what is no row of this list. */
  readonly parse: (row: unknown) => T | null
  /** Rows with the same key are one: pages shift while they are read. */
  readonly keyOf: (row: T) => string | number
  /** How many pages GitHub gives at most, full ones or not. */
  readonly maxPages?: number
  /** Whether rows may be hidden from the token, so that pages within the list are short. */
  readonly mayHide?: boolean
  /**
   * Asked after each round of pages, of all rows so far: at a yes the others are not read, nor is
   * it checked that no row is missing. With it each round doubles what was read.
   */
  readonly isEnough?: (rows: readonly T[]) => boolean
  /**
   * How many rows there are, as GitHub says elsewhere; `null` where it does not. Asked only where
   * rows seem to be missing twice: a list that has so many is whole.
   */
  readonly countRows?: () => Promise<number | null>
}

interface Page<T> {
  readonly number: number
  readonly rows: readonly T[]
  /** The last page, as this one says; 0 where it doesn't. */
  readonly last: number
  /** The furthest page that its links name, be it the next or the last; 0 where none does. */
  readonly announced: number
  readonly hasMore: boolean
  readonly hasLinks: boolean
}

const PER_PAGE = 100
const AT_ONCE = 20
const MAX_PAGES = 20_000

/**
 * All rows of a list in the order of its pages, each once: the first page, then the others
 * in parallel as far as it says, then one by one while there are more. Of `Link` only the
 * page numbers are read, so it leads nowhere else. A list of which rows are missing, as where
 * pages shift while they are read or one that was announced comes empty, is read once more;
 * then GitHub is asked how many there are, for a server may announce a page too many.
 *
 * @throws GitHubError `malformed` for what is no such list, `incomplete` where rows or pages
 *   are missing in the middle or there are more than GitHub gives.
 * @see https://docs.github.com/rest/using-the-rest-api/using-pagination-in-the-rest-api
 */
export async function listAll<T>(connection: Connection, list: PagedList<T>): Promise<T[]> {
  const first = await readList(connection, list)
  if (first.gap === null || list.mayHide === true) return first.rows
  const second = await readList(connection, list)
  if (second.gap === null) return second.rows
  const count = (await list.countRows?.()) ?? Infinity
  if (second.rows.length >= count) return second.rows
  throw failed(
    'incomplete',
    pageCall(list, second.gap),
    'rows are missing before or on the last page'
  )
}

interface ReadList<T> {
  readonly rows: T[]
  /** The first page that lacks rows though another follows it or it was announced itself. */
  readonly gap: number | null
}

async function readList<T>(connection: Connection, list: PagedList<T>): Promise<ReadList<T>> {
  const rows = new Map<string | number, T>()
  const sizes: number[] = []
  let read = 0
  let target = 1
  let announced = 0
  while (read < target) {
    checkLength(list, target)
    const to = list.isEnough === undefined ? target : Math.min(target, 2 * read + 1)
    const pages = await readPages(connection, list, read + 1, to)
    checkOrder(list, pages)
    announced = Math.max(announced, ...pages.map((page) => page.announced))
    const before = rows.size
    sizes.push(...pages.map((page) => page.rows.length))
    for (const row of pages.flatMap((page) => page.rows)) {
      const key = list.keyOf(row)
      if (!rows.has(key)) rows.set(key, row)
    }
    read = to
    target = nextTarget(pages, read)
    if (read < target && list.isEnough?.([...rows.values()]) === true) {
      return { rows: [...rows.values()], gap: null }
    }
    if (rows.size === before && target > read) {
      // A server that knows no pages gives the same for ever; one with links lost its place.
      if (pages.every(({ hasLinks }) => !hasLinks)) return { rows: [...rows.values()], gap: null }
      throw failed('incomplete', pageCall(list, read), 'the page repeats what was listed before')
    }
  }
  return { rows: [...rows.values()], gap: gapIn(sizes, rows.size, announced) }
}

/**
 * Pages before the last are as full as the first, no row stands on two of them at the cost of
 * another, and no page after the last with rows was announced. The first page of an empty list
 * may be.
 */
function gapIn(sizes: readonly number[], distinct: number, announced: number): number | null {
  const size = sizes[0] ?? 0
  const last = sizes.findLastIndex((rows) => rows > 0)
  const short = sizes.findIndex((rows, place) => place < last && rows < size)
  if (short >= 0) return short + 1
  if (announced > Math.max(1, last + 1)) return last + 2
  return last > 0 && distinct <= last * size ? last + 1 : null
}

function nextTarget<T>(pages: readonly Page<T>[], read: number): number {
  const tail = pages.at(-1)
  if (tail === undefined || tail.rows.length === 0) return read
  return Math.max(tail.hasMore ? read + 1 : read, ...pages.map(({ last }) => last))
}

/** Pages `from` to `to`, in order; not all of them where the list ends before. */
async function readPages<T>(
  connection: Connection,
  list: PagedList<T>,
  from: number,
  to: number
): Promise<Page<T>[]> {
  const pages: Page<T>[] = []
  let next = from
  // The second empty page ends it: after the first one it is seen whether rows follow.
  const isOver = (): boolean => pages.filter(({ rows }) => rows.length === 0).length > 1
  const work = async (): Promise<void> => {
    while (next <= to && !isOver()) {
      const number = next
      next += 1
      try {
        pages.push(await readPage(connection, list, number))
      } catch (error) {
        next = Infinity
        throw error
      }
    }
  }
  await Promise.all(Array.from({ length: Math.min(AT_ONCE, to - from + 1) }, work))
  return pages.toSorted((a, b) => a.number - b.number)
}

async function readPage<T>(
  connection: Connection,
  list: PagedList<T>,
  number: number
): Promise<Page<T>> {
  const call = pageCall(list, number)
  const { data, headers } = await connection.send(call)
  if (!Array.isArray(data)) throw failed('malformed', call, 'expected a list, got something else')
  const rows = data.map((row: unknown, index) => {
    const parsed = list.parse(row)
    if (parsed === null) throw failed('malformed', call, `entry ${index} can't be read`)
    return parsed
  })
  const links = parseLinks(headers['link'] ?? '')
  const hasMore = links === null ? rows.length >= PER_PAGE : links.has('next')
  const lastPage = links?.get('last') ?? 0
  const announced = Math.max(lastPage, links?.get('next') ?? 0)
  return { number, rows, last: lastPage, announced, hasMore, hasLinks: links !== null }
}

function pageCall({ path }: { readonly path: string }, number: number): Call {
  const query = `per_page=${PER_PAGE}&page=${number}`
  return { method: 'GET', path: `${path}${path.includes('?') ? '&' : '?'}${query}`, expects: 200 }
}

/** An empty page before one with rows: GitHub lost what was on it. */
function checkOrder<T>(list: PagedList<T>, pages: readonly Page<T>[]): void {
  const gap = pages.find(
    ({ rows, number }) =>
      rows.length === 0 && pages.some((page) => page.number > number && page.rows.length > 0)
  )
  if (gap === undefined) return
  throw failed(
    'incomplete',
    pageCall(list, gap.number),
    'the page is empty, but a later one is not'
  )
}

function checkLength<T>(list: PagedList<T>, pages: number): void {
  const most = list.maxPages ?? MAX_PAGES
  if (pages <= most) return
  const problem = `GitHub gives no more than ${most} pages, and there are more`
  throw failed('incomplete', pageCall(list, most + 1), problem)
}

function failed(code: 'malformed' | 'incomplete', call: Call, problem: string): GitHubError {
  return new GitHubError({ code, request: `${call.method} ${call.path}`, problem })
}

const LINK = /<([^>]*)>([^<]*)/g

/** Page numbers by relation; `null` where there is no such header at all. */
function parseLinks(header: string): ReadonlyMap<string, number> | null {
  if (header.trim() === '') return null
  return new Map(
    [...header.matchAll(LINK)].flatMap(([, url = '', attributes = '']) => {
      const page = /[?&]page=(\d{1,9})(?:&|#|$)/.exec(url)?.[1]
      const relations = /\brel="?([^",;]+)"?/i.exec(attributes)?.[1] ?? ''
      return page === undefined
        ? []
        : relations.split(/\s+/).map((relation) => [relation, Number(page)] as const)
    })
  )
}
