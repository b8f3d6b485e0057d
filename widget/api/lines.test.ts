import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { PROTOCOL } from '../../server/contract/limits.ts'
import type { Presence, Writing } from '../../server/contract/presence.ts'
import { eventually } from '../../server/testing/eventually.ts'
import type { TestApp } from '../../server/testing/test-app.ts'
import { startTestApp } from '../../server/testing/test-app.ts'
import type { TestClient } from '../../server/testing/test-client.ts'
import { connect } from './connection.ts'
import { createLines } from './lines.ts'

const PAGE = { key: 'https://lume.example/', url: 'https://lume.example/' }

describe('[H2] a line that widgets of one page share', () => {
  let test: TestApp
  let anna: TestClient
  let sockets: WebSocket[]
  beforeAll(async () => {
    test = await startTestApp()
    anna = await test.visitor('Anna')
  })
  afterAll(() => test.close())
  beforeEach(() => {
    sockets = []
    const open = globalThis.WebSocket
    vi.stubGlobal(
      'WebSocket',
      class extends open {
        constructor(address: string) {
          super(address)
          sockets.push(this)
        }
      },
    )
  })
  afterEach(() => {
    vi.unstubAllGlobals()
    for (const socket of sockets) socket.close()
  })

  const page = () => {
    const share = createLines()(connect)
    const widget = (token?: string) => {
      const told = {
        frames: [] as string[],
        presence: [] as Presence[],
        writing: [] as Writing[],
        connected: 0,
        lost: 0,
        drain: 0,
      }
      const auth = { site: test.site.id, protocol: PROTOCOL, ...(token && { token }) }
      const line = share(test.app.url, auth, {
        connected: () => told.connected++,
        lost: () => told.lost++,
        drain: () => told.drain++,
        frame: ({ stream }) => told.frames.push(stream),
        presence: presence => told.presence.push(presence),
        writing: writing => told.writing.push(writing),
      })
      return { line, told }
    }
    return widget
  }
  const post = (body: string) => anna.run('thread.post', { page: PAGE, kind: 'idea', body })

  it('is one socket, and each hears the streams it watches', async () => {
    const widget = page()
    const [first, second] = [widget(), widget()]
    await eventually(() => first.line.connected && second.line.connected)
    expect([first.told.connected, second.told.connected]).toEqual([1, 1])
    await first.line.ask('watch', { streams: ['public'] })
    await second.line.ask('watch', { streams: [`page:${PAGE.key}`] })
    await post('Both of them hear this')
    await eventually(() => first.told.frames.length + second.told.frames.length === 2)
    expect([first.told.frames, second.told.frames]).toEqual([['public'], [`page:${PAGE.key}`]])
    const third = widget()
    await eventually(() => third.told.connected === 1)
    expect(sockets.length).toBe(1)
    first.line.close()
    second.line.close()
    expect(sockets[0]?.readyState).toBe(WebSocket.OPEN)
    third.line.close()
    await eventually(() => sockets[0]?.readyState === WebSocket.CLOSED)
    expect([first.told.lost, second.told.lost, third.told.lost]).toEqual([0, 0, 0])
  })

  it('goes on for those who stay, with what they watch', async () => {
    const widget = page()
    const [first, second] = [widget(), widget()]
    await eventually(() => first.line.connected && second.line.connected)
    await first.line.ask('watch', { streams: ['public'] })
    await second.line.ask('watch', { streams: ['public'] })
    await second.line.ask('unwatch', { streams: ['public'] })
    await post('Only the first hears this')
    await eventually(() => first.told.frames.length === 1)
    await second.line.ask('watch', { streams: ['public'] })
    first.line.close()
    expect(first.line.connected).toBe(false)
    await post('Only the second hears this')
    await eventually(() => second.told.frames.length === 1)
    expect([first.told.frames.length, second.told.frames.length]).toEqual([1, 1])
    second.line.close()
  })

  it('is told of a thread as long as one of them reads it', async () => {
    const { id: thread } = await post('Does it dim?')
    const giulia = await test.staff('Giulia')
    await giulia.connect()
    await giulia.look(thread)
    const widget = page()
    const [first, second] = [widget(), widget()]
    await eventually(() => first.line.connected && second.line.connected)
    await first.line.ask('look', { thread })
    await second.line.ask('look', { thread })
    await second.line.ask('look', { thread: null })
    giulia.socket?.emit('writing')
    await eventually(() => first.told.writing.length === 1)
    second.line.close()
    first.line.close()
  })

  it('is another one for another viewer, and a new one after it was lost', async () => {
    const widget = page()
    const [stranger, known] = [widget(), widget(anna.token as string)]
    await eventually(() => stranger.line.connected && known.line.connected)
    expect(await known.line.ask('watch', { streams: ['me'] })).toMatchObject({ ok: true })
    expect(await stranger.line.ask('watch', { streams: ['me'] })).toMatchObject({ ok: false })
    const other = widget()
    await eventually(() => other.told.connected === 1)
    expect(sockets.length).toBe(2)
    sockets[0]?.close()
    await eventually(() => stranger.told.lost === 1 && other.told.lost === 1)
    const again = widget()
    await eventually(() => again.line.connected)
    expect([stranger.line.connected, known.line.connected, sockets.length]).toEqual([false, true, 3])
    // Whoever leaves the old one late takes nothing from the new one.
    stranger.line.close()
    other.line.close()
    expect([widget().line.connected, sockets.length]).toEqual([true, 3])
    known.line.close()
    again.line.close()
  })

  it('tells whoever comes later who is there', async () => {
    const widget = page()
    const first = widget()
    await eventually(() => first.line.connected)
    await eventually(() => first.told.presence.length > 0)
    const second = widget()
    await eventually(() => second.told.presence.length > 0)
    expect(second.told.presence[0]).toEqual(first.told.presence.at(-1))
    first.line.close()
    second.line.close()
  })
})
