import { createHash } from 'node:crypto'
import { OCI_INDEX, OCI_MANIFEST, type Descriptor } from './layout.js'
import type { Repository } from './skopeo.js'

const COSIGN_PAYLOAD = 'application/vnd.dev.cosign.simplesigning.v1+json'
const EMPTY = 'application/vnd.oci.empty.v1+json'

/** What an SBOM is attached as. */
export const SBOM = { artifactType: 'application/spdx+json' }

/** What actions/attest attaches. @see https://github.com/actions/attest */
export const PROVENANCE = {
  artifactType: 'application/vnd.dev.sigstore.bundle.v0.3+json',
  annotations: {
    'dev.sigstore.bundle.content': 'dsse-envelope',
    'dev.sigstore.bundle.predicateType': 'https://slsa.dev/provenance/v1'
  }
}

/**
 * Pushes a manifest with a `subject`, and the index under its referrers tag with it added, as
 * oras, cosign 3 and actions/attest do where there is no referrers API; the first is returned.
 * Nothing that does it is in Debian, so it is done here, request by request.
 *
 * @see https://github.com/opencontainers/distribution-spec/blob/main/spec.md#unavailable-referrers-api
 */
export async function attach(
  to: Repository,
  subject: Descriptor,
  kind: Pick<Descriptor, 'annotations'> & { readonly artifactType: string },
  content: object
): Promise<Descriptor> {
  const { mediaType, digest, size } = subject
  const referrer = await putManifest(to, null, {
    schemaVersion: 2,
    mediaType: OCI_MANIFEST,
    ...kind,
    config: { mediaType: EMPTY, ...(await pushBlob(to, {})) },
    layers: [{ mediaType: kind.artifactType, ...(await pushBlob(to, content)) }],
    subject: { mediaType, digest, size }
  })
  const tag = digest.replace(':', '-')
  const before = await manifestsUnder(to, tag)
  await putManifest(to, tag, {
    schemaVersion: 2,
    mediaType: OCI_INDEX,
    manifests: [...before, { ...referrer, ...kind }]
  })
  return referrer
}

/**
 * A signature as cosign 2 pushes it: found by its tag alone.
 *
 * @see https://github.com/sigstore/cosign/blob/main/specs/SIGNATURE_SPEC.md
 */
export async function cosign(to: Repository, digest: string): Promise<Descriptor> {
  const payload = { critical: { image: { 'docker-manifest-digest': digest } } }
  const config = { architecture: '', os: '', rootfs: { type: 'layers', diff_ids: [] } }
  return putManifest(to, `${digest.replace(':', '-')}.sig`, {
    schemaVersion: 2,
    mediaType: OCI_MANIFEST,
    config: {
      mediaType: 'application/vnd.oci.image.config.v1+json',
      ...(await pushBlob(to, config))
    },
    layers: [
      {
        mediaType: COSIGN_PAYLOAD,
        ...(await pushBlob(to, payload)),
        annotations: { 'dev.cosignproject.cosign/signature': 'MEUCIQ==' }
      }
    ]
  })
}

/** Puts a manifest under a tag, or with `null` under its digest. */
export async function putManifest(
  to: Repository,
  tag: string | null,
  manifest: { readonly mediaType: string; readonly [field: string]: unknown }
): Promise<Descriptor> {
  const text = JSON.stringify(manifest)
  const digest = digestOf(text)
  const response = await fetch(urlOf(to, tag ?? digest), {
    method: 'PUT',
    headers: { 'content-type': manifest.mediaType },
    body: text
  })
  await expectStatus(response, 201)
  return { mediaType: manifest.mediaType, digest, size: Buffer.byteLength(text) }
}

/** Deletes a manifest by its digest, with all its tags. */
export async function deleteManifest(from: Repository, digest: string): Promise<void> {
  await expectStatus(await fetch(urlOf(from, digest), { method: 'DELETE' }), 202)
}

/** @see https://github.com/opencontainers/distribution-spec/blob/main/spec.md#post-then-put */
async function pushBlob({ url, path }: Repository, json: object) {
  const text = JSON.stringify(json)
  const digest = digestOf(text)
  const begun = await fetch(`${url}/v2/${path}/blobs/uploads/`, { method: 'POST' })
  await expectStatus(begun, 202)
  const place = new URL(begun.headers.get('location') ?? '', url)
  place.searchParams.set('digest', digest)
  const headers = { 'content-type': 'application/octet-stream' }
  await expectStatus(await fetch(place, { method: 'PUT', headers, body: text }), 201)
  return { digest, size: Buffer.byteLength(text) }
}

async function manifestsUnder(of: Repository, tag: string): Promise<readonly Descriptor[]> {
  const response = await fetch(urlOf(of, tag), { headers: { accept: OCI_INDEX } })
  if (response.status === 404) return []
  await expectStatus(response, 200)
  return ((await response.json()) as { readonly manifests: readonly Descriptor[] }).manifests
}

function urlOf({ url, path }: Repository, reference: string): string {
  return `${url}/v2/${path}/manifests/${reference}`
}

function digestOf(text: string): string {
  return `sha256:${createHash('sha256').update(text).digest('hex')}`
}

async function expectStatus(response: Response, status: number): Promise<void> {
  if (response.status === status) return
  throw new Error(`${response.url}: ${response.status}: ${await response.text()}`)
}
