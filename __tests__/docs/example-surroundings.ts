import { readFileSync } from 'node:fs'
import type { Surroundings } from '../../src/run/inputs/surroundings.js'
import { workflow } from '../inputs/surroundings.js'
import { blocksOf } from './yaml-blocks.js'

/** The workspace that the examples are about: the policy of README.md, a report of an earlier run. */
export function exampleSurroundings(mode = 'cleanup', differing: Partial<Surroundings> = {}) {
  const report = mode === 'restore' ? 'report-live.json' : 'report-dry-run.json'
  const files: Record<string, string> = {
    '.github/package-retention.yml': policyOfReadme(),
    'package-retention/report.json': readFileSync(`__tests__/report/golden/${report}`, 'utf8')
  }
  return workflow(files, differing)
}

function policyOfReadme(): string {
  const policy = blocksOf('README.md').find(({ kind }) => kind === 'policy')
  if (policy === undefined) throw new Error('README.md has no policy')
  return policy.text
}
