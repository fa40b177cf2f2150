import { hasTags } from '../model/package.js'
import { dateText, minimalRepository, simpleUser } from './account-json.js'
import { isGranular } from './access.js'
import { findOwner, type PackageState, tagsOf, type VersionState, type World } from './state.js'

/** Where an answer's links lead: the API's base and the owner's part of the path. */
export interface LinkBase {
  readonly baseUrl: string
  /** `/orgs/acme`, `/user` or `/users/ada`. */
  readonly ownerPath: string
}

/**
 * A package as the API shows it; `repository` is left out where it is linked to none.
 *
 * @see https://docs.github.com/rest/packages/packages#get-a-package-for-an-organization
 */
export function packageJson(world: World, shown: PackageState, links: LinkBase) {
  const owner = findOwner(world, shown.owner)
  const repository = world.repositories.get(shown.repository?.toLowerCase() ?? '')
  return {
    id: shown.id,
    name: shown.name,
    package_type: shown.type,
    ...(owner === undefined ? {} : { owner: simpleUser(owner, links.baseUrl) }),
    version_count: shown.versions.filter(({ deletedAt }) => deletedAt === null).length,
    visibility: shown.visibility,
    url: packageUrl(shown, links),
    created_at: dateText(shown.createdAt),
    updated_at: dateText(shown.updatedAt),
    ...(repository === undefined
      ? {}
      : { repository: minimalRepository(world, repository, links.baseUrl) }),
    html_url: htmlUrl(world, shown)
  }
}

/**
 * A version as the API shows it; `livingTags` are those of the living version of its name, for
 * callers that know them.
 *
 * @see https://docs.github.com/rest/packages/packages#list-package-versions-for-a-package-owned-by-an-organization
 */
export function versionJson(
  world: World,
  shown: PackageState,
  version: VersionState,
  links: LinkBase,
  livingTags: readonly string[] = tagsOf(shown, version)
) {
  const { deletedAt, description, license } = version
  const html = htmlUrl(world, shown)
  const showsDeletion = deletedAt !== null && world.behaviour.deletedListShowsDate
  return {
    id: version.id,
    name: version.name,
    url: `${packageUrl(shown, links)}/versions/${version.id}`,
    package_html_url: html,
    ...(license === null ? {} : { license }),
    ...(description === null ? {} : { description }),
    created_at: dateText(version.createdAt),
    updated_at: dateText(version.updatedAt),
    ...(showsDeletion ? { deleted_at: dateText(deletedAt) } : {}),
    html_url: `${html}/${version.id}`,
    metadata: metadata(shown, shownTags(world, version, livingTags))
  }
}

function metadata(shown: PackageState, tags: readonly string[]) {
  const type = { package_type: shown.type }
  if (!hasTags(shown.type)) return type
  if (shown.type === 'container') return { ...type, container: { tags } }
  return shown.dockerTags === 'absent' ? type : { ...type, docker: { [shown.dockerTags]: tags } }
}

function shownTags(
  world: World,
  version: VersionState,
  livingTags: readonly string[]
): readonly string[] {
  if (version.claimedTags !== null) return version.claimedTags
  if (version.deletedAt === null) return livingTags
  return world.behaviour.deletedListShowsTags ? version.tagsWhenDeleted : []
}

function packageUrl({ type, name }: PackageState, { baseUrl, ownerPath }: LinkBase): string {
  return `${baseUrl}${ownerPath}/packages/${type}/${encodeURIComponent(name)}`
}

function htmlUrl(world: World, { owner, type, name, repository, id }: PackageState): string {
  const web = 'https://github.com'
  if (!isGranular(world, type)) return `${web}/${repository ?? `${owner}/${name}`}/packages/${id}`
  const kind = findOwner(world, owner)?.kind === 'organization' ? `orgs/${owner}` : `users/${owner}`
  return `${web}/${kind}/packages/${type}/package/${encodeURIComponent(name)}`
}
