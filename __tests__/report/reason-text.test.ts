import { describe, expect, test } from '@jest/globals'

import { DAY_MS, HOUR_MS, MINUTE_MS } from '../../src/model/time.js'
import type { Freeze } from '../../src/plan/freeze.js'
import type { PlanWarning } from '../../src/plan/plan.js'
import type { Reason, ReasonCode } from '../../src/plan/reason.js'
import type { Evidence } from '../../src/policy/evidence.js'
import { becauseText, evidenceText } from '../../src/report/evidence-text.js'
import { freezeText } from '../../src/report/freeze-text.js'
import { reasonText } from '../../src/report/reason-text.js'
import { isReasonCode, reasonTitle } from '../../src/report/reason-titles.js'
import { warningText } from '../../src/report/warning-text.js'
import { digest } from './record.js'

const root = { id: 1, label: 'v1.4.0' }
const closedPullRequest: Evidence = {
  code: 'pull-request-closed',
  tag: 'pr-7',
  number: 7,
  closedAgoMs: 12 * DAY_MS
}
const quota = (kind: 'newest' | 'daily', count: number, rank: number, group: string | null) =>
  ({ code: 'within-quota', rule: 'keep rule 2', quota: { kind, count }, rank, group }) as const

const REASONS: readonly (readonly [Reason, string])[] = [
  [
    { code: 'frozen', freeze: { code: 'missing-date', id: 7, name: '1.0' } },
    'the package is frozen: version 7 (1.0) has no date that can be read'
  ],
  [{ code: 'future-dated', aheadMs: 3 * MINUTE_MS }, 'dated 3 minutes in the future'],
  [
    { code: 'too-young', ageMs: 5 * HOUR_MS, grace: '1d' },
    'untagged and only 5 hours old, not older than untagged-grace 1d'
  ],
  [
    { code: 'unknown-manifest' },
    'the registry does not know its manifest, and no rule asks for such'
  ],
  [
    { code: 'helper-tags-only' },
    'it has helper tags only, and what they belong to can not be known here'
  ],
  [{ code: 'not-told' }, 'the saved list does not tell what needs it'],
  [
    {
      code: 'kept-by-rule',
      rule: 'releases',
      because: [{ code: 'tag-matches', tag: 'v1', pattern: 'v*' }]
    },
    'v1 matches v*, by releases'
  ],
  [{ code: 'kept-by-rule', rule: 'releases', because: [] }, 'kept, by releases'],
  [quota('newest', 10, 2, null), '2nd newest of 10 by keep rule 2'],
  [{ ...quota('newest', 10, 1, null), rule: 'keep-newest' }, 'newest of 10 by keep-newest'],
  [quota('newest', 30, 11, null), '11th newest of 30 by keep rule 2'],
  [quota('daily', 7, 3, null), '3rd of 7 daily by keep rule 2'],
  [quota('newest', 5, 1, 'beta'), 'newest of 5 in beta by keep rule 2'],
  [quota('newest', 5, 4, ''), '4th newest of 5 among those in no group by keep rule 2'],
  [{ code: 'beside-quota', rule: 'keep rule 2', root }, 'part of v1.4.0, which keep rule 2 keeps'],
  [
    { code: 'unanswered', rule: 'keep rule 7', why: 'no permission for releases' },
    'kept by keep rule 7, whose question could not be answered: no permission for releases'
  ],
  [{ code: 'needed', root, as: 'part' }, 'part of v1.4.0'],
  [{ code: 'needed', root, as: 'signature' }, 'signature of v1.4.0'],
  [{ code: 'needed', root, as: 'attestation' }, 'attestation of v1.4.0'],
  [{ code: 'needed', root, as: 'sbom' }, 'SBOM of v1.4.0'],
  [{ code: 'needed', root, as: 'referrers' }, 'list of referrers of v1.4.0'],
  [{ code: 'needed', root, as: 'referrer' }, 'referrer of v1.4.0'],
  [
    { code: 'in-circle' },
    'part of a circle of versions that need each other, and no root leads there'
  ],
  [{ code: 'not-selected' }, 'no rule selects it'],
  [
    { code: 'partly-selected', selected: 3, total: 4, holding: ['v1'] },
    'only 3 of its 4 tags are selected; v1 holds it'
  ],
  [
    { code: 'partly-selected', selected: 1, total: 3, holding: ['sha-1', 'v1'] },
    'only 1 of its 3 tags is selected; sha-1 and v1 hold it'
  ],
  [
    { code: 'partly-selected', selected: 1, total: 2, holding: [] },
    'only 1 of its 2 tags is selected'
  ],
  [
    { code: 'last-version', case: 'tagged' },
    'the newest, kept by last-version: no version with a tag of its own would be left'
  ],
  [
    { code: 'last-version', case: 'any' },
    'the newest, kept by last-version: no version would be left'
  ],
  [
    { code: 'last-version-fail', case: 'helper-tagged' },
    'last-version: fail stops this package: no version with a tag would be left'
  ],
  [
    { code: 'selected', rule: 'closed pull requests', because: [closedPullRequest] },
    'pr-7: pull request 7 was closed 12 days ago'
  ],
  [{ code: 'selected', rule: 'delete rule 1', because: [] }, 'selected by delete rule 1'],
  [{ code: 'follows', root, as: 'attestation' }, 'attestation of v1.4.0, which goes'],
  [
    { code: 'left-over' },
    'left over from an image that an earlier run deleted before it was cut off'
  ],
  [
    { code: 'replacement', tag: 'main-5' },
    'left behind by a run that was cut off while it took off the tag main-5'
  ],
  [
    { code: 'package-deleted', case: 'any' },
    'the whole package goes by last-version: delete-package, since no version would be left'
  ],
  [
    {
      code: 'tags-selected',
      rule: 'closed pull requests',
      tags: ['pr-7', 'pr-8'],
      stays: { code: 'needed', root, as: 'part' },
      because: [closedPullRequest]
    },
    'pr-7 and pr-8 go: pr-7: pull request 7 was closed 12 days ago; the version stays: part of v1.4.0'
  ],
  [
    { code: 'deleted-by-run', startedAt: '2026-01-31T02:00:00.000Z' },
    'deleted by the run of 2026-01-31T02:00:00.000Z'
  ],
  [
    { code: 'deleted-by-run', startedAt: '2026-01-31T02:00:00.000Z', isUncertain: true },
    'perhaps deleted by the run of 2026-01-31T02:00:00.000Z, which does not say so'
  ],
  [{ code: 'named-by-id' }, 'named by its id'],
  [{ code: 'deleted-tag', tag: 'v1', pattern: 'v*' }, 'its tag v1 matches v*'],
  [{ code: 'deleted-within', limit: '7d' }, 'deleted within the last 7d'],
  [{ code: 'already-there' }, 'it is there already'],
  [{ code: 'already-gone' }, 'deleted meanwhile, perhaps by an earlier run'],
  [{ code: 'tags-lost', tags: ['v1'] }, 'it is there, but v1 is on no version any more'],
  [
    { code: 'tags-lost', tags: ['v1', 'latest'] },
    'it is there, but v1 and latest are on no version any more'
  ],
  [{ code: 'came-with-package' }, 'it came back with its package, which was deleted as a whole'],
  [{ code: 'missing-part', root, as: 'part' }, 'part of v1.4.0, where it is missing']
]

describe('reasons', () => {
  test.each(REASONS)('%j', (reason, sentence) => {
    expect(reasonText(reason)).toBe(sentence)
  })

  test('each code has a sentence here and a title', () => {
    const codes = new Set<ReasonCode>(REASONS.map(([{ code }]) => code))

    for (const code of codes) expect(reasonTitle(code)).not.toBe('')
    expect(codes.size).toBe(31)
  })

  test('a name that objects have by birth is no code', () => {
    expect(isReasonCode('constructor')).toBe(false)
  })
})

describe('evidence', () => {
  test.each<[Evidence, string]>([
    [{ code: 'tag-matches', tag: 'a', pattern: null }, 'a is not excluded'],
    [{ code: 'untagged' }, 'untagged'],
    [{ code: 'tagged' }, 'tagged'],
    [{ code: 'in-range', tag: '1.4.0', range: '>=1' }, '1.4.0 is in the range >=1'],
    [{ code: 'prerelease', tag: '1.0.0-rc.1' }, '1.0.0-rc.1 is a prerelease'],
    [{ code: 'no-prerelease', tag: '1.0.0' }, '1.0.0 is no prerelease'],
    [
      { code: 'superseded', tag: '1.0.0-rc.1', release: '1.0.0' },
      '1.0.0-rc.1 is superseded by 1.0.0'
    ],
    [{ code: 'older', ageMs: 45 * DAY_MS, limit: '30d' }, '45 days old, older than 30d'],
    [
      { code: 'older', ageMs: 30 * DAY_MS + 4 * HOUR_MS, limit: '30d' },
      '30 days 4 hours old, older than 30d'
    ],
    [
      { code: 'older', ageMs: 7 * DAY_MS + 90 * 1000, limit: '1w' },
      '7 days 1 minute old, older than 1w'
    ],
    [
      { code: 'older', ageMs: 36 * HOUR_MS + 3000, limit: '36 hours' },
      '36 hours 3 seconds old, older than 36 hours'
    ],
    [
      { code: 'older', ageMs: 30 * DAY_MS + 1, limit: 'P30D' },
      'just over 30 days old, older than P30D'
    ],
    [{ code: 'older', ageMs: 31 * DAY_MS, limit: '30d' }, '31 days old, older than 30d'],
    [{ code: 'older', ageMs: 31 * DAY_MS, limit: '1mo' }, '31 days old, older than 1mo'],
    [{ code: 'newer', ageMs: 30 * DAY_MS, limit: '30d' }, '30 days old, not older than 30d'],
    [{ code: 'id-listed', id: 5 }, 'id 5 is listed'],
    [{ code: 'digest-listed', digest: digest(5) }, 'digest sha256:000000000000 is listed'],
    [{ code: 'broken', kind: 'ghost' }, 'ghost: every image of this index is missing'],
    [{ code: 'broken', kind: 'partial' }, 'partial: some images of this index are missing'],
    [{ code: 'broken', kind: 'orphaned' }, 'orphaned: what it belongs to is missing'],
    [{ code: 'broken', kind: 'unpullable' }, 'unpullable: the registry does not know its manifest'],
    [
      { code: 'pull-request-closed', tag: 'pr-7', number: 7, closedAgoMs: null },
      'pr-7: pull request 7 is closed'
    ],
    [
      { code: 'pull-request-closed', tag: 'pr-7', number: 7, closedAgoMs: 0 },
      'pr-7: pull request 7 was closed just now'
    ],
    [{ code: 'pull-request-open', tag: 'pr-7', number: 7 }, 'pr-7: pull request 7 is open'],
    [{ code: 'branch-gone', tag: 'feat-x', branch: 'feat/x' }, 'feat-x: branch feat/x is gone'],
    [{ code: 'branch-live', tag: 'main-3', branch: 'main' }, 'main-3: branch main exists'],
    [{ code: 'released', tag: '1.0.0', release: 'v1.0.0' }, '1.0.0 is the release v1.0.0'],
    [{ code: 'not-released', tag: 'x' }, 'x is no release'],
    [{ code: 'listed-in-file', name: 'v1' }, 'a file of the workspace names v1'],
    [{ code: 'everything' }, 'the rule is about everything']
  ])('%j', (evidence, clause) => {
    expect(evidenceText(evidence)).toBe(clause)
  })

  test('a long list is cut, and says so', () => {
    const because = Array.from({ length: 6 }, (_, n): Evidence => ({
      code: 'not-released',
      tag: `t${n}`
    }))

    expect(becauseText(because, '')).toBe(
      't0 is no release; t1 is no release; t2 is no release; t3 is no release; and 2 more reasons'
    )
  })
})

test.each<[Freeze, string]>([
  [
    { code: 'unreadable-manifest', digest: digest(1), why: 'HTTP 503' },
    'the manifest sha256:000000000000 could not be read: HTTP 503'
  ],
  [
    { code: 'unreadable-manifest', digest: digest(1), why: `${digest(1)}: not JSON` },
    'the manifest sha256:000000000000 could not be read: not JSON'
  ],
  [
    { code: 'registry-refused', why: 'GET /token: got 403' },
    'the registry lets the token read nothing of it'
  ],
  [
    { code: 'young-unknown-manifest', digest: digest(1) },
    'the registry does not know the manifest sha256:000000000000, which is too young to be called missing'
  ],
  [
    { code: 'not-listed-yet', digest: digest(1) },
    'the registry has sha256:000000000000, which the list of versions does not show yet'
  ],
  [
    { code: 'unreadable-entry', digest: digest(1) },
    'the registry did not say whether it has sha256:000000000000, which an index or a referrer names'
  ],
  [{ code: 'missing-date', id: 7, name: 'x' }, 'version 7 (x) has no date that can be read'],
  [{ code: 'missing-tags', id: 7, name: 'x' }, 'version 7 (x) came without a list of tags'],
  [
    { code: 'tag-on-two-versions', tag: 'v1', ids: [2, 1] },
    'the tag v1 is on the versions 2 and 1 at once'
  ],
  [
    { code: 'digest-on-two-versions', digest: digest(1), ids: [2, 1] },
    'the digest sha256:000000000000 has the versions 2 and 1 at once'
  ],
  [
    { code: 'keep-tags-match-nothing', patterns: ['latset'] },
    'keep-tags (latset) matches nothing here, so that everything else would go'
  ],
  [
    { code: 'not-looked-at', spent: 'requests', until: Date.UTC(2026, 0, 31, 2, 59, 30) },
    "not looked at: the token's requests are used up until 2026-01-31 03:00 UTC; the next run goes on"
  ],
  [
    { code: 'not-looked-at', spent: 'pace', until: null },
    "not looked at: GitHub holds up the token's requests; the next run goes on"
  ],
  [
    { code: 'not-looked-at', spent: 'time', until: null },
    "not looked at: the run's time is over; the next run goes on"
  ],
  [
    { code: 'frozen-in-report', why: 'a manifest was not read' },
    'it was when the report was made: a manifest was not read'
  ]
])('frozen: %j', (freeze, clause) => {
  expect(freezeText(freeze)).toBe(clause)
})

test.each<[PlanWarning, string]>([
  [
    { code: 'question-unanswered', side: 'keep', rule: 'keep rule 3', why: 'no permission' },
    'The question of keep rule 3 could not be answered, so it keeps everything: no permission'
  ],
  [
    { code: 'question-unanswered', side: 'delete', rule: 'old', why: 'no permission' },
    'The question of old could not be answered, so it deletes nothing: no permission'
  ],
  [
    { code: 'names-no-root', rule: 'delete rule 1', names: [digest(1)] },
    'delete rule 1 names sha256:000000000000: a part of an image is never deleted on its own'
  ],
  [
    {
      code: 'tags-untold',
      rule: 'keep rule 1',
      places: [{ path: 'deploy/Dockerfile', line: 2, written: '${V}' }]
    },
    "keep rule 1 can't tell the tag that deploy/Dockerfile:2 (${V}) names, so it may keep too little: write the tag there, or keep it by tags"
  ],
  [
    {
      code: 'tags-untold',
      rule: 'deployed',
      places: [1, 2, 3, 4].map((line) => ({ path: 'a', line, written: '$V' }))
    },
    "deployed can't tell the tags that a:1 ($V), a:2 ($V), a:3 ($V) and 1 more name, so it may keep too little: write the tags there, or keep them by tags"
  ],
  [
    { code: 'unknown-manifests', names: [digest(1), digest(2)] },
    'The registry does not know 2 manifests that GitHub lists (sha256:000000000000 and sha256:000000000000); broken: [unpullable] would select them'
  ],
  [
    { code: 'lacks-parts', images: ['2.20.0'] },
    '1 image that stays lacks parts: 2.20.0; repair may bring them back'
  ],
  [
    { code: 'lacks-parts', images: ['6', '5', '4', '3', '2', '1'] },
    '6 images that stay lack parts: 6, 5, 4, 3, 2 and 1 more; repair may bring them back'
  ],
  [
    { code: 'frozen', freeze: { code: 'missing-date', id: 7, name: 'x' } },
    'Nothing goes in this package: version 7 (x) has no date that can be read'
  ]
])('warning: %j', (warning, sentence) => {
  expect(warningText(warning)).toBe(sentence)
})
