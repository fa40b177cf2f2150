import type { VersionKind } from '../../src/graph/graph.js'
import { DAY_MS, HOUR_MS } from '../../src/model/time.js'
import type { VersionPlan } from '../../src/plan/plan.js'
import type { Reason } from '../../src/plan/reason.js'
import { buildReport } from '../../src/report/build-report.js'
import type { Report } from '../../src/report/report.js'
import { digest, NOW, packageRecord, planned, ref, run } from '../report/record.js'

const PARTS: readonly VersionKind[] = ['image', 'image', 'attestation', 'signature']

/** A dry run over one package of multi-arch images with attestations, `count` versions in all. */
export function largeReport(count: number): Report {
  const versions = Array.from({ length: count }, (_, place) => version(count - place, count))
  const targets = [packageRecord(ref('app'), versions, { repository: 'acme/app' })]
  return buildReport(run(targets))
}

// Ids fall, as in a report; each image is a root with the four versions after it.
function version(id: number, count: number): VersionPlan {
  const place = count - id
  const part = place % 5
  const root = id + part
  const image = Math.floor(place / 5)
  const createdAt = NOW - Math.floor((image / (count / 5)) * 730 * DAY_MS) - part * HOUR_MS
  const tag = image % 3 === 0 ? `v1.${Math.floor(image / 30)}.${image % 30}` : `pr-${image}`
  const goes = image % 3 !== 0 && image % 7 !== 0
  const listed = { id, name: digest(id), createdAt, updatedAt: createdAt, deletedAt: null }
  const tags = part === 0 ? [tag] : part === 4 ? [`${digest(id + 3).replace(':', '-')}.sig`] : []
  return planned(id, [], {
    version: { ...listed, tags },
    kind: PARTS[part - 1] ?? 'index',
    root: part === 0 ? null : root,
    sizeBytes: part === 0 ? 40_000_000 + ((image * 7919) % 9000) * 10_000 : 1_000_000 * part,
    decision: goes ? 'delete' : 'keep',
    rule: goes ? 'closed pull requests' : image % 3 === 0 ? 'releases' : null,
    reason:
      part === 0
        ? rootReason(image, tag, goes)
        : { code: goes ? 'follows' : 'needed', root: { id: root, label: tag }, as: 'part' }
  })
}

function rootReason(image: number, tag: string, goes: boolean): Reason {
  if (goes) {
    const because = [
      { code: 'pull-request-closed', tag, number: image, closedAgoMs: image * HOUR_MS }
    ] as const
    return { code: 'selected', rule: 'closed pull requests', because }
  }
  if (image % 3 !== 0) return { code: 'not-selected' }
  const because = [{ code: 'tag-matches', tag, pattern: 'v*' }] as const
  return { code: 'kept-by-rule', rule: 'releases', because }
}
