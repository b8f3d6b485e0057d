import { once } from 'node:events'
import type { AddressInfo, Socket } from 'node:net'
import { connect, createServer } from 'node:net'
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest'
import { eventually } from '../../../server/testing/eventually.ts'
import { FaultProxy } from './fault-proxy.ts'

describe('a bad line', () => {
  let proxy: FaultProxy
  /** What the server was told, and its side of the lines. */
  let heard: string
  let ends: Socket[]

  beforeEach(async () => {
    heard = ''
    ends = []
    // Says everything back.
    const server = createServer(socket => {
      ends.push(socket)
      socket
        .on('error', () => undefined)
        .on('data', data => {
          heard += data
          socket.write(data)
        })
    }).listen(0, '127.0.0.1')
    await once(server, 'listening')
    proxy = await FaultProxy.to({ host: '127.0.0.1', port: (server.address() as AddressInfo).port })
    onTestFinished(async () => {
      await proxy.close()
      server.close()
    })
  })

  async function caller() {
    const socket = connect(proxy.port, '127.0.0.1').on('error', () => undefined)
    const told = { text: '', ended: false }
    socket.on('data', data => {
      told.text += data
    })
    socket.on('close', () => {
      told.ended = true
    })
    onTestFinished(() => void socket.destroy())
    await once(socket, 'connect')
    return { socket, told, say: (text: string) => void socket.write(text) }
  }

  it('carries both ways as long as nothing is wrong', async () => {
    const { told, say } = await caller()
    say('a'.repeat(300_000))
    await eventually(() => told.text.length === 300_000)
    expect(heard).toHaveLength(300_000)
  })

  it('holds data back without changing their order', async () => {
    const waits = [80, 5, 40, 0, 0, 0]
    proxy.suffer({ latency: () => waits.shift() ?? 0 })
    const { told, say } = await caller()
    const began = performance.now()
    for (const part of ['one ', 'two ', 'three']) {
      say(part)
      await new Promise(resolve => setImmediate(resolve))
    }
    await eventually(() => told.text === 'one two three')
    expect(performance.now() - began).toBeGreaterThan(75)
  })

  it('resets', async () => {
    const { told, say } = await caller()
    say('hello')
    await eventually(() => told.text === 'hello')
    proxy.reset()
    await eventually(() => told.ended && ends[0]?.destroyed && proxy.connections === 0)
  })

  it('leaves a client with half a line that takes everything and says nothing', async () => {
    const { told, say } = await caller()
    say('hello')
    await eventually(() => told.text === 'hello')
    proxy.halfOpen()
    await eventually(() => ends[0]?.destroyed)
    say('anybody?')
    const other = await caller()
    other.say('me')
    await eventually(() => other.told.text === 'me')
    expect(told).toEqual({ text: 'hello', ended: false })
    expect(heard).toBe('hellome')
  })

  it('swallows one direction or the other, for good on connections that lost something', async () => {
    const [one, two] = [await caller(), await caller()]
    proxy.suffer({ blackHole: ['to-client'] })
    one.say('one')
    await eventually(() => heard === 'one')
    proxy.suffer({ blackHole: ['to-server'] })
    two.say('two')
    ends[1]?.write('hello')
    await eventually(() => two.told.text === 'hello')
    proxy.suffer({})
    one.say('again')
    two.say('again')
    const three = await caller()
    three.say('three')
    await eventually(() => three.told.text === 'three')
    expect(heard).toBe('oneagainthree')
    expect(one.told).toEqual({ text: '', ended: false })
  })

  it('lets little through to somebody who hardly reads', async () => {
    proxy.suffer({ bytesPerSecond: 100_000 })
    const { told, say } = await caller()
    const began = performance.now()
    say('a'.repeat(20_000))
    await eventually(() => told.text.length === 20_000)
    expect(performance.now() - began).toBeGreaterThan(190)
  })

  it('shuts and opens again on its port', async () => {
    const { told } = await caller()
    const { port } = proxy
    await proxy.shut()
    await eventually(() => told.ended)
    await expect(caller()).rejects.toThrow('ECONNREFUSED')
    await proxy.open()
    expect(proxy.port).toBe(port)
    const { told: again, say } = await caller()
    say('back')
    await eventually(() => again.text === 'back')
  })
})
