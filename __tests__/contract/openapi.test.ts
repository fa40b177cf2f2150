import { expect, test } from '@jest/globals'
import { checkRequest, checkResponse } from './openapi.js'

const VERSIONS = '/orgs/acme/packages/container/a%2Fb/versions'

const version = (metadata: object) => ({
  id: 1,
  name: 'sha256:00',
  url: 'https://api.github.com/x',
  package_html_url: 'https://github.com/x',
  created_at: '2026-01-01T00:00:00Z',
  updated_at: '2026-01-01T00:00:00Z',
  metadata
})

test.each([
  ['a list of versions', 'GET', `${VERSIONS}?per_page=100&page=2&state=active`, ''],
  ['an unknown path', 'GET', '/orgs/acme/packages/container/a/b/versions', 'no such operation'],
  ['an unknown type', 'GET', '/orgs/acme/packages/pypi/a/versions', 'package_type'],
  ['a page that is no number', 'GET', `${VERSIONS}?page=abc`, 'integer'],
  ['an unknown state', 'GET', `${VERSIONS}?state=gone`, 'state'],
  ['a parameter that is not there', 'GET', `${VERSIONS}?sort=asc`, 'sort'],
  ['a list without the required type', 'GET', '/orgs/acme/packages', 'package_type'],
  ['an id that is no number', 'DELETE', `${VERSIONS}/latest`, 'package_version_id'],
  ['pages under /users', 'GET', '/users/ada/packages/npm/a/versions?page=1&per_page=100', '']
])('a request for %s is judged', (_name, method, path, complaint) => {
  const complaints = checkRequest({ method, path }).join('\n')

  if (complaint === '') expect(complaints).toBe('')
  else expect(complaints).toContain(complaint)
})

test.each([
  ['tags', 200, [version({ package_type: 'container', container: { tags: ['v1'] } })], ''],
  ['tag of docker', 200, [version({ package_type: 'docker', docker: { tag: ['v1'] } })], ''],
  ['tags of docker', 200, [version({ package_type: 'docker', docker: { tags: ['v1'] } })], ''],
  ['an unknown type', 200, [version({ package_type: 'oci' })], 'package_type'],
  ['an object for a list', 200, version({ package_type: 'npm' }), 'array'],
  ['an error that is described', 404, { message: 'Package not found.', status: '404' }, ''],
  ['an error that is not described', 400, { message: 'No.' }, ''],
  ['an error without a message', 400, 'No.', 'message'],
  ['a success that is not described', 202, { message: 'Later.' }, 'not described']
])('an answer with %s is judged', (_name, status, body, complaint) => {
  const complaints = checkResponse({ method: 'GET', path: VERSIONS }, { status, body }).join('\n')

  if (complaint === '') expect(complaints).toBe('')
  else expect(complaints).toContain(complaint)
})
