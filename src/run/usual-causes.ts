import { PACKAGE_TYPES, type PackageRef, type PackageType } from '../model/package.js'
import { enumerate } from '../report/wording.js'
import type { EpochMs } from '../model/time.js'
import { stopReason } from './budget.js'
import type { CleanupConfig } from './config.js'
import { lookUp } from './look-up.js'
import { noneText } from './near-names.js'
import { policyFor } from './package-rules.js'
import type { PackageSession } from './session.js'
import type { World } from './world.js'

/** For so many names: who has more of them has another problem than a type. */
const ASKED_NAMES = 3

/** What the run is about, and whom to ask. */
export interface Asking {
  readonly config: Pick<
    CleanupConfig,
    'isNamedByRepository' | 'rules' | 'reserveRequests' | 'timeLimit'
  >
  readonly world: Pick<World, 'interrupted' | 'clock' | 'github'>
}

/**
 * The packages of a run that were named exactly and are not there, with a usual cause in front
 * of why, where it is one: nobody gave a name, or the name is that of a package of a type that
 * the run is not about. The second takes a request a type, so it is asked for when all else is
 * done, of the first few, and only as long as the run may still ask.
 */
export class UsualCauses {
  readonly #asking: Asking
  readonly #missing: MissingName[] = []

  constructor(asking: Asking) {
    this.#asking = asking
  }

  /** Notes a package that is not there, with what is known of it without a question. */
  add(missing: MissingName): void {
    const { refs, why, session } = missing
    const isByRepository = this.#asking.config.isNamedByRepository === true
    session.error = isByRepository ? `${repositoryText(refs[0]?.name ?? '')}; ${why}` : why
    this.#missing.push(missing)
  }

  /** Asks whether other types have the names, now that the run needs nothing more. */
  async ask(startedAt: EpochMs): Promise<void> {
    const { config, world } = this.#asking
    for (const { refs, session } of this.#missing.slice(0, ASKED_NAMES)) {
      const others = inOtherTypes(refs)
      if (stopReason({ ...config, startedAt }, world, others.length) !== null) return
      const found = await thoseThere(others, world.github)
      if (found.length > 0) session.error = `${otherTypeText(found, config)}; ${noneText(refs)}`
    }
  }
}

/** A package that was named exactly and is not there. */
export interface MissingName {
  /** The name in each type that it could have. */
  readonly refs: readonly PackageRef[]
  /** Without the cause. */
  readonly why: string
  /** Where it is told. */
  readonly session: Pick<PackageSession, 'error'>
}

/** The same name where the run does not look; only packages of npm have a scope. */
function inOtherTypes(refs: readonly PackageRef[]): readonly PackageRef[] {
  const [first] = refs
  if (first === undefined) return []
  const npm = withoutOwnScope(first)
  return PACKAGE_TYPES.filter((type) => refs.every((ref) => ref.type !== type))
    .map((type) => ({ ...first, type, name: type === 'npm' ? npm : first.name }))
    .filter(({ name }) => !name.startsWith('@'))
}

async function thoseThere(
  refs: readonly PackageRef[],
  github: World['github']
): Promise<readonly PackageRef[]> {
  // A hint is worth no wait, and no second try.
  const once = { getPackage: (ref: PackageRef) => github.getPackage(ref, { isSentOnce: true }) }
  const found = await Promise.all(
    refs.map(async (ref) => {
      const answer = await lookUp(ref, once)
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
