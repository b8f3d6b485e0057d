import { expect, it, onTestFinished } from 'vitest'
import { FaultProxy } from '../../test/faults/proxy/fault-proxy.ts'
import { testRedis } from '../../test/services/redis.ts'
import { describeWith } from '../../test/services/suites.ts'
import { eventually } from '../testing/eventually.ts'
import type { Poke } from './bus.ts'
import { connectBus, WAITING_MAX } from './bus.ts'

const site = (name: string): Poke => ({ type: 'moved', site: name })

describeWith('redisUrl')('[F9] a line to Redis that swallows everything', () => {
  async function nodes() {
    const redis = testRedis()
    const { hostname, port } = new URL(redis.url)
    const line = await FaultProxy.to({ host: hostname, port: Number(port) })
    onTestFinished(() => line.close())
    const join = async (node: string) => {
      const heard: string[] = []
      const bus = await connectBus({
        url: `redis://127.0.0.1:${line.port}`,
        prefix: redis.prefix,
        node,
        onPoke: poke => void (poke.type === 'moved' && heard.push(poke.site)),
        onReturn: () => undefined,
        onError: () => undefined,
        patience: { beat: 200, deaf: 4_000 },
      })
      onTestFinished(() => bus.close())
      return { bus, heard }
    }
    return { line, one: await join('one'), two: await join('two') }
  }

  it('is told no more than a few hundred pokes', async () => {
    const { line, one, two } = await nodes()
    const first = () => {
      one.bus.publish(site('before'))
      return two.heard.includes('before')
    }
    await eventually(first, 20_000)
    line.suffer({ blackHole: ['to-client', 'to-server'] })
    for (let i = 0; i < 100_000; i++) one.bus.publish(site(`lost ${i}`))
    expect(one.bus.waiting).toBeGreaterThan(0)
    expect(one.bus.waiting).toBeLessThanOrEqual(WAITING_MAX)
  }, 60_000)

  it('is given up for a new one, and nodes hear each other again', async () => {
    const { line, one, two } = await nodes()
    const meet = (name: string) =>
      eventually(() => {
        one.bus.publish(site(name))
        two.bus.publish(site(name))
        return one.heard.includes(name) && two.heard.includes(name)
      }, 60_000)
    await meet('before')
    // What was open when it happened stays deaf: only new connections get through.
    line.suffer({ blackHole: ['to-client', 'to-server'] })
    one.bus.publish(site('lost'))
    await eventually(() => one.bus.waiting > 0 && line.connections >= 4)
    await new Promise(resolve => setTimeout(resolve, 200))
    line.suffer({})
    await meet('after')
    expect(two.heard).not.toContain('lost')
  }, 60_000)
})
