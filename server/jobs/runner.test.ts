import { expect, it, onTestFinished } from 'vitest'
import { findLease } from '../store/leases.ts'
import { handClock } from '../testing/hand-clock.ts'
import { gate, onBothDatabases } from './jobs.fixture.ts'
import type { Job } from './runner.ts'
import { createJobRunner } from './runner.ts'

const HOUR = 60 * 60 * 1000

onBothDatabases('jobs of several nodes', fresh => {
  async function nodes(count: number, jobOf: (node: number) => Job) {
    const open = await fresh()
    const clock = handClock()
    const runners = []
    for (let i = 0; i < count; i++) {
      const runner = createJobRunner({
        store: await open(),
        clock,
        jobs: [jobOf(i)],
        onError: error => expect(error).toBeUndefined(),
      })
      onTestFinished(() => runner.close())
      runners.push(runner)
    }
    return { clock, runners, store: await open() }
  }

  it('[J1] are done by one of them at a time', async () => {
    let [inside, most] = [0, 0]
    const turns: number[] = []
    const { runners } = await nodes(3, node => ({
      name: 'count',
      every: HOUR,
      async run(turn) {
        most = Math.max(most, ++inside)
        await turn.write(async () => turns.push(node))
        inside--
        return 'done'
      },
    }))
    for (let i = 0; i < 5; i++) await Promise.all(runners.map(runner => runner.turn('count')))
    expect(most).toBe(1)
    expect(turns).toHaveLength(5)
    expect(new Set(turns).size).toBe(1)
  })

  it('[J1] are led on by another when the leader is gone without a word', async () => {
    const turns: number[] = []
    const { clock, runners } = await nodes(2, node => ({
      name: 'count',
      every: HOUR,
      async run() {
        turns.push(node)
        return 'done'
      },
    }))
    const [dead, next] = runners
    expect(await dead?.turn('count')).toBe(true)
    expect(await next?.turn('count')).toBe(false)
    clock.pass(29_999)
    expect(await next?.turn('count')).toBe(false)
    clock.pass(1)
    expect(await next?.turn('count')).toBe(true)
    expect(turns).toEqual([0, 1])
  })

  it('[J1] are handed over at once by a leader that closes', async () => {
    const { runners } = await nodes(2, () => ({ name: 'count', every: HOUR, run: async () => 'done' }))
    const [leaving, next] = runners
    expect(await leaving?.turn('count')).toBe(true)
    await leaving?.close()
    expect(await next?.turn('count')).toBe(true)
  })

  it('[J1] write nothing for a leader that was suspended and replaced meanwhile', async () => {
    const written: number[] = []
    const [inside, resume] = [gate(), gate()]
    const { clock, runners } = await nodes(2, node => ({
      name: 'count',
      every: HOUR,
      async run(turn) {
        if (node === 0) {
          inside.open()
          await resume.passed
        }
        await turn.write(async () => written.push(node))
        return 'done'
      },
    }))
    const [suspended, next] = runners
    const late = suspended?.turn('count')
    await inside.passed
    clock.pass(30_000)
    expect(await next?.turn('count')).toBe(true)
    resume.open()
    expect(await late).toBe(false)
    expect(written).toEqual([1])
  })

  it('[J1] that have nothing to do write nothing, not even a lease', async () => {
    const { runners, store } = await nodes(1, () => ({
      name: 'idle',
      every: HOUR,
      isDue: async () => false,
      run: async () => 'done',
    }))
    expect(await runners[0]?.turn('idle')).toBe(false)
    expect(await store.read(db => findLease(db, 'idle'))).toBeUndefined()
  })
})
