import { groupBy } from '../model/group-by.js'
import type { ListedFacts } from './facts.js'
import type { ListedPackage } from './listed-names.js'
import { plainText, scanPlain } from './listed-text.js'
import { variablesIn } from './listed-variables.js'

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
  const folders = groupBy(files, ({ path }) => folderOf(path))
  const found = [...folders.values()].flatMap((beside) => {
    const texts = beside.map(({ text }) => plainText(text))
    const variables = variablesIn(texts)
    return beside.map(({ path }, place) => ({
      path,
      ...scanPlain(texts[place] ?? '', wanted, variables(place))
    }))
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
