import { PACKAGE_TYPES, type PackageRef, type PackageType } from '../model/package.js'
import { enumerate } from '../report/wording.js'
import type { CleanupConfig } from './config.js'
import { lookUp } from './look-up.js'
import { noneText } from './near-names.js'
import { policyFor } from './package-rules.js'
import type { World } from './world.js'

/**
 * Why a package that was named exactly is not there, with a usual cause in front where it is
 * one: the name is that of a package of a type that the run is not about, which one request a
 * type tells, or nobody gave a name.
 *
 * @param refs the name in each type that it could have
 * @param why without the cause
 */
export async function withUsualCause(
  refs: readonly PackageRef[],
  why: string,
  { config, github }: Asking
): Promise<string> {
  const others = await inOtherTypes(refs, github)
  if (others.length > 0) return `${otherTypeText(others, config)}; ${noneText(refs)}`
  const name = refs[0]?.name ?? ''
  return config.isNamedByRepository === true ? `${repositoryText(name)}; ${why}` : why
}

/** What the run is about, and whom to ask. */
export interface Asking {
  readonly config: Pick<CleanupConfig, 'isNamedByRepository' | 'rules'>
  readonly github: Pick<World['github'], 'getPackage'>
}

async function inOtherTypes(
  refs: readonly PackageRef[],
  github: Asking['github']
): Promise<readonly PackageRef[]> {
  const [first] = refs
  if (first === undefined) return []
  const types = PACKAGE_TYPES.filter((type) => refs.every((ref) => ref.type !== type))
  const found = await Promise.all(
    types.map(async (type) => {
      const ref = { ...first, type, name: type === 'npm' ? withoutOwnScope(first) : first.name }
      const answer = await lookUp(ref, github)
      return typeof answer === 'string' ? [] : [{ ...ref, name: answer.name }]
    })
  )
  return found.flat()
}

function withoutOwnScope({ owner, name }: PackageRef): string {
  const scope = `@${owner.login}/`.toLowerCase()
  return name.toLowerCase().startsWith(scope) ? name.slice(scope.length) : name
}

function otherTypeText(refs: readonly PackageRef[], config: Asking['config']): string {
  const [first] = refs
  const types = refs.map(({ type }) => type)
  const isUnruled = refs.every((ref) => policyFor(config, ref) === null)
  return (
    `${first?.name ?? ''} is there as ${enumerate(types)}: ` +
    (isUnruled
      ? `its entry of the policy needs ${typeLine(types)}`
      : `give package-${typeLine(types)}`)
  )
}

function typeLine(types: readonly PackageType[]): string {
  return `type: ${types.join(' or ')}`
}

function repositoryText(name: string): string {
  return `${name} is the name of the repository, taken because packages was not given: set packages`
}
