import { readFileSync } from 'node:fs'
import type { Surroundings } from '../../src/run/inputs/surroundings.js'
import { workflow } from '../inputs/surroundings.js'
import { blocksOf } from './yaml-blocks.js'

/**
 * The workspace that the examples are about: the policy of README.md, and wherever a report is
 * looked for, one of a live run for `restore` and of a dry run else.
 */
export function exampleSurroundings(mode = 'cleanup'): Surroundings {
  const usual = workflow({ '.github/package-retention.yml': policyOfReadme() })
  const report = mode === 'restore' ? 'report-live.json' : 'report-dry-run.json'
  const text = readFileSync(`__tests__/report/golden/${report}`, 'utf8')
  return {
    ...usual,
    readFile: (path) => (path.endsWith('/report.json') ? { ok: true, text } : usual.readFile(path))
  }
}

function policyOfReadme(): string {
  const policy = blocksOf('README.md').find(({ kind }) => kind === 'policy')
  if (policy === undefined) throw new Error('README.md has no policy')
  return policy.text
}
