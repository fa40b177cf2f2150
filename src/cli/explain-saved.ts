import type { PackageRef } from '../model/package.js'
import { explainVersion } from '../plan/explain.js'
import type { Explanation } from '../plan/explanation.js'
import { QUICK_INPUTS } from '../policy/quick-inputs.js'
import type { ReportedVersion } from '../report/reported-text.js'
import { findVersions, namesLike } from '../run/find-version.js'
import { inputOfSaved, type NamedSavedPackage, selectSaved } from '../run/saved/plan-saved.js'
import type { SavedReport } from '../run/saved/saved-package.js'
import { createWorkspaceFiles } from '../run/workspace-files.js'
import type { FlagValues } from './flags.js'
import { readSavedWork, type SavedWork } from './saved-work.js'
import type { Shell } from './shell.js'

/** One version that was asked for. One of the two is there at least. */
export interface FoundVersion {
  readonly package: PackageRef
  /** What a report says itself; `null` without one. */
  readonly reported: ReportedVersion | null
  /** `null` where only the report can tell. */
  readonly explanation: Explanation | null
}

/** What `explain` found, and the packages that it looked at. */
export interface FoundVersions {
  readonly versions: readonly FoundVersion[]
  readonly packages: readonly PackageRef[]
  /** What is called nearly so, where nothing was found. */
  readonly near: readonly string[]
  /** Whether there were rules to ask. */
  readonly hasRules: boolean
}

/** Any will do where none is asked: selecting needs a configuration, and that needs a rule. */
const ANY_RULE = { 'older-than': '0' }

/**
 * Explains a version of saved lists without asking anybody. Of a report what it says itself
 * comes first: it could ask, and that is what was or will be carried out.
 */
export async function explainSaved(
  shell: Shell,
  raw: FlagValues,
  wanted: string,
  { from, now }: { readonly from: readonly string[]; readonly now: string | null }
): Promise<FoundVersions> {
  const hasRules = RULES.some((name) => raw[name] !== undefined)
  // Lists without rules have nothing to tell: the inputs say what is missing.
  const isToldOnly = !hasRules && isReportOnly(readSavedWork(shell, withAnyRule(raw), from, now))
  const work = readSavedWork(shell, isToldOnly ? withAnyRule(raw) : raw, from, now)
  const lists = selectSaved(work.lists, work.config)
  const found = await Promise.all(
    lists.map((one) => explainOne(one, wanted, work, isToldOnly, shell.directory))
  )
  const versions = found.flat()
  return {
    versions,
    packages: lists.map(({ ref }) => ref),
    near: versions.length > 0 ? [] : namesLike(lists.flatMap(listedIn), wanted),
    hasRules: !isToldOnly
  }
}

const RULES = ['policy', 'policy-file', ...QUICK_INPUTS] as const

function withAnyRule(raw: FlagValues): FlagValues {
  return RULES.some((name) => raw[name] !== undefined) ? raw : { ...raw, ...ANY_RULE }
}

function isReportOnly({ lists }: SavedWork): boolean {
  return lists.every(({ saved }) => saved.report !== null)
}

async function explainOne(
  one: NamedSavedPackage,
  wanted: string,
  { config, now }: SavedWork,
  isToldOnly: boolean,
  directory: string
): Promise<readonly FoundVersion[]> {
  const { ref, saved } = one
  const planning = { now, workspace: createWorkspaceFiles(directory) }
  const input = isToldOnly ? null : await inputOfSaved(one, config, planning)
  const report = saved.report
  if (input === null && report === null) return []
  return findVersions(listedIn(one), wanted).flatMap((id): FoundVersion[] => {
    const explanation = input === null ? null : explainVersion(input, id)
    const isByTheseRules = isToldOnly ? null : config.policyDigest === report?.policyDigest
    const reported = report === null ? null : reportedIn(report, id, isByTheseRules)
    if (explanation === null && reported === null) return []
    return [{ package: ref, reported, explanation }]
  })
}

function listedIn({ saved }: NamedSavedPackage): Parameters<typeof findVersions>[0] {
  return saved.report?.rows ?? saved.versions
}

function reportedIn(
  { madeAt, dryRun, rows }: SavedReport,
  id: number,
  isByTheseRules: boolean | null
): ReportedVersion | null {
  const row = rows.find((one) => one.id === id)
  return row === undefined ? null : { madeAt, dryRun, row, isByTheseRules }
}
