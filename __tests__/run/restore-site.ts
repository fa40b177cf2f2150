import type { TokenDetails } from '../../src/emulator/builders.js'
import { addToken } from '../../src/emulator/builders.js'
import { tagsOf } from '../../src/emulator/state.js'
import type { PackageState } from '../../src/emulator/state.js'
import { compilePatternList } from '../../src/policy/pattern-list.js'
import type { PatternList } from '../../src/policy/pattern.js'
import type { Report, VersionRow } from '../../src/report/report.js'
import type { RepairConfig, RestoreConfig, RestoreSource } from '../../src/run/config.js'
import { runMode } from '../../src/run/run-mode.js'
import type { RunResult } from '../../src/run/run-result.js'
import { commonConfig } from './common-config.js'
import type { RunSite } from './run-site.js'
import { worldOf } from './run-site.js'

type Options<C> = Partial<Omit<C, 'mode' | 'source'>> & { readonly as?: TokenDetails }

/** Runs `mode: restore`. A report stands for itself. */
export function restore(
  site: RunSite,
  given: RestoreSource | Report,
  { as = { login: 'mona' }, ...options }: Options<RestoreConfig> = {}
): Promise<RunResult> {
  const { secret } = addToken(site.emulated, as)
  const source: RestoreSource = 'kind' in given ? given : { kind: 'report', report: given }
  const config = {
    ...commonConfig(site.emulator, secret),
    mode: 'restore' as const,
    source,
    ...options
  }
  return runMode(config, worldOf(site, secret))
}

/** Runs `mode: repair`. */
export function repair(
  site: RunSite,
  { as = { login: 'mona' }, ...options }: Options<RepairConfig> = {}
): Promise<RunResult> {
  const { secret } = addToken(site.emulated, as)
  const config = { ...commonConfig(site.emulator, secret), mode: 'repair' as const, ...options }
  return runMode(config, worldOf(site, secret))
}

/** What is living: the names, with the tags of each. */
export function stateOf(target: PackageState): Record<string, string[]> {
  if (target.deletedAt !== null) return {}
  return Object.fromEntries(
    target.versions
      .filter(({ deletedAt }) => deletedAt === null)
      .map((version): [string, string[]] => [version.name, tagsOf(target, version).toSorted()])
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
  )
}

export function patterns(...sources: string[]): PatternList {
  const result = compilePatternList(sources)
  if (!result.ok) throw new Error(sources.join())
  return result.list
}

/** The requests that changed something, a line each: method and path. */
export function changesIn({ emulator }: RunSite, from = 0): string[] {
  return emulator.requests
    .slice(from)
    .filter(({ method, path }) => method !== 'GET' && method !== 'HEAD' && path !== '/token')
    .map(({ line }) => line)
}

/** Ids restored, in the order of the requests. */
export function restoredIn(site: RunSite, from = 0): number[] {
  return changesIn(site, from).flatMap((line) => {
    const id = /\/versions\/(\d+)\/restore/.exec(line)?.[1]
    return id === undefined ? [] : [Number(id)]
  })
}

/** A report with changes in its rows. */
export function withRows(report: Report, change: (row: VersionRow) => Partial<VersionRow>): Report {
  return {
    ...report,
    packages: report.packages.map((entry) => ({
      ...entry,
      versions: entry.versions.map((row) => ({ ...row, ...change(row) }))
    }))
  }
}
