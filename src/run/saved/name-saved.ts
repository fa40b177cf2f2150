import type { PackageRef, PackageType } from '../../model/package.js'
import type { NamedSavedPackage } from './plan-saved.js'
import type { SavedPackage } from './saved-package.js'

/** What is known beside the list itself. `null` where nothing is. */
export interface SavedNames {
  readonly owner: string | null
  readonly type: PackageType | null
  readonly name: string | null
}

/** A saved list with its name, or in one clause what it does not say. */
export type NamedSaved =
  | { readonly ok: true; readonly named: NamedSavedPackage }
  | { readonly ok: false; readonly missing: 'package-type' | 'packages'; readonly why: string }

/** The owner of a list that says none: it matters to few rules, and nobody is asked. */
const NOBODY = 'unknown'

/** Finds out which package a list is of: what it says itself goes before what is given. */
export function nameSaved(saved: SavedPackage, given: SavedNames): NamedSaved {
  const type = saved.type ?? given.type
  const name = saved.name ?? given.name
  if (type === null) {
    return { ok: false, missing: 'package-type', why: 'the list does not say of which type it is' }
  }
  if (name === null) {
    const why = 'the list does not say of which package it is; give its one name'
    return { ok: false, missing: 'packages', why }
  }
  const owner: PackageRef['owner'] = {
    login: saved.owner ?? given.owner ?? NOBODY,
    kind: saved.ownerKind ?? 'organization',
    isTokenOwner: false
  }
  return { ok: true, named: { ref: { owner, type, name }, saved } }
}
