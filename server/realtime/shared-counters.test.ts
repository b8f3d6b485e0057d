import { nanoid } from 'nanoid'
import { expect, it, onTestFinished } from 'vitest'
import { FaultProxy } from '../../test/faults/proxy/fault-proxy.ts'
import { testRedis } from '../../test/services/redis.ts'
import { describeWith } from '../../test/services/suites.ts'
import { createAttempts } from '../auth/attempts.ts'
import { sharedBudgets } from '../lib/budgets.ts'
import { eventually } from '../testing/eventually.ts'
import { connectCounters } from './shared-counters.ts'

/** A request may be kept waiting so long because of Redis. */
const WAIT_MS = 2_000

describeWith('redisUrl')('[O6] budgets of several nodes', () => {
  async function nodes() {
    const redis = testRedis()
    const { hostname, port } = new URL(redis.url)
    const line = await FaultProxy.to({ host: hostname, port: Number(port) })
    onTestFinished(() => line.close())
    const join = () => {
      const counters = connectCounters(`redis://127.0.0.1:${line.port}`, () => undefined)
      onTestFinished(() => counters.close())
      const budgets = sharedBudgets(counters, `${redis.prefix}:budget`)
      return { counters, attempts: createAttempts({ points: 5, duration: 60 }, budgets, 'attempts') }
    }
    const [one, two] = [join(), join()]
    const ready = () => eventually(() => one.counters.isReady && two.counters.isReady, 20_000)
    await ready()
    return { line, one, two, ready }
  }

  it('are spent together, and given back together', async () => {
    const { one, two } = await nodes()
    const key = nanoid()
    for (let i = 0; i < 5; i++) await (i % 2 === 0 ? one : two).attempts.count(key)
    await expect(one.attempts.count(key)).rejects.toMatchObject({ code: 'rate_limited' })
    await expect(two.attempts.count(key)).rejects.toMatchObject({ code: 'rate_limited' })
    await one.attempts.count(nanoid())
    for (let i = 0; i < 3; i++) await two.attempts.forgive(key)
    await one.attempts.count(key)
  })

  it('are counted by each node for itself while Redis is silent, and nobody waits for it', async () => {
    const { line, one, two, ready } = await nodes()
    line.suffer({ blackHole: ['to-client', 'to-server'] })
    const key = nanoid()
    const asked = performance.now()
    await one.attempts.count(key)
    expect(performance.now() - asked).toBeLessThan(WAIT_MS)
    for (let i = 1; i < 5; i++) await one.attempts.count(key)
    await expect(one.attempts.count(key)).rejects.toMatchObject({ code: 'rate_limited' })
    await two.attempts.count(key)

    line.suffer({})
    await ready()
    const other = nanoid()
    for (let i = 0; i < 5; i++) await (i % 2 === 0 ? one : two).attempts.count(other)
    await expect(two.attempts.count(other)).rejects.toMatchObject({ code: 'rate_limited' })
  }, 60_000)
})
