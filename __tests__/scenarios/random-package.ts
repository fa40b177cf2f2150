import { buildxIndex } from '../../src/emulator/image-attestation.js'
import { dockerMultiArch, multiArch, ociIndex } from '../../src/emulator/image-index.js'
import { dockerImage, ociImage, type BuiltManifest } from '../../src/emulator/image-manifest.js'
import { attest, cosign } from '../../src/emulator/registry-publish.js'
import type { PackageState } from '../../src/emulator/state.js'
import { duration, quick } from '../run/run-site.js'
import { DAY, onlyPackage, pushed, type Stage } from './stage.js'

/** The rules under which random packages are cleaned: old pull requests and untagged images go. */
export const RANDOM_RULES = quick(
  { deleteTags: ['pr-*'], deleteUntagged: true, olderThan: duration('30d') },
  { untag: true }
)

const SHAPES: readonly ((seed: string, shared: BuiltManifest) => BuiltManifest)[] = [
  (seed) => ociImage(seed),
  (seed) => dockerImage(seed),
  (seed) => multiArch(seed),
  (seed) => buildxIndex(seed),
  (seed) => buildxIndex(seed, { platforms: ['linux/amd64'], attestations: 'artifact' }),
  (seed) => dockerMultiArch(seed),
  (seed) => ociIndex([{ manifest: multiArch(`${seed} inner`) }]),
  (seed, shared) =>
    ociIndex([
      { manifest: shared, platform: 'linux/amd64' },
      { manifest: ociImage(`${seed} arm64`), platform: 'linux/arm64' }
    ])
]

/** Fills a container package with 10 to 20 versions, of which about half are to go. */
export function fillRandomly(stage: Stage, app: PackageState, random: () => number): void {
  const shared = ociImage('shared')
  const pick = <T>(items: readonly T[]): T => {
    const item = items[Math.floor(random() * items.length)]
    if (item === undefined) throw new Error('nothing to pick from')
    return item
  }
  for (let n = 1; n <= 6; n += 1) {
    const built = pick(SHAPES)(`image ${n}`, shared)
    const days = 31 + Math.floor(random() * 60)
    const tags =
      n === 1 ? ['v1'] : pick([[`pr-${n}`], [`pr-${n}`], [`v${n}`], [`v${n}`, `pr-${n}`], []])
    pushed(stage, app, built, days, ...tags)
    const at = stage.clock.now() - days * DAY
    const extra = random()
    if (extra < 0.2) cosign(stage.emulated, app, built.digest, 'sig', { at })
    else if (extra < 0.4) attest(stage.emulated, app, built, { at })
    if (extra < 0.1) attest(stage.emulated, app, built, { seed: 'again', at })
  }
}

/** What a plan changes: digests that go, and tags that are taken off. */
export interface PlannedChanges {
  readonly goes: ReadonlySet<string>
  readonly tags: ReadonlySet<string>
}

/** What the rules would do now, by a dry run. */
export async function plannedNow(stage: Stage): Promise<PlannedChanges> {
  const { versions } = onlyPackage(await stage.run({ rules: RANDOM_RULES, dryRun: true }))
  const going = versions.filter(({ decision }) => decision === 'delete')
  return {
    goes: new Set(going.map(({ name }) => name)),
    tags: new Set([
      ...going.flatMap(({ tags }) => tags ?? []),
      ...versions.flatMap(({ untag }) => untag)
    ])
  }
}
