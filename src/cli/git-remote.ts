import { readLocalText } from '../run/local-text.js'

const ORIGIN = /\[remote "origin"\][^[]*?\burl\s*=\s*(\S+)/
const REPOSITORY =
  /^(?:https?:\/\/|ssh:\/\/)?(?:[^@/]+@)?[^/:]+(?::\d+)?[:/]([^/]+)\/([^/]+?)(?:\.git)?\/?$/

/** Owner and name of the repository that a folder was cloned from; `null` where nothing says so. */
export function remoteRepository(directory: string): readonly [string, string] | null {
  const config = readLocalText('.git/config', directory)
  const url = config.ok ? ORIGIN.exec(config.text)?.[1] : undefined
  const [, owner, name] = REPOSITORY.exec(url ?? '') ?? []
  return owner === undefined || name === undefined ? null : [owner, name]
}
