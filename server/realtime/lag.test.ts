import type { Socket as NetSocket } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Snapshot } from '../contract/reads.ts'
import { newId } from '../lib/ids.ts'
import { eventually } from '../testing/eventually.ts'
import type { TestApp } from '../testing/test-app.ts'
import { startTestApp } from '../testing/test-app.ts'
import type { TestClient } from '../testing/test-client.ts'

const PAGE = { key: 'https://lume.example/', url: 'https://lume.example/' }

/** The wire below a client's socket, to stop reading from it. */
function wireOf({ socket }: TestClient): NetSocket {
  const transport = socket?.io.engine.transport as unknown as { ws: { _socket: NetSocket } }
  return transport.ws._socket
}

describe('a client that does not read', () => {
  let test: TestApp
  beforeAll(async () => {
    test = await startTestApp()
  })
  afterAll(() => test.close())

  it('[F11] is left out, hurts nobody else, and pulls what it missed when it reads again', async () => {
    const anna = await test.visitor('Anna')
    const [quick, slow] = [test.stranger(), test.stranger()]
    await quick.watch('public')
    await slow.watch('public')
    wireOf(slow).pause()
    // Three bytes a character: the kernel's own buffers have to fill up first.
    const body = '電'.repeat(9_990)
    const post = () => anna.run('thread.post', { page: PAGE, kind: 'idea', body })
    for (let round = 0; test.app.hub.lagging === 0; round++) {
      if (round === 100) throw new Error('Never lagged')
      await Promise.all(Array.from({ length: 10 }, post))
    }
    const before = slow.frames.length
    await post()
    const { epoch, asOf } = await anna.get<Snapshot>('snapshot')
    await eventually(() => quick.frames.at(-1)?.to === asOf)
    expect(slow.frames.length).toBe(before)

    wireOf(slow).resume()
    await eventually(() => slow.beacons.some(beacon => beacon.head === asOf), 10_000)
    expect(test.app.hub.lagging).toBe(0)
    expect(slow.frames.at(-1)?.to).toBeLessThan(asOf)
    const pulled = await slow.pull('public', epoch, slow.frames.at(-1)?.to ?? 0)
    expect(pulled).toMatchObject('reset' in pulled ? { head: asOf } : { to: asOf })
    await post()
    await eventually(() => (slow.frames.at(-1)?.to ?? 0) > asOf)
  }, 30_000)

  it('[O6] is not let in while the event loop is late', async () => {
    const late = await startTestApp({ load: { overloaded: true, delay: 300, close: () => undefined } })
    try {
      await expect(late.stranger().connect()).rejects.toThrow('busy')
      const response = await late.stranger().request('snapshot')
      expect(response.status).toBe(503)
      expect(Number(response.headers.get('retry-after'))).toBeGreaterThan(0)
      expect((await late.stranger().request('/healthz')).status).toBe(200)
    } finally {
      await late.close()
    }
  })

  it('[O6] gets no more answers than a person could ask for', async () => {
    const anna = await test.visitor('Anna')
    await anna.connect()
    const ask = () => anna.socket?.emitWithAck('watch', { streams: ['public'] })
    const answers = await Promise.all(Array.from({ length: 40 }, ask))
    const refused = answers.filter(answer => answer && !answer.ok)
    expect(refused).toHaveLength(10)
    expect(refused[0]).toMatchObject({ problem: { code: 'rate_limited', retryAfter: expect.any(Number) } })
  })
  it('[O6] is answered all that the team does in a whole morning at once', async () => {
    const anna = await test.visitor('Anna')
    const { id } = await anna.run('thread.post', { page: PAGE, kind: 'idea', body: 'Could it float?' })
    const giulia = await test.staff('Giulia', 'agent')
    await giulia.connect()
    const pin = (_: unknown, at: number) =>
      giulia.socket?.emitWithAck('command', {
        id: newId('e'),
        name: 'thread.pin',
        input: { thread: id, on: at % 2 === 0 },
      })
    const answers = await Promise.all(Array.from({ length: 120 }, pin))
    expect(answers.filter(answer => !answer?.ok)).toEqual([])
  })
})
