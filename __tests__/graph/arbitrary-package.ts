import * as fc from 'fast-check'
import type { Digest } from '../../src/model/digest.js'
import type { Inventory } from '../../src/model/inventory.js'
import type { Reading } from '../../src/model/manifest.js'
import type { Version } from '../../src/model/version.js'
import {
  absent,
  attests,
  blob,
  digestOf,
  entry,
  helperTag,
  image,
  imageWith,
  index,
  listed,
  nested,
  platform,
  referrer,
  replacement,
  samplePackage,
  unread,
  unreadable,
  type Spec
} from './sample-package.js'

/** What the graph is built of, believable and hostile by turns. */
export interface ArbitraryPackage {
  /** In no order. Ids and names are distinct. */
  readonly versions: readonly Version[]
  readonly manifests: Readonly<Record<Digest, Reading>>
  readonly unlisted: Inventory['unlisted']
}

/** Makes the versions of one push; `at` keeps its names apart from those of other pushes. */
type Push = (at: number) => Spec[]

const userTags = (at: number, count: number): string[] =>
  [`v1.${at}.0`, `main-${at}`, `pr-${at}`].slice(0, count)

const tagCount = fc.integer({ min: 0, max: 3 })

const single = tagCount.map((tags): Push => (at) => [image(`x${at}`, ...userTags(at, tags))])

// Base layers that pushes have in common.
const onSharedBase = fc
  .tuple(tagCount, fc.integer({ min: 0, max: 2 }))
  .map(([tags, base]): Push => (at) => [
    imageWith(
      `x${at}`,
      { blobs: [blob(`base ${base}`, 5000), blob(`top ${at}`, 70)] },
      ...userTags(at, tags)
    )
  ])

interface MultiArch {
  readonly tags: number
  readonly withAttestations: boolean
  readonly tagParts: boolean
  readonly readParts: boolean
  readonly missing: number
}

const multiArch = fc
  .record<MultiArch>({
    tags: tagCount,
    withAttestations: fc.boolean(),
    tagParts: fc.boolean(),
    readParts: fc.boolean(),
    missing: fc.integer({ min: 0, max: 2 })
  })
  .map(
    (shape): Push =>
      (at) =>
        pushMultiArch(at, shape)
  )

function pushMultiArch(at: number, shape: MultiArch): Spec[] {
  const part = shape.readParts ? image : unread
  const parts = ['amd64', 'arm64'].map((arch) =>
    part(`p${at} ${arch}`, ...(shape.tagParts ? [`v1.${at}.0-${arch}`] : []))
  )
  const attestations = shape.withAttestations ? ['amd64', 'arm64'] : []
  const entries = [
    ...['amd64', 'arm64'].map((arch) => platform(`p${at} ${arch}`, arch)),
    ...attestations.map((arch) => attests(`b${at} ${arch}`, `p${at} ${arch}`))
  ]
  return [
    ...parts.slice(shape.missing),
    ...attestations.map((arch) => unread(`b${at} ${arch}`)),
    index(`i${at}`, entries, ...userTags(at, shape.tags))
  ]
}

const cosign = fc
  .tuple(tagCount, fc.subarray(['.sig', '.att', '.sbom', '.vex'], { minLength: 1 }), fc.boolean())
  .map(([tags, suffixes, isThere]): Push => (at) => [
    ...(isThere ? [image(`x${at}`, ...userTags(at, tags))] : []),
    ...suffixes.map((suffix) => unread(`c${at}${suffix}`, helperTag(`x${at}`, suffix)))
  ])

// actions/attest: each new attestation leaves the fallback index before it without its tag.
const attested = fc
  .tuple(tagCount, fc.integer({ min: 1, max: 3 }), fc.boolean())
  .map(([tags, count, isThere]): Push => (at) => {
    const specs = isThere ? [image(`x${at}`, ...userTags(at, tags))] : []
    const referrers: string[] = []
    for (let turn = 0; turn < count; turn += 1) {
      referrers.push(`r${at} ${turn}`)
      const helper = turn === count - 1 ? [helperTag(`x${at}`)] : []
      specs.push(referrer(`r${at} ${turn}`, `x${at}`))
      specs.push(index(`f${at} ${turn}`, referrers.map(listed), ...helper))
    }
    return specs
  })

const nestedIndex = tagCount.map((tags): Push => (at) => [
  image(`p${at}`),
  index(`j${at}`, [platform(`p${at}`)]),
  index(`i${at}`, [nested(`j${at}`), platform(`q${at}`)], ...userTags(at, tags))
])

// Two tags of builds that have a platform in common.
const sharedChild = tagCount.map((tags): Push => (at) => [
  unread(`p${at}`),
  unread(`q${at}`),
  index(`i${at}`, [platform(`p${at}`), platform(`q${at}`)], ...userTags(at, tags)),
  index(`k${at}`, [platform(`p${at}`)], `other-${at}`)
])

const circle = fc
  .boolean()
  .map((isTagged): Push => (at) => [
    image(`x${at}`, helperTag(`y${at}`, '.sig'), ...(isTagged ? [`v1.${at}.0`] : [])),
    unread(`y${at}`, helperTag(`x${at}`, '.att')),
    referrer(`r${at}`, `x${at}`),
    referrer(`r${at} self`, `r${at} self`)
  ])

const leftover = fc
  .constantFrom<'tagged' | 'untagged' | 'taken'>('tagged', 'untagged', 'taken')
  .map((state): Push => (at) => {
    const tags = { tagged: [`main-${at}`], untagged: [], taken: [`main-${at}`, 'edge'] }[state]
    return [replacement(`m${at}`, `main-${at}`, ...tags)]
  })

const unfortunate = fc
  .tuple(fc.constantFrom(absent, unreadable, unread), tagCount)
  .map(([make, tags]): Push => (at) => [make(`u${at}`, ...userTags(at, tags))])

const chart = fc.constant<Push>((at) => [
  imageWith(
    `h${at}`,
    { configMediaType: 'application/vnd.cncf.helm.config.v1+json' },
    `chart-${at}`
  )
])

// Edges across pushes: no registry makes these, a hostile one may claim them.
const stray = fc
  .tuple(fc.integer({ min: 0, max: 12 }), fc.integer({ min: 0, max: 12 }), tagCount)
  .map(([one, other, tags]): Push => (at) => [
    index(`i${at}`, [entry(`x${one}`), nested(`i${other}`), entry(`i${at}`)]),
    referrer(`r${at}`, `i${one}`, ...userTags(at, tags)),
    unread(`c${at}`, helperTag(`r${other}`, '.sig'), helperTag(`i${one}`))
  ])

const push: fc.Arbitrary<Push> = fc.oneof(
  single,
  onSharedBase,
  multiArch,
  cosign,
  attested,
  nestedIndex,
  sharedChild,
  circle,
  leftover,
  unfortunate,
  chart,
  stray
)

/** A container package of up to a dozen pushes, its versions in any order. */
export const arbitraryPackage: fc.Arbitrary<ArbitraryPackage> = fc
  .array(push, { maxLength: 12 })
  .chain((pushes) => {
    const specs = pushes.flatMap((make, at) => make(at))
    const { versions, manifests } = samplePackage(specs)
    return fc.record({
      versions: fc.shuffledSubarray([...versions], { minLength: versions.length }),
      manifests: fc.constant(manifests),
      unlisted: answersAbout(unlistedDigests(specs))
    })
  })

function unlistedDigests(specs: readonly Spec[]): Digest[] {
  const there = new Set(specs.map(({ name }) => digestOf(name)))
  const named = specs.flatMap(({ reading }) => {
    if (reading?.kind !== 'read') return []
    const { entries, subject } = reading.manifest
    return [...entries.map(({ digest }) => digest), ...(subject === null ? [] : [subject])]
  })
  return [...new Set(named)].filter((digest) => !there.has(digest))
}

function answersAbout(digests: readonly Digest[]): fc.Arbitrary<Inventory['unlisted']> {
  const answer = fc.constantFrom('absent' as const, 'present' as const, 'unreadable' as const)
  return fc
    .subarray([...digests])
    .chain((asked) => fc.tuple(...asked.map((digest) => fc.tuple(fc.constant(digest), answer))))
    .map((answers) => Object.fromEntries(answers))
}
