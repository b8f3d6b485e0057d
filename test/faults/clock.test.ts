import { setTimeout as pause } from 'node:timers/promises'
import { expect, it, onTestFinished } from 'vitest'
import { startTestApp } from '../../server/testing/test-app.ts'
import { extent } from './extent.ts'
import { NO_ANOMALIES } from './history/judge.ts'
import { saidChance } from './random.ts'
import { figures } from './report/figures.ts'
import { reportEnding } from './report/verdict.ts'
import { createCastIn } from './world/cast.ts'
import { Troupe } from './world/troupe.ts'

const JUMPS = extent(8, 200)
const HOUR = 60 * 60 * 1000
const SCENARIO = 'clock jumps'

it('[R4] a clock that jumps by hours and days loses, doubles and reorders nothing, and signs nobody out', {
  timeout: extent(90_000, 20 * 60_000),
}, async () => {
  const test = await startTestApp()
  onTestFinished(() => test.close())
  const luck = saidChance(SCENARIO)
  const cast = await createCastIn(test.app.store, { visitors: 4, team: 6 })
  const troupe = new Troupe({
    cast,
    urlOf: () => test.app.url,
    ownOrigin: test.app.url,
    chance: luck,
    think: 100,
  })
  onTestFinished(() => troupe.leave())
  await troupe.begin()
  for (let i = 0; i < JUMPS; i++) {
    await pause(luck.between(100, 400))
    const sign = luck.pick([1, 1], [1, -1])
    test.clock.pass(sign * luck.pick([1, HOUR], [1, 24 * HOUR]))
    // Whoever comes back has to be recognised by the clock as it is now.
    const player = luck.one(troupe.players)
    player?.follower.drop()
  }
  await troupe.rest()
  const ending = await troupe.compare(test.app.store, {
    patience: 20_000,
    now: test.clock.now(),
    jumped: true,
  })
  reportEnding(SCENARIO, ending)
  const signedOut = troupe.history.events.filter(
    event => event.type === 'fail' && event.code === 'unauthenticated',
  ).length
  figures(SCENARIO, {
    'jumps of an hour or a day, either way': {
      measured: JUMPS,
      target: 'stated',
      reached: true,
    },
    'writes refused as signed out': { measured: signedOut, target: '0', reached: signedOut === 0 },
  })
  expect(signedOut).toBe(0)
  expect(ending.anomalies).toEqual(NO_ANOMALIES)
  expect(ending.diverged).toEqual([])
  expect(ending.unknown).toBe(0)
})
