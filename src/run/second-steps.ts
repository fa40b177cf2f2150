import type { Look, Progress } from '../execute/ports.js'
import type { Graph } from '../graph/graph.js'
import { checkList } from '../plan/list-check.js'
import type { PackagePlan } from '../plan/plan.js'
import type { PlanInput } from '../plan/plan-package.js'
import { graphOf, planPackage } from '../plan/plan-package.js'
import type { Agreement } from '../plan/second-look.js'
import { agree, withdrawAll } from '../plan/second-look.js'
import type { Step, TagOfVersion } from '../plan/steps.js'
import { orderSteps } from '../plan/steps.js'
import { frozenText } from '../plan/withdrawn-reason.js'
import type { Decide } from './package-changes.js'

type Steps = Omit<Look, 'listedAt'>

/** Plans the package again: what `first` and the new plan agree on is still to be done (ruling 13). */
export function secondSteps(first: PackagePlan): Decide {
  return (input, progress) => {
    const checked = checkList(input.inventory)
    if (!checked.ok) {
      const listed = new Set(input.inventory.versions.map(({ id }) => id))
      const withdrawn = withdrawAll(first, progress.gone, CONTRADICTION, listed)
      return { steps: [], withdrawn, doubt: CONTRADICTION }
    }
    const graph = graphOf(input.inventory, checked.versions)
    const second = planPackage(input)
    const agreement = agree({ first, second, graph, done: progress.gone, stuck: progress.stuck })
    const steps =
      first.packageDecision === 'delete'
        ? wholePackage(first, second, agreement)
        : stepsOf(agreement, graph, input, progress)
    return second.frozen === null ? steps : { ...steps, doubt: frozenText(second.frozen) }
  }
}

/** A package goes as a whole only while everything in it still would. */
function wholePackage(
  first: PackagePlan,
  second: PackagePlan,
  { withdrawn, goes }: Agreement
): Steps {
  const stillGoes =
    second.packageDecision === 'delete' &&
    goes.size === second.versions.length &&
    withdrawn.every(({ outcome }) => outcome === 'gone')
  return stillGoes
    ? { steps: [{ kind: 'delete-package' }], withdrawn }
    : { steps: [], withdrawn: withdrawAll(first, new Set(), PACKAGE_CHANGED) }
}

/** The steps of what is agreed, in order, less those that this run has taken already. */
export function stepsOf(
  { goes, untag, withdrawn }: Agreement,
  graph: Graph,
  { policy }: Pick<PlanInput, 'policy'>,
  { gone, untagged }: Progress
): Steps {
  const changes = { goes, untag: without(untag, untagged), done: gone }
  const steps: Step[] = orderSteps(changes, graph, policy.settings.ageBy)
  return { steps, withdrawn }
}

/** The tags to take off, less those that this run has taken off already. */
function without(
  untag: Agreement['untag'],
  taken: readonly TagOfVersion[]
): ReadonlyMap<number, readonly string[]> {
  const left = [...untag].map(([id, tags]): [number, string[]] => [
    id,
    tags.filter((tag) => !taken.some((one) => one.id === id && one.tag === tag))
  ])
  return new Map(left.filter(([, tags]) => tags.length > 0))
}

const CONTRADICTION = 'the version list contradicts itself now, so nothing more is changed'
const PACKAGE_CHANGED = 'the package changed since the plan was made, so it is not deleted whole'
