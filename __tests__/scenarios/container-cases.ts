import { buildCache, helmChart, orasArtifact } from '../../src/emulator/image-artifact.js'
import { buildxIndex } from '../../src/emulator/image-attestation.js'
import {
  dockerMultiArch,
  lacking,
  multiArch,
  ociIndex,
  type IndexPart
} from '../../src/emulator/image-index.js'
import { dockerImage, ociImage, type BuiltManifest } from '../../src/emulator/image-manifest.js'
import { referrer } from '../../src/emulator/image-signature.js'
import { attest, cosign } from '../../src/emulator/registry-publish.js'
import type { PackageState } from '../../src/emulator/state.js'
import type { RuleSource } from '../../src/run/config.js'
import { duration, policy, quick } from '../run/run-site.js'
import { DAY, pushed, type Stage } from './stage.js'

/** What a case makes of the package, by digest. */
interface Scene {
  /** What is to go; all else stays. */
  readonly goes: readonly string[]
  /** Tags that are to be left. */
  readonly tags: Readonly<Record<string, string>>
}

const OLD = 90
const CLOSED = quick({ deleteTags: ['pr-*'], olderThan: duration('30d') }, { untag: true })
const UNTAGGED = quick({ deleteUntagged: true, olderThan: duration('7d') })
const BROKEN = (...kinds: readonly ('ghost' | 'partial' | 'orphaned')[]) =>
  quick({ deleteBroken: [...kinds] })

const all = (built: BuiltManifest): string[] => [
  built.digest,
  ...built.parts.flatMap((part) => all(part))
]
const names = (...versions: readonly { readonly name: string }[]) =>
  versions.map(({ name }) => name)
const at = (stage: Stage, days: number) => ({ at: stage.clock.now() - days * DAY })
const image = (seed: string, platform = 'linux/amd64'): IndexPart => ({
  manifest: ociImage(seed),
  platform
})

type Build = (stage: Stage, app: PackageState) => Scene

/** What packages people have, with the rules that are to clean them, by what is to come of it. */
export const CONTAINER_CASES: readonly [string, RuleSource, Build][] = [
  [
    'multi-arch without provenance goes with its platforms',
    CLOSED,
    (stage, app) => {
      const [old, kept] = [multiArch('old'), multiArch('kept')]
      pushed(stage, app, old, OLD, 'pr-1')
      pushed(stage, app, kept, OLD, 'v1')
      return { goes: all(old), tags: { v1: kept.digest } }
    }
  ],
  [
    'multi-arch with provenance goes with its attestations',
    CLOSED,
    (stage, app) => {
      const [old, kept] = [buildxIndex('old'), buildxIndex('kept')]
      pushed(stage, app, old, OLD, 'pr-1')
      pushed(stage, app, kept, OLD, 'v1')
      return { goes: all(old), tags: { v1: kept.digest } }
    }
  ],
  [
    'attestations in the form of artifacts go, too',
    CLOSED,
    (stage, app) => {
      const [old, kept] = [
        buildxIndex('old', { attestations: 'artifact' }),
        buildxIndex('kept', { attestations: 'artifact', withoutReference: true })
      ]
      pushed(stage, app, old, OLD, 'pr-1')
      pushed(stage, app, kept, OLD, 'v1')
      return { goes: all(old), tags: { v1: kept.digest } }
    }
  ],
  [
    'two tags on one version, one selected: that one is taken off',
    CLOSED,
    (stage, app) => {
      const kept = buildxIndex('kept')
      pushed(stage, app, kept, OLD, 'v1', 'pr-1')
      return { goes: [], tags: { v1: kept.digest } }
    }
  ],
  [
    'several selected tags of several versions that stay are taken off, docker schema 2 too',
    CLOSED,
    (stage, app) => {
      const [one, two, three] = [
        dockerImage('one'),
        dockerMultiArch('two'),
        ociImage('three', { withoutMediaType: true })
      ]
      pushed(stage, app, one, OLD, 'v1', 'pr-1', 'pr-2')
      pushed(stage, app, two, OLD, 'v2', 'pr-3')
      pushed(stage, app, three, OLD, 'v3', 'pr-4')
      return { goes: [], tags: { v1: one.digest, v2: two.digest, v3: three.digest } }
    }
  ],
  [
    'all selected tags of a part of a kept index are taken off, and it stays (ruling 39)',
    CLOSED,
    (stage, app) => {
      const part = image('kept amd64')
      const kept = ociIndex([part, image('kept arm64', 'linux/arm64')])
      pushed(stage, app, kept, OLD, 'v1')
      pushed(stage, app, part.manifest, OLD, 'pr-amd64', 'pr-also')
      return { goes: [], tags: { v1: kept.digest } }
    }
  ],
  [
    'two indexes that share a platform: it stays with the one that stays',
    CLOSED,
    (stage, app) => {
      const shared = image('shared')
      const old = ociIndex([shared, image('old arm64', 'linux/arm64')])
      const kept = ociIndex([shared, image('kept arm64', 'linux/arm64')])
      pushed(stage, app, old, OLD, 'pr-1')
      pushed(stage, app, kept, OLD, 'v1')
      return {
        goes: [old.digest, ociImage('old arm64').digest],
        tags: { v1: kept.digest }
      }
    }
  ],
  [
    'two indexes that share a platform and both go: it goes once, last',
    CLOSED,
    (stage, app) => {
      const shared = image('shared')
      const [one, two] = [ociIndex([shared, image('one')]), ociIndex([shared, image('two')])]
      const kept = ociImage('kept')
      pushed(stage, app, one, OLD, 'pr-1')
      pushed(stage, app, two, OLD, 'pr-2')
      pushed(stage, app, kept, OLD, 'v1')
      return { goes: [...all(one), two.digest, ociImage('two').digest], tags: { v1: kept.digest } }
    }
  ],
  [
    'signed by cosign 2: signature, attestation and SBOM go with their image alone',
    CLOSED,
    (stage, app) => {
      const [old, kept] = [ociImage('old'), ociImage('kept')]
      pushed(stage, app, old, OLD, 'pr-1')
      pushed(stage, app, kept, OLD, 'v1')
      const [sig, att, sbom, own] = [
        cosign(stage.emulated, app, old.digest, 'sig', at(stage, OLD)),
        cosign(stage.emulated, app, old.digest, 'att', at(stage, 2)),
        cosign(stage.emulated, app, old.digest, 'sbom', at(stage, OLD)),
        cosign(stage.emulated, app, kept.digest, 'sig', at(stage, OLD))
      ]
      return {
        goes: [old.digest, ...names(sig, att, sbom)],
        tags: { v1: kept.digest, [`${kept.digest.replace(':', '-')}.sig`]: own.name }
      }
    }
  ],
  [
    'signed by cosign 3, on a platform and on the index: all goes with the image',
    CLOSED,
    (stage, app) => {
      const [old, kept] = [multiArch('old'), multiArch('kept')]
      pushed(stage, app, old, OLD, 'pr-1')
      pushed(stage, app, kept, OLD, 'v1')
      const [first = old] = old.parts
      const ofIndex = attest(stage.emulated, app, old, at(stage, OLD))
      const ofPlatform = attest(stage.emulated, app, first, at(stage, OLD))
      const own = attest(stage.emulated, app, kept, at(stage, OLD))
      const goes = [ofIndex, ofPlatform].flatMap(({ referrer: one, index }) => names(one, index))
      return {
        goes: [...all(old), ...goes],
        tags: { v1: kept.digest, [kept.digest.replace(':', '-')]: own.index.name }
      }
    }
  ],
  [
    'attested twice: the old fallback index lies around with the image, and goes with it',
    CLOSED,
    (stage, app) => {
      const [old, kept] = [ociImage('old'), ociImage('kept')]
      pushed(stage, app, old, OLD, 'pr-1')
      pushed(stage, app, kept, OLD, 'v1')
      const goes = ['a', 'b'].flatMap((seed) => {
        const { referrer: one, index } = attest(stage.emulated, app, old, {
          seed,
          ...at(stage, OLD)
        })
        return names(one, index)
      })
      return { goes: [old.digest, ...goes], tags: { v1: kept.digest } }
    }
  ],
  [
    'attested twice in a race: no attestation of a kept image goes with the untagged index',
    UNTAGGED,
    (stage, app) => {
      const kept = ociImage('kept')
      pushed(stage, app, kept, OLD, 'v1')
      attest(stage.emulated, app, kept, { seed: 'a', ...at(stage, OLD) })
      const { index } = attest(stage.emulated, app, kept, {
        seed: 'b',
        races: true,
        ...at(stage, OLD)
      })
      return { goes: [], tags: { v1: kept.digest, [kept.digest.replace(':', '-')]: index.name } }
    }
  ],
  [
    'an untagged old build of multi-arch with attestations goes whole',
    UNTAGGED,
    (stage, app) => {
      const [old, young, kept] = [buildxIndex('old'), buildxIndex('young'), buildxIndex('kept')]
      pushed(stage, app, old, OLD)
      pushed(stage, app, young, 3)
      pushed(stage, app, kept, OLD, 'v1')
      return { goes: all(old), tags: { v1: kept.digest } }
    }
  ],
  [
    'helm charts and ORAS artifacts go by their tags, with what refers to them',
    CLOSED,
    (stage, app) => {
      const [chart, report, kept] = [helmChart('old'), orasArtifact('old'), helmChart('kept')]
      const sbom = referrer(report, 'application/spdx+json', 'sbom')
      pushed(stage, app, chart, OLD, 'pr-1')
      pushed(stage, app, report, OLD, 'pr-2')
      pushed(stage, app, sbom, OLD)
      pushed(stage, app, kept, OLD, '1.0.0')
      return {
        goes: [chart.digest, report.digest, sbom.digest],
        tags: { '1.0.0': kept.digest }
      }
    }
  ],
  [
    'docker manifest lists are indexes',
    CLOSED,
    (stage, app) => {
      const [old, kept] = [dockerMultiArch('old'), dockerMultiArch('kept')]
      pushed(stage, app, old, OLD, 'pr-1')
      pushed(stage, app, kept, OLD, 'v1')
      return { goes: all(old), tags: { v1: kept.digest } }
    }
  ],
  [
    'an index in an index goes, or stays, to its last leaf',
    CLOSED,
    (stage, app) => {
      const nested = (seed: string) =>
        ociIndex([{ manifest: multiArch(`${seed} inner`) }, image(`${seed} outer`)])
      const [old, kept] = [nested('old'), nested('kept')]
      pushed(stage, app, old, OLD, 'pr-1')
      pushed(stage, app, kept, OLD, 'v1')
      return { goes: all(old), tags: { v1: kept.digest } }
    }
  ],
  [
    'ghosts go, with what describes them; what has a platform left does not',
    BROKEN('ghost'),
    (stage, app) => {
      const [ghost, partial, kept] = [multiArch('ghost'), multiArch('partial'), multiArch('kept')]
      pushed(stage, app, lacking(ghost), OLD, 'ghost')
      pushed(stage, app, lacking(partial, [partial.parts[0]?.digest ?? '']), OLD, 'partial')
      pushed(stage, app, kept, OLD, 'v1')
      return { goes: [ghost.digest], tags: { partial: partial.digest, v1: kept.digest } }
    }
  ],
  [
    'a ghost is not touched where nobody asks for it',
    UNTAGGED,
    (stage, app) => {
      const ghost = multiArch('ghost')
      pushed(stage, app, lacking(ghost), OLD, 'ghost')
      return { goes: [], tags: { ghost: ghost.digest } }
    }
  ],
  [
    'partial images go with the platforms that are left',
    BROKEN('partial'),
    (stage, app) => {
      const [ghost, partial, kept] = [multiArch('ghost'), multiArch('partial'), multiArch('kept')]
      const missing = partial.parts[0]?.digest ?? ''
      pushed(stage, app, lacking(ghost), OLD, 'ghost')
      pushed(stage, app, lacking(partial, [missing]), OLD, 'partial')
      pushed(stage, app, kept, OLD, 'v1')
      const goes = all(partial).filter((digest) => digest !== missing)
      return { goes, tags: { ghost: ghost.digest, v1: kept.digest } }
    }
  ],
  [
    'a partial image is not touched where a keep rule names its tag',
    quick({ deleteBroken: ['partial'], keepTags: ['v*'] }),
    (stage, app) => {
      const partial = multiArch('partial')
      pushed(stage, app, lacking(partial, [partial.parts[0]?.digest ?? '']), OLD, 'v1')
      pushed(stage, app, ociImage('other'), OLD, 'other')
      return { goes: [], tags: { v1: partial.digest, other: ociImage('other').digest } }
    }
  ],
  [
    'orphaned signatures and referrers go; those with a subject do not',
    BROKEN('orphaned'),
    (stage, app) => {
      const [lost, kept] = [ociImage('never pushed'), ociImage('kept')]
      pushed(stage, app, kept, OLD, 'v1')
      const own = cosign(stage.emulated, app, kept.digest, 'sig', at(stage, OLD))
      const orphan = cosign(stage.emulated, app, lost.digest, 'sig', at(stage, OLD))
      const orphaned = pushed(stage, app, referrer(lost, 'application/spdx+json', 'sbom'), OLD)
      return {
        goes: names(orphan, orphaned),
        tags: { v1: kept.digest, [`${kept.digest.replace(':', '-')}.sig`]: own.name }
      }
    }
  ],
  [
    'signatures whose images are in another package are not touched (ruling 26)',
    UNTAGGED,
    (stage, app) => {
      const subject = ociImage('elsewhere')
      const own = cosign(stage.emulated, app, subject.digest, 'sig', at(stage, OLD))
      const kept = ociImage('kept')
      pushed(stage, app, kept, OLD, 'v1')
      return {
        goes: [],
        tags: { v1: kept.digest, [`${subject.digest.replace(':', '-')}.sig`]: own.name }
      }
    }
  ],
  [
    'buildcache goes by its tag, in both of its forms',
    quick({ deleteTags: ['cache-old*'], olderThan: duration('30d') }),
    (stage, app) => {
      const [index, manifest] = [buildCache('a', 'index'), buildCache('b', 'manifest')]
      const [kept, release] = [buildCache('c', 'index'), ociImage('release')]
      pushed(stage, app, index, OLD, 'cache-old-1')
      pushed(stage, app, manifest, OLD, 'cache-old-2')
      pushed(stage, app, kept, OLD, 'cache')
      pushed(stage, app, release, OLD, 'v1')
      return {
        goes: [index.digest, manifest.digest],
        tags: { cache: kept.digest, v1: release.digest }
      }
    }
  ],
  [
    'the last tagged version stays with its image (ruling 23)',
    CLOSED,
    (stage, app) => {
      const [older, newer] = [multiArch('older'), multiArch('newer')]
      pushed(stage, app, older, OLD, 'pr-1')
      pushed(stage, app, newer, 60, 'pr-2')
      return { goes: all(older), tags: { 'pr-2': newer.digest } }
    }
  ],
  [
    'a tag is not taken off where it is the last one',
    policy(`
      version: 1
      packages:
        - names: app
          type: container
          untag: true
          keep: [{ newer-than: 100d }]
          delete: [{ tags: "pr-*", older-than: 1d }]
    `),
    (stage, app) => {
      const only = ociImage('only')
      pushed(stage, app, only, OLD, 'pr-1')
      return { goes: [], tags: { 'pr-1': only.digest } }
    }
  ]
]
