import { expect, test } from '@jest/globals'
import { classifyToken, redactTokens, type TokenKind } from '../../src/github/token.js'

const JWT = `ghs_12345_${'eyJhbGciOi-J9_'.repeat(20)}.${'eyJpc3Mi'.repeat(20)}.${'c2ln'.repeat(30)}`

test.each<[string, TokenKind]>([
  ['ghp_abc', 'classic'],
  ['github_pat_11AAA_bbb', 'fine-grained'],
  ['gho_abc', 'oauth'],
  ['ghu_abc', 'app-user'],
  ['ghs_abc', 'installation'],
  [JWT, 'installation'],
  ['0123456789abcdef0123456789abcdef01234567', 'unknown'],
  ['ghr_abc', 'unknown'],
  ['', 'unknown']
])('%.20s is %s', (token, kind) => {
  expect(classifyToken(token)).toBe(kind)
})

test.each([JWT, 'ghp_0123456789', 'github_pat_11AAA_bbb'])('%.12s is struck out', (token) => {
  const text = redactTokens(`a "${token}" b`)

  expect(text).toMatch(/^a "(ghs_|ghp_|github_pat_)\*\*\*" b$/)
})
