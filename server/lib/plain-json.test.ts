import { expect, test } from 'vitest'
import { MESSAGE_DEPTH } from '../contract/limits.ts'
import { assertPlainJson } from './plain-json.ts'

const nested = (depth: number) => JSON.parse('['.repeat(depth) + ']'.repeat(depth))

test('takes what nests up to the limit', () => {
  expect(() => assertPlainJson(nested(MESSAGE_DEPTH))).not.toThrow()
})

test('refuses what nests deeper, however deep', () => {
  for (const depth of [MESSAGE_DEPTH + 1, 30_000])
    expect(() => assertPlainJson(nested(depth))).toThrow(expect.objectContaining({ code: 'too_deep' }))
})

test('refuses the character that Postgres cannot store', () => {
  for (const value of ['a\0b', { body: '\0' }, [['\0']]])
    expect(() => assertPlainJson(value)).toThrow(expect.objectContaining({ code: 'malformed' }))
})

test('refuses the keys that pollute prototypes, at any level', () => {
  for (const key of ['__proto__', 'constructor', 'prototype'])
    expect(() => assertPlainJson(JSON.parse(`{"a":[{"${key}":{"polluted":true}}]}`))).toThrow(
      expect.objectContaining({ code: 'malformed' }),
    )
})
