import type { PackageRef } from '../model/package.js'
import type { EpochMs } from '../model/time.js'
import type { Outcome, VersionOutcome } from '../plan/outcome.js'
import type { PackagePlan } from '../plan/plan.js'
import { buildReport } from '../report/build-report.js'
import type { RunMode } from '../report/report.js'
import type { PackageReport, Report } from '../report/report.js'
import type { PackageRecord, RunRecord } from '../report/run-record.js'
import { notBegun } from './not-begun.js'
import type { World } from './world.js'

type Mutable<T> = { -readonly [K in keyof T]: T[K] }

/** What a run knows of one package, filled as it comes. */
export interface PackageSession extends Mutable<
  Omit<PackageRecord, 'outcomes' | 'warnings' | 'notes'>
> {
  readonly outcomes: VersionOutcome[]
  readonly warnings: string[]
  readonly notes: string[]
}

const FUSE_BLOWN = 'max-deletions: nothing is changed in this run'
const RUN_FAILED = 'nothing is changed in this run, which failed before'

/** A run from its first to its last moment: the source of its report. */
export class RunSession {
  readonly startedAt: EpochMs
  readonly warnings: string[] = []
  readonly notes: string[] = []
  error: string | null = null
  fuse: string | null = null
  stopped: string | null = null
  /** Whether changes of a cleanup or of a reviewed plan were begun. */
  hasBegun = false
  readonly #world: World
  readonly #mode: RunMode
  readonly #dryRun: boolean
  readonly #policyDigest: string | null
  readonly #packages: PackageSession[] = []
  #hasUnseen = false
  /** How many versions are to change in all packages, as far as they are planned. */
  #changes = 0
  /** Ids of those that have an outcome. */
  readonly #ended = new Map<PackageSession, Set<number>>()

  constructor(world: World, mode: RunMode, dryRun: boolean, policyDigest: string | null) {
    this.#world = world
    this.#mode = mode
    this.#dryRun = dryRun
    this.#policyDigest = policyDigest
    this.startedAt = world.clock.now()
  }

  /** Adds a package to the run. */
  open(ref: PackageRef, plan: PackagePlan | null = null): PackageSession {
    const session: PackageSession = {
      package: ref,
      repository: null,
      plan,
      outcomes: [],
      packageOutcome: null,
      error: null,
      leftAlone: null,
      warnings: [],
      notes: []
    }
    this.#packages.push(session)
    return session
  }

  /** Notes that a limit hides something, also where no version is known that remains. */
  leaveForLater(why: string): void {
    this.stopped ??= why
    this.#hasUnseen = true
  }

  /** Takes a package out again: it turned out to be none. */
  drop(session: PackageSession): void {
    const place = this.#packages.indexOf(session)
    if (place >= 0) this.#packages.splice(place, 1)
  }

  /** Records an outcome: into the journal at once. */
  record(session: PackageSession, outcome: VersionOutcome): void {
    session.outcomes.push(outcome)
    this.#tellProgress(session, outcome.id)
    if (outcome.outcome === 'remaining') this.stopped ??= outcome.error
    this.#world.files.appendJournal({
      kind: 'version',
      package: journalled(session.package),
      outcome
    })
  }

  /** Records what became of a package as a whole. */
  recordPackage(session: PackageSession, outcome: Outcome, error: string | null): void {
    session.packageOutcome = { outcome, error }
    if (outcome === 'remaining') this.stopped ??= error
    this.#world.files.appendJournal({
      kind: 'package',
      package: journalled(session.package),
      outcome: { outcome, error }
    })
  }

  /** Writes the plan before the first change, with an empty journal beside it. */
  async begin(): Promise<void> {
    const report = this.report(null)
    await this.#world.files.writeReport(report)
    this.#world.files.appendJournal({ kind: 'run', startedAt: report.startedAt })
    this.#changes = this.#packages.reduce((sum, { plan }) => sum + changesIn(plan), 0)
  }

  #tellProgress(session: PackageSession, id: number): void {
    const ended = this.#ended.get(session) ?? new Set()
    this.#ended.set(session, ended.add(id))
    const done = [...this.#ended.values()].reduce((sum, { size }) => sum + size, 0)
    if (done <= this.#changes) {
      this.#world.telling.progress({ phase: 'changing', done, total: this.#changes })
    }
  }

  /** Writes the complete report and gives it. */
  async finish(): Promise<Report> {
    const now = this.#world.clock.now()
    this.#leaveUnchanged()
    if (!this.#packages.some(isLeft) && !this.#hasUnseen) this.stopped = null
    const report = this.report(now)
    await this.#world.files.writeReport(report)
    await this.#world.files.finish(report, now)
    return report
  }

  /**
   * In a live run that was stopped before its first change, every planned change has an outcome
   * too. The journal has none of them: the complete report is written next.
   */
  #leaveUnchanged(): void {
    const isMeant = this.#mode === 'cleanup' || this.#mode === 'apply'
    const why = this.fuse !== null ? FUSE_BLOWN : this.error !== null ? RUN_FAILED : null
    if (this.#dryRun || this.hasBegun || !isMeant || why === null) return
    for (const one of this.#packages) one.outcomes.push(...notBegun(one, 'skipped', why))
  }

  /** The report so far; complete where `finishedAt` is given. */
  report(finishedAt: EpochMs | null): Report {
    return buildReport(this.#runRecord(finishedAt, this.#packages))
  }

  /** The entry of one package in the report so far. */
  entryOf(session: PackageSession): PackageReport | null {
    return buildReport(this.#runRecord(null, [session])).packages[0] ?? null
  }

  #runRecord(finishedAt: EpochMs | null, packages: readonly PackageSession[]): RunRecord {
    const { github, registry, npm, toolVersion } = this.#world
    return {
      mode: this.#mode,
      dryRun: this.#dryRun,
      startedAt: this.startedAt,
      finishedAt,
      complete: finishedAt !== null,
      toolVersion,
      policyDigest: this.#policyDigest,
      error: this.error,
      fuse: this.fuse,
      stopped: this.stopped,
      warnings: this.warnings,
      notes: this.notes,
      requests: {
        api: github.requestCount,
        registry: registry.requestCount() + npm.requestCount()
      },
      packages
    }
  }
}

function journalled({ owner, type, name }: PackageRef): {
  readonly owner: string
  readonly type: string
  readonly name: string
} {
  return { owner: owner.login, type, name }
}

/** Whether something remains in a package, or all of it. */
function isLeft({ outcomes, packageOutcome }: PackageSession): boolean {
  return [packageOutcome, ...outcomes].some((one) => one?.outcome === 'remaining')
}

function changesIn(plan: PackagePlan | null): number {
  return (plan?.versions ?? []).filter(({ decision }) => decision !== 'keep').length
}
