import { describe, expect, test } from '@jest/globals'
import { createHash } from 'node:crypto'

import { DAY_MS } from '../../src/model/time.js'
import { buildReport } from '../../src/report/build-report.js'
import { headline, summarySentence } from '../../src/report/headline.js'
import { escapeHtml } from '../../src/report/html/escape-html.js'
import { htmlReport } from '../../src/report/html/html-report.js'
import type { RunRecord } from '../../src/report/run-record.js'
import { largeReport } from '../browser/large-report.js'
import { goes, NOW, outcome, packageRecord, ref, run } from './record.js'
import { DRY_RUN, LIVE_RUN } from './runs.js'

const undo = {
  command: 'package-retention restore --report "report.json"',
  needs: 'The artifact is there.',
  workflowStep: '- uses: package-retention/package-retention@v1\n  with:\n    mode: restore',
  until: NOW + 30 * DAY_MS
}

const page = (record: RunRecord) => htmlReport(buildReport(record), { now: NOW, undo })

const inside = (html: string, element: RegExp) => element.exec(html)?.[1] ?? ''

const hashSource = (text: string) =>
  `'sha256-${createHash('sha256').update(text).digest('base64')}'`

describe('one file that asks for nothing', () => {
  const html = page(LIVE_RUN)

  test('its policy allows its one script and its one style by their hashes, and nothing else', () => {
    const policy = inside(html, /Content-Security-Policy" content="([^"]*)"/)
    const script = inside(html, /<script type="module">([\s\S]*?)<\/script>/)
    const style = inside(html, /<style>([\s\S]*?)<\/style>/)

    expect(policy.split('; ')).toEqual([
      "default-src 'none'",
      `script-src ${hashSource(script)}`,
      `style-src ${hashSource(style)}`,
      'img-src data:',
      "base-uri 'none'",
      "form-action 'none'",
      "require-trusted-types-for 'script'",
      "trusted-types 'none'"
    ])
  })

  test('the policy stands before all that it is about', () => {
    const policy = html.indexOf('Content-Security-Policy')

    expect(html.slice(0, policy)).not.toMatch(/<(script|style|link|title)/)
  })

  test('no element names another file', () => {
    const markup = html.replace(/<(script|style)[^>]*>[\s\S]*?<\/\1>/g, '')

    expect(markup).not.toMatch(/\s(src|srcset|action|style|on\w+)=/)
    expect([...markup.matchAll(/\shref="([^"]*)"/g)].map(([, target]) => target)).toEqual([
      'data:,'
    ])
  })

  test('it holds the licence of the library that draws its chart', () => {
    expect(html).toContain('The MIT License (MIT)')
    expect(html).toContain('Leon Sorokin')
  })
})

describe('what it says without its script', () => {
  test.each([
    ['a dry run', DRY_RUN],
    ['a live run', LIVE_RUN]
  ])('the headline and the numbers of %s are those of the summary', (_name, record) => {
    const report = buildReport(record)
    const html = page(record)

    expect(inside(html, /<h1>(.*?)<\/h1>/)).toBe(escapeHtml(headline(report)))
    expect(inside(html, /<title>(.*?)<\/title>/)).toBe(escapeHtml(headline(report)))
    expect(inside(html, /<p class="lead">(.*?)<\/p>/)).toBe(escapeHtml(summarySentence(report)))
  })

  test('what needs a person comes after the verdict and before all else, the gravest first', () => {
    const codes = [...page(LIVE_RUN).matchAll(/data-code="([a-z-]+)"/g)].map(([, code]) => code)
    const heads = [...page(LIVE_RUN).matchAll(/<h[12][^>]*>([^<]*)</g)].map(([, title]) => title)

    expect(codes).toEqual([
      'package-error',
      'failed',
      'frozen',
      'warning',
      'retained',
      'skipped',
      'left-alone'
    ])
    expect(heads.slice(1)).toEqual([
      'What needs a person',
      'Worth knowing',
      'Undo this run',
      'Packages',
      'Timeline',
      'Bytes by image',
      'All decisions'
    ])
  })

  test('what is only worth knowing needs nobody', () => {
    const html = page(run([packageRecord(ref('app'), [])], { notes: ['nothing is missing'] }))

    expect(html).not.toContain('What needs a person')
    expect(html).toContain('Worth knowing')
    expect(html).toContain('Note</b> nothing is missing</p>')
  })

  test('a run without a hitch needs nobody', () => {
    const record = packageRecord(ref('app'), [goes(1, 'old', 'a')], {
      outcomes: [outcome(1, 'deleted')]
    })

    expect(page(run([record], { dryRun: false }))).not.toContain('What needs a person')
  })

  test.each([
    ['is not said of a dry run', DRY_RUN, false],
    ['is said of a run that changed something', LIVE_RUN, true],
    ['is not said of one that changed nothing', run([], { dryRun: false }), false]
  ])('how to undo it %s', (_name, record, said) => {
    expect(page(record).includes('<h2 id="undo">')).toBe(said)
  })

  test('a run outside a workflow is not undone in one', () => {
    const onTerminal = { ...undo, needs: null, workflowStep: null }
    const html = htmlReport(buildReport(LIVE_RUN), { now: NOW, undo: onTerminal })

    expect(html).toContain('<h2 id="undo">')
    expect(html).not.toContain('In a workflow')
    expect(page(LIVE_RUN)).toContain('<p>The artifact is there.</p>')
  })

  test('the commands that undo it can be copied as they are', () => {
    expect(page(LIVE_RUN)).toContain('restore --report &quot;report.json&quot;</code>')
    expect(page(LIVE_RUN)).toContain('@v1\n  with:\n    mode: restore</code>')
  })

  test('every package has a row, and all of them a total', () => {
    const rows = [...page(DRY_RUN).matchAll(/<th scope="row">(?:<span class="name">)?([^<]*)/g)]

    expect(rows.map(([, name]) => name)).toEqual([
      'acme/broken',
      'acme/services/worker',
      'acme/app',
      'acme/ui',
      'acme/tools',
      'all'
    ])
  })

  test('of thousands of packages the rest is said to be in report.csv', () => {
    const records = Array.from({ length: 502 }, (_, index) => packageRecord(ref(`p${index}`), []))

    expect(page(run(records))).toContain('2 more packages in report.csv')
  })
})

describe('size', () => {
  test('an empty report stays below 350 kB', () => {
    expect(Buffer.byteLength(page(run([])))).toBeLessThan(350_000)
  })

  test('100,000 versions stay below 40 MB', () => {
    const html = htmlReport(largeReport(100_000), { now: NOW })

    expect(Buffer.byteLength(html)).toBeLessThan(40_000_000)
  })
})

test('equal reports give equal pages', () => {
  expect(page(LIVE_RUN)).toBe(page(LIVE_RUN))
})
