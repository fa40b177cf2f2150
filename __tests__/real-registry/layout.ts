import { createHash } from 'node:crypto'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Workplace } from './tools.js'

export const OCI_INDEX = 'application/vnd.oci.image.index.v1+json'
export const OCI_MANIFEST = 'application/vnd.oci.image.manifest.v1+json'

/** @see https://github.com/opencontainers/image-spec/blob/main/descriptor.md */
export interface Descriptor {
  readonly mediaType: string
  readonly digest: string
  readonly size: number
  readonly platform?: { readonly os: string; readonly architecture: string }
  readonly artifactType?: string
  readonly annotations?: Readonly<Record<string, string>>
}

/** An index, and what is in it. */
export interface MultiArch {
  readonly index: Descriptor
  readonly amd64: Descriptor
  readonly arm64: Descriptor
}

interface LayoutIndex {
  readonly manifests: Descriptor[]
}

const NAME = 'org.opencontainers.image.ref.name'

/**
 * Images on disk: made by umoci, indexes of them by hand, which umoci can't. All images have
 * one layer in common and one of their own.
 *
 * @see https://github.com/opencontainers/image-spec/blob/main/image-layout.md
 */
export class Layout {
  readonly #workplace: Workplace
  readonly #folder: string

  private constructor(workplace: Workplace) {
    this.#workplace = workplace
    this.#folder = join(workplace.folder, 'layout')
  }

  static async create(workplace: Workplace): Promise<Layout> {
    const layout = new Layout(workplace)
    await layout.#umoci('init', '--layout', layout.#folder)
    await layout.#umoci('new', '--image', layout.#at('base'))
    await layout.#insert('base', 'shared by all')
    return layout
  }

  /** How skopeo names an image of the layout. */
  source(name: string): string {
    return `oci:${this.#at(name)}`
  }

  /** An image for Linux, its name in its own layer; the descriptor that an index has of it. */
  async image(name: string, architecture = 'amd64'): Promise<Descriptor> {
    await this.#umoci('tag', '--image', this.#at('base'), name)
    const platform = ['--os', 'linux', '--architecture', architecture]
    await this.#umoci('config', '--image', this.#at(name), ...platform)
    await this.#insert(name, `only in ${name}`)
    const found = (await this.#index()).manifests.find(
      ({ annotations }) => annotations?.[NAME] === name
    )
    if (found === undefined) throw new Error(`umoci made no image ${name}`)
    const { mediaType, digest, size } = found
    return { mediaType, digest, size, platform: { os: 'linux', architecture } }
  }

  /** An index of what is in the layout already; its descriptor. */
  async index(name: string, manifests: readonly Descriptor[]): Promise<Descriptor> {
    const document = { schemaVersion: 2, mediaType: OCI_INDEX, manifests }
    const descriptor = { mediaType: OCI_INDEX, ...(await this.blob(document)) }
    const before = await this.#index()
    const entry = { ...descriptor, annotations: { [NAME]: name } }
    const after = { ...before, manifests: [...before.manifests, entry] }
    await writeFile(join(this.#folder, 'index.json'), JSON.stringify(after))
    return descriptor
  }

  /** An index of `linux/amd64` and `linux/arm64`. */
  async multiArch(name: string): Promise<MultiArch> {
    const amd64 = await this.image(`${name}-amd64`, 'amd64')
    const arm64 = await this.image(`${name}-arm64`, 'arm64')
    return { index: await this.index(name, [amd64, arm64]), amd64, arm64 }
  }

  /**
   * An attestation of an image as BuildKit lists it in the index of that image.
   *
   * @see https://github.com/moby/buildkit/blob/master/docs/attestations/attestation-storage.md
   */
  async attestation(of: Descriptor): Promise<Descriptor> {
    const layer = await this.blob({ _type: 'https://in-toto.io/Statement/v0.1', of: of.digest })
    const config = await this.blob({
      architecture: 'unknown',
      os: 'unknown',
      rootfs: { type: 'layers', diff_ids: [layer.digest] }
    })
    const manifest = {
      schemaVersion: 2,
      mediaType: OCI_MANIFEST,
      config: { mediaType: 'application/vnd.oci.image.config.v1+json', ...config },
      layers: [{ mediaType: 'application/vnd.in-toto+json', ...layer }]
    }
    return {
      mediaType: OCI_MANIFEST,
      ...(await this.blob(manifest)),
      platform: { os: 'unknown', architecture: 'unknown' },
      annotations: {
        'vnd.docker.reference.type': 'attestation-manifest',
        'vnd.docker.reference.digest': of.digest
      }
    }
  }

  async blob(json: object): Promise<{ readonly digest: string; readonly size: number }> {
    const text = JSON.stringify(json)
    const hex = createHash('sha256').update(text).digest('hex')
    await writeFile(join(this.#folder, 'blobs', 'sha256', hex), text)
    return { digest: `sha256:${hex}`, size: Buffer.byteLength(text) }
  }

  async #index(): Promise<LayoutIndex> {
    return JSON.parse(await readFile(join(this.#folder, 'index.json'), 'utf8')) as LayoutIndex
  }

  async #insert(name: string, text: string): Promise<void> {
    const file = join(this.#workplace.folder, `${name}.txt`)
    await writeFile(file, text)
    await this.#umoci('insert', '--image', this.#at(name), file, `/${name}.txt`)
  }

  #at(name: string): string {
    return `${this.#folder}:${name}`
  }

  #umoci(...args: string[]): Promise<string> {
    return this.#workplace.run('umoci', ...args)
  }
}
