import type { Digest } from '../model/digest.js'
import type { Fault, Trouble } from './faults.js'
import { packageAt, parseRoute } from './registry-route.js'
import type { PackageState, World } from './state.js'

/**
 * What is wrong with one manifest: `error` 500, `denied` 403, `absent` 404; `garbage` is no
 * JSON; `other-bytes` is a manifest, of another digest; `huge` are 5 MiB; `endless` never
 * ends, `stalled` stops half-way without an end; `truncated` breaks off.
 */
export type ManifestTrouble =
  | 'error'
  | 'denied'
  | 'absent'
  | 'garbage'
  | 'other-bytes'
  | 'huge'
  | 'endless'
  | 'stalled'
  | 'truncated'

const HUGE_BYTES = 5 * 1024 * 1024
const MANIFEST = 'application/vnd.oci.image.manifest.v1+json'

/**
 * A fault for `Emulator.addFault` that hits every GET of this manifest, by digest or tag;
 * with `times` so many and then no more.
 */
export function manifestFault(
  world: World,
  target: PackageState,
  digest: Digest,
  trouble: ManifestTrouble,
  times?: number
): Fault {
  return {
    trouble: TROUBLES[trouble](),
    method: 'GET',
    ...(times === undefined ? {} : { times }),
    when: (request) => {
      const route = parseRoute(request)
      if (route?.kind !== 'manifests' || packageAt(world, route.repository) !== target) return false
      return (target.tags.get(route.reference) ?? route.reference) === digest
    }
  }
}

const TROUBLES: Readonly<Record<ManifestTrouble, () => Trouble>> = {
  error: () => failure(500, 'UNKNOWN', 'unknown error'),
  denied: () => failure(403, 'DENIED', 'requested access to the resource is denied'),
  absent: () => failure(404, 'MANIFEST_UNKNOWN', 'manifest unknown'),
  garbage: () => content(new Uint8Array([0x1f, 0x8b, 0x08, 0x00, 0xff, 0xfe, 0x7b])),
  'other-bytes': () => content(utf8(`{"schemaVersion":2,"mediaType":"${MANIFEST}"}`)),
  huge: () => content(utf8(`{"pad":"${'x'.repeat(HUGE_BYTES)}"}`)),
  endless: () => ({ kind: 'endless' }),
  stalled: () => ({ kind: 'endless', stalled: true }),
  truncated: () => ({ kind: 'truncated' })
}

function failure(status: number, code: string, message: string): Trouble {
  return { kind: 'answer', status, body: { errors: [{ code, message }] } }
}

function content(body: Uint8Array): Trouble {
  return { kind: 'answer', status: 200, headers: { 'content-type': MANIFEST }, body }
}

function utf8(text: string): Uint8Array {
  return new TextEncoder().encode(text)
}
