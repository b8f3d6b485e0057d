import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import Database from 'better-sqlite3'
import { expect, it, onTestFinished } from 'vitest'
import { ServerNode } from '../../../cluster/server-node.ts'
import { eventually } from '../../../server/testing/eventually.ts'
import { leaveOut } from '../../services/suites.ts'
import { extent } from '../extent.ts'
import { NO_ANOMALIES } from '../history/judge.ts'
import type { HistoryEvent } from '../history/recorder.ts'
import { smallDisk } from '../machines/small-disk.ts'
import { serverOn } from '../machines/under-test.ts'
import { saidChance } from '../random.ts'
import { figures } from '../report/figures.ts'
import { reportEnding } from '../report/verdict.ts'
import { createCast } from '../world/cast.ts'
import { Troupe } from '../world/troupe.ts'

const TIMES = extent(3, 50)
const HEALED_MS = 5_000
const SCENARIO = 'disk full'

it('[O4] [W1] a full disk refuses writes, goes on reading, loses nothing and heals by itself', {
  timeout: extent(180_000, 30 * 60_000),
}, async context => {
  const disk = await smallDisk()
  if (!disk) leaveOut(context, 'prlimit: install util-linux')
  onTestFinished(() => disk.remove())
  const where = { DATA_DIR: disk.folder }
  const cast = await createCast(where, { visitors: 4, team: 6 })
  const node = await ServerNode.start({ ...serverOn(where), under: disk.under })
  onTestFinished(() => node.kill())
  const { pid } = node
  const troupe = new Troupe({ cast, urlOf: () => node.url, chance: saidChance(SCENARIO), think: 200 })
  onTestFinished(() => troupe.leave())
  await troupe.begin()

  const has = (since: number, says: (event: HistoryEvent) => boolean) =>
    troupe.history.events.some(event => event.at >= since && says(event))
  const healed: number[] = []
  const snapshot = `${node.url}/api/v1/sites/${cast.site.id}/snapshot`
  let [refusals, slowestRead] = [0, 0]
  for (let i = 0; i < TIMES; i++) {
    disk.fill(pid as number)
    const full = performance.now()
    await eventually(() => has(full, ({ type }) => type === 'unknown'), 20_000)
    // A machine that is busy with other things may turn a reader away once; a full disk would do it each time.
    const asked = performance.now()
    await eventually(async () => (await fetch(snapshot)).ok, 40_000)
    slowestRead = Math.max(slowestRead, performance.now() - asked)
    await pause(300)
    disk.free(pid as number)
    const free = performance.now()
    await eventually(() => has(free, ({ type }) => type === 'ok'), 30_000)
    healed.push(performance.now() - free)
    refusals += troupe.history.events.filter(
      event => event.type === 'unknown' && event.at >= full && event.at < free,
    ).length
  }
  const ending = await troupe.end(where)
  const slowest = Math.max(...healed)
  reportEnding(SCENARIO, ending)
  figures(SCENARIO, {
    [`full under load, by ${disk.means}`]: { measured: TIMES, target: '50 in full', reached: true },
    'writes refused meanwhile': { measured: refusals, target: '> 0', reached: refusals > 0 },
    'slowest read meanwhile': { measured: `${Math.round(slowestRead)} ms`, target: 'stated', reached: true },
    'writes go again after, slowest': {
      measured: `${Math.round(slowest)} ms`,
      target: `≤ ${HEALED_MS} ms`,
      reached: slowest <= HEALED_MS,
    },
    'ended by itself': { measured: node.crashes, target: '0', reached: node.crashes === 0 },
  })
  expect(node.pid).toBe(pid)
  expect(ending.anomalies).toEqual(NO_ANOMALIES)
  expect(ending.diverged).toEqual([])
  expect(ending.unknown).toBe(0)
  // What could not be written is said to be busy, and never that something is broken.
  const words = new Set(troupe.history.events.flatMap(event => (event.type === 'unknown' ? [event.why] : [])))
  expect([...words].filter(why => /internal/i.test(why))).toEqual([])
  const file = new Database(join(disk.folder, 'parla.db'), { readonly: true })
  onTestFinished(() => void file.close())
  expect(file.pragma('integrity_check', { simple: true })).toBe('ok')
})
