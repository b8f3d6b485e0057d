import { expect, test } from 'vitest'
import { readSessionCookie, writeSessionCookie } from './session-cookie.ts'

test('over HTTPS the cookie carries the prefix that pins it to the host', () => {
  expect(writeSessionCookie('abc', true)).toBe(
    '__Host-parla=abc; Path=/; HttpOnly; SameSite=Strict; Max-Age=34560000; Secure',
  )
})

test.each([
  ['__Host-parla=abc', true, 'abc'],
  ['a=1; __Host-parla=abc; b=2', true, 'abc'],
  ['parla=abc', true, undefined],
  ['parla=abc', false, 'abc'],
  ['xparla=abc', false, undefined],
  ['parla=', false, undefined],
  ['', false, undefined],
  [undefined, false, undefined],
])('%j with secure %j holds %j', (header, secure, token) => {
  expect(readSessionCookie(header, secure)).toBe(token)
})
