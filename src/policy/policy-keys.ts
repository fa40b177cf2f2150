import { BROKEN_KINDS } from '../model/broken.js'
import { PACKAGE_TYPES, type PackageType } from '../model/package.js'
import type { Form, Key, Place, Reading } from './file/form.js'
import {
  digest,
  fileGlobs,
  oneOrMore,
  patterns,
  templates,
  versionRange
} from './file/list-forms.js'
import {
  choice,
  deletionLimit,
  duration,
  onlyTrue,
  text,
  truth,
  wholeNumber
} from './file/scalar-forms.js'
import {
  AGE_DATES,
  type Condition,
  type ConditionKind,
  LAST_VERSION_WAYS,
  type Quota
} from './policy.js'

/**
 * Every key of a policy file, its form and what editors say about it: the one table from which
 * the parser reads and `schema/policy-v1.json` is made. The maps and lists around the keys are
 * in policy-rules.ts, policy-entry.ts and policy-file.ts.
 */

const WITH_TAGS: readonly PackageType[] = ['container', 'docker']

/** A key whose value is a condition. */
function condition<T>(
  form: Form<T>,
  description: string,
  make: (value: T) => Condition,
  types?: readonly PackageType[]
): Key<Condition> {
  const read = (place: Place, reading: Reading): Condition | undefined => {
    const value = form.read(place, reading)
    return value === undefined ? undefined : make(value)
  }
  const key = { form: { schema: form.schema, read }, description }
  return types === undefined ? key : { ...key, types }
}

/** Conditions, which rules of both kinds may have. All of one rule must hold together. */
export const CONDITION_KEYS: Readonly<Record<ConditionKind, Key<Condition>>> = {
  tags: condition(
    patterns,
    'A tag matches: one pattern or a list. For types without tags the version name stands in. ' +
      '`*` matches `/` too, `!pattern` takes away, `/…/` is a regular expression, `{name}` captures.',
    (list) => ({ kind: 'tags', patterns: list })
  ),
  untagged: condition(
    truth,
    'true: the image has no tag. false: it has one. Containers and docker only.',
    (value) => ({ kind: 'untagged', value }),
    WITH_TAGS
  ),
  semver: condition(
    versionRange,
    'A tag is a semantic version in this range of node-semver, such as ">=1 <2". Prereleases are ' +
      'compared like any version: ">=1.2.3" does not hold for 1.2.3-alpine.',
    (range) => ({ kind: 'semver', range })
  ),
  prerelease: condition(
    truth,
    'true: a tag is a version with a prerelease part. false: one is a version without. On ' +
      'containers 1.2.3-alpine is a variant, not a prerelease.',
    (value) => ({ kind: 'prerelease', value })
  ),
  superseded: condition(
    onlyTrue,
    'A tag is a prerelease, and the release that it led to is in the package.',
    () => ({ kind: 'superseded' })
  ),
  'older-than': condition(
    duration,
    'The version is older than this, such as 30d or 6mo. 0 holds for everything. Exactly as old is ' +
      'not older. What counts is `age-by`.',
    (age) => ({ kind: 'older-than', age })
  ),
  'newer-than': condition(
    duration,
    'The version is not older than this. 0 holds for nothing.',
    (age) => ({ kind: 'newer-than', age })
  ),
  ids: condition(
    oneOrMore(wholeNumber(1)),
    'Its id in the REST API is listed here. A keep rule also holds where the id is one of a part ' +
      'of the image.',
    (ids) => ({ kind: 'ids', ids })
  ),
  digests: condition(
    oneOrMore(digest),
    'Its digest is listed here. A keep rule also holds where the digest is one of a part of the ' +
      'image. Containers and docker only.',
    (digests) => ({ kind: 'digests', digests }),
    WITH_TAGS
  ),
  broken: condition(
    oneOrMore(choice(BROKEN_KINDS)),
    'ghost: an index of which every image is missing; partial: some are; orphaned: what it belongs ' +
      'to is missing; unpullable: the registry does not know its manifest. Containers only.',
    (kinds) => ({ kind: 'broken', kinds }),
    ['container']
  ),
  'closed-pull-request': condition(
    templates('number'),
    'A tag matches the template, and pull request {number} of the repository is closed or merged.',
    (list) => ({ kind: 'closed-pull-request', templates: list })
  ),
  'open-pull-request': condition(
    templates('number'),
    'A tag matches the template, and pull request {number} of the repository is open.',
    (list) => ({ kind: 'open-pull-request', templates: list })
  ),
  'gone-branch': condition(
    templates('branch'),
    'A tag matches the template, {branch} was the head of a pull request, and no such branch is ' +
      'there any more. Never holds for latest or a release.',
    (list) => ({ kind: 'gone-branch', templates: list })
  ),
  'live-branch': condition(
    templates('branch'),
    'A tag matches the template, and the repository has a branch {branch}.',
    (list) => ({ kind: 'live-branch', templates: list })
  ),
  release: condition(
    truth,
    'true: a tag, with or without a leading v, is the tag of a release or a git tag. false: one ' +
      'is not.',
    (value) => ({ kind: 'release', value })
  ),
  'listed-in': condition(
    fileGlobs,
    'A file of the workspace that these globs match names the digest, or name:tag of it. `*` does ' +
      'not match `/`, `**` does. A glob that matches no file keeps everything.',
    (globs) => ({ kind: 'listed-in', globs })
  )
}

/** Quotas, which keep rules alone have. Each counts on its own. */
export const QUOTA_KEYS: Readonly<Record<Quota['kind'], Key<number>>> = {
  newest: {
    form: wholeNumber(0),
    description: 'Keeps the N newest for which the conditions hold. 0 keeps none.'
  },
  hourly: { form: wholeNumber(0), description: everyPeriod('hours') },
  daily: { form: wholeNumber(0), description: everyPeriod('days') },
  weekly: { form: wholeNumber(0), description: everyPeriod('ISO weeks') },
  monthly: { form: wholeNumber(0), description: everyPeriod('months') },
  yearly: { form: wholeNumber(0), description: everyPeriod('years') }
}

function everyPeriod(periods: string): string {
  return (
    `Keeps the newest of each of the last N ${periods} (UTC) that have one, and the oldest while ` +
    'the count is not used up. Not with `by: semver`.'
  )
}

const RANKINGS = ['created', 'updated', 'semver'] as const

/** How the quotas of a keep rule count; both need a quota. */
export const COUNTING_KEYS = {
  per: {
    form: text('a captured name, or major, minor, patch or channel'),
    description:
      'Counts each group on its own: a name that every pattern captures, or major, minor, patch ' +
      'or channel of the version. Needs a quota.'
  },
  by: {
    form: choice(RANKINGS),
    description:
      'What newest means: created, updated or semver. Default: `age-by`. Needs a quota; semver not ' +
      'with hourly to yearly.'
  }
} satisfies Record<string, Key<unknown>>

/** What every rule may have besides. */
export const RULE_KEYS = {
  name: {
    form: text('a name'),
    description: 'What reports call the rule. Default: `keep rule 2`, `delete rule 1`.'
  }
} satisfies Record<string, Key<unknown>>

/** Settings that `defaults` and entries may have; in an entry `max-deletions` is a share. */
export const SETTING_KEYS = {
  'untagged-grace': {
    form: duration,
    description: 'Untagged images that are not older than this never go. Default: 1d. 0: none.'
  },
  'age-by': {
    form: choice(AGE_DATES),
    description: 'The date behind ages and newest: created (the default) or updated.'
  },
  untag: {
    form: truth,
    description: 'Whether a selected tag is taken off a version that has to stay. Default: false.'
  },
  'last-version': {
    form: choice(LAST_VERSION_WAYS),
    description:
      'Where the plan would empty a package or delete its last tagged version: keep the newest ' +
      '(the default), delete-package, or fail.'
  },
  'max-deletions': {
    form: deletionLimit('count-or-share'),
    description:
      'If the plan deletes more, nothing at all is changed: a count over the whole run such as ' +
      '500, or a share of the versions of each package such as 25%. Default: no limit.'
  }
} satisfies Record<string, Key<unknown>>

export const ENTRY_SETTING_KEYS = {
  ...SETTING_KEYS,
  'max-deletions': {
    form: deletionLimit('share'),
    description:
      'If the plan deletes more than this share of the versions of a package, such as 25%, nothing ' +
      'at all is changed. Applies beside those of defaults and the input.'
  }
} satisfies Record<string, Key<unknown>>

// The input `package-type` has that word.
const ALL_TYPES = 'leave type out for all six'

export const TYPE_KEY: Key<readonly PackageType[]> = {
  form: oneOrMore(choice(PACKAGE_TYPES, new Map([['all', ALL_TYPES]]))),
  description: 'One type of packages or a list. Default: all six.'
}
