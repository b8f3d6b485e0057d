import { afterEach, beforeEach, expect, it } from 'vitest'
import { whenBack } from './when-back.ts'

const zone = process.env.TZ
beforeEach(() => {
  process.env.TZ = 'Europe/Rome'
})
afterEach(() => {
  if (zone === undefined) delete process.env.TZ
  else process.env.TZ = zone
})

const at = (iso: string) => Date.parse(iso)

it.each([
  ['later today', '2026-03-27T06:30:00Z', '2026-03-27T08:00:00Z', true, 'today', '9:00 AM'],
  ['tomorrow', '2026-03-26T20:00:00Z', '2026-03-27T08:00:00Z', true, 'tomorrow', '9:00 AM'],
  [
    'tomorrow by the reader’s clock',
    '2026-03-27T23:30:00Z',
    '2026-03-29T07:00:00Z',
    true,
    'tomorrow',
    '9:00 AM',
  ],
  [
    'after the night that is an hour shorter',
    '2026-03-27T17:00:00Z',
    '2026-03-30T07:00:00Z',
    false,
    'Monday',
    '9:00 AM',
  ],
])('[U1] says when the team is back: %s', (_, now, back, near, day, time) => {
  expect(whenBack('en', at(back), at(now))).toEqual({
    near,
    day,
    time: expect.stringMatching(time.replace(' ', '\\s')),
  })
})

it('[U1] says it in the words of the page’s language', () => {
  const said = whenBack('it', at('2026-03-30T07:00:00Z'), at('2026-03-29T20:00:00Z'))
  expect(said).toEqual({ near: true, day: 'domani', time: '09:00' })
})
