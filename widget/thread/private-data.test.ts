import { expect, it } from 'vitest'
import { mayBePrivate } from './may-be-private.ts'
import { privateData } from './private-data.ts'

it.each([
  ['card', 'I paid with 4111 1111 1111 1111 and nothing came'],
  ['card', 'numero 5500-0000-0000-0004'],
  ['iban', 'Refund to IT60X0542811101000000123456 please'],
  ['iban', 'de89 3704 0044 0532 0130 00'],
  ['phone', 'Call me at +39 333 123 4567'],
  ['phone', 'Tel. 0039 02 1234567'],
  ['phone', 'my number is (020) 7946 0958'],
  ['phone', 'chiamami al 333 123 4567'],
  ['password', 'My password: hunter22'],
  ['password', 'la password è Luce2024'],
  ['password', 'Passwort = geheim'],
] as const)('finds a %s in: %s', (what, text) => {
  expect(mayBePrivate(text)).toBe(true)
  expect(privateData(text)).toBe(what)
})

it.each([
  'My order 4111 1111 1111 1112 has not come',
  'IT60X0542811101000000123457 is no account',
  'It was built on 2024-11-25 at 10:30',
  'The lamp is 1200 x 300 x 45 mm and costs 1.250,00',
  'Serial L-4380 to L-4520, 25 years and 60 mm',
  'I forgot my password again',
  'The password is too short',
  'See https://lume.example/a/4111111111111111?p=+393331234567',
  'Version 10.15.7 on 192.168.100.200',
])('finds nothing in: %s', text => {
  expect(privateData(text)).toBeNull()
})

it('looks no closer at a text without numbers or secrets', () => {
  expect(mayBePrivate('Can I pause my plan for 2 months?')).toBe(false)
})
