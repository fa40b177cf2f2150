import { createFetch } from '../../src/http/fetch.js'
import type { PackageRef } from '../../src/model/package.js'
import {
  createRegistryClient,
  type RegistryClientOptions
} from '../../src/registry/manifest-client.js'
import { fastClock } from './fast-clock.js'

export const OCI_MANIFEST = 'application/vnd.oci.image.manifest.v1+json'

/** A container package of an organisation. */
export function packageRef(login: string, name: string): PackageRef {
  return { owner: { login, kind: 'organization', isTokenOwner: false }, type: 'container', name }
}

export const APP = packageRef('acme', 'app')

/** A client over the project's own fetch that never really waits. */
export function clientOf(registryUrl: string, options: Partial<RegistryClientOptions> = {}) {
  return createRegistryClient({
    registryUrl,
    token: 'ghp_secret',
    fetch: createFetch(),
    clock: fastClock(),
    random: () => 0.5,
    ...options
  })
}

/** Node's own fetch, whose responses say where they came from. */
export const nodeFetch: RegistryClientOptions['fetch'] = (url, init) =>
  fetch(url, { ...init, body: init?.body as string })
