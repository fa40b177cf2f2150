import type { Digest } from '../model/digest.js'
import type { EpochMs } from '../model/time.js'
import type { TokenState, World } from './state.js'

/** What the facts about ghcr.io leave open, and a test decides. */
export interface RegistryBehaviour {
  /** The service that the challenge names. */
  service: string
  /** Under which field the token endpoint gives its token. */
  tokenField: 'token' | 'access_token' | 'both'
  /** How long a token of the registry is good, by the world's clock. */
  tokenLifetimeS: number
  /** Whether the token endpoint says so in `expires_in`. */
  saysExpiresIn: boolean
  /** What the token endpoint answers to a password that is no good token. */
  badCredentialsStatus: 401 | 403
  /** Whether `Docker-Content-Digest` is sent. */
  sendsDigestHeader: boolean
  /** Whether a manifest HEAD counts as a download, as a GET does. */
  headCountsAsDownload: boolean
  /** Whether tags have an `ETag`, and a PUT with `If-Match` is refused where it is another's. */
  honoursIfMatch: boolean
  /** Whether a PUT needs what it names to be there: entries of an index, blobs of an image. */
  checksReferences: boolean
  /** Where blobs are sent for; `null`: they are served here. */
  storageUrl: string | null
  /**
   * Most reads and writes a minute, `null` for no limit. ghcr.io was seen to allow 44,000
   * and 2,000.
   *
   * @see https://github.com/falcosecurity/plugins/issues/1069
   */
  readsPerMinute: number | null
  writesPerMinute: number | null
  /** How many requests may come at once before the limit is felt. */
  burst: number
  /** Whether a 429 also has the header `Retry-After`, in whole seconds. */
  sendsRetryAfter: boolean
}

/** What a token of the registry's own opens. */
export interface Grant {
  /** `owner/name` in lower case. */
  readonly repository: string
  readonly actions: readonly string[]
}

/** A token that the token endpoint gave out. */
export interface IssuedToken {
  /** The GitHub token behind it; `null` for an anonymous one. */
  readonly token: TokenState | null
  readonly grants: readonly Grant[]
  readonly expiresAt: EpochMs
}

/** The registry beside the world: what it gave out, and what a test counts. */
export interface Registry {
  readonly world: World
  readonly behaviour: RegistryBehaviour
  readonly issued: Map<string, IssuedToken>
  /** Bytes of uploads under way, by their id. */
  readonly uploads: Map<string, Uint8Array>
  lastUpload: number
  /** Manifest GETs that were answered with the manifest, by digest. */
  readonly manifestReads: Map<Digest, number>
  /** What no client should do, a line each: asking for referrers, showing a token to storage. */
  readonly breaches: string[]
  /** How many requests were refused for their pace. */
  tooMany: number
  /** For each limit, the time from which the next request is within it. */
  readonly paceUntil: Record<'read' | 'write', EpochMs>
}

const BEHAVIOUR: RegistryBehaviour = {
  service: 'ghcr.io',
  tokenField: 'token',
  tokenLifetimeS: 300,
  saysExpiresIn: false,
  badCredentialsStatus: 403,
  sendsDigestHeader: true,
  headCountsAsDownload: false,
  honoursIfMatch: false,
  checksReferences: false,
  storageUrl: null,
  readsPerMinute: null,
  writesPerMinute: null,
  burst: 100,
  sendsRetryAfter: false
}

/** The registry of a world; packages, versions and manifests are the world's. */
export function createRegistry(world: World, behaviour: Partial<RegistryBehaviour> = {}): Registry {
  return {
    world,
    behaviour: { ...BEHAVIOUR, ...behaviour },
    issued: new Map(),
    uploads: new Map(),
    lastUpload: 0,
    manifestReads: new Map(),
    breaches: [],
    tooMany: 0,
    paceUntil: { read: 0, write: 0 }
  }
}

/** How many manifests were read, each GET counted. */
export function totalManifestReads(registry: Registry): number {
  return [...registry.manifestReads.values()].reduce((sum, count) => sum + count, 0)
}
