import { expect, test } from '@jest/globals'
import { improperRequest } from '../../src/emulator/improper-request.js'
import type { EmulatedRequest } from '../../src/emulator/handler.js'

const request = (headers: Record<string, string>): EmulatedRequest => ({
  method: 'GET',
  surface: 'api',
  path: '/users/ada',
  segments: ['users', 'ada'],
  query: new URLSearchParams(),
  headers,
  body: new Uint8Array(),
  baseUrl: 'http://127.0.0.1',
  credentials: 'none',
  token: null
})

test.each([
  ['with a user agent', { 'user-agent': 'test' }, undefined],
  ['without a user agent', {}, 403],
  ['of a known version', { 'user-agent': 'test', 'x-github-api-version': '2022-11-28' }, undefined],
  ['of an unknown version', { 'user-agent': 'test', 'x-github-api-version': '2020-01-01' }, 400]
])('a request %s is judged', (_name, headers, status) => {
  expect(improperRequest(request(headers))?.status).toBe(status)
})
