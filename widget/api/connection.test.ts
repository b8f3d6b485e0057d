import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Frame } from '../../server/contract/feed.ts'
import { PROTOCOL } from '../../server/contract/limits.ts'
import type { Problem } from '../../server/contract/problem.ts'
import { eventually } from '../../server/testing/eventually.ts'
import type { TestApp } from '../../server/testing/test-app.ts'
import { startTestApp } from '../../server/testing/test-app.ts'
import type { Connection } from './connection.ts'
import { connect } from './connection.ts'

const PAGE = { key: 'https://lume.example/', url: 'https://lume.example/' }

describe('connection', () => {
  let test: TestApp
  const open: Connection[] = []
  beforeAll(async () => {
    test = await startTestApp()
  })
  afterAll(async () => {
    for (const connection of open) connection.close()
    await test.close()
  })

  const dial = (auth: Partial<Parameters<typeof connect>[1]> = {}) => {
    const told = {
      frames: [] as Frame[],
      refusals: [] as Partial<Problem>[],
      connected: 0,
      lost: 0,
      drain: 0,
    }
    const connection = connect(
      test.app.url,
      { site: test.site.id, protocol: PROTOCOL, ...auth },
      {
        connected: () => told.connected++,
        refused: problem => told.refusals.push(problem),
        lost: () => told.lost++,
        frame: frame => told.frames.push(frame),
        drain: () => told.drain++,
      },
    )
    open.push(connection)
    return { connection, told }
  }

  it('connects, asks, hears frames and sends commands', async () => {
    const anna = await test.visitor('Anna')
    const { connection, told } = dial({ token: anna.token as string })
    await eventually(() => connection.connected)
    expect(await connection.ask('watch', { streams: ['public', 'me'] })).toMatchObject({
      ok: true,
      value: { streams: [{ stream: 'public' }, { stream: 'me' }] },
    })
    const input = { page: PAGE, kind: 'idea', body: 'Über – 電球 "quoted" \n new line 😀' }
    const call = { id: 'connection-1', name: 'thread.post', input }
    expect(await connection.ask('command', call)).toMatchObject({ ok: true, value: { seq: 3 } })
    await eventually(() => told.frames.length === 2)
    expect(told.frames.map(frame => frame.stream).sort()).toEqual(['me', 'public'])
    expect(await connection.ask('command', { ...call, input: {} })).toMatchObject({
      ok: false,
      problem: { code: 'invalid' },
    })
    connection.close()
    expect(connection.connected).toBe(false)
    expect(told).toMatchObject({ connected: 1, lost: 0, refusals: [] })
  })

  it('tells whoever waits for an answer at once that none will come', async () => {
    const { connection } = dial()
    await eventually(() => connection.connected)
    const asked = connection.ask('watch', { streams: ['public'] })
    connection.close()
    await expect(asked).rejects.toThrow('no answer')
    await expect(connection.ask('look', { thread: null })).rejects.toThrow('no answer')
  })

  it('tells apart the answers of questions asked together', async () => {
    const { connection } = dial()
    await eventually(() => connection.connected)
    const [bad, good, forbidden] = await Promise.all([
      connection.ask('watch', { streams: [] }),
      connection.ask('watch', { streams: ['public'] }),
      connection.ask('watch', { streams: ['me'] }),
    ])
    expect([bad.ok, good.ok, forbidden.ok]).toEqual([false, true, false])
  })

  it('passes on why it was refused', async () => {
    const { told, connection } = dial({ token: 'nobody-has-this-token' })
    await eventually(() => told.refusals.length > 0)
    expect(told).toMatchObject({ refusals: [{ code: 'unauthenticated' }], connected: 0, lost: 0 })
    expect(connection.connected).toBe(false)
  })

  it('says once that the line is lost, also where there never was one', async () => {
    const nowhere = { lost: 0 }
    const connection = connect(
      'http://127.0.0.1:1',
      { site: 's_x', protocol: PROTOCOL },
      { lost: () => nowhere.lost++ },
    )
    open.push(connection)
    await eventually(() => nowhere.lost > 0)
    expect(nowhere.lost).toBe(1)
    const leaving = await startTestApp()
    let lost = 0
    const cut = connect(
      leaving.app.url,
      { site: leaving.site.id, protocol: PROTOCOL },
      { lost: () => lost++ },
    )
    await eventually(() => cut.connected)
    await leaving.close()
    await eventually(() => lost > 0)
    expect(lost).toBe(1)
  })
})
