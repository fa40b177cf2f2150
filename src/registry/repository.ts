import { packageLabel, type PackageRef } from '../model/package.js'
import { RegistryError } from './errors.js'
import { isDigest } from './digests.js'

/** A tag. @see https://github.com/opencontainers/distribution-spec/blob/main/spec.md#pulling-manifests */
const TAG = /^[A-Za-z0-9_][A-Za-z0-9._-]{0,127}$/

/**
 * The name of the package's repository in the registry: `owner/name`, lower-case, slashes as
 * they are. Looser than the OCI grammar, since GitHub's own rule is not published, but never
 * anything that an address would read as more than a name.
 *
 * @throws RegistryError `MALFORMED` where no address can be made of it
 * @see https://github.com/opencontainers/distribution-spec/blob/main/spec.md#pulling-manifests
 */
export function repositoryOf(ref: PackageRef): string {
  const repository = `${ref.owner.login}/${ref.name}`.toLowerCase()
  if (repository.split('/').every((part) => /^[a-z0-9._-]+$/.test(part) && !/^\.+$/.test(part))) {
    return repository
  }
  throw new RegistryError('MALFORMED', `${packageLabel(ref)} can't be a repository's name`, {
    request: 'no request sent'
  })
}

/**
 * Where a manifest is, as a path: `/v2/acme/app/manifests/latest`.
 *
 * @throws RegistryError `MALFORMED` where `reference` is neither a tag nor a digest
 */
export function manifestPath(ref: PackageRef, reference: string): string {
  if (TAG.test(reference) || isDigest(reference)) {
    return `/v2/${repositoryOf(ref)}/manifests/${reference}`
  }
  const shown = JSON.stringify(reference).slice(0, 200)
  throw new RegistryError('MALFORMED', `${shown} is neither a tag nor a digest`, {
    request: 'no request sent'
  })
}
