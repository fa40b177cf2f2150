import type { ListedVersion } from '../../model/version.js'
import type { NamedSavedPackage } from './plan-saved.js'
import type { SavedPackage } from './saved-package.js'

/**
 * Puts together what several files hold of one package, by owner, type and name: each version
 * once, so that a quota counts over all of them. Of several reports the latest counts, and goes
 * before lists: what it deleted is not there any more.
 */
export function mergeSaved(lists: readonly NamedSavedPackage[]): readonly NamedSavedPackage[] {
  const groups = new Map<string, [NamedSavedPackage, ...NamedSavedPackage[]]>()
  for (const one of lists) {
    const { owner, type, name } = one.ref
    const key = [owner.login, type, name].join('\n').toLowerCase()
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [one])
    else group.push(one)
  }
  return [...groups.values()].map(([first, ...others]) => merged(first, others))
}

function merged(first: NamedSavedPackage, others: readonly NamedSavedPackage[]): NamedSavedPackage {
  const all = [first, ...others]
  const latest = all
    .filter(({ saved }) => saved.report !== null)
    .toSorted((a, b) => madeAt(b) - madeAt(a))[0]
  const lists = all.flatMap(({ saved }) => (saved.report === null ? saved.versions : []))
  const main = latest ?? first
  const told = latest?.saved.report?.rows ?? []
  return { ref: main.ref, saved: { ...main.saved, versions: joined(main.saved, lists, told) } }
}

function madeAt({ saved: { report } }: NamedSavedPackage): number {
  return report === null ? 0 : Date.parse(report.madeAt)
}

function joined(
  { report, versions }: SavedPackage,
  lists: readonly ListedVersion[],
  told: readonly { readonly id: number }[]
): readonly ListedVersion[] {
  const ids = new Set(told.map(({ id }) => id))
  const found = new Map<number, ListedVersion>()
  const own = report === null ? [] : versions
  for (const version of [...own, ...lists.filter(({ id }) => !ids.has(id))]) {
    if (!found.has(version.id)) found.set(version.id, version)
  }
  return [...found.values()]
}
