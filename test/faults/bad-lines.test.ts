import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { describe, expect, it, onTestFinished } from 'vitest'
import { ServerNode } from '../../cluster/server-node.ts'
import { eventually } from '../../server/testing/eventually.ts'
import { Follower } from '../../server/testing/follower.ts'
import { TEST_ORIGIN } from '../../server/testing/test-app.ts'
import { TestClient } from '../../server/testing/test-client.ts'
import { extent, FULL } from './extent.ts'
import { NO_ANOMALIES } from './history/judge.ts'
import { serverOn } from './machines/under-test.ts'
import { FaultProxy } from './proxy/fault-proxy.ts'
import type { Chance } from './random.ts'
import { saidChance } from './random.ts'
import { figures } from './report/figures.ts'
import { reportEnding } from './report/verdict.ts'
import { createCast } from './world/cast.ts'
import { Troupe } from './world/troupe.ts'

const CLIENTS = extent(12, 100)
const FAULTS_MS = extent(4_000, 60_000)
/** Every line is in trouble so often. */
const TROUBLE_EVERY_MS = 4_000
/** Milliseconds after which a request that nobody answers counts as lost. */
const PATIENCE_MS = 1_500
/** After the faults everybody goes on writing for so long, and finds out which of their connections are dead. */
const CALM_MS = 3 * PATIENCE_MS
const BLACK_HOLE_MS = 45_000

async function newServer() {
  const dataDir = await mkdtemp(join(tmpdir(), 'parla-faults-'))
  onTestFinished(() => rm(dataDir, { recursive: true, force: true }))
  const where = { DATA_DIR: dataDir }
  const start = async () => {
    const node = await ServerNode.start(serverOn(where))
    onTestFinished(() => node.kill())
    return node
  }
  return { where, start }
}

async function newLine(node: ServerNode): Promise<FaultProxy> {
  const line = await FaultProxy.to({ host: '127.0.0.1', port: node.port })
  onTestFinished(() => line.close())
  return line
}

/** Something bad for a moment. */
async function trouble(line: FaultProxy, luck: Chance): Promise<void> {
  const kind = luck.pick(
    [3, 'late'],
    [3, 'reset'],
    [2, 'half-open'],
    [2, 'deaf'],
    [2, 'mute'],
    [2, 'slow'],
    [1, 'shut'],
  )
  const lasting = luck.between(100, 1_500)
  if (kind === 'late') line.suffer({ latency: () => luck.between(0, 400) })
  if (kind === 'reset') line.reset()
  if (kind === 'half-open') line.halfOpen()
  if (kind === 'deaf') line.suffer({ blackHole: ['to-client'] })
  if (kind === 'mute') line.suffer({ blackHole: ['to-server'] })
  if (kind === 'slow') line.suffer({ bytesPerSecond: 4_000 })
  if (kind === 'shut') await line.shut()
  await pause(lasting)
  if (kind === 'shut') await line.open()
  line.suffer({})
}

describe('bad lines', () => {
  const timeout = extent(60_000, 10 * 60_000)

  it('[W2] [F6] do not keep anybody from writing once and seeing all', { timeout }, async () => {
    const luck = saidChance('bad lines')
    const { where, start } = await newServer()
    const cast = await createCast(where, { visitors: CLIENTS / 2, team: CLIENTS / 2 })
    const node = await start()
    const lines = await Promise.all(cast.members.map(() => newLine(node)))
    const troupe = new Troupe({
      cast,
      urlOf: i => lines[i]?.url as string,
      chance: luck,
      think: extent(300, 2_000),
      patience: PATIENCE_MS,
    })
    onTestFinished(() => troupe.leave())
    await troupe.begin()

    const until = performance.now() + FAULTS_MS
    const suffering = lines.map(async line => {
      while (performance.now() < until) {
        await pause(luck.between(0, TROUBLE_EVERY_MS))
        await trouble(line, luck)
      }
    })
    await pause(FAULTS_MS / 3)
    await node.stop()
    await node.start()
    await pause(FAULTS_MS / 3)
    await node.kill()
    await node.start()
    await Promise.all(suffering)
    await pause(CALM_MS)
    const ending = await troupe.end(where)
    reportEnding(`${CLIENTS} clients on bad lines`, ending)
    expect(ending.anomalies).toEqual(NO_ANOMALIES)
    expect(ending.diverged).toEqual([])
    expect(ending.unknown).toBe(0)
  })

  // It takes as long as it takes to notice.
  const whenFull = FULL ? it : () => undefined
  whenFull('[F8] are noticed within 45 seconds where one direction is a black hole', async () => {
    const { where, start } = await newServer()
    const cast = await createCast(where, { visitors: 2, team: 0 })
    const node = await start()
    const noticed = await Promise.all(
      (['to-client', 'to-server'] as const).map(async direction => {
        const line = await newLine(node)
        const client = new TestClient({ url: line.url, origin: TEST_ORIGIN, site: cast.site.id })
        const reader = new Follower({ client, streams: ['public'] })
        onTestFinished(() => reader.stop())
        reader.start()
        await eventually(() => reader.connected && reader.replica.cursor('public') !== undefined)
        const began = performance.now()
        line.suffer({ blackHole: [direction] })
        await eventually(() => !reader.connected, 60_000)
        return performance.now() - began
      }),
    )
    const slowest = Math.max(...noticed)
    figures('one-way black hole', {
      'noticed by an idle client, slower direction': {
        measured: `${(slowest / 1000).toFixed(1)} s`,
        target: '≤ 45 s',
        reached: slowest <= BLACK_HOLE_MS,
      },
    })
    expect(slowest).toBeLessThanOrEqual(BLACK_HOLE_MS)
  })
})
