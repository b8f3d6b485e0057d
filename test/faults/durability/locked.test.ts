import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import Database from 'better-sqlite3'
import { expect, it, onTestFinished } from 'vitest'
import { ServerNode } from '../../../cluster/server-node.ts'
import { eventually } from '../../../server/testing/eventually.ts'
import { extent } from '../extent.ts'
import { NO_ANOMALIES } from '../history/judge.ts'
import { serverOn } from '../machines/under-test.ts'
import { saidChance } from '../random.ts'
import { figures } from '../report/figures.ts'
import { reportEnding } from '../report/verdict.ts'
import { createCast } from '../world/cast.ts'
import { Troupe } from '../world/troupe.ts'

const LOCKED_MS = extent(6_500, 30_000)
const STOPPED_MS = 200
const REFUSED_MS = 6_000
const SCENARIO = 'database locked'

it('[O4] a lock that another process holds stops neither the event loop nor readers', {
  timeout: 120_000,
}, async () => {
  const folder = await mkdtemp(join(tmpdir(), 'parla-faults-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  const where = { DATA_DIR: folder }
  const cast = await createCast(where, { visitors: 3, team: 5 })
  const node = await ServerNode.start(serverOn(where))
  onTestFinished(() => node.kill())
  const troupe = new Troupe({
    cast,
    urlOf: () => node.url,
    chance: saidChance(SCENARIO),
    think: 200,
    patience: 10_000,
  })
  onTestFinished(() => troupe.leave())
  await troupe.begin()

  const foreign = new Database(join(folder, 'parla.db'), { timeout: 5_000 })
  onTestFinished(() => void foreign.close())
  const before = await slowestOf(node.url, performance.now() + 2_000)
  foreign.exec('begin immediate')
  const began = performance.now()
  const snapshot = `${node.url}/api/v1/sites/${cast.site.id}/snapshot`
  const [stopped, read] = await Promise.all([
    slowestOf(node.url, began + LOCKED_MS),
    slowestOf(node.url, began + LOCKED_MS, snapshot),
  ])
  foreign.exec('rollback')
  const freed = performance.now()
  await eventually(() => troupe.history.events.some(({ type, at }) => type === 'ok' && at > freed), 20_000)
  const again = performance.now() - freed
  const ending = await troupe.end(where)
  reportEnding(SCENARIO, ending)
  figures(SCENARIO, {
    'event loop late at most (slowest empty answer)': {
      measured: `${Math.round(stopped.slowest)} ms (${Math.round(before.slowest)} ms before)`,
      target: `≤ ${STOPPED_MS} ms`,
      reached: stopped.slowest <= STOPPED_MS,
    },
    'slowest read meanwhile': {
      measured: `${Math.round(read.slowest)} ms`,
      target: `≤ ${STOPPED_MS} ms`,
      reached: read.slowest <= STOPPED_MS,
    },
    'writes go again after': { measured: `${Math.round(again)} ms`, target: 'stated', reached: true },
  })
  // A busy machine may turn some readers away; a lock they waited for would do it to all.
  expect(read.answered).toBeGreaterThan(LOCKED_MS / 1_000)
  // A driver that waits for the lock by itself would stop everybody for seconds.
  expect(stopped.slowest).toBeLessThan(REFUSED_MS / 2)
  expect(ending.anomalies).toEqual(NO_ANOMALIES)
  expect(ending.diverged).toEqual([])
  expect(ending.unknown).toBe(0)
})

/** Asks again and again until a moment: the slowest answer, and how many there were. */
async function slowestOf(origin: string, until: number, url = `${origin}/healthz`) {
  let [slowest, answered] = [0, 0]
  while (performance.now() < until) {
    const asked = performance.now()
    const answer = await fetch(url)
    await answer.arrayBuffer()
    if (answer.ok) answered++
    slowest = Math.max(slowest, performance.now() - asked)
    await pause(10)
  }
  return { slowest, answered }
}
