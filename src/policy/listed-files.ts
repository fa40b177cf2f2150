import type { ListedFacts } from './facts.js'
import type { ListedPackage } from './listed-names.js'
import type { Assigned } from './listed-tag.js'
import { scanListed } from './listed-text.js'
import { assignedIn } from './listed-variables.js'

/** A file of a workspace. */
export interface ListedFile {
  /** Relative to the workspace, with `/`. */
  readonly path: string
  readonly text: string
}

/**
 * What files together name of a package. Variables that a file does not set are what the others
 * in its folder set them to: Compose reads `.env`, Terraform `terraform.tfvars`.
 */
export function scanFiles(files: readonly ListedFile[], wanted: ListedPackage): ListedFacts {
  const folders = new Map<string, Assigned[]>()
  for (const { path, text } of files) {
    const beside = folders.get(folderOf(path))
    if (beside === undefined) folders.set(folderOf(path), [assignedIn(text)])
    else beside.push(assignedIn(text))
  }
  const found = files.map(({ path, text }) => {
    const beside = folders.get(folderOf(path)) ?? []
    const scanned = scanListed(text, wanted, (name) => beside.flatMap((assigned) => assigned(name)))
    return { path, ...scanned }
  })
  return {
    digests: found.flatMap(({ digests }) => digests),
    tags: found.flatMap(({ tags }) => tags),
    near: found.flatMap(({ near }) => near),
    untold: found.flatMap(({ path, untold }) => untold.map((one) => ({ path, ...one })))
  }
}

function folderOf(path: string): string {
  return path.slice(0, path.lastIndexOf('/') + 1)
}
