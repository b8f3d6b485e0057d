import { expect, test } from 'vitest'
import { addressPrefix } from './address-prefix.ts'

test.each([
  ['203.0.113.7', '203.0.113.7'],
  ['::ffff:203.0.113.7', '203.0.113.7'],
  ['::ffff:cb00:7107', '203.0.113.7'],
  ['2001:db8:1:2a00::1', '2001:db8:1:2a00'],
  ['2001:db8:1:2aff:ffff::1', '2001:db8:1:2a00'],
  ['2001:0db8:0001:2b00:0:0:0:1', '2001:db8:1:2b00'],
  ['fe80::1%eth0', 'fe80:0:0:0'],
  ['::1', '0:0:0:0'],
])('%s belongs to %s', (address, prefix) => {
  expect(addressPrefix(address)).toBe(prefix)
})

test('two mapped IPv4 neighbours never share a prefix', () => {
  expect(addressPrefix('::ffff:203.0.113.7')).not.toBe(addressPrefix('::ffff:203.0.113.8'))
})

test('a missing address is one prefix of its own', () => {
  expect(addressPrefix(undefined)).toBe('unknown')
})
