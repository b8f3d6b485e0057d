import { expect, it, onTestFinished } from 'vitest'
import { addToOutbox } from '../store/outbox.ts'
import { handClock } from '../testing/hand-clock.ts'
import type { Carrier, Item } from './delivery.ts'
import { createDelivery, NEXT_TRY_MS, Undeliverable } from './delivery.ts'
import { gate, onBothDatabases } from './jobs.fixture.ts'
import { createJobRunner } from './runner.ts'

const HOUR = 60 * 60 * 1000
const LEASE_MS = 30_000

onBothDatabases('side effects in the outbox', fresh => {
  async function world(carry: Carrier) {
    const open = await fresh()
    const clock = handClock()
    const store = await open()
    const lost: Item[] = []
    const newNode = async () => {
      const own = await open()
      const runner = createJobRunner({
        store: own,
        clock,
        jobs: [
          createDelivery({
            store: own,
            clock,
            carriers: { letter: carry },
            onGivenUp: item => lost.push(item),
          }),
        ],
        onError: error => expect(error).toBeUndefined(),
      })
      onTestFinished(() => runner.close())
      return runner
    }
    const post = (payload: unknown) =>
      store.write(db => addToOutbox(db, { siteId: null, kind: 'letter', payload, now: clock.now() }))
    const left = () => store.read(db => db.selectFrom('outbox').selectAll().execute())
    return { clock, store, lost, newNode, post, left }
  }

  it('[J2] happen once where nothing fails, and only when what caused them is committed', async () => {
    const carried: Item[] = []
    const { clock, store, newNode, post, left } = await world(async item => void carried.push(item))
    const node = await newNode()
    await expect(
      store.write(async db => {
        await addToOutbox(db, { siteId: null, kind: 'letter', payload: 'never', now: clock.now() })
        throw new Error('changed my mind')
      }),
    ).rejects.toThrow('changed my mind')
    const ids = []
    for (let i = 0; i < 25; i++) ids.push(await post({ number: i }))
    expect(await node.turn('delivery')).toBe(true)
    expect(carried.map(({ id }) => id).sort()).toEqual([...ids].sort())
    expect(carried.every(({ attempt }) => attempt === 1)).toBe(true)
    expect(await left()).toEqual([])
    expect(await node.turn('delivery')).toBe(false)
  })

  it('[J2] are tried six times in a day, and then kept for the operator to see', async () => {
    const times: number[] = []
    const { clock, lost, newNode, post, left } = await world(async () => {
      times.push(clock.now())
      throw new Error('no such host')
    })
    const node = await newNode()
    const began = clock.now()
    const id = await post('hello')
    for (let minute = 0; minute < 48 * 60; minute++) {
      if (minute < 75 || minute % 30 === 0) await node.turn('delivery')
      clock.pass(60_000)
    }
    expect(times).toHaveLength(6)
    const lasted = (times.at(-1) as number) - began
    expect(lasted).toBeGreaterThan(23 * HOUR)
    expect(lasted).toBeLessThan(25 * HOUR)
    expect(lost.map(item => item.id)).toEqual([id])
    expect(await left()).toMatchObject([{ id, due_at: null, tries: 6, last_error: 'no such host' }])
  }, 30_000)

  it('[J2] are given up at once where no further try can help', async () => {
    const { lost, newNode, post, left } = await world(async () => {
      throw new Undeliverable('mailbox does not exist')
    })
    const node = await newNode()
    const id = await post('hello')
    await node.turn('delivery')
    expect(lost.map(item => item.id)).toEqual([id])
    expect(await left()).toMatchObject([{ due_at: null, tries: 1 }])
  })

  it('[J2] are carried out by the next node, under the same id, when one dies in the middle', async () => {
    const seen: [string, number][] = []
    const dying = gate()
    let deaths = 0
    const { clock, newNode, post, left } = await world(async ({ id, attempt }) => {
      seen.push([id, attempt])
      if (deaths++ > 0) return
      dying.open()
      await new Promise(() => undefined)
    })
    const id = await post('hello')
    const dead = await newNode()
    void dead.turn('delivery')
    await dying.passed
    const next = await newNode()
    clock.pass(Math.max(LEASE_MS, NEXT_TRY_MS[0]))
    expect(await next.turn('delivery')).toBe(true)
    expect(seen).toEqual([
      [id, 1],
      [id, 2],
    ])
    expect(await left()).toEqual([])
  })

  it('[J2] of one slow receiver do not hold up the others', async () => {
    const carried: unknown[] = []
    const others = gate()
    const { newNode, post } = await world(async ({ payload }, signal) => {
      if (payload === 'slow')
        return new Promise((_, reject) => signal.addEventListener('abort', () => reject(signal.reason)))
      carried.push(payload)
      if (carried.length === 5) others.open()
      return undefined
    })
    const node = await newNode()
    await post('slow')
    for (let i = 0; i < 5; i++) await post(i)
    void node.turn('delivery')
    await others.passed
    expect(carried.sort()).toEqual([0, 1, 2, 3, 4])
  })
})
