import { MINUTE_MS, type EpochMs } from '../model/time.js'
import { buildxIndex } from './image-attestation.js'
import { ociImage, type BuiltManifest } from './image-manifest.js'
import { attach, attest, cosign, push } from './registry-publish.js'
import { sigstoreBundle } from './image-signature.js'
import { shortCommitOf, type Timeline } from './history-timeline.js'
import type { PackageState, World } from './state.js'

/** An image that is being built for two years, and the pull requests of its repository. */
export interface ImageHistory {
  readonly world: World
  readonly image: PackageState
  readonly timeline: Timeline
}

/** A pull request, by what its builds need to know. */
export interface PullRequestHistory {
  readonly number: number
  readonly openedDaysAgo: number
  /** `null` while it is open. */
  readonly closedDaysAgo: number | null
}

const WEEKS = 104
/** Since then releases are built for two platforms, with provenance. */
const MULTI_ARCH_WEEKS = 52
/** Since then every release is attested, with an SBOM besides. */
const ATTESTED_WEEKS = 16
/** Since then a release is a build of main that was good enough, and keeps that tag. */
const PROMOTED_WEEKS = 7
const WEEKS_PER_MINOR = 2
const NIGHTS = 30
const MAIN_BUILDS = 18
const EDGE_BUILDS = 9
/** Before that year, how often a release was pulled that is in everybody's cluster still. */
const POPULAR = { release: '1.2.0', downloads: 48_000 }

/** The releases in order, from `1.0.0`: a minor every other week, a major after a year. */
export function releaseNumber(week: number): string {
  const major = week < WEEKS - MULTI_ARCH_WEEKS ? 1 : 2
  const inMajor = week - (major === 1 ? 0 : WEEKS - MULTI_ARCH_WEEKS)
  return [major, Math.floor(inMajor / WEEKS_PER_MINOR), inMajor % WEEKS_PER_MINOR].join('.')
}

/** Weekly releases with their moving tags; signed by cosign, of late attested. */
export function releaseWeekly(history: ImageHistory): void {
  for (let week = 0; week < WEEKS; week += 1) {
    const weeksAgo = WEEKS - week
    history.timeline.add(weeksAgo * 7 - 4.5, (at) => release(history, week, weeksAgo, at))
  }
}

function release({ world, image }: ImageHistory, week: number, weeksAgo: number, at: EpochMs) {
  const number = releaseNumber(week)
  const [major = '', minor = ''] = number.split('.')
  const isMultiArch = weeksAgo <= MULTI_ARCH_WEEKS
  const built = isMultiArch ? buildxIndex(`shop ${number}`) : ociImage(`shop ${number}`)
  const promoted = weeksAgo <= PROMOTED_WEEKS ? [`main-${shortCommitOf(number)}`] : []
  const tags = [...promoted, number, `${major}.${minor}`, major, 'latest']
  const version = push(world, image, built, { at, tags })
  if (number === POPULAR.release) version.downloads = POPULAR.downloads
  if (isMultiArch) cosign(world, image, built.digest, 'sig', { at: at + MINUTE_MS })
  if (weeksAgo > ATTESTED_WEEKS) return
  attest(world, image, built, { at: at + 2 * MINUTE_MS, seed: number })
  attach(world, image, sbomOf(built, number), { at: at + 3 * MINUTE_MS })
}

function sbomOf(built: BuiltManifest, number: string): BuiltManifest {
  const predicateType = 'https://spdx.dev/Document/v2.3'
  return sigstoreBundle(built, { seed: `sbom ${number}`, predicateType })
}

/** A candidate before every fourth release. */
export function offerCandidates({ world, image, timeline }: ImageHistory): void {
  for (let week = WEEKS - 24; week < WEEKS; week += 4) {
    const number = `${releaseNumber(week)}-rc.1`
    timeline.add((WEEKS - week) * 7 - 2.5, (at) => {
      push(world, image, ociImage(`shop ${number}`), { at, tags: [number] })
    })
  }
  // What comes next has no release yet.
  const next = `${releaseNumber(WEEKS)}-rc.1`
  timeline.add(1.5, (at) => {
    push(world, image, ociImage(`shop ${next}`), { at, tags: [next] })
  })
}

/** Nightly builds. The image's clean-up by hand ended a month ago. */
export function buildNightly({ world, image, timeline }: ImageHistory): void {
  for (let night = NIGHTS; night >= 1; night -= 1) {
    timeline.add(night - 0.75, (at) => {
      const day = new Date(at).toISOString().slice(0, 10).replaceAll('-', '')
      push(world, image, ociImage(`nightly ${night}`), { at, tags: ['nightly', `nightly-${day}`] })
    })
  }
}

/** A build of main every few days, with provenance, which nobody ever removed. */
export function buildMain({ world, image, timeline }: ImageHistory): void {
  for (let build = 1; build <= MAIN_BUILDS; build += 1) {
    timeline.add(build * 2.9, (at) => {
      const seed = `main ${build}`
      const built = buildxIndex(seed, { platforms: ['linux/amd64'] })
      push(world, image, built, { at, tags: [`main-${shortCommitOf(seed)}`, 'main'] })
    })
  }
}

/** The image of each pull request, for two platforms. */
export function buildPullRequests(
  { world, image, timeline }: ImageHistory,
  pullRequests: readonly PullRequestHistory[]
): void {
  for (const { number, openedDaysAgo } of pullRequests) {
    timeline.add(openedDaysAgo - 0.5, (at) => {
      push(world, image, buildxIndex(`pull request ${number}`), { at, tags: [`pr-${number}`] })
    })
  }
}

/** What is left of a tag that moves and has no other beside it: untagged images. */
export function moveEdge({ world, image, timeline }: ImageHistory): void {
  for (let build = 1; build <= EDGE_BUILDS; build += 1) {
    timeline.add(build * 6 - 5.75, (at) => {
      push(world, image, ociImage(`edge ${build}`), { at, tags: ['edge'] })
    })
  }
}
