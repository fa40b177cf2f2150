import {
  member,
  readId,
  readList,
  readObject,
  readOneOf,
  readOrNull,
  readText,
  readWhole,
  type JsonObject,
  type Place
} from './json-reader.js'
import type { PackageReport, PlannedChanges, PlannedUntag, StatedCounts } from './report.js'

/** Reads what the plan of a package changes; where it does not say, the counts that it states. */
export function readPlanned(
  fields: JsonObject,
  at: Place
): Pick<PackageReport, 'planned' | 'stated'> {
  const planned = fields['planned'] ?? null
  if (planned !== null) return { planned: readChanges(planned, member(at, 'planned')) }
  const totals = fields['totals'] ?? null
  return totals === null ? {} : { stated: readStated(totals, member(at, 'totals')) }
}

function readChanges(value: unknown, at: Place): PlannedChanges {
  const fields = readObject(value, at)
  const place = (key: string) => member(at, key)
  return {
    package: readOrNull(fields['package'] ?? null, place('package'), (v, p) =>
      readOneOf(v, p, ['delete'])
    ),
    delete: readList(fields['delete'], place('delete'), readId),
    untag: readList(fields['untag'], place('untag'), readUntag)
  }
}

function readUntag(value: unknown, at: Place): PlannedUntag {
  const { id, tags } = readObject(value, at)
  return {
    id: readId(id, member(at, 'id')),
    tags: readList(tags, member(at, 'tags'), readText)
  }
}

function readStated(value: unknown, at: Place): StatedCounts {
  const { selected = null, toUntag = null } = readObject(value, at)
  return {
    selected: readOrNull(selected, member(at, 'selected'), readWhole),
    toUntag: readOrNull(toUntag, member(at, 'toUntag'), readWhole)
  }
}
