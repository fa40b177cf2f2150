import { expect, test } from '@jest/globals'
import { missingText, namesNear, nameWithoutOwner } from '../../src/run/near-names.js'

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

test.each<[string, string[], RegExp]>([
  ['where nothing is listed', [], /packages: shop\)$/],
  ['where it is there', ['shop', 'shops'], /packages: shop\)$/],
  ['where another is near', ['shops'], /packages: shop\), or what is near it: shops$/]
])('a name with its owner in front is told how it is written, %s', (_where, names, end) => {
  const owner = { login: 'acme', kind: 'organization', isTokenOwner: false } as const
  const listed = names.map((name) => ({ type: 'container' as const, name }))
  const text = missingText([{ owner, type: 'container', name: 'acme/shop' }], listed)

  expect(text).toContain('the owner is no part of the name, so give --packages shop ')
  expect(text).toMatch(end)
})

test.each<[string, string[], string[]]>([
  ['ap', ['app', 'ui', 'api', 'lib'], ['api', 'app']],
  ['b', ['a', 'bb', 'c', 'B'], ['B', 'bb']],
  ['app', ['aap', 'add', 'apps', 'web'], ['aap', 'apps']],
  ['shpo', ['shop', 'shops', 'web'], ['shop', 'shops']],
  ['ui', ['web/ui', 'web/api'], ['web/ui']],
  [
    'servicse/legacy',
    ['services/legacy', 'service/legacies'],
    ['services/legacy', 'service/legacies']
  ]
])('near %s of %j is %j', (name, names, near) => {
  const listed = names.map((one) => ({ type: 'container' as const, name: one }))

  expect(namesNear(name, listed)).toEqual(near)
})
