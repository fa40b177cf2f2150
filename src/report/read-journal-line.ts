import { OUTCOMES, type VersionOutcome } from '../plan/outcome.js'
import type { JournalEntry, JournalPackage } from './journal-entry.js'
import {
  isObject,
  readList,
  readObject,
  readOneOf,
  readOrNull,
  readText,
  readWhole,
  type JsonObject,
  type Place
} from './json-reader.js'
import type { PackageStep } from './row-outcome.js'

/** Reads one line of the journal; `null` where it is empty, torn, or of a kind that is not known. */
export function readJournalLine(line: string): JournalEntry | null {
  if (line.trim() === '') return null
  const at: Place = { path: '$', errors: [] }
  const value = parseJson(line)
  const entry = isObject(value) ? readEntry(value, at) : null
  return at.errors.length === 0 ? entry : null
}

function parseJson(line: string): unknown {
  try {
    return JSON.parse(line)
  } catch {
    return null
  }
}

function readEntry(value: JsonObject, at: Place): JournalEntry | null {
  switch (value['kind']) {
    case 'run':
      return { kind: 'run', startedAt: readText(value['startedAt'], at) }
    case 'version':
      return {
        kind: 'version',
        package: readPackage(value['package'], at),
        outcome: readOutcome(value['outcome'], at)
      }
    case 'package':
      return {
        kind: 'package',
        package: readPackage(value['package'], at),
        outcome: readStep(value['outcome'], at)
      }
    default:
      return null
  }
}

function readPackage(value: unknown, at: Place): JournalPackage {
  const fields = readObject(value, at)
  return {
    owner: readText(fields['owner'], at),
    type: readText(fields['type'], at),
    name: readText(fields['name'], at)
  }
}

function readStep(value: unknown, at: Place): PackageStep {
  const fields = readObject(value, at)
  return {
    outcome: readOneOf(fields['outcome'], at, OUTCOMES),
    error: readOrNull(fields['error'] ?? null, at, readText)
  }
}

function readOutcome(value: unknown, at: Place): VersionOutcome {
  const fields = readObject(value, at)
  return {
    id: readWhole(fields['id'], at),
    ...readStep(value, at),
    untagged: readList(fields['untagged'] ?? [], at, readText),
    retagged: readList(fields['retagged'] ?? [], at, readText)
  }
}
