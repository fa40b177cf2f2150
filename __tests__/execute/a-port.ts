import type { DeletionAnswer } from '../../src/model/deletion.js'
import type { VersionOutcome } from '../../src/plan/outcome.js'
import type { PackagePlan, VersionPlan } from '../../src/plan/plan.js'
import type { Step } from '../../src/plan/steps.js'
import { executePackage } from '../../src/execute/execute-package.js'
import type { ExecutionWatch, PackagePort, Stop } from '../../src/execute/ports.js'
import { Slots } from '../../src/execute/slots.js'
import { SteppedClock } from '../github/fake-clock.js'

/** A plan that deletes these versions; those with tags lose them instead. */
export function planOf(ids: readonly number[], untag: Record<number, string[]> = {}): PackagePlan {
  const row = (id: number, tags: string[]): VersionPlan => ({
    version: { id, name: `v${id}`, tags, createdAt: 0, updatedAt: 0, deletedAt: null },
    kind: 'image',
    sizeBytes: null,
    root: null,
    decision: tags.length > 0 ? 'untag' : 'delete',
    rule: null,
    reason: { code: 'left-over' },
    untag: tags
  })
  return {
    package: {
      owner: { login: 'acme', kind: 'organization', isTokenOwner: false },
      type: 'container',
      name: 'app'
    },
    frozen: null,
    packageDecision: null,
    lastVersionFailure: null,
    versions: [
      ...ids.map((id) => row(id, [])),
      ...Object.entries(untag).map(([id, tags]) => row(Number(id), tags))
    ],
    warnings: [],
    reclaimedBytes: 0
  }
}

/** Deletes versions one by one, each its own image. */
export function deleting(...ids: readonly number[]): Step[] {
  return ids.map((id) => ({ kind: 'delete', id, image: id, after: [] }))
}

export interface Played {
  readonly outcomes: readonly VersionOutcome[]
  /** What the port was asked, in order. */
  readonly calls: readonly string[]
  /** What a person was told, with its place. */
  readonly told: readonly string[]
}

/** Carries out a plan against a port of which parts are given. */
export async function play(
  plan: PackagePlan,
  steps: readonly Step[],
  given: Partial<PackagePort> = {},
  stop: () => Stop | null = () => null
): Promise<Played> {
  const calls: string[] = []
  const outcomes: VersionOutcome[] = []
  const told: string[] = []
  const clock = new SteppedClock()
  const deleted: DeletionAnswer = { kind: 'deleted' }
  const port: PackagePort = {
    lookRequests: 1,
    closingRequests: 1,
    lookAgain: async () => ({ listedAt: clock.now(), steps, withdrawn: [] }),
    bringBack: async () => ({ back: [], untold: null }),
    deleteVersion: async () => deleted,
    deletePackage: async () => deleted,
    takeOff: async (tags) => tags.map(() => ({ kind: 'untagged' })),
    ...given
  }
  const noted: PackagePort = {
    lookRequests: port.lookRequests,
    closingRequests: port.closingRequests,
    lookAgain: (progress) => (calls.push('look'), port.lookAgain(progress)),
    bringBack: (...args) => port.bringBack(...args),
    deleteVersion: (id, isStillMeant) => (
      calls.push(`delete ${id}`),
      port.deleteVersion(id, isStillMeant)
    ),
    deletePackage: (isStillMeant) => (
      calls.push('delete package'),
      port.deletePackage(isStillMeant)
    ),
    takeOff: (tags) => (
      calls.push(`untag ${tags.map(({ tag }) => tag).join()}`),
      port.takeOff(tags)
    )
  }
  let isTokenRefused = false
  const watch: ExecutionWatch = {
    stop,
    lacks: () => null,
    refuseToken: () => {
      isTokenRefused = true
    },
    isTokenRefused: () => isTokenRefused,
    record: (outcome) => outcomes.push(outcome),
    tell: (place, text) => told.push(`${place}: ${text}`),
    recordPackage: () => undefined
  }
  await executePackage({ plan, port: noted, watch, slots: new Slots(2), clock })
  return { outcomes, calls, told }
}
