import { realpathSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import type { PackageType } from '../../model/package.js'
import type { CommonConfig } from '../config.js'
import type { InputReader } from './input-reader.js'
import { parseShare } from './scalar-texts.js'
import type { Surroundings } from './surroundings.js'
import {
  defaultPackageNames,
  readOwner,
  readPackageNames,
  readPackageTypes,
  readToken,
  readUrls
} from './where-inputs.js'

/** Inputs and what they are read in. */
export interface Place {
  readonly inputs: InputReader
  readonly surroundings: Surroundings
}

/** What a mode says about the inputs that all of them have. */
export interface About {
  /** The types that the run is about: their registries are needed. */
  readonly types: readonly PackageType[]
  /** The types whose packages are called like the repository by default; `null`: no default. */
  readonly names: readonly PackageType[] | null
  /** The policy's own owner. */
  readonly owner: string | null
  /** Where neither an input nor the surroundings name one. */
  readonly fallbackOwner?: string | null
}

/** What every mode needs; `null` where something is missing, which is noted. */
export function readCommon(place: Place, about: About): CommonConfig | null {
  const { inputs, surroundings } = place
  const token = readToken(inputs)
  const owner = ownerOf(place, about)
  const urls = readUrls(inputs, surroundings, about.types)
  const given = readPackageNames(inputs)
  const byDefault =
    about.names === null ? null : defaultPackageNames(inputs, surroundings, about.names)
  const share = inputs.parsed('share', parseShare)
  const pace = {
    concurrency: inputs.whole('concurrency', 1, 50) ?? 10,
    timeLimit: inputs.duration('time-limit'),
    reserveRequests: inputs.whole('reserve-requests') ?? 100
  }
  const how = {
    dryRun: inputs.boolean('dry-run') ?? false,
    manifestCache: inputs.boolean('manifest-cache') ?? true,
    failOn: failOnOf(inputs),
    reportDirectory: reportDirectory(place)
  }
  const types = readPackageTypes(inputs)
  if (owner === null) return null
  return {
    token,
    owner,
    ...urls,
    ...pace,
    ...how,
    share,
    packages: given ?? byDefault,
    ...(byDefault === null ? {} : { isNamedByRepository: true }),
    packageTypes: types
  }
}

/** A policy's owner goes before the workflow's, but not against one that was given. */
function ownerOf({ inputs, surroundings }: Place, about: About): string | null {
  const given = readOwner(inputs)
  const usual = surroundings.repositoryOwner
  const isUsual = given?.toLowerCase() === usual?.toLowerCase()
  if (about.owner !== null) {
    if (given !== null && !isUsual && given.toLowerCase() !== about.owner.toLowerCase()) {
      inputs.refuse(
        'owner',
        given,
        `the policy names another owner, ${about.owner}; give one of them`
      )
    }
    return about.owner
  }
  const owner = given ?? usual ?? about.fallbackOwner ?? null
  if (owner === null && !inputs.isGiven('owner')) {
    inputs.refuse(
      'owner',
      null,
      'expected an organisation or user: outside a workflow there is no default'
    )
  }
  return owner
}

/**
 * Where the report goes. Never over the report that the run starts from, which may be asked for
 * again, also where its folder was given: then into a folder beside it that is called like the
 * mode.
 */
function reportDirectory({ inputs, surroundings }: Place): string {
  const base = surroundings.workspace ?? ''
  const wanted = wantedReportDirectory(inputs.text('report-directory'), surroundings)
  const source = inputs.text('report') ?? inputs.text('plan')
  const isSame =
    source !== null && realFolder(dirname(resolve(base, source))) === realFolder(wanted)
  return isSame ? join(wanted, inputs.text('mode') ?? 'cleanup') : wanted
}

/** Where the input `report-directory`, `null` where not given, asks for the report of a run. */
export function wantedReportDirectory(
  given: string | null,
  { workspace, reportDirectory: usual }: Pick<Surroundings, 'workspace' | 'reportDirectory'>
): string {
  return given === null ? usual : resolve(workspace ?? '', given)
}

/** One folder may have several paths, through links. */
function realFolder(path: string): string {
  try {
    return realpathSync(path)
  } catch {
    return resolve(path)
  }
}

/** What `fail-on` says, or its default, also where it is wrong: then `inputs` has the error. */
export function failOnOf(inputs: InputReader): CommonConfig['failOn'] {
  return inputs.word('fail-on', ['error', 'never']) ?? 'error'
}
