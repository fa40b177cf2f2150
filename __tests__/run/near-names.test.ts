import { expect, test } from '@jest/globals'
import { missingText, nameWithoutOwner } from '../../src/run/near-names.js'

test.each([
  ['acme/shop', 'shop'],
  ['Acme/services/shop', 'services/shop'],
  ['ghcr.io/acme/shop', 'shop'],
  ['shop', null],
  ['other/shop', null],
  ['services/acme/shop', null]
])('%s without its owner acme is %s', (name, own) => {
  expect(nameWithoutOwner(name, 'acme')).toBe(own)
})

test('a name with its owner in front is told so, also where nothing is near', () => {
  const owner = { login: 'acme', kind: 'organization', isTokenOwner: false } as const

  expect(missingText([{ owner, type: 'container', name: 'acme/shop' }], [])).toContain(
    'that the token can see; you gave the owner too: write shop. '
  )
})
