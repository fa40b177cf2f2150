import { describe, expect, test } from '@jest/globals'
import * as fc from 'fast-check'

import { logLine } from '../../src/report/escape-log.js'
import { markdownCode, markdownFence, markdownText } from '../../src/report/escape-markdown.js'
import { visibleText } from '../../src/report/visible-text.js'

const EVIL = [
  'a|b',
  '`x`',
  'a\nb',
  '\r\n',
  '::set-output name=x::y',
  '##[error]x',
  '<script>alert(1)</script>',
  '</code></td></table>',
  '%2F',
  '@user',
  'a@b.example',
  '#123',
  'GH-1',
  ':smile:',
  '👩‍👩‍👧',
  '\u202Etxt.exe',
  '\u0000',
  '\u001B[31m',
  '\u2028',
  '**b**',
  '_i_',
  '~~s~~',
  '[x](http://e.example)',
  '![i](x)',
  '&amp;',
  '&#124;',
  '\\|',
  '\\',
  '$x$',
  'www.example.com',
  'https://example.com',
  '<!-- -->',
  '<U+000A>',
  ' a  b ',
  '^1',
  '🚀',
  '\uD800'
]
const evilText = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc
    .array(fc.constantFrom(...EVIL, ...'|`\n:#[<>&@\\ w.'.split('')), { maxLength: 12 })
    .map((parts) => parts.join(''))
)

const unseen = (text: string) =>
  text.replace(/<U\+([0-9A-F]{4,6})>/g, (_, hex: string) =>
    String.fromCodePoint(Number.parseInt(hex, 16))
  )
const unmarked = (text: string) =>
  text
    .replaceAll('<!-- -->', '')
    .replace(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)))

describe('what can not be seen is written out', () => {
  test.each([
    ['a\nb', 'a<U+000A>b'],
    ['\u202Egpj.exe', '<U+202E>gpj.exe'],
    ['a\u200Bb', 'a<U+200B>b'],
    ['\u001B[31m', '<U+001B>[31m'],
    ['<U+000A>', '<U+003C>U+000A>'],
    ['\uD800', '<U+D800>'],
    ['👩‍👩‍👧 🚀 é', '👩‍👩‍👧 🚀 é'],
    ['a\u200D👧', 'a<U+200D>👧'],
    ['%2F C:\\x', '%2F C:\\x']
  ])('%j as %s', (text, shown) => {
    expect(visibleText(text)).toBe(shown)
  })

  test('and nothing is lost', () => {
    fc.assert(fc.property(evilText, (text) => expect(unseen(visibleText(text))).toBe(text)))
  })

  test('one line, without control characters', () => {
    fc.assert(
      fc.property(evilText, (text) => {
        expect(visibleText(text)).not.toMatch(
          /[\p{Cc}\p{Zl}\p{Zp}\p{Cs}\u202A-\u202E\u2066-\u2069]/u
        )
      })
    )
  })
})

describe('in the log', () => {
  test.each([
    ['::set-output name=x::y', '<U+003A>:set-output name=x<U+003A>:y'],
    ['##[error]x', '##<U+005B>error]x'],
    [':::', '<U+003A><U+003A>:'],
    ['###[group]', '###<U+005B>group]'],
    ['sha256:abc [x]', 'sha256:abc [x]']
  ])('%s is no command', (text, line) => {
    expect(logLine(text)).toBe(line)
  })

  test('nothing is one, and nothing is lost', () => {
    fc.assert(
      fc.property(evilText, (text) => {
        const line = logLine(text)
        expect(line).not.toMatch(/::|##\[|[\n\r]/)
        expect(unseen(line)).toBe(text)
      })
    )
  })
})

describe('in Markdown', () => {
  test.each([
    ['v1.4.0', 'v1.4.0'],
    ['sha256:abc', 'sha256:abc'],
    ['a|b', 'a&#124;b'],
    ['<script>', '&#60;script&#62;'],
    ['@user', '&#64;<!-- -->user'],
    ['#123', '&#35;<!-- -->123'],
    [':smile:', ':<!-- -->smile:'],
    ['https://e.example', 'https&#58;//e.example'],
    ['www.e.example', 'www&#46;e.example'],
    ['a\nb', 'a&#60;U+000A&#62;b'],
    ['👩‍👩‍👧', '👩‍👩‍👧']
  ])('%j as %s', (text, markdown) => {
    expect(markdownText(text)).toBe(markdown)
  })

  test('nothing is markup, and nothing is lost', () => {
    fc.assert(
      fc.property(evilText, (text) => {
        const markdown = markdownText(text)
        const bare = markdown.replaceAll('<!-- -->', '').replace(/&#\d+;/g, '')
        expect(bare).not.toMatch(/[|`*_[\]{}<>&\\~$@#!"'\n\r^]|:\/\/|www\.\S/i)
        expect(markdown).not.toMatch(/&#(?:64|35);(?=[^\s<])/)
        expect(unseen(unmarked(markdown))).toBe(text)
      })
    )
  })

  test('code is the same in an element of its own', () => {
    expect(markdownCode('</code>|`')).toBe('<code>&#60;/code&#62;&#124;&#96;</code>')
  })

  test('a fence is longer than any run of backticks in it', () => {
    expect(markdownFence('a ```` b', 'bash')).toBe('`````bash\na ```` b\n`````')
  })
})
