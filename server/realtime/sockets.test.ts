import type { Socket } from 'socket.io-client'
import { io } from 'socket.io-client'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { MESSAGE_BYTES, PROTOCOL } from '../contract/limits.ts'
import type { Snapshot } from '../contract/reads.ts'
import { eventually } from '../testing/eventually.ts'
import type { TestApp } from '../testing/test-app.ts'
import { startTestApp, TEST_ORIGIN } from '../testing/test-app.ts'

const PAGE = { key: 'https://lume.example/', url: 'https://lume.example/' }

describe('sockets', () => {
  let test: TestApp
  const raw: Socket[] = []
  beforeAll(async () => {
    test = await startTestApp()
  })
  afterEach(() => {
    for (const socket of raw.splice(0)) socket.disconnect()
  })
  afterAll(() => test.close())

  /** A third party's client: knows nothing but the protocol. */
  const connect = (auth: unknown, origin: string | null = TEST_ORIGIN) => {
    const socket = io(test.app.url, {
      path: '/api/v1/live',
      transports: ['websocket'],
      forceNew: true,
      reconnection: false,
      auth: auth as Record<string, unknown>,
      extraHeaders: origin === null ? {} : { origin },
    })
    raw.push(socket)
    return new Promise<Socket>((resolve, reject) => {
      socket.once('connect', () => resolve(socket))
      socket.once('connect_error', error => reject((error as Error & { data?: unknown }).data ?? error))
    })
  }
  const hello = () => ({ site: test.site.id, protocol: PROTOCOL })

  it.each([
    ['no auth at all', () => ({}), 'invalid'],
    ['an unknown site', () => ({ site: 's_unknown', protocol: PROTOCOL }), 'site_unknown'],
    ['objects for strings', () => ({ site: { $ne: '' }, protocol: PROTOCOL }), 'invalid'],
    ['more than is asked', () => ({ ...hello(), role: 'owner' }), 'invalid'],
    ['a protocol of the past', () => ({ ...hello(), protocol: 0 }), 'protocol_too_old'],
    ['a token nobody has', () => ({ ...hello(), token: 'x'.repeat(43) }), 'unauthenticated'],
    ['the claim to be staff', () => ({ ...hello(), staff: true }), 'origin_not_allowed'],
  ])('[O3] turns away %s', async (_, auth, code) => {
    await expect(connect(auth())).rejects.toMatchObject({ code })
  })

  it('[O3] turns away pages of origins that are not listed', async () => {
    for (const origin of ['https://evil.example', 'http://lume.example', 'https://lume.example:444', 'null'])
      await expect(connect(hello(), origin)).rejects.toMatchObject({ code: 'origin_not_allowed' })
    await connect(hello(), null)
  })

  it('[P2] takes no token of another site', async () => {
    const other = await test.visitor('Other', await test.addSite())
    await expect(connect({ ...hello(), token: other.token })).rejects.toMatchObject({
      code: 'unauthenticated',
    })
  })

  it('[O3] answers bad messages with a code, and lives', async () => {
    const socket = await connect(hello())
    const ask = (event: string, ...args: unknown[]) => socket.emitWithAck(event, ...args)
    const code = async (event: string, ...args: unknown[]) => (await ask(event, ...args)).problem.code
    expect(await code('watch', {})).toBe('invalid')
    expect(await code('watch', { streams: ['everything'] })).toBe('invalid')
    expect(await code('watch', { streams: Array(11).fill('public') })).toBe('invalid')
    expect(await code('watch', null)).toBe('invalid')
    expect(await code('command', { id: 'abcdefgh', name: 'thread.post', input: {} })).toBe('invalid')
    expect(await code('command', { id: 'abcdefgh', name: 'nope', input: {} })).toBe('command_unknown')
    let deep: unknown = 1
    for (let i = 0; i < 50; i++) deep = [deep]
    expect(await code('command', { id: 'abcdefgh', name: 'vote.set', input: deep })).toBe('too_deep')
    socket.emit('no-such-event', 'x')
    socket.emit('watch')
    socket.emit('error', 'boom')
    expect((await ask('watch', { streams: ['public'] })).ok).toBe(true)
  })

  it('[O3] ends connections that send binary or oversized messages, and nobody else’s', async () => {
    const bystander = await connect(hello())
    for (const payload of [Buffer.from('binary'), 'x'.repeat(MESSAGE_BYTES + 1)]) {
      const socket = await connect(hello())
      socket.emit('watch', payload)
      await eventually(() => socket.disconnected)
    }
    expect(bystander.connected).toBe(true)
    expect((await test.stranger().request('/healthz')).status).toBe(200)
  })

  it('lets a third party follow a stream from a snapshot on', async () => {
    const anna = await test.visitor('Anna')
    const socket = await connect(hello())
    const frames: { from: number; to: number; changes: { entity: string; row?: { title?: string } }[] }[] = []
    socket.on('frame', frame => frames.push(frame))
    const { value } = await socket.emitWithAck('watch', { streams: ['public'] })
    const { epoch, asOf } = await test.stranger().get<Snapshot>('snapshot')
    expect(value.streams).toEqual([{ stream: 'public', epoch, head: asOf }])
    await anna.run('thread.post', { page: PAGE, kind: 'idea', body: 'Follow me' })
    await eventually(() => frames.length > 0)
    expect(frames[0]?.from).toBe(asOf)
    expect(frames[0]?.changes.find(change => change.entity === 'thread')?.row?.title).toBe('Follow me')
  })

  it('[P6] ends a session’s sockets with its sign-out', async () => {
    const giulia = await test.staff()
    await giulia.watch('staff')
    const response = await giulia.request('/api/v1/admin/session', { method: 'DELETE' })
    expect(response.status).toBe(204)
    await eventually(() => giulia.socket?.disconnected)
    await expect(giulia.connect()).rejects.toThrow('unauthenticated')
  })

  it('tells visitors who of the team is here, and who is writing', async () => {
    const site = await test.addSite()
    const anna = await test.visitor('Anna', site)
    const { id } = await anna.run('thread.post', { page: PAGE, kind: 'question', body: 'Anybody?' })
    await anna.connect()
    await eventually(() => anna.presences.at(-1)?.count === 0)
    const giulia = await test.staff('Giulia', 'agent', site)
    await giulia.connect()
    await eventually(() => anna.presences.at(-1)?.count === 1)
    expect(anna.presences.at(-1)).toMatchObject({ names: ['Giulia'], count: 1 })
    await anna.socket?.emitWithAck('look', { thread: id })
    await giulia.socket?.emitWithAck('look', { thread: id })
    giulia.socket?.emit('writing')
    await eventually(() => anna.writings.length > 0)
    expect(anna.writings).toEqual([{ thread: id, name: 'Giulia' }])
    anna.socket?.emit('writing')
    giulia.disconnect()
    await eventually(() => anna.presences.at(-1)?.count === 0)
    expect(giulia.writings).toEqual([])
  })

  it('[D5] tells nobody of a team member who wants to be invisible', async () => {
    const site = await test.addSite()
    const anna = await test.visitor('Anna', site)
    const { id } = await anna.run('thread.post', { page: PAGE, kind: 'question', body: 'Anybody?' })
    const [giulia, marco] = [
      await test.staff('Giulia', 'agent', site),
      await test.staff('Marco', 'agent', site),
    ]
    giulia.parts.hidden = true
    await giulia.connect()
    await anna.connect()
    await anna.socket?.emitWithAck('look', { thread: id })
    await giulia.socket?.emitWithAck('look', { thread: id })
    giulia.socket?.emit('writing')
    await marco.connect()
    await marco.socket?.emitWithAck('look', { thread: id })
    marco.socket?.emit('writing')
    await eventually(() => anna.writings.length > 0)
    expect(anna.writings).toEqual([{ thread: id, name: 'Marco' }])
    await eventually(() => anna.presences.at(-1)?.count === 1)
    expect(JSON.stringify(anna.presences)).not.toContain('Giulia')
    // Who shows themselves again is told of.
    giulia.disconnect()
    delete giulia.parts.hidden
    await giulia.connect()
    await eventually(() => anna.presences.at(-1)?.count === 2)
  })

  it('[O5] sends everybody away when it drains', async () => {
    const leaving = await startTestApp()
    const anna = await leaving.visitor()
    await anna.watch('public')
    let told: { comeBackIn: number } | undefined
    anna.socket?.on('drain', drain => {
      told = drain
    })
    await leaving.app.drain(200)
    await eventually(() => anna.socket?.disconnected)
    expect(told?.comeBackIn).toBeLessThanOrEqual(200)
  })
})
