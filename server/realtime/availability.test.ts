import { expect, it } from 'vitest'
import { roundUp } from '../insights/availability.ts'
import { eventually } from '../testing/eventually.ts'
import { onBoth } from '../testing/on-both.ts'

const PAGE = { key: 'https://lume.example/', url: 'https://lume.example/' }
const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

it('[I4] reply times are rounded up as people say them', () => {
  const minutes = [4.9, 5, 5.1, 59, 60, 61, 23.5 * 60, 24 * 60, 49 * 60, 73 * 60]
  expect(minutes.map(one => roundUp(one * MINUTE))).toEqual([
    ...[0, 5, 10, 60, 60, 120, 24 * 60, 24 * 60, 72 * 60],
    null,
  ])
})

onBoth('[I4] a visitor hears when the team replies', app => {
  it('as measured in office time, from five replies on, and outside of it when they are back', async () => {
    const { clock } = app()
    const site = await app().addSite()
    // The clock of the tests may be anywhere; the week of the office begins with its next Monday.
    const monday = Math.ceil(clock.now() / DAY) * DAY
    const day = new Date(monday).getUTCDay() || 7
    const owner = await app().staff('Teresa', 'owner', site)
    await owner.run('site.configure', {
      timeZone: 'Europe/Rome',
      officeHours: [{ day, opens: 9 * 60, closes: 18 * 60 }],
    })
    const offset = Number(
      new Date(monday).toLocaleString('en', { timeZone: 'Europe/Rome', hour: 'numeric', hourCycle: 'h23' }),
    )
    const opening = monday + (9 - offset) * HOUR
    clock.pass(opening - HOUR - clock.now())
    const early = app().stranger(site)
    await early.connect()
    await eventually(() => early.presences.at(-1)?.backAt === opening)
    expect(early.presences.at(-1)?.replyMinutes).toBeNull()

    const anna = await app().visitor('Anna', site)
    const ask = async () =>
      (await anna.run('thread.post', { page: PAGE, kind: 'question', body: 'Anybody?' })).id
    // Asked before the office opens: the clock starts when it does.
    const asked = [await ask()]
    clock.pass(HOUR)
    for (let i = 0; i < 4; i++) asked.push(await ask())
    clock.pass(12 * MINUTE)
    for (const thread of asked) await owner.run('reply.post', { thread, body: 'Yes' })
    clock.pass(11 * MINUTE)
    const reader = app().stranger(site)
    await reader.connect()
    await eventually(() => reader.presences.at(-1)?.replyMinutes === 15)
    expect(reader.presences.at(-1)).toEqual({ names: [], count: 0, replyMinutes: 15, backAt: null })
  })
})
