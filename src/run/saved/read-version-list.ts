import { isRecord, textAt, type JsonRecord } from '../../github/json.js'
import { parseVersion } from '../../github/versions.js'
import { isSha256Digest } from '../../model/digest.js'
import { PACKAGE_TYPES, type OwnerKind, type PackageType } from '../../model/package.js'
import type { ListedVersion } from '../../model/version.js'
import type { SavedLists, SavedPackage } from './saved-package.js'

type Identity = Pick<SavedPackage, 'owner' | 'ownerKind' | 'type' | 'name'>

interface Group extends Identity {
  readonly versions: ListedVersion[]
}

/**
 * Reads version lists as the REST API gives them: one array, several within one, or objects of
 * `package` and `versions`. Which package they are of is taken from the rows' own `url`.
 *
 * @see https://docs.github.com/rest/packages/packages#list-package-versions-for-a-package-owned-by-an-organization
 */
export function readVersionLists(
  value: unknown,
  fileName: string,
  fallbackType: PackageType | null
): SavedLists {
  const groups = new Map<string, Group>()
  const errors: string[] = []
  collect(value, { known: NOBODY, fallbackType, groups, errors })
  const packages = [...groups.values()].map((group) => ({
    ...group,
    rows: null,
    frozen: null,
    report: null
  }))
  if (errors.length > 0) return { ok: false, errors: errors.map((why) => `${fileName}: ${why}`) }
  return { ok: true, packages, madeAt: null }
}

const NOBODY: Identity = { owner: null, ownerKind: null, type: null, name: null }

interface Collecting {
  /** What is known of the package that surrounds a row. */
  readonly known: Identity
  /** The type of versions that don't say theirs. */
  readonly fallbackType: PackageType | null
  readonly groups: Map<string, Group>
  readonly errors: string[]
}

function collect(value: unknown, place: Collecting): void {
  if (Array.isArray(value)) {
    for (const inner of value) collect(inner, place)
    return
  }
  if (isRecord(value) && Array.isArray(value['versions'])) {
    const saved: unknown = value['package']
    const known = isRecord(saved) ? identityOfPackage(saved) : place.known
    // A package without versions is one all the same.
    if (value['versions'].length === 0) groupOf(place.groups, known)
    collect(value['versions'], { ...place, known })
    return
  }
  const added = isRecord(value) && addVersion(value, place)
  if (!added && place.errors.length === 0) {
    place.errors.push(
      'expected versions as the REST API lists them, with id and name, or a report.json; ' +
        `found ${JSON.stringify(value)?.slice(0, 80) ?? 'nothing'}`
    )
  }
}

function addVersion(row: JsonRecord, { known, fallbackType, groups }: Collecting): boolean {
  const identity = { ...identityOfRow(row), ...withoutNulls(known) }
  const type = identity.type ?? typeByName(row) ?? fallbackType
  // The tags of a version whose type nobody knows are of no use.
  const version = parseVersion(row, type ?? 'maven')
  if (version === null) return false
  groupOf(groups, { ...identity, type }).versions.push(version)
  return true
}

function groupOf(groups: Map<string, Group>, identity: Identity): Group {
  const key = JSON.stringify([identity.owner, identity.type, identity.name])
  const group = groups.get(key) ?? { ...identity, versions: [] }
  groups.set(key, group)
  return group
}

const VERSION_URL = /\/(?:(orgs|users)\/([^/]+)|user)\/packages\/([a-z]+)\/([^/]+)\/versions\/\d+$/

function identityOfRow(row: JsonRecord): Identity {
  const metadata = row['metadata']
  const type = isRecord(metadata) ? typeOf(textAt(metadata, 'package_type')) : null
  const [, family, owner, typeInUrl, name] = VERSION_URL.exec(textAt(row, 'url') ?? '') ?? []
  return {
    owner: owner ?? null,
    ownerKind: family === undefined ? null : ownerKindOf(family),
    type: type ?? typeOf(typeInUrl ?? null),
    name: name === undefined ? null : decoded(name)
  }
}

function ownerKindOf(family: string): OwnerKind {
  return family === 'orgs' ? 'organization' : 'user'
}

function identityOfPackage(saved: JsonRecord): Identity {
  const owner = saved['owner']
  const login = isRecord(owner) ? textAt(owner, 'login') : null
  const kind = isRecord(owner) ? textAt(owner, 'type') : null
  return {
    owner: login,
    ownerKind: kind === null ? null : kind === 'Organization' ? 'organization' : 'user',
    type: typeOf(textAt(saved, 'package_type')),
    name: textAt(saved, 'name')
  }
}

function typeOf(text: string | null): PackageType | null {
  return PACKAGE_TYPES.find((type) => type === text) ?? null
}

/** Only versions of containers are named by digests. */
function typeByName(row: JsonRecord): PackageType | null {
  return isSha256Digest(textAt(row, 'name') ?? '') ? 'container' : null
}

function withoutNulls(identity: Identity): Partial<Identity> {
  return Object.fromEntries(Object.entries(identity).filter(([, value]) => value !== null))
}

function decoded(segment: string): string {
  try {
    return decodeURIComponent(segment)
  } catch {
    return segment
  }
}
