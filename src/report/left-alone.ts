import { packageTitle } from './labels.js'
import type { PackageReport, Report } from './report.js'
import { enumerate } from './wording.js'

const SHOWN = 20

/** Whether nobody looked into it, so that its zeros count nothing. */
export function isUnseen({ leftAlone, error, versions, packageOutcome }: PackageReport): boolean {
  if (versions.length > 0 || packageOutcome === 'restored') return false
  return leftAlone !== null || error !== null
}

/**
 * What is to be said in place of numbers where a run did not fail as a whole and looked into none
 * of the packages that it found; `null` where there are numbers.
 */
export function unseenText({ error, packages }: Report): string | null {
  if (error !== null || packages.length === 0 || !packages.every(isUnseen)) return null
  return packages.every((one) => one.leftAlone !== null) ? 'left alone' : 'not processed'
}

/** The packages that a run left alone: a line for each reason. Plain text. */
export function leftAloneLines({ packages }: Report): readonly string[] {
  const titles = new Map<string, string[]>()
  for (const entry of packages) {
    if (entry.leftAlone === null) continue
    const known = titles.get(entry.leftAlone) ?? []
    titles.set(entry.leftAlone, [...known, packageTitle(entry)])
  }
  return [...titles].map(([why, list]) => `left alone (${why}): ${enumerate(list, SHOWN)}`)
}
