import type { Digest } from '../model/digest.js'
import { MINUTE_MS } from '../model/time.js'
import type { Freeze } from '../plan/freeze.js'
import { shortName } from './labels.js'
import { enumerate } from './wording.js'

/** Why nothing may go in a package, as a clause. A new code without a line does not compile. */
export function freezeText(freeze: Freeze): string {
  switch (freeze.code) {
    case 'unreadable-manifest':
      return `the manifest ${shortName(freeze.digest)} could not be read: ${withoutDigest(freeze)}`
    case 'registry-refused':
      return 'the registry lets the token read nothing of it'
    case 'young-unknown-manifest':
      return `the registry does not know the manifest ${shortName(freeze.digest)}, which is too young to be called missing`
    case 'not-listed-yet':
      return `the registry has ${shortName(freeze.digest)}, which the list of versions does not show yet`
    case 'unreadable-entry':
      return `the registry did not say whether it has ${shortName(freeze.digest)}, which an index or a referrer names`
    case 'missing-date':
      return `version ${freeze.id} (${shortName(freeze.name)}) has no date that can be read`
    case 'missing-tags':
      return `version ${freeze.id} (${shortName(freeze.name)}) came without a list of tags`
    case 'tag-on-two-versions':
      return `the tag ${freeze.tag} is on the versions ${ids(freeze.ids)} at once`
    case 'digest-on-two-versions':
      return `the digest ${shortName(freeze.digest)} has the versions ${ids(freeze.ids)} at once`
    case 'not-looked-at':
      return `not looked at: ${SPENT[freeze.spent]}${untilText(freeze.until)}; the next run goes on`
    case 'keep-tags-match-nothing':
      return `keep-tags (${enumerate(freeze.patterns, 5)}) matches nothing here, so that everything else would go`
    case 'frozen-in-report':
      return `it was when the report was made: ${freeze.why}`
  }
}

/**
 * What a person has to see to before anything can go in a frozen package, a whole sentence
 * without its full stop; `null` for a freeze that passes or is about one version.
 */
export function freezeError(freeze: Freeze | null): string | null {
  if (freeze?.code !== 'registry-refused') return null
  return `the token lacks what the run needs: the registry lets it read nothing of this package (${freeze.why})`
}

/** Readings begin with the digest, which is told already. */
function withoutDigest({ digest, why }: { readonly digest: Digest; readonly why: string }): string {
  return why.startsWith(`${digest}: `) ? why.slice(digest.length + 2) : why
}

const SPENT = {
  requests: "the token's requests are used up",
  pace: "GitHub holds up the token's requests",
  time: "the run's time is over"
} as const

/** To the minute, so that packages held up by one limit are told together. */
function untilText(until: number | null): string {
  if (until === null || !(Math.abs(until) < LAST_DATE_MS)) return ''
  const minute = new Date(Math.ceil(until / MINUTE_MS) * MINUTE_MS)
  return ` until ${minute.toISOString().slice(0, 16).replace('T', ' ')} UTC`
}

const LAST_DATE_MS = 8.6e15

function ids(list: readonly number[]): string {
  return enumerate(
    list.map((id) => String(id)),
    5
  )
}
