import { existsSync } from 'node:fs'
import * as core from '@actions/core'
import type { Report, Totals } from '../report/report.js'
import { reportPaths } from '../run/report-paths.js'
import { messageOf } from '../model/message-of.js'

const COUNTS: Readonly<Record<string, keyof Totals>> = {
  packages: 'packages',
  versions: 'versions',
  selected: 'selected',
  deleted: 'deleted',
  untagged: 'untagged',
  restored: 'restored',
  kept: 'kept',
  gone: 'gone',
  retained: 'retained',
  blocked: 'blocked',
  skipped: 'skipped',
  failed: 'failed',
  remaining: 'remaining',
  'reclaimed-bytes': 'reclaimedBytes'
}

/** The outputs of 2-action as text: counts are 0 and paths '' where there is nothing to name. */
export function outputsOf(
  report: Report | null,
  directory: string | null
): Readonly<Record<string, string>> {
  const counts: Record<string, string> = {}
  for (const [name, count] of Object.entries(COUNTS)) {
    counts[name] = String(report?.totals[count] ?? 0)
  }
  const paths = directory === null || report === null ? null : reportPaths(directory)
  return {
    ...counts,
    report: existing(paths?.json),
    'report-html': existing(paths?.html),
    'report-csv': existing(paths?.csv)
  }
}

/** Sets all outputs of the step. Never throws: gives why they can't be set, else `null`. */
export function setOutputs(report: Report | null, directory: string | null): string | null {
  try {
    for (const [name, text] of Object.entries(outputsOf(report, directory))) {
      core.setOutput(name, text)
    }
    return null
  } catch (error) {
    const why = messageOf(error)
    return `the outputs of this step could not be set (GITHUB_OUTPUT): ${why}`
  }
}

function existing(path: string | undefined): string {
  return path !== undefined && existsSync(path) ? path : ''
}
