import { parseDeletionLimit } from '../../policy/deletion-limit.js'
import { AGE_DATES, LAST_VERSION_WAYS } from '../../policy/policy.js'
import type { GivenSettings } from '../../policy/settings.js'
import type { InputReader } from './input-reader.js'

/** The settings about deciding that the inputs give. */
export function readSettings(inputs: InputReader): GivenSettings {
  return {
    untaggedGrace: inputs.duration('untagged-grace'),
    ageBy: inputs.word('age-by', AGE_DATES),
    untag: inputs.boolean('untag'),
    lastVersion: inputs.word('last-version', LAST_VERSION_WAYS),
    maxDeletions: inputs.parsed('max-deletions', (text) => {
      const parsed = parseDeletionLimit(text)
      return parsed.ok ? { ok: true, value: parsed.limit } : parsed
    })
  }
}
