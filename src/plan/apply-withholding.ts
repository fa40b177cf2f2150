import type { ApplyInput } from './apply-plan.js'
import { firstNeeders, needingRoots } from './first-needers.js'
import type { LastVersionCase } from './reason.js'
import { nameRoot } from './roots.js'
import type { Withdrawal } from './second-look.js'

/** Why a row of a reviewed plan is not carried out, on its own account. */
export type Withholding =
  | { readonly kind: 'gone' }
  | { readonly kind: 'refused'; readonly why: string }
  | { readonly kind: 'last-version'; readonly case: LastVersionCase }

const GONE = 'deleted meanwhile, perhaps by an earlier run'

const LAST_VERSION: Readonly<Record<LastVersionCase, string>> = {
  tagged: 'no version with a tag of its own would be left',
  'helper-tagged': 'no version with a tag would be left',
  any: 'no version would be left'
}

/**
 * Says of a row that is not carried out why, in words: on its own account, because something
 * that stays needs it, or because of `last-version`.
 */
export function whyNotApplied(
  input: ApplyInput,
  goes: ReadonlySet<number>,
  withholding: ReadonlyMap<number, Withholding>
): (id: number) => Omit<Withdrawal, 'id'> {
  const needer = neederOf(input, goes)
  return (id) => {
    const own = withholding.get(id)
    if (own?.kind === 'gone') return { outcome: 'gone', why: GONE }
    if (own?.kind === 'refused') return { outcome: 'skipped', why: own.why }
    const needed = own?.kind === 'last-version' ? null : needer(id)
    return { outcome: 'skipped', why: needed ?? lastVersionText(input, own) }
  }
}

function lastVersionText({ lastVersion }: ApplyInput, own: Withholding | undefined): string {
  const why = own?.kind === 'last-version' ? own.case : 'any'
  return `${lastVersion === 'fail' ? 'last-version: fail' : 'last-version'}: ${LAST_VERSION[why]}`
}

/** Names the newest root that stays and needs a version, and says what it has to do with the plan. */
function neederOf(
  { graph, reviewed, done, plannedAt, type }: ApplyInput,
  goes: ReadonlySet<number>
): (id: number) => string | null {
  const staying = new Set([...graph.nodes.keys()].filter((id) => !goes.has(id) && !done.has(id)))
  const needers = firstNeeders(graph, needingRoots(graph, staying, 'created'))
  const planned = new Set(
    reviewed.filter(({ decision }) => decision === 'delete').map(({ version }) => version.id)
  )
  return (id) => {
    const version = graph.nodes.get(needers.get(id) ?? -1)?.version
    if (version === undefined) return null
    const { label } = nameRoot(version, type)
    if (planned.has(version.id)) return `needed by ${label}, which stays after all`
    return version.createdAt > plannedAt
      ? `in use since the plan was made: needed by ${label}`
      : `needed by ${label}, which the plan no longer deletes`
  }
}
