import { expect, test } from 'vitest'
import { brandOf, readOrigins } from './origins.ts'

test('origins are read as people paste them', () => {
  expect(readOrigins('acme.com\nhttps://www.acme.com/shop?x=1, http://localhost:3000 acme.com')).toEqual({
    origins: ['https://acme.com', 'https://www.acme.com', 'http://localhost:3000'],
  })
  expect(readOrigins('  ')).toEqual({ origins: [] })
})

test.each(['*.acme.com', 'https://*', 'acme', 'javascript:alert(1)', 'https://'])('%s is none', typed => {
  expect(readOrigins(`acme.com ${typed}`)).toEqual({ wrong: typed })
})

test.each([
  ['acme.com', 'Acme'],
  ['https://shop.acme-lamps.co.uk/x', 'Acme lamps'],
  ['localhost:3000', ''],
  ['127.0.0.1', ''],
  ['', ''],
])('%s suggests the name %j', (domain, brand) => {
  expect(brandOf(domain)).toBe(brand)
})
