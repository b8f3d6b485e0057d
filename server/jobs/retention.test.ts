import { expect, it, onTestFinished } from 'vitest'
import { PULL_MAX } from '../contract/limits.ts'
import { newId } from '../lib/ids.ts'
import { advanceHead, insertChanges, readHead } from '../store/feed.ts'
import { claimMutation } from '../store/mutations.ts'
import type { Store } from '../store/store.ts'
import { handClock } from '../testing/hand-clock.ts'
import { createSite } from '../testing/people.ts'
import { onBothDatabases } from './jobs.fixture.ts'
import { CHANGES_MS, createRetention, MUTATIONS_MS } from './retention.ts'
import { createJobRunner } from './runner.ts'

const BATCH = 500
const MAX = 4_000

/** So many changes at one moment, in the order of the feed. */
async function change(store: Store, siteId: string, count: number, at: number) {
  for (let left = count; left > 0; left -= BATCH)
    await store.write(async db => {
      const size = Math.min(left, BATCH)
      const { head } = await advanceHead(db, siteId, size)
      const common = { site_id: siteId, audience: 'public', person_id: null, page_id: null, at } as const
      await insertChanges(
        db,
        Array.from({ length: size }, (_, i) => ({
          ...common,
          seq: head - size + 1 + i,
          entity: 'thread' as const,
          entity_id: newId('t'),
          mutation_id: null,
        })),
      )
    })
}

onBothDatabases('what is forgotten', fresh => {
  async function world() {
    const store = await (await fresh())()
    const clock = handClock()
    const { id } = await createSite(store, 'Lume', [], clock.now())
    const runner = createJobRunner({
      store,
      clock,
      jobs: [createRetention({ store, clock, changesMax: MAX })],
      onError: error => expect(error).toBeUndefined(),
    })
    onTestFinished(() => runner.close())
    const feed = () =>
      store.read(async db => {
        const changes = await db.selectFrom('change').select('seq').where('site_id', '=', id).execute()
        const seqs = changes.map(row => row.seq)
        const head = await readHead(db, id)
        return { floor: head?.floor, head: head?.head, oldest: Math.min(...seqs), kept: seqs.length }
      })
    return { store, clock, id, feed, tidy: () => runner.turn('retention') }
  }

  it('[J3] is changes of a month ago, but not those a pull may still answer', async () => {
    const { store, clock, id, feed, tidy } = await world()
    await change(store, id, 2_300, clock.now())
    await tidy()
    expect(await feed()).toEqual({ floor: 0, head: 2_300, oldest: 1, kept: 2_300 })
    clock.pass(CHANGES_MS / 2)
    await change(store, id, 200, clock.now())
    clock.pass(CHANGES_MS / 2 + 1)
    await tidy()
    // Of the old ones, those among the newest that a pull may answer.
    expect(await feed()).toEqual({ floor: 2_000, head: 2_500, oldest: 2_001, kept: PULL_MAX })
    clock.pass(CHANGES_MS)
    await tidy()
    expect(await feed()).toMatchObject({ floor: 2_000, kept: PULL_MAX })
  })

  it('[J3] is what a busy site has too much of, however new', async () => {
    const { store, clock, id, feed, tidy } = await world()
    await change(store, id, MAX + 1_500, clock.now())
    await tidy()
    expect(await feed()).toEqual({
      floor: 1_500,
      head: MAX + 1_500,
      oldest: 1_501,
      kept: MAX,
    })
  })

  it('[J3] is request ids of a week ago, and no younger ones', async () => {
    const { store, clock, id, tidy } = await world()
    const claim = (mutation_id: string) =>
      store.write(db => claimMutation(db, { site_id: id, actor_id: 'p_a', mutation_id }, 'hash', clock.now()))
    const claimMany = async (name: string, count: number) => {
      for (let i = 0; i < count; i++) await claim(`${name} ${i}`)
    }
    await claimMany('old', 30)
    clock.pass(MUTATIONS_MS)
    await claimMany('new', 5)
    const kept = async () =>
      (await store.read(db => db.selectFrom('mutation').select('mutation_id').execute())).length
    await tidy()
    expect(await kept()).toBe(35)
    clock.pass(1)
    await tidy()
    expect(await kept()).toBe(5)
  })
})
