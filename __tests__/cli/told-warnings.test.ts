import { expect, test } from '@jest/globals'
import { annotationLines } from '../../src/cli/annotation-lines.js'
import { withoutTold } from '../../src/cli/told-warnings.js'
import { TerminalTelling } from '../../src/cli/terminal-telling.js'
import { Terminal } from '../../src/cli/terminal.js'
import { annotations } from '../../src/report/annotations.js'
import { buildReport } from '../../src/report/build-report.js'
import type { RunMode } from '../../src/report/report.js'
import { NOW, packageRecord, planned, ref, run } from '../report/record.js'

function reportOf(mode: RunMode, names: readonly string[], warnings: readonly string[]) {
  const packages = names.map((name) => packageRecord(ref(name), [planned(1, ['v'])], { warnings }))
  return buildReport(run(packages, { mode }))
}

test.each<[string, RunMode, string[], number]>([
  ['of one package once', 'cleanup', ['app'], 0],
  ['of a restore once', 'restore', ['app', 'ui'], 0],
  ['of many packages at the end again', 'cleanup', ['app', 'ui'], 1]
])('the terminal tells warnings %s', (_name, mode, names, again) => {
  const written: string[] = []
  const stream = { write: (text: string) => written.push(text) }
  const clock = { now: () => NOW, sleep: () => Promise.resolve() }
  const telling = new TerminalTelling(new Terminal(stream, stream, {}, false), clock)
  const report = reportOf(mode, names, ['change the policy'])
  for (const entry of report.packages) telling.planned(entry, true)
  telling.close()

  expect(written).toContain('  warning: change the policy\n')
  expect(annotations(withoutTold(report, telling.warned))).toHaveLength(again)
})

test.each([
  ['that is of no package', 'Worth knowing', 'give another report', ['give another report']],
  ['of a package', 'acme/app (npm)', 'one\ntwo', ['acme/app (npm)', '  one', '  two']],
  ['that is all title', 'The run stopped', 'The run stopped', ['The run stopped']]
])('a warning %s', (_name, title, message, [first = '', ...rest]) => {
  const lines = annotationLines({ level: 'warning', title, message })

  expect(lines).toEqual([`warning: ${first}`, ...rest])
})

test('what came up since is told at the end', () => {
  const report = reportOf('restore', ['app'], ['told', 'new'])

  expect(annotations(withoutTold(report, new Set(['told'])))).toEqual([
    { level: 'warning', title: 'acme/app (container)', message: 'new' }
  ])
})
