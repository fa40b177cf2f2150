import { getAuthenticatedUser, getUser } from './accounts-api.js'
import { NOT_FOUND } from './api-answers.js'
import { deletePackage, deletePackageVersion } from './deleting-api.js'
import type { Handler } from './handler.js'
import { getDistTags, getPackument } from './npm-registry.js'
import { improperRequest } from './improper-request.js'
import { getPackage, listDockerConflicts, listPackages } from './packages-api.js'
import {
  getRepository,
  listBranches,
  listGitTags,
  listMatchingRefs,
  listPullRequests,
  listReleases
} from './repository-api.js'
import { restorePackage, restorePackageVersion } from './restoring-api.js'
import type { World } from './state.js'
import { getVersion, listVersions } from './versions-api.js'

const ROUTES = [
  getUser,
  getAuthenticatedUser,
  listPackages,
  listDockerConflicts,
  getPackage,
  deletePackage,
  restorePackage,
  listVersions,
  getVersion,
  deletePackageVersion,
  restorePackageVersion,
  getRepository,
  listPullRequests,
  listBranches,
  listReleases,
  listGitTags,
  listMatchingRefs,
  getPackument,
  getDistTags
]

/** GitHub's REST API, and the little of the npm registry that rules ask about. */
export function restHandlers(world: World): Handler[] {
  return [improperRequest, ...ROUTES.map((route) => route(world)), noSuchPath]
}

/**
 * 404 for what is known to be nothing: a slash at the end, a slash in a package's name that
 * was not encoded, another host's paths. Anything else stays a gap, and loud.
 *
 * @see https://docs.github.com/rest/using-the-rest-api/troubleshooting-the-rest-api#404-not-found-for-an-existing-resource
 */
const noSuchPath: Handler = ({ surface, path, segments }) => {
  const isTrailing = path.length > 1 && path.endsWith('/')
  const isDeeper = segments.includes('packages') && segments.length > 4
  return surface === 'web' || (surface === 'api' && (isTrailing || isDeeper))
    ? NOT_FOUND
    : undefined
}
