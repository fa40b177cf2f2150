import { existsSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { readLocalText } from '../run/local-text.js'

const ORIGIN = /\[remote "origin"\][^[]*?\burl\s*=\s*(\S+)/
const REPOSITORY =
  /^(?:https?:\/\/|ssh:\/\/)?(?:[^@/]+@)?[^/:]+(?::\d+)?[:/]([^/]+)\/([^/]+?)(?:\.git)?\/?$/

/** The root of the checkout that a folder is in; `null` where it is in none. */
export function checkoutRoot(directory: string): string | null {
  if (existsSync(join(directory, '.git'))) return directory
  const above = dirname(directory)
  return above === directory ? null : checkoutRoot(above)
}

/**
 * Owner and name of the repository that a folder, or one above it, was cloned from; `null` where
 * nothing says so.
 */
export function remoteRepository(directory: string): readonly [string, string] | null {
  const root = checkoutRoot(directory)
  const config = root === null ? null : readLocalText('config', gitFolder(root))
  const url = config?.ok ? ORIGIN.exec(config.text)?.[1] : undefined
  const [, owner, name] = REPOSITORY.exec(url ?? '') ?? []
  return owner === undefined || name === undefined ? null : [owner, name]
}

/**
 * Where the configuration is: in a worktree or a submodule `.git` is a file that says so.
 *
 * @see https://git-scm.com/docs/gitrepository-layout
 */
function gitFolder(root: string): string {
  const usual = join(root, '.git')
  const pointer = readLocalText('.git', root)
  const target = pointer.ok ? /^gitdir: (.+?)\s*$/.exec(pointer.text)?.[1] : undefined
  if (target === undefined) return usual
  const own = resolve(root, target)
  const common = readLocalText('commondir', own)
  return common.ok ? resolve(own, common.text.trim()) : own
}
