import { parseTimestamp } from '../github/json.js'
import { PACKAGE_TYPES } from '../model/package.js'
import type { EpochMs } from '../model/time.js'
import { isPlainName } from '../policy/package-names.js'
import type { CleanupConfig } from '../run/config.js'
import { parseInputs } from '../run/inputs/parse-inputs.js'
import type { RawInputs } from '../run/inputs/surroundings.js'
import { readLocalText } from '../run/local-text.js'
import { mergeSaved } from '../run/saved/merge-saved.js'
import { nameSaved, type SavedNames } from '../run/saved/name-saved.js'
import type { NamedSavedPackage } from '../run/saved/plan-saved.js'
import { readSavedLists } from '../run/saved/read-saved-lists.js'
import type { SavedPackage } from '../run/saved/saved-package.js'
import { cliSurroundings } from './cli-surroundings.js'
import { UsageError } from './exit-codes.js'
import { flagMessages } from './flag-errors.js'
import type { Shell } from './shell.js'

/** Saved lists, one a package, the rules to decide them by, and the time at which. */
export interface SavedWork {
  readonly config: CleanupConfig
  readonly lists: readonly NamedSavedPackage[]
  readonly now: EpochMs
  /** When the report that was given was made; `null` for lists. */
  readonly madeAt: string | null
  readonly warnings: readonly string[]
}

/** Stands in for a token, since nobody is asked. */
const NO_TOKEN = 'none'
const NO_REGISTRIES = {
  'registry-url': 'https://registry.invalid',
  'npm-registry-url': 'https://npm.invalid'
}

/**
 * Reads what a command without requests needs. Without `now` it is the time of the report, and
 * for lists that of the machine.
 *
 * @throws UsageError with all that is wrong with the inputs, a line each
 */
export function readSavedWork(
  shell: Shell,
  raw: RawInputs,
  from: readonly string[],
  now: string | null
): SavedWork {
  const read = from.map((path) => readLists(path, raw, shell))
  const madeAt = read.find((lists) => lists.madeAt !== null)?.madeAt ?? null
  const saved = read.flatMap(({ packages }) => packages)
  const { config, warnings } = readConfig(shell, raw, saved)
  const names = namesGiven(raw, config)
  return {
    config,
    lists: mergeSaved(saved.map((one) => named(one, names))),
    now: timeOf(now, madeAt),
    madeAt,
    warnings
  }
}

function readLists(path: string, raw: RawInputs, { directory }: Shell) {
  const file = readLocalText(path, directory)
  if (!file.ok) throw new UsageError(`--from: "${path}": ${file.why}`)
  const type = PACKAGE_TYPES.find((one) => one === raw['package-type']) ?? null
  const lists = readSavedLists(file.text, path, type)
  if (!lists.ok) throw new UsageError(lists.errors.map((error) => `--from: ${error}`).join('\n'))
  refuseOtherOwner(path, raw['owner'], lists.packages)
  return lists
}

/** Nobody is asked, so an owner that is given can't change whose a list is. */
function refuseOtherOwner(
  path: string,
  given: string | undefined,
  packages: readonly SavedPackage[]
): void {
  const others = packages.flatMap(({ owner }) => owner ?? [])
  const other = others.find((one) => one.toLowerCase() !== given?.trim().toLowerCase())
  if (given === undefined || given.trim() === '' || other === undefined) return
  throw new UsageError(`--owner: "${given}": ${path} is a list of ${other}: leave --owner out`)
}

function readConfig(
  { environment, directory }: Shell,
  raw: RawInputs,
  saved: readonly SavedPackage[]
): { readonly config: CleanupConfig; readonly warnings: readonly string[] } {
  const surroundings = cliSurroundings(environment, directory)
  const owners = saved.flatMap(({ owner }) => owner ?? [])
  const parsed = parseInputs(
    {
      ...NO_REGISTRIES,
      ...whatListsSay(raw, saved),
      token: NO_TOKEN,
      mode: 'cleanup',
      'dry-run': 'true'
    },
    { ...surroundings, repositoryOwner: owners[0] ?? surroundings.repositoryOwner ?? 'unknown' }
  )
  if (!parsed.ok) throw new UsageError(flagMessages(parsed.errors).join('\n'))
  if (parsed.config.mode !== 'cleanup') throw new UsageError('--from: only a cleanup is planned so')
  return { config: parsed.config, warnings: parsed.warnings }
}

/** Quick rules are about the packages of the lists; a policy says itself which it is about. */
function whatListsSay(raw: RawInputs, saved: readonly SavedPackage[]): RawInputs {
  const isPolicy = raw['policy'] !== undefined || raw['policy-file'] !== undefined
  const types = new Set(saved.flatMap(({ type }) => type ?? []))
  return {
    ...(isPolicy ? {} : { packages: '*' }),
    ...(isPolicy || types.size === 0 ? {} : { 'package-type': [...types].join(',') }),
    ...raw
  }
}

function namesGiven(raw: RawInputs, config: CleanupConfig): SavedNames {
  const [name, ...others] = config.packages?.sources ?? []
  const [type, ...otherTypes] = config.packageTypes ?? []
  return {
    owner: config.owner,
    type: otherTypes.length === 0 && raw['package-type'] !== undefined ? (type ?? null) : null,
    name: name !== undefined && others.length === 0 && isPlainName(name) ? name : null
  }
}

function named(saved: SavedPackage, names: SavedNames): NamedSavedPackage {
  const result = nameSaved(saved, names)
  if (result.ok) return result.named
  throw new UsageError(`--${result.missing}: ${result.why}`)
}

function timeOf(now: string | null, madeAt: string | null): EpochMs {
  if (now === null) return parseTimestamp(madeAt) ?? Date.now()
  const time = parseTimestamp(/^\d{4}-\d{2}-\d{2}$/.test(now) ? `${now}T00:00:00Z` : now)
  if (time !== null) return time
  throw new UsageError(`--now: "${now}": expected a time such as 2026-01-31T00:00:00Z`)
}
