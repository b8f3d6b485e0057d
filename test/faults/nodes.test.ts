import { rename } from 'node:fs/promises'
import { setTimeout as pause } from 'node:timers/promises'
import { createClient } from 'redis'
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import { eventually } from '../../server/testing/eventually.ts'
import { leaveOut } from '../services/suites.ts'
import { extent, FULL } from './extent.ts'
import { NO_ANOMALIES } from './history/judge.ts'
import { outcomesOf } from './history/outcomes.ts'
import type { History } from './history/recorder.ts'
import type { ThreeNodes } from './machines/three-nodes.ts'
import { startThreeNodes } from './machines/three-nodes.ts'
import { saidChance } from './random.ts'
import { figures } from './report/figures.ts'
import { reportEnding } from './report/verdict.ts'
import { createCast, withStore } from './world/cast.ts'
import { Troupe } from './world/troupe.ts'

const WAIT_MS = 2_000
const AGAIN_MS = 5_000

/** The slowest acknowledgement of the first attempt, in milliseconds, of those asked for after `since`. */
const slowestAck = (history: History, since: number): number =>
  Math.max(
    0,
    ...outcomesOf(history.events)
      .filter(
        ({ fate, attempts, invokedAt }) => fate === 'acknowledged' && attempts === 1 && invokedAt >= since,
      )
      .map(({ invokedAt, settledAt }) => settledAt - invokedAt),
  )

const ADVICE_THREE = 'Postgres and Redis of its own: install postgresql and redis-server'

describe('three nodes on one Postgres and one Redis', () => {
  let three: ThreeNodes | null
  beforeAll(async () => {
    three = await startThreeNodes()
  })
  afterAll(() => three?.close())

  const timeout = extent(60_000, 20 * 60_000)

  /** Runs a scenario under load on a site of its own, and judges it. */
  function scenario(title: string, name: string, play: (stage: ThreeNodes, troupe: Troupe) => Promise<void>) {
    it(title, { timeout }, async context => {
      if (!three) leaveOut(context, ADVICE_THREE)
      const { where, balancer, nodes } = three
      const cast = await createCast(where, { visitors: 6, team: 10 })
      const luck = saidChance(name)
      const troupe = new Troupe({ cast, urlOf: () => balancer.url, chance: luck, think: 250 })
      onTestFinished(() => troupe.leave())
      await troupe.begin()
      await pause(300)
      const crashes = nodes.reduce((sum, node) => sum + node.crashes, 0)
      await play(three, troupe)
      const ending = await troupe.end(where)
      reportEnding(name, ending)
      const crashed = nodes.reduce((sum, node) => sum + node.crashes, 0) - crashes
      figures(name, {
        'nodes that ended by themselves': { measured: crashed, target: '0', reached: crashed === 0 },
      })
      expect(crashed, nodes.map(({ err }) => err.slice(-2_000)).join('\n')).toBe(0)
      expect(ending.anomalies).toEqual(NO_ANOMALIES)
      expect(ending.diverged).toEqual([])
      expect(ending.unknown).toBe(0)
    })
  }

  scenario('[W1] [W2] lose nothing when one of them is killed', 'node killed', async ({ nodes }) => {
    for (let i = 0; i < extent(1, 20); i++) {
      const node = nodes[i % nodes.length]
      await node?.kill()
      await pause(700)
      await node?.start()
      await pause(300)
    }
  })

  scenario(
    '[W2] [J1] lose and double nothing when one of them is suspended, as a sleeping machine is',
    'node suspended',
    async ({ nodes }) => {
      const [node] = nodes
      node?.pause(true)
      await pause(extent(3_000, 30_000))
      node?.pause(false)
      await eventually(async () => (await fetch(`${node?.url}/readyz`)).ok, 20_000)
      await pause(500)
    },
  )

  scenario(
    '[O5] lose nothing and refuse nothing for it in a rolling restart',
    'rolling restart',
    async ({ nodes }, troupe) => {
      for (let round = 0; round < extent(1, 7); round++)
        for (const node of nodes) {
          await node.stop()
          await node.start()
          await pause(500)
        }
      await troupe.rest()
      const codes = new Set(troupe.history.events.flatMap(event => (event.type === 'fail' ? event.code : [])))
      // What somebody removed a moment before cannot be changed: that is no failure.
      const strange = [...codes].filter(code => !['forbidden', 'rate_limited'].includes(code))
      figures('rolling restart', {
        'refusals that came of it': {
          measured: strange.join(', ') || 'none',
          target: 'none',
          reached: strange.length === 0,
        },
      })
      expect(strange).toEqual([])
    },
  )

  scenario(
    '[F9] lose nothing when Redis is flushed, killed or swallows everything',
    'Redis in trouble',
    async ({ redis, redisLine }, troupe) => {
      const since = performance.now()
      let slowestReturn = 0
      for (let i = 0; i < extent(1, 20); i++) {
        const client = createClient({ url: redis.url })
        await client.connect()
        await client.sendCommand(['FLUSHALL'])
        await client.sendCommand(['CLIENT', 'KILL', 'TYPE', 'pubsub'])
        client.destroy()
        await pause(200)
        await redis.restart(() => pause(700))
        slowestReturn = Math.max(slowestReturn, await returned(troupe))
        redisLine.suffer({ blackHole: ['to-client', 'to-server'] })
        await pause(extent(1_500, 5_000))
        redisLine.suffer({})
        slowestReturn = Math.max(slowestReturn, await returned(troupe))
      }
      const slowest = slowestAck(troupe.history, since)
      figures('Redis in trouble', {
        'slowest acknowledgement meanwhile': {
          measured: `${Math.round(slowest)} ms`,
          target: `≤ ${WAIT_MS} ms`,
          reached: slowest <= WAIT_MS,
        },
        'other nodes hear again after': {
          measured: `${Math.round(slowestReturn)} ms`,
          target: `≤ ${AGAIN_MS} ms`,
          reached: slowestReturn <= AGAIN_MS,
        },
      })
    },
  )

  scenario('[W1] lose nothing when Postgres restarts', 'Postgres restarted', async ({ postgres, nodes }) => {
    let slowest = 0
    for (let i = 0; i < extent(2, 20); i++) {
      await postgres.restart(i % 2 === 0 ? 'immediate' : 'fast')
      const began = performance.now()
      for (const node of nodes) await eventually(async () => (await fetch(`${node.url}/readyz`)).ok, 20_000)
      slowest = Math.max(slowest, performance.now() - began)
      await pause(500)
    }
    figures('Postgres restarted', {
      'nodes take work again after': {
        measured: `${Math.round(slowest)} ms`,
        target: `≤ ${AGAIN_MS} ms`,
        reached: slowest <= AGAIN_MS,
      },
    })
  })

  it('[F10] bring everybody to what a restored older copy holds', { timeout }, async context => {
    if (!three) leaveOut(context, ADVICE_THREE)
    const { where, balancer, postgres } = three
    const cast = await createCast(where, { visitors: 4, team: 4 })
    const luck = saidChance('older copy restored')
    const troupe = new Troupe({ cast, urlOf: () => balancer.url, chance: luck, think: 200 })
    onTestFinished(() => troupe.leave())
    const epochOf = () =>
      withStore(where, store =>
        store.read(db =>
          db
            .selectFrom('site_head')
            .select(['epoch', 'head'])
            .where('site_id', '=', cast.site.id)
            .executeTakeFirstOrThrow(),
        ),
      )
    await troupe.begin()
    await pause(1_000)
    await postgres.restart('fast', (data, copy) => copy(data, `${data}.copy`))
    await pause(1_500)
    await troupe.rest()
    const before = await epochOf()
    await postgres.restart('fast', async (data, copy) => {
      await rename(data, `${data}.lost`)
      await copy(`${data}.copy`, data)
    })
    for (const { writer } of troupe.players) writer.start()
    await pause(extent(2_000, 5_000))
    const ending = await troupe.end(where)
    const after = await epochOf()
    const resets = troupe.players.filter(({ follower }) => follower.puller.resets > 0).length
    figures('older copy restored', {
      'epoch changed': {
        measured: String(after.epoch !== before.epoch),
        target: 'true',
        reached: after.epoch !== before.epoch,
      },
      'clients that began anew': {
        measured: `${resets} of ${troupe.players.length}`,
        target: 'all',
        reached: resets === troupe.players.length,
      },
      'clients that differ from the store': {
        measured: ending.diverged.length,
        target: '0',
        reached: ending.diverged.length === 0,
      },
      'all equal after quiet': {
        measured: `${Math.round(ending.convergedAfter)} ms`,
        target: '≤ 5000 ms',
        reached: ending.convergedAfter <= 5_000,
      },
    })
    expect(after.epoch).not.toBe(before.epoch)
    expect(ending.diverged).toEqual([])
    // What the copy lacks is lost; what it has, it has once, and in order.
    const { duplicated, gaps, drifted } = ending.anomalies
    expect({ duplicated, gaps, drifted }).toEqual({ duplicated: [], gaps: [], drifted: [] })
  })

  /** How long until everybody shows a message that is written now, through whichever node. */
  async function returned(troupe: Troupe): Promise<number> {
    const began = performance.now()
    const position = Math.max(
      0,
      ...troupe.players.map(({ follower, streams }) => follower.replica.cursor(streams[0] as 'public') ?? 0),
    )
    await eventually(
      () =>
        troupe.players.every(
          ({ follower, streams }) => (follower.replica.cursor(streams[0] as 'public') ?? 0) > position,
        ),
      FULL ? 20_000 : 10_000,
    )
    return performance.now() - began
  }
})
