import { PACKAGE_TYPES, type PackageType } from '../model/package.js'
import { decodeSegment, type EmulatedRequest } from './handler.js'

/** Which of the three families of endpoints a request is of. */
export type OwnerFamily = 'orgs' | 'user' | 'users'

/** A request to one of the packages operations, taken apart. */
export interface PackagesCall {
  readonly family: OwnerFamily
  /** `null` under `/user`, where the token says who it is. */
  readonly login: string | null
  /** `/orgs/acme`, `/user` or `/users/ada`, as it was sent. */
  readonly ownerPath: string
  /** '' where the operation has none. */
  readonly type: string
  /** Decoded; '' where the operation has none. */
  readonly name: string
  /** `NaN` where the operation has none, or it is no number. */
  readonly versionId: number
}

const PLACES = new Set([':type', ':name', ':id'])

/**
 * The request taken apart where it has this method and, after the owner, this path, such as
 * `packages/:type/:name/versions`; `undefined` where it has not. A place takes one segment,
 * so that a slash in a name has to be sent as `%2F`.
 */
export function packagesCall(
  request: EmulatedRequest,
  method: string,
  pattern: string
): PackagesCall | undefined {
  const owner = ownerOf(request.segments)
  if (request.surface !== 'api' || request.method !== method || owner === undefined) {
    return undefined
  }
  const places = pattern.split('/')
  const rest = request.segments.slice(owner.length)
  if (rest.length !== places.length || !rest.every((segment, at) => fits(segment, places[at]))) {
    return undefined
  }
  const valueAt = (place: string) => decodeSegment(rest[places.indexOf(place)] ?? '') ?? ''
  return {
    ...owner,
    ownerPath: `/${request.segments.slice(0, owner.length).join('/')}`,
    type: valueAt(':type'),
    name: valueAt(':name'),
    versionId: /^\d+$/.test(valueAt(':id')) ? Number(valueAt(':id')) : Number.NaN
  }
}

function ownerOf(
  segments: readonly string[]
): { family: OwnerFamily; login: string | null; length: number } | undefined {
  const [family, login = ''] = segments
  if (family === 'user') return { family, login: null, length: 1 }
  if (family !== 'orgs' && family !== 'users') return undefined
  return { family, login: decodeSegment(login), length: 2 }
}

function fits(segment: string, place = ''): boolean {
  return PLACES.has(place) ? segment !== '' && decodeSegment(segment) !== null : segment === place
}

/** Whether GitHub knows this type of packages. */
export function isPackageType(text: string): text is PackageType {
  return PACKAGE_TYPES.some((type) => type === text)
}
