import { expect, test } from '@jest/globals'
import * as fc from 'fast-check'

import { buildReport } from '../../src/report/build-report.js'
import { escapeHtml, jsonBlock } from '../../src/report/html/escape-html.js'
import { htmlReport } from '../../src/report/html/html-report.js'
import { goes, NOW, outcome, packageRecord, ref, run } from './record.js'

const hostile = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 20 }),
  fc
    .array(
      fc.constantFrom(
        '</script>',
        '<script>',
        '<!--',
        '-->',
        '"><img src=x onerror=alert(1)>',
        'javascript:alert(1)',
        '\u2028',
        '\u202e',
        '</title>',
        '</style>',
        ']]>',
        "' onload='",
        '\\u003c',
        '&lt;',
        '\0'
      ),
      { maxLength: 6 }
    )
    .map((parts) => parts.join(''))
)

const markupOf = (html: string) =>
  html.replace(/(<(?:script|style)[^>]*>)[\s\S]*?(?=<\/(?:script|style)>)/g, '$1')

test('whatever names, tags, rules and errors say, the elements of the page are the same', () => {
  const page = (name: string, tag: string, rule: string, error: string) =>
    htmlReport(
      buildReport(
        run(
          [
            packageRecord(ref(name), [goes(1, rule, tag)], {
              outcomes: [outcome(1, 'failed', { error })],
              error,
              warnings: [error]
            })
          ],
          { dryRun: false }
        )
      ),
      { now: NOW }
    )
  const elements = (html: string) => markupOf(html).match(/<[^>]*>/g)
  const plain = elements(page('app', 'pr-1', 'rule', 'wrong'))

  fc.assert(
    fc.property(hostile, hostile, hostile, hostile, (name, tag, rule, error) => {
      expect(elements(page(name, tag, rule, error))).toEqual(plain)
    })
  )
})

test('a data block reads back what was written, and holds no sign that could end it', () => {
  fc.assert(
    fc.property(fc.array(hostile), (texts) => {
      const [, json = ''] = /^<script[^>]*>(.*)<\/script>\n$/s.exec(jsonBlock('rows', texts)) ?? []

      expect(json).not.toMatch(/[<>&\u2028\u2029]/)
      expect(JSON.parse(json)).toEqual(texts)
    })
  )
})

test.each([
  ['markup', '<b a="1" b=\'2\'>&', '&lt;b a=&quot;1&quot; b=&#39;2&#39;&gt;&amp;'],
  ['an override of the reading direction', 'a\u202eb', 'a&lt;U+202E&gt;b'],
  ['a line feed', 'a\nb', 'a&lt;U+000A&gt;b']
])('%s is written out', (_name, text, html) => {
  expect(escapeHtml(text)).toBe(html)
})
