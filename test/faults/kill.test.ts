import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import Database from 'better-sqlite3'
import { describe, expect, it, onTestFinished } from 'vitest'
import { ServerNode } from '../../cluster/server-node.ts'
import { createTestDatabase } from '../services/database.ts'
import { describeWith } from '../services/suites.ts'
import { extent, FULL } from './extent.ts'
import { NO_ANOMALIES } from './history/judge.ts'
import { serverOn } from './machines/under-test.ts'
import { saidChance } from './random.ts'
import { figures } from './report/figures.ts'
import { reportEnding } from './report/verdict.ts'
import type { Where } from './world/cast.ts'
import { createCast } from './world/cast.ts'
import type { Ending } from './world/troupe.ts'
import { Troupe } from './world/troupe.ts'

const KILLS = extent(4, 200)
/** Of a server at the most. */
const LIVES_MS = extent(1_500, 3_000)
const WRITES_PER_SECOND = 50
const READY_MS = 5_000

/** Writers on one server that is killed again and again at random moments. */
async function killAgainAndAgain(scenario: string, where: Where): Promise<Ending> {
  const luck = saidChance(scenario)
  const cast = await createCast(where, { visitors: 8, team: 12 })
  const node = await ServerNode.start(serverOn(where))
  onTestFinished(() => node.kill())
  const troupe = new Troupe({ cast, urlOf: () => node.url, chance: luck, think: 50 })
  onTestFinished(() => troupe.leave())
  await troupe.begin()

  const starts: number[] = []
  let [up, acknowledged] = [0, 0]
  for (let i = 0; i < KILLS; i++) {
    const from = performance.now()
    // In full long enough to be warm now and then: one that has just started is killed as well as a busy one.
    await pause(luck.between(300, LIVES_MS))
    const to = performance.now()
    await node.kill()
    up += to - from
    acknowledged += troupe.rate(from, to) * ((to - from) / 1000)
    starts.push(await node.start())
  }
  const ending = await troupe.end(where)
  const rate = acknowledged / (up / 1000)
  const slowest = Math.max(...starts)
  reportEnding(scenario, ending)
  figures(scenario, {
    'killed under load': { measured: KILLS, target: '200 in full', reached: !FULL || KILLS >= 200 },
    'acknowledged writes a second while up': {
      measured: Math.round(rate),
      target: `≥ ${WRITES_PER_SECOND}`,
      reached: rate >= WRITES_PER_SECOND,
    },
    'ready again, slowest': {
      measured: `${Math.round(slowest)} ms`,
      target: `≤ ${READY_MS} ms`,
      reached: slowest <= READY_MS,
    },
    'ended by itself': { measured: node.crashes, target: '0', reached: node.crashes === 0 },
  })
  expect(node.crashes, node.err).toBe(0)
  return ending
}

describe('killed at random moments under load', () => {
  const timeout = extent(60_000, 40 * 60_000)

  it('[W1] [W2] loses nothing and doubles nothing on SQLite', { timeout }, async () => {
    const dataDir = await mkdtemp(join(tmpdir(), 'parla-faults-'))
    onTestFinished(() => rm(dataDir, { recursive: true, force: true }))
    const ending = await killAgainAndAgain('kill -9 on SQLite', { DATA_DIR: dataDir })
    expect(ending.anomalies).toEqual(NO_ANOMALIES)
    expect(ending.diverged).toEqual([])
    expect(ending.unknown).toBe(0)
    const file = new Database(join(dataDir, 'parla.db'), { readonly: true })
    onTestFinished(() => void file.close())
    expect(file.pragma('integrity_check', { simple: true })).toBe('ok')
  })

  describeWith('databaseUrl')('', () => {
    it('[W1] [W2] loses nothing and doubles nothing on Postgres', { timeout }, async () => {
      const database = await createTestDatabase()
      onTestFinished(() => database.drop())
      const ending = await killAgainAndAgain('kill -9 on Postgres', { DATABASE_URL: database.url })
      expect(ending.anomalies).toEqual(NO_ANOMALIES)
      expect(ending.diverged).toEqual([])
      expect(ending.unknown).toBe(0)
    })
  })
})
