import { expect, test } from '@jest/globals'
import { tagOfRef } from '../../src/policy/branch-names.js'

test.each([
  ['a plain name stays', 'main', 'main'],
  ['ruling 61: a slash', 'feature/login', 'feature-login'],
  ['ruling 61: one for a run', 'feat/@x', 'feat-x'],
  ['ruling 61: letter case counts', 'Feature/ABC', 'Feature-ABC'],
  ['signs that a tag can hold stay', 'release-1.x_y--z', 'release-1.x_y--z'],
  ['a run beside a minus sign', 'a/-b', 'a--b'],
  ['ruling 44: git tags of releases', 'release/1.0', 'release-1.0'],
  ['ruling 44: build metadata', '1.0.0+5', '1.0.0-5'],
  ['letters beyond ASCII', 'größe/ü', 'gr-e-'],
  ['in front too', '@scope/x', '-scope-x'],
  [
    'dependabot',
    'dependabot/npm_and_yarn/@types/node-22.1.0',
    'dependabot-npm_and_yarn-types-node-22.1.0'
  ]
])('%s', (_name, ref, tag) => {
  expect(tagOfRef(ref)).toBe(tag)
})
