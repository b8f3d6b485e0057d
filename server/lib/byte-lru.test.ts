import { expect, test } from 'vitest'
import { ByteLru } from './byte-lru.ts'

test('drops what was used longest ago when the bytes run out', () => {
  const lru = new ByteLru<string>(100)
  for (const key of ['a', 'b', 'c', 'd']) lru.set(key, key, 25)
  lru.get('a')
  lru.set('e', 'e', 25)
  expect(['a', 'b', 'c', 'd', 'e'].map(key => lru.get(key))).toEqual(['a', undefined, 'c', 'd', 'e'])
  expect(lru.bytes).toBe(100)
})

test('counts a replaced item once and refuses one that would empty it', () => {
  const lru = new ByteLru<string>(100)
  lru.set('a', 'old', 10)
  lru.set('a', 'new', 20)
  lru.set('huge', 'huge', 26)
  expect(lru.get('a')).toBe('new')
  expect(lru.get('huge')).toBeUndefined()
  expect(lru.bytes).toBe(20)
})
