import type { EpochMs } from '../model/time.js'
import type { Pattern } from './pattern.js'
import type { PreparedFacts } from './prepared-facts.js'
import type { TagCondition } from './tag-conditions.js'

const NUMBER = ['number']

/** Every number that some way of splitting the tag gives; compared as numbers (ruling 11). */
export function numbersIn(tag: string, templates: readonly Pattern[]): number[] {
  const numbers: number[] = []
  for (const template of templates) {
    for (const { number } of template.matchAll(tag, NUMBER)) {
      if (number !== undefined) numbers.push(Number(number))
    }
  }
  return numbers
}

/**
 * Holds for a tag whose pull request is closed or merged. One that was seen open as well, for
 * it was opened again while they were listed, is not.
 */
export function closedPullRequest(
  templates: readonly Pattern[],
  facts: PreparedFacts,
  now: EpochMs
): TagCondition {
  const isClosed = (number: number) =>
    facts.closedAt(number) !== undefined && !facts.isOpenPullRequest(number)
  return {
    isOfVersion: false,
    // Where a tag can be split in several ways, each number has to be closed: in doubt, keep.
    holds: (tag) => {
      const numbers = numbersIn(tag, templates)
      return numbers.length > 0 && numbers.every(isClosed)
    },
    evidence: (tag) => {
      const number = numbersIn(tag, templates)[0] ?? 0
      const closedAt = facts.closedAt(number) ?? null
      const closedAgoMs = closedAt === null ? null : now - closedAt
      return { code: 'pull-request-closed', tag, number, closedAgoMs }
    },
    captures: (tag, name) =>
      templates.flatMap((template) => template.matchAll(tag, ['number', name]))
  }
}

/** Holds for a tag whose pull request is open. */
export function openPullRequest(templates: readonly Pattern[], facts: PreparedFacts): TagCondition {
  const openIn = (tag: string) =>
    numbersIn(tag, templates).find((number) => facts.isOpenPullRequest(number))
  return {
    isOfVersion: false,
    holds: (tag) => openIn(tag) !== undefined,
    evidence: (tag) => ({ code: 'pull-request-open', tag, number: openIn(tag) ?? 0 }),
    captures: (tag, name) =>
      templates
        .flatMap((template) => template.matchAll(tag, ['number', name]))
        .filter(({ number }) => number !== undefined && facts.isOpenPullRequest(Number(number)))
  }
}
