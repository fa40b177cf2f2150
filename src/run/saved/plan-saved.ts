import type { PackageRef } from '../../model/package.js'
import type { EpochMs } from '../../model/time.js'
import { exceededLimits } from '../../plan/deletion-limits.js'
import { idlePatterns } from '../../plan/idle-patterns.js'
import type { PackagePlan } from '../../plan/plan.js'
import { planPackage, type PlanInput } from '../../plan/plan-package.js'
import { buildReport } from '../../report/build-report.js'
import { exceededLimitText } from '../../report/exceeded-limit-text.js'
import { shortAges } from '../../policy/short-ages.js'
import { idleRuleText } from '../../report/idle-rule-text.js'
import { shortAgeText } from '../../report/short-age-text.js'
import type { PackageReport, Report, VersionRow } from '../../report/report.js'
import type { PackageRecord } from '../../report/run-record.js'
import { recount } from '../../report/totals.js'
import { FactAsker, type FactWorld } from '../ask-facts.js'
import type { CleanupConfig } from '../config.js'
import { NO_ENTRY, NOTHING_MEANT } from '../nothing-meant.js'
import { policyFor, typesOf } from '../package-rules.js'
import { takeShare } from '../shares.js'
import { TOOL_VERSION } from '../tool-version.js'
import type { World } from '../world.js'
import { savedInput } from './saved-input.js'
import type { SavedPackage } from './saved-package.js'

/** A saved list, and the package that it is taken to be of. */
export interface NamedSavedPackage {
  readonly ref: PackageRef
  readonly saved: SavedPackage
}

export interface SavedPlanning {
  readonly now: EpochMs
  /** For `listed-in`; `null` where there is none. */
  readonly workspace: World['workspace']
}

/** The input of the plan of one saved list; `null` where no entry of the policy matches it. */
export async function inputOfSaved(
  { ref, saved }: NamedSavedPackage,
  config: CleanupConfig,
  { now, workspace }: SavedPlanning
): Promise<PlanInput | null> {
  const policy = isOfOwner(config, ref) ? policyFor(config, ref) : null
  if (policy === null) return null
  const inventory = { package: ref, versions: saved.versions }
  const asker = new FactAsker(offline(workspace))
  const facts = await asker.factsFor({ inventory, policy, now })
  return savedInput(ref, saved, { policy, facts, now })
}

/** Whether a run by this configuration would look at the packages of this owner. */
function isOfOwner({ rules }: CleanupConfig, { owner }: PackageRef): boolean {
  const meant = rules.kind === 'file' ? rules.file.owner : null
  return meant === null || meant.toLowerCase() === owner.login.toLowerCase()
}

/** Those of the lists that the configuration is about, by `packages`, types and share. */
export function selectSaved(
  lists: readonly NamedSavedPackage[],
  config: CleanupConfig
): readonly NamedSavedPackage[] {
  const types = config.packageTypes ?? (config.rules.kind === 'file' ? typesOf(config) : null)
  const meant = lists.filter(
    ({ ref }) =>
      (types === null || types.includes(ref.type)) &&
      (config.packages === null || config.packages.matches(ref))
  )
  const sized = meant.map((one) => ({
    ...one,
    isNamed: false,
    versionCount: one.saved.versions.length
  }))
  const inShare = new Set(takeShare(sized, config.share).map(({ ref }) => ref))
  return meant.filter(({ ref }) => inShare.has(ref))
}

/**
 * Decides saved lists as a dry run would, with no request to anywhere: questions to GitHub and
 * the registry have no answer (ruling 5), and what a list does not tell is kept.
 */
export async function planSaved(
  lists: readonly NamedSavedPackage[],
  config: CleanupConfig,
  planning: SavedPlanning
): Promise<Report> {
  const records: PackageRecord[] = []
  const planned: { plan: PackagePlan; input: PlanInput }[] = []
  for (const one of selectSaved(lists, config)) {
    const input = await inputOfSaved(one, config, planning)
    const plan = input === null ? null : planPackage(input)
    if (input !== null && plan !== null) planned.push({ plan, input })
    records.push(recordOf(one, plan))
  }
  const inputs = planned.map(({ input }) => input)
  const exceeded = exceededLimits(
    planned.map(({ plan, input }) => ({ plan, limits: input.policy.settings.maxDeletions }))
  )
  const report = buildReport({
    mode: 'cleanup',
    dryRun: true,
    startedAt: planning.now,
    finishedAt: planning.now,
    complete: true,
    toolVersion: TOOL_VERSION,
    policyDigest: config.policyDigest,
    error: null,
    fuse: exceeded.length > 0 ? exceeded.map(exceededLimitText).join('; ') : null,
    stopped: null,
    warnings: records.length > 0 && planned.length === 0 ? [NOTHING_MEANT] : [],
    notes: [
      ...(config.share === null ? idlePatterns(inputs).map(idleRuleText) : []),
      ...shortAges(inputs.flatMap(({ policy }) => policy.delete)).map(shortAgeText)
    ],
    requests: { api: 0, registry: 0 },
    packages: records
  })
  return recount(report, withWhatIsSaved(report.packages, lists))
}

function recordOf({ ref, saved }: NamedSavedPackage, plan: PackagePlan | null): PackageRecord {
  return {
    package: ref,
    repository: null,
    plan,
    outcomes: [],
    packageOutcome: null,
    error: null,
    leftAlone: plan === null ? NO_ENTRY : null,
    warnings: plan === null ? [] : doubtsAbout(ref, saved)
  }
}

function doubtsAbout({ type }: PackageRef, { rows, versions }: SavedPackage): string[] {
  if (type !== 'container') return []
  if (rows === null) {
    const untagged = versions.filter(({ tags }) => tags?.length === 0).length
    return [
      'A version list does not tell which versions belong to which image: what has no tag of ' +
        `its own is kept here (${untagged} untagged), and tagged images count one by one; a ` +
        'plan without --from reads the registry and decides on those too'
    ]
  }
  return [
    'What belongs to which image is taken from the report, which names one image for each ' +
      'part: a part that a second image needs too, or that has a tag of its own, may stay ' +
      'though it goes here; broken holds for nothing'
  ]
}

/** Kinds and sizes as the report has them: no manifest was read to find them out again. */
function withWhatIsSaved(
  packages: readonly PackageReport[],
  lists: readonly NamedSavedPackage[]
): readonly PackageReport[] {
  return packages.map((entry) => {
    const list = lists.find(({ ref }) => ref.type === entry.type && ref.name === entry.name)
    const rows = list?.saved.rows ?? null
    return { ...entry, versions: entry.versions.map((row) => asSaved(row, rows?.get(row.id))) }
  })
}

function asSaved(row: VersionRow, saved: VersionRow | undefined): VersionRow {
  return saved === undefined ? row : { ...row, kind: saved.kind, sizeBytes: saved.sizeBytes }
}

const WHY = 'a plan from a saved list asks nobody'

/** A world in which nobody answers but the workspace. */
function offline(workspace: World['workspace']): FactWorld {
  const refuse = () => Promise.reject(new Error(WHY))
  return {
    github: {
      getPackage: refuse,
      pullRequests: refuse,
      branches: refuse,
      releaseTags: refuse
    },
    npm: { readDistTags: refuse },
    workspace
  }
}
