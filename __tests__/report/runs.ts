import { DAY_MS, HOUR_MS } from '../../src/model/time.js'
import type { RunRecord } from '../../src/report/run-record.js'
import { goes, outcome, packageRecord, planned, ref, run } from './record.js'

const closed = (id: number, number: number) =>
  planned(id, [`pr-${number}`], {
    kind: 'index',
    decision: 'delete',
    rule: 'closed pull requests',
    sizeBytes: 4_200_000,
    reason: {
      code: 'selected',
      rule: 'closed pull requests',
      because: [
        {
          code: 'pull-request-closed',
          tag: `pr-${number}`,
          number,
          closedAgoMs: (number + 5) * DAY_MS
        }
      ]
    }
  })

const part = (id: number, root: number, label: string, decision: 'keep' | 'delete') =>
  planned(id, [], {
    root,
    decision,
    sizeBytes: 2_000_000,
    rule: decision === 'delete' ? 'closed pull requests' : 'releases',
    reason: {
      code: decision === 'delete' ? 'follows' : 'needed',
      root: { id: root, label },
      as: 'part'
    }
  })

const app = [
  planned(2, ['v1.4.0', 'latest'], {
    kind: 'index',
    rule: 'releases',
    sizeBytes: 4_000_000,
    reason: {
      code: 'kept-by-rule',
      rule: 'releases',
      because: [{ code: 'tag-matches', tag: 'v1.4.0', pattern: 'v*' }]
    }
  }),
  part(3, 2, 'v1.4.0', 'keep'),
  planned(4, ['main-41'], {
    rule: 'keep rule 2',
    reason: {
      code: 'within-quota',
      rule: 'keep rule 2',
      quota: { kind: 'newest', count: 10 },
      rank: 2,
      group: null
    }
  }),
  planned(5, [], {
    reason: { code: 'too-young', ageMs: 5 * HOUR_MS, grace: '1d' }
  }),
  planned(6, ['pr-9', 'v1.3.0'], {
    decision: 'untag',
    rule: 'closed pull requests',
    untag: ['pr-9'],
    reason: {
      code: 'tags-selected',
      rule: 'closed pull requests',
      tags: ['pr-9'],
      because: [{ code: 'pull-request-closed', tag: 'pr-9', number: 9, closedAgoMs: null }],
      stays: { code: 'partly-selected', selected: 1, total: 2, holding: ['v1.3.0'] }
    }
  }),
  closed(40, 7),
  part(41, 40, 'pr-7', 'delete'),
  closed(100, 8),
  planned(400, ['nightly'])
]

const packages: RunRecord['packages'] = [
  packageRecord(ref('app'), app, { repository: 'acme/app' }, { reclaimedBytes: 8_400_000 }),
  packageRecord(
    ref('services/worker'),
    [planned(700, ['a']), planned(701, ['b'])],
    {},
    {
      frozen: { code: 'unreadable-manifest', digest: `sha256:${'ab'.repeat(32)}`, why: 'HTTP 503' }
    }
  ),
  packageRecord(ref('broken'), null, {
    error: 'GET /orgs/acme/packages/container/broken/versions: expected 200, got 502'
  }),
  packageRecord(ref('ui', 'npm'), [goes(900, 'delete rule 1', '1.0.0-rc.1')], {
    warnings: ['The question of keep rule 3 could not be answered: no permission for releases']
  }),
  packageRecord(ref('tools', 'maven'), null, { leftAlone: 'no entry of the policy matches it' })
]

/** A dry run over packages of several kinds. */
export const DRY_RUN = run(packages)

/** The same, live: some of it done, some refused, some failed. */
export const LIVE_RUN = run(
  packages.map((record) =>
    record.package.name === 'app'
      ? {
          ...record,
          outcomes: [
            outcome(100, 'deleted'),
            outcome(40, 'retained', { error: 'You cannot delete the last tagged version' }),
            outcome(41, 'skipped', { error: 'needed by pr-7, which GitHub retained' }),
            outcome(6, 'untagged', { untagged: ['pr-9'] })
          ]
        }
      : record.package.name === 'ui'
        ? { ...record, outcomes: [outcome(900, 'failed', { error: 'HTTP 500 after 5 tries' })] }
        : record
  ),
  { dryRun: false, finishedAt: run([]).startedAt + 5 * 60_000 }
)
