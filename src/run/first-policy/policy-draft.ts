import { plural } from '../../report/wording.js'
import type { PackageType } from '../../model/package.js'
import type { SeenPackage, TagHabits } from './seen-package.js'
import { joinHabits } from './tag-habits.js'

/** More names than these are a `*`. */
const MOST_NAMES = 20

/** The types whose versions have no tags, and one way of numbering each. */
const LIBRARIES: readonly PackageType[] = ['npm', 'maven', 'nuget', 'rubygems']

/**
 * A first policy for packages that were seen, with comments that say what was seen and what each
 * rule does. It is careful: no rule selects a release, and more than half of a package never
 * goes in one run.
 *
 * @param date when it was written, such as `2026-01-31`
 */
export function policyDraft(owner: string, packages: readonly SeenPackage[], date: string): string {
  const containers = packages.filter(({ type }) => type === 'container')
  const libraries = packages.filter(({ type }) => LIBRARIES.includes(type))
  const entries = [
    ...(containers.length > 0 ? containerEntry(containers) : []),
    ...(libraries.length > 0 ? libraryEntry(libraries) : []),
    ...(containers.length + libraries.length === 0 ? containerEntry([]) : [])
  ]
  return [...head(owner, date), ...entries.map((line) => (line === '' ? '' : `  ${line}`)), '']
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
}

function head(owner: string, date: string): string[] {
  return [
    `# What stays and what goes of the packages of ${owner}. Written by package-retention init on`,
    `# ${date}, to be changed by you. Keep rules always win, whatever the order.`,
    '# Try it: package-retention plan --policy-file .github/package-retention.yml',
    'version: 1',
    `owner: ${scalar(owner)}`,
    '',
    'defaults:',
    '  # A build may be under way: younger untagged images are left alone.',
    '  untagged-grace: 1d',
    '  # Where more than half of a package would go, nothing is changed at all.',
    '  max-deletions: 50%',
    '',
    'packages:'
  ]
}

function containerEntry(packages: readonly SeenPackage[]): string[] {
  const habits = joinHabits(packages.flatMap(({ habits: own }) => own ?? []))
  return [
    ...seenLines(packages),
    `- names: ${namesOf(packages)}`,
    '  type: container',
    '  keep:',
    ...indented(keptOfContainers(habits)),
    '  delete:',
    ...indented(deletedOfContainers(habits)),
    ''
  ]
}

function keptOfContainers(habits: TagHabits): string[] {
  const branches = Object.keys(habits.branches)
  return [
    '# Releases and their variants stay for ever, and so do tags such as 1, v1.4 and 24.04.',
    ...rule('releases', 'prerelease: false'),
    ...rule('version tags', String.raw`tags: /^v?\d+(\.\d+)*$/`),
    '# Tags that move: people pull them.',
    ...rule('moving tags', `tags: [${listOf(['latest', ...habits.moving])}]`),
    '# What latest was yesterday has no tag today, and its age is that of its build.',
    ...rule('newest untagged images', 'untagged: true', 'newest: 5'),
    '# Whatever it is, what is young stays.',
    ...rule('last two weeks', 'newer-than: 14d'),
    ...branches.flatMap((branch) =>
      rule(`newest builds of ${branch}`, `tags: ${branch}-*`, 'newest: 10')
    ),
    ...(habits.nightlies === 0
      ? []
      : rule('some nightly builds', 'tags: nightly-*', 'daily: 7', 'weekly: 4')),
    ...(habits.pullRequests === 0
      ? []
      : [
          '# Needs the permission pull-requests: read.',
          ...rule('open pull requests', 'open-pull-request: pr-{number}')
        ])
  ]
}

function deletedOfContainers(habits: TagHabits): string[] {
  return [
    ...(habits.pullRequests === 0
      ? []
      : rule('closed pull requests', 'closed-pull-request: pr-{number}', 'older-than: 7d')),
    ...Object.keys(habits.branches).flatMap((branch) =>
      rule(`old builds of ${branch}`, `tags: ${branch}-*`, 'older-than: 90d')
    ),
    ...(habits.commits === 0
      ? []
      : [
          '# An image goes when all of its tags are selected: pr-7 and sha-1a2b3c4 may be on one.',
          ...rule('old builds of commits', 'tags: sha-*', 'older-than: 30d')
        ]),
    ...(habits.nightlies === 0
      ? []
      : rule('old nightly builds', 'tags: nightly-*', 'older-than: 30d')),
    ...(habits.prereleases === 0
      ? []
      : rule('prereleases with a release', 'superseded: true', 'older-than: 30d')),
    '# What no tag and no kept image needs; parts and signatures of kept images always stay.',
    ...rule('untagged images', 'untagged: true', 'older-than: 30d')
  ]
}

function libraryEntry(packages: readonly SeenPackage[]): string[] {
  const types = LIBRARIES.filter((type) => packages.some((one) => one.type === type))
  return [
    ...seenLines(packages),
    `- names: ${namesOf(packages)}`,
    `  type: [${types.join(', ')}]`,
    '  keep:',
    ...indented([
      '# Releases stay for ever: builds of others depend on them.',
      ...rule('releases', 'prerelease: false'),
      ...(types.includes('npm')
        ? rule('what a dist-tag points to', 'tags: [latest, next, beta, rc, canary]')
        : []),
      ...rule('newest versions', 'newest: 10')
    ]),
    '  delete:',
    ...indented([
      ...rule('prereleases with a release', 'superseded: true', 'older-than: 30d'),
      ...rule('old prereleases', 'prerelease: true', 'older-than: 180d')
    ]),
    ''
  ]
}

/** What was seen, a comment for each package. */
function seenLines(packages: readonly SeenPackage[]): string[] {
  if (packages.length === 0) return ['# No package was seen; this is for those to come.']
  const shown = packages.filter(({ habits }) => habits !== null)
  const left = packages.length - shown.length
  return [
    ...shown.map((one) => `# ${one.name} (${one.type}): ${habitsText(one)}`),
    ...(left > 0
      ? [`# ${plural(left, 'more package')} that ${left === 1 ? 'was' : 'were'} not looked into`]
      : [])
  ].map((line) => line.replace(/[^ -~]/g, '?'))
}

function habitsText({ habits, versionCount }: SeenPackage): string {
  const counts = habits === null ? [] : countsOf(habits)
  const versions = plural(versionCount ?? 0, 'version')
  return counts.length === 0 ? versions : `${versions}: ${counts.join(', ')}`
}

function countsOf(habits: TagHabits): string[] {
  const branches = Object.entries(habits.branches)
  const counts: [number, string][] = [
    [habits.releases, 'releases'],
    [habits.prereleases, 'prereleases'],
    [habits.pullRequests, 'pr-*'],
    ...branches.map(([branch, count]): [number, string] => [count, `${branch}-*`]),
    [habits.commits, 'sha-*'],
    [habits.nightlies, 'nightly-*'],
    [habits.untagged, 'untagged or parts of images']
  ]
  return counts.filter(([count]) => count > 0).map(([count, what]) => `${count} ${what}`)
}

/** `npm` and `container` may have the same name: each name once. */
function namesOf(packages: readonly SeenPackage[]): string {
  const names = [...new Set(packages.map(({ name }) => name))]
  if (names.length === 0 || names.length > MOST_NAMES) return '"*"'
  return `[${names.map(scalar).join(', ')}]`
}

function listOf(tags: readonly string[]): string {
  return [...new Set(tags)].join(', ')
}

function rule(name: string, ...conditions: readonly string[]): string[] {
  return [`- name: ${name}`, ...conditions.map((condition) => `  ${condition}`)]
}

function indented(lines: readonly string[]): string[] {
  return lines.map((line) => `    ${line}`)
}

/** Text that YAML takes for text. */
function scalar(text: string): string {
  const isPlain =
    /^[A-Za-z][\w./-]*$/.test(text) && !/^(true|false|null|yes|no|on|off)$/i.test(text)
  return isPlain ? text : JSON.stringify(text)
}
