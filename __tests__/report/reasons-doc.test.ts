import { readFileSync } from 'node:fs'

import { expect, test } from '@jest/globals'

import {
  DELETE_REASON_TITLES,
  KEEP_REASON_TITLES,
  RESTORE_REASON_TITLES,
  UNTAG_REASON_TITLES
} from '../../src/report/reason-titles.js'

const sections = readFileSync('docs/reasons.md', 'utf8').split(/^## /m).slice(1)

test.each([
  ['Why a version stays', KEEP_REASON_TITLES],
  ['Why a version goes', DELETE_REASON_TITLES],
  ['Why tags are taken off a version', UNTAG_REASON_TITLES],
  ['Why a version comes back', RESTORE_REASON_TITLES]
])('%s: a heading for each code, and for nothing else', (title, codes) => {
  const section = sections.find((text) => text.startsWith(`${title}\n`)) ?? ''
  const headings = [...section.matchAll(/^### `(.+)`$/gm)].map(([, code]) => code)

  expect(headings).toEqual(Object.keys(codes))
})

test('each says what to do', () => {
  const entries = sections.flatMap((section) => section.split(/^### /m).slice(1))

  for (const entry of entries) expect(entry).toMatch(/\n\nWhat to do: \S/)
})
