import type { Digest } from '../model/digest.js'
import {
  REPLACEMENT_ANNOTATION,
  type Blob,
  type IndexEntry,
  type Manifest
} from '../model/manifest.js'
import { parseBlob, parseEntry } from './descriptor.js'
import { isDigest } from './digests.js'
import { field, isJsonObject, listField, textField, type JsonObject } from './json-fields.js'
import {
  bareType,
  DOCKER_V1,
  formOf,
  OCI_ARTIFACT,
  OCI_INDEX,
  OCI_MANIFEST
} from './media-types.js'

/** What is known of a manifest from outside its JSON. */
export interface ManifestSource {
  readonly digest: Digest
  /** Bytes of the manifest itself. */
  readonly size: number
  /** The header as it came; `null` where there was none. */
  readonly contentType: string | null
}

type Form = Manifest['form']

/** On a manifest or its layers: by sigstore, by in-toto (BuildKit), by cosign 2. */
const PREDICATE_ANNOTATIONS = [
  'dev.sigstore.bundle.predicateType',
  'in-toto.io/predicate-type',
  'predicateType'
]

/**
 * Reads what the graph needs of a manifest: an OCI image manifest, index or artifact manifest,
 * Docker's manifest list or manifest (schema 2, and schema 1, which needs nothing and whose
 * layers have no sizes). What it is, `mediaType` says, else the `Content-Type`, else its shape.
 *
 * Text is why it can't be relied on: entries or a subject that are not what they should be,
 * or a manifest that one client takes for an index and the next for an image. Oddities that
 * decide nothing (annotations that are no text, a layer that is no descriptor, a size below 0)
 * are passed over.
 *
 * @see https://github.com/opencontainers/image-spec/blob/main/manifest.md
 * @see https://github.com/advisories/GHSA-77vh-xpmg-72qh
 */
export function parseManifest(json: unknown, source: ManifestSource): Manifest | string {
  if (!isJsonObject(json)) return 'not a JSON object'
  const declared = declaredType(json, bareType(source.contentType))
  const form = declared === null ? shapeOf(json) : formOf(declared)
  if (form === null) return 'neither an index nor an image manifest'
  if (isAmbiguous(json, form)) return 'both an index and an image manifest'
  const subject = parseSubject(json)
  if (subject === undefined) return 'its subject has no digest'
  const entries = form === 'index' ? parseEntries(json) : []
  if (typeof entries === 'string') return entries
  return {
    digest: source.digest,
    size: source.size,
    mediaType: declared ?? textField(json, 'mediaType') ?? usualTypeOf(json),
    form,
    subject,
    entries,
    ...contentOf(json, form),
    artifactType: textField(json, 'artifactType'),
    predicateType: predicateTypeOf(json),
    replacementOf: textField(field(json, 'annotations'), REPLACEMENT_ANNOTATION)
  }
}

/** What the manifest calls itself, else what the header calls it, where that is a type known here. */
function declaredType(json: JsonObject, contentType: string): string | null {
  const own = textField(json, 'mediaType')
  if (own !== null && formOf(own) !== null) return own
  return formOf(contentType) === null ? null : contentType
}

/** The usual type of its shape. */
function usualTypeOf(json: JsonObject): string {
  if (has(json, 'manifests')) return OCI_INDEX
  if (has(json, 'fsLayers')) return DOCKER_V1
  return has(json, 'blobs') && !has(json, 'config') ? OCI_ARTIFACT : OCI_MANIFEST
}

function shapeOf(json: JsonObject): Form | null {
  if (has(json, 'manifests')) return 'index'
  return ['config', 'layers', 'fsLayers', 'blobs'].some((key) => has(json, key)) ? 'image' : null
}

function has(json: JsonObject, key: string): boolean {
  return field(json, key) !== undefined
}

function isAmbiguous(json: JsonObject, form: Form): boolean {
  if (form === 'image') return isFilled(field(json, 'manifests'))
  return ['config', 'layers', 'fsLayers', 'blobs'].some((key) => isFilled(field(json, key)))
}

function isFilled(value: unknown): boolean {
  return Array.isArray(value) ? value.length > 0 : value !== undefined && value !== null
}

/** `null` where there is none, `undefined` where it makes no sense. */
function parseSubject(json: JsonObject): Digest | null | undefined {
  const subject = field(json, 'subject')
  if (subject === undefined || subject === null) return null
  const digest = field(subject, 'digest')
  return isDigest(digest) ? digest : undefined
}

function parseEntries(json: JsonObject): readonly IndexEntry[] | string {
  const listed = field(json, 'manifests')
  // Go writes an empty list as null.
  if (listed === null) return []
  if (!Array.isArray(listed)) return 'its entries are no list'
  const entries: IndexEntry[] = []
  for (const [index, entryJson] of listed.entries()) {
    const entry = parseEntry(entryJson)
    if (typeof entry === 'string') return `its entry ${index + 1} ${entry}`
    entries.push(entry)
  }
  return entries
}

function contentOf(
  json: JsonObject,
  form: Form
): Pick<Manifest, 'configMediaType' | 'layerMediaType' | 'blobs'> {
  if (form === 'index') return { configMediaType: null, layerMediaType: null, blobs: [] }
  const layers = layersOf(json)
  return {
    configMediaType: textField(field(json, 'config'), 'mediaType'),
    layerMediaType: textField(layers[0], 'mediaType'),
    blobs: [field(json, 'config'), ...layers].flatMap((layer): Blob[] => {
      const blob = parseBlob(layer)
      return blob === null ? [] : [blob]
    })
  }
}

/** The layers as descriptors, under whatever name: schema 1 has them as `{blobSum}`. */
function layersOf(json: JsonObject): readonly unknown[] {
  const old = listField(json, 'fsLayers').map((layer) => ({ digest: field(layer, 'blobSum') }))
  return [...listField(json, 'layers'), ...listField(json, 'blobs'), ...old]
}

function predicateTypeOf(json: JsonObject): string | null {
  for (const holder of [json, ...layersOf(json)]) {
    const annotations = field(holder, 'annotations')
    const key = PREDICATE_ANNOTATIONS.find((name) => textField(annotations, name) !== null)
    if (key !== undefined) return textField(annotations, key)
  }
  return null
}
