import { OUTCOMES } from '../plan/outcome.js'
import {
  member,
  readDate,
  readId,
  readList,
  readName,
  readObject,
  readOneOf,
  readOrNull,
  readText,
  readWhole,
  type Place
} from './json-reader.js'
import { isReasonCode } from './reason-titles.js'
import type { VersionRow } from './report.js'

const DECISIONS = ['keep', 'delete', 'untag', 'restore'] as const
const KINDS = [
  'image',
  'index',
  'attestation',
  'signature',
  'sbom',
  'referrers',
  'artifact',
  'unknown',
  'version'
] as const

/** Reads one row of a report, noting what is wrong with it. */
export function readVersionRow(value: unknown, at: Place): VersionRow {
  const fields = readObject(value, at)
  const place = (key: string) => member(at, key)
  const texts = (key: string) => readList(fields[key] ?? [], place(key), readText)
  const reasonCode = readText(fields['reasonCode'] ?? '', place('reasonCode'))
  return {
    id: readId(fields['id'], place('id')),
    name: readName(fields['name'], place('name')),
    tags: readOrNull(fields['tags'], place('tags'), (list, p) => readList(list, p, readText)),
    createdAt: readOrNull(fields['createdAt'], place('createdAt'), readDate),
    updatedAt: readOrNull(fields['updatedAt'], place('updatedAt'), readDate),
    kind: readOneOf(fields['kind'] ?? 'unknown', place('kind'), KINDS),
    root: readOrNull(fields['root'] ?? null, place('root'), readId),
    sizeBytes: readOrNull(fields['sizeBytes'] ?? null, place('sizeBytes'), readWhole),
    decision: readOneOf(fields['decision'], place('decision'), DECISIONS),
    rule: readOrNull(fields['rule'] ?? null, place('rule'), readText),
    reason: readText(fields['reason'] ?? '', place('reason')),
    reasonCode: isReasonCode(reasonCode) ? reasonCode : null,
    untag: texts('untag'),
    outcome: readOrNull(fields['outcome'] ?? null, place('outcome'), (v, p) =>
      readOneOf(v, p, OUTCOMES)
    ),
    error: readOrNull(fields['error'] ?? null, place('error'), readText),
    untagged: texts('untagged'),
    retagged: texts('retagged')
  }
}
