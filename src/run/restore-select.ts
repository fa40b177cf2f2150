import type { Owner } from '../model/package.js'
import type { Report } from '../report/report.js'
import { changesByOthers } from './changes-by-others.js'
import type { CommonConfig, RestoreConfig, RestoreSource } from './config.js'
import { meet } from './meet.js'
import { noteNamesNotIn } from './names-not-in.js'
import type { ReportedPackage } from './restore-report.js'
import { reportedPackage } from './restore-report.js'
import type { SelectedPackage, Selection } from './select-packages.js'
import { selectPackages } from './select-packages.js'
import type { RunSession } from './session.js'
import { takeShare } from './shares.js'
import type { World } from './world.js'

/** A package in which something is to be restored. */
export interface WantedPackage extends SelectedPackage {
  /** What the report to undo says of it; `null` where there is none. */
  readonly reported: ReportedPackage | null
}

/**
 * Finds the packages that a restoration is about: those of the report, narrowed by names and
 * types where they are given; else as a cleanup finds them.
 *
 * @throws Error where the report is of a run that deletes nothing
 * @throws GitHubError, PreflightError where the run can't begin
 */
export async function selectToRestore(
  config: RestoreConfig,
  world: World,
  session: RunSession
): Promise<readonly WantedPackage[]> {
  if (config.source.kind === 'report') {
    return fromReport(config.source, config, world, session)
  }
  const { packages, missing } = await selectByName(config, world, session)
  // What is in no list may have gone as a whole.
  const tried = missing.flatMap(({ refs }) =>
    refs.map((ref) => ({ ref, isNamed: true, versionCount: null }))
  )
  return [...packages, ...tried].map((one) => ({ ...one, reported: null }))
}

/**
 * The packages that names and types select, after what has to be known before a change, and
 * those named exactly that are in no list.
 */
export async function selectByName(
  config: CommonConfig,
  world: World,
  session: RunSession
): Promise<Pick<Selection, 'packages' | 'missing'>> {
  const types = config.packageTypes ?? (['container'] as const)
  const owner = await meet(config, world, { types, deletes: false, writes: 'yes' }, session)
  const plainNames = (type: (typeof types)[number]) => config.packages?.plainNames(type) ?? null
  const wish = { owner, types, names: config.packages, plainNames, share: config.share }
  const { packages, missing, warnings } = await selectPackages(wish, world.github)
  session.warnings.push(...warnings)
  return { packages: takeShare(packages, config.share), missing }
}

async function fromReport(
  { report, later = [], beside = [] }: RestoreSource & { readonly kind: 'report' },
  config: RestoreConfig,
  world: World,
  session: RunSession
): Promise<readonly WantedPackage[]> {
  refuseOtherReports(report)
  const owners = await meetOwners(report, config, world, session)
  const wanted = report.packages.flatMap((entry): WantedPackage[] => {
    const owner = owners.get(entry.owner.toLowerCase())
    if (owner === undefined) return []
    const reported = reportedPackage(report, entry, owner, changesByOthers(later, entry))
    const { ref, candidates, wentWhole } = reported
    const isGiven =
      (config.packages?.matches(ref) ?? true) && (config.packageTypes?.includes(ref.type) ?? true)
    if (!isGiven || (candidates.length === 0 && !wentWhole)) return []
    return [{ ref, isNamed: true, versionCount: candidates.length, reported }]
  })
  const nameless = noteMissing(report, owners, config, session)
  const share = takeShare(wanted, config.share)
  const taken = wanted.filter((one) => share.includes(one))
  if (taken.length === 0 && nameless === 0) session.warnings.push(nothingToUndo(report, beside))
  return taken
}

/** How many exact names are not in the report. */
function noteMissing(
  { packages }: Report,
  owners: ReadonlyMap<string, Owner>,
  config: RestoreConfig,
  session: RunSession
): number {
  const [owner] = owners.values()
  if (owner === undefined) return 0
  const named = packages.map(({ owner: login, type, name }) => ({ owner: { login }, type, name }))
  return noteNamesNotIn({ what: 'report', packages: named, owner }, config, session)
}

function refuseOtherReports({ mode, dryRun, startedAt }: Report): void {
  const what = dryRun ? 'a dry run, which changed nothing' : `mode: ${mode}, which deletes nothing`
  if (!dryRun && (mode === 'cleanup' || mode === 'apply')) return
  throw new Error(
    `report: the run of ${startedAt} was ${what}: give the report.json of the run that deleted`
  )
}

function nothingToUndo({ startedAt }: Report, beside: readonly string[]): string {
  const others = beside.length === 0 ? '' : `; runs beside it that did: ${beside.join('; ')}`
  return `the run of ${startedAt} deleted and untagged nothing in the packages that were asked for${others}`
}

/** The owners of a report, by login in lower case: it says whose packages it is about. */
async function meetOwners(
  report: Report,
  config: RestoreConfig,
  world: World,
  session: RunSession
): Promise<ReadonlyMap<string, Owner>> {
  const logins = [...new Set(report.packages.map(({ owner }) => owner.toLowerCase()))]
  const [first = config.owner, ...others] = logins
  const types = [...new Set(report.packages.map(({ type }) => type))]
  const intent = { types, deletes: false, writes: 'yes' } as const
  const owners = [await meet({ ...config, owner: first }, world, intent, session)]
  for (const login of others) owners.push(await world.github.findOwner(login))
  return new Map(
    [first, ...others].flatMap((login, at) => {
      const owner = owners[at]
      return owner === undefined ? [] : [[login.toLowerCase(), owner]]
    })
  )
}
