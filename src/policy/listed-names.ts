import type { PackageType } from '../model/package.js'

/** Whose name is looked for in a text. */
export interface ListedPackage {
  readonly type: PackageType
  /** Login of the owner. */
  readonly owner: string
  /** Without the owner, and for npm without the scope. */
  readonly name: string
}

/** Where a name stands in a text. */
export interface NamePlace {
  readonly start: number
  /** The place behind it. */
  readonly end: number
}

/**
 * Where a text names a package, whole: not as a part of a longer word, and with no other
 * owner in front. `ghcr.io/acme/app`, `acme/app`, `@acme/app` and `app` name acme's app, and so
 * do `$REGISTRY/app` and `${REGISTRY}/app`; `myapp`, `app-db`, `other/app` and `acme/tools/app` do not. Letter
 * case does not count (ruling 35).
 */
export function namePlaces(text: string, wanted: ListedPackage): readonly NamePlace[] {
  const places: NamePlace[] = []
  for (const match of text.matchAll(patternOf(wanted))) {
    const [start, end] = [match.index, match.index + match[0].length]
    if (startsWhole(text, start, wanted) && endsWhole(text, end)) places.push({ start, end })
  }
  return places
}

/** Maven's packages are named `group.artifact`; files write `group:artifact`. */
function patternOf({ type, name }: ListedPackage): RegExp {
  const escaped = name.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')
  return new RegExp(type === 'maven' ? escaped.replaceAll('\\.', '[.:]') : escaped, 'gi')
}

const WORD_SIGN = /[\p{L}\p{N}._-]/u

function startsWhole(text: string, start: number, wanted: ListedPackage): boolean {
  const before = text.slice(Math.max(0, start - 300), start)
  if (/(?:\/|%2F)$/i.test(before)) return isOurPath(before.replaceAll(/%2F/gi, '/'), wanted)
  // In a text within a text a line break is written as a backslash and a letter.
  return !WORD_SIGN.test(before.at(-1) ?? '') || /\\[nrt]$/.test(before)
}

/** Whether a path that ends in a slash may be where the package lies. */
function isOurPath(before: string, { type, owner }: ListedPackage): boolean {
  const [written = '', variable] = /(\$?)[A-Za-z0-9._:/-]*$/.exec(before) ?? []
  const path = written.split('/').slice(0, -1)
  const last = path.at(-1) ?? ''
  const isOwner = (part: string | undefined) => part?.toLowerCase() === owner.toLowerCase()
  // docker.pkg.github.com/OWNER/REPOSITORY/NAME
  if (isOwner(last) || (type === 'docker' && isOwner(path.at(-2)))) return true
  const isHost = path.length === 1 && /[.:]|^localhost$/.test(last)
  // `$REGISTRY/` may be whatever `${REGISTRY}/` may be.
  return last === '' || isHost || (variable === '$' && path.length === 1)
}

function endsWhole(text: string, end: number): boolean {
  // A full stop may be the end of a sentence, a minus or underline is a part of the name.
  return !/^(?:[\p{L}\p{N}_-]|\.[\p{L}\p{N}])/u.test(text.slice(end, end + 4))
}
