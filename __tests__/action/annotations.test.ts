import { describe, expect, test } from '@jest/globals'
import { openSmallSite, type SmallSite } from '../shell/small-site.js'
import { runStep } from './step-run.js'

const OLD = { 'older-than': '30d', 'keep-tags': 'v*' }
type Texts = Readonly<Record<string, string>>

/** What the runner is told to show beside the run: `error TITLE: MESSAGE`. */
function annotationsIn(stdout: string): string[] {
  return Array.from(
    stdout.matchAll(/^::(error|warning|notice)(?: title=([^:]*))?::(.*)$/gm),
    ([, level, title = '', message = '']) => `${level ?? ''} ${title}: ${message}`
  )
}

const refusing = ({ emulator }: SmallSite) =>
  emulator.addFault({ method: 'DELETE', trouble: { kind: 'answer', status: 404 } })
const nothing = () => {}

describe('why a step fails is annotated once', () => {
  test.each<[string, Texts, (site: SmallSite) => void, RegExp]>([
    [
      'a token that is refused',
      { ...OLD, token: `ghp_${'w'.repeat(36)}` },
      nothing,
      /^error The run failed: .*token is missing, expired, revoked/
    ],
    [
      'a package that is not there',
      { ...OLD, packages: 'ap' },
      nothing,
      /^error 1 package could not be processed: acme\/ap \(container\): there is no container package/
    ],
    [
      'a plan beyond max-deletions',
      { ...OLD, 'max-deletions': '1' },
      nothing,
      /^error Nothing was changed.*max-deletions: 2 /
    ],
    [
      'last-version: fail',
      { 'older-than': '1m', 'last-version': 'fail' },
      nothing,
      /^error last-version%3A fail stopped 1 package: /
    ],
    ['failed outcomes', OLD, refusing, /^error [12] versions? failed: .*lacks the Admin role/],
    [
      'a report-directory that can’t be used',
      { ...OLD, 'report-directory': '/dev/null/reports' },
      nothing,
      /^error : report-directory: "\/dev\/null\/reports": /
    ]
  ])('%s', async (_name, inputs, prepare, expected) => {
    const site = await openSmallSite()
    prepare(site)
    const step = await runStep(site, inputs)

    expect(step.exitCode).toBe(1)
    expect(annotationsIn(step.stdout)).toEqual([expect.stringMatching(expected)])
  })
})
