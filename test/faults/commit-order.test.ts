import { setTimeout as pause } from 'node:timers/promises'
import { sql } from 'kysely'
import { expect, it, onTestFinished } from 'vitest'
import { newId } from '../../server/lib/ids.ts'
import { append } from '../../server/store/append.ts'
import { insertChanges, readChanges } from '../../server/store/feed.ts'
import type { MutationKey } from '../../server/store/mutations.ts'
import { claimMutation } from '../../server/store/mutations.ts'
import { openPostgres } from '../../server/store/postgres.ts'
import type { Db, Store } from '../../server/store/store.ts'
import { createSite } from '../../server/testing/people.ts'
import { createTestDatabase } from '../services/database.ts'
import { describeWith } from '../services/suites.ts'
import { extent } from './extent.ts'
import type { Chance } from './random.ts'
import { saidChance } from './random.ts'
import { figures } from './report/figures.ts'

const WRITERS = 32
const POSTS = extent(1_500, 50_000)
const CONTROL_POSTS = 500

/** Gives a post its place in the feed, as the last thing before the commit. */
type Append = (db: Db, key: MutationKey) => Promise<unknown>

const POST = { audience: 'public', person_id: null, page_id: null, entity: 'thread' } as const

/** As the server does it: a counter whose lock is held until the commit. */
const byCounter: Append = (db, key) =>
  append(db, 'postgres', {
    siteId: key.site_id,
    at: 1,
    entries: [{ ...POST, entity_id: key.mutation_id, places: ['seq', 'position', 'activity'] }],
    mutation: { key, said: '{}' },
  })

/** As one would do it at first: a sequence, which commits overtake. */
const bySequence: Append = async (db, key) => {
  const { rows } = await sql<{ next: number }>`select nextval('place') as next`.execute(db)
  const { site_id, mutation_id } = key
  const place = { site_id, seq: Number(rows[0]?.next), mutation_id, at: 1 }
  await insertChanges(db, [{ ...POST, ...place, entity_id: mutation_id }])
}

describeWith('databaseUrl')('a cursor that follows 32 writers whose commits are delayed', () => {
  it('[W4] misses nothing and repeats nothing', { timeout: extent(60_000, 90 * 60_000) }, async () => {
    const { missed, repeated, seconds } = await follow(byCounter, POSTS)
    figures('commit order on Postgres', {
      [`missed by a reader of ${POSTS} posts by ${WRITERS} writers`]: {
        measured: missed,
        target: '0 of 50,000',
        reached: missed === 0,
      },
      repeated: { measured: repeated, target: '0', reached: repeated === 0 },
      'posts a second': { measured: Math.round(POSTS / seconds), target: 'stated', reached: true },
    })
    expect({ missed, repeated }).toEqual({ missed: 0, repeated: 0 })
  })

  it('misses posts where places come from a sequence, which is what this test can see', async () => {
    const { missed } = await follow(bySequence, CONTROL_POSTS)
    figures('commit order on Postgres', {
      [`missed of ${CONTROL_POSTS} with a sequence (negative control)`]: {
        measured: missed,
        target: '> 0',
        reached: missed > 0,
      },
    })
    expect(missed).toBeGreaterThan(0)
  })
})

/** Lets 32 writers post while a reader follows them by its cursor. */
async function follow(place: Append, posts: number) {
  const luck = saidChance('commit order')
  const database = await createTestDatabase()
  const writers = await openPostgres(database.url, WRITERS)
  const reader = await openPostgres(database.url, 1)
  onTestFinished(async () => {
    await Promise.all([writers.close(), reader.close()])
    await database.drop()
  })
  const { id: siteId } = await createSite(writers, 'Lume', [], 1)
  await writers.write(db => sql`create sequence place`.execute(db))

  const began = performance.now()
  let left = posts
  let writing = true
  const written = Promise.all(
    Array.from({ length: WRITERS }, async () => {
      while (left-- > 0) await post(writers, siteId, place, luck)
    }),
  ).finally(() => {
    writing = false
  })
  const seen = await read(reader, siteId, () => writing)
  await written
  const seconds = (performance.now() - began) / 1000
  const all = await reader.read(db => readChanges(db, siteId, 0, posts * 2))
  if (place === byCounter) expect(all.map(({ seq }) => seq)).toEqual(Array.from(all, (_, i) => i + 1))
  expect(all).toHaveLength(posts)
  const distinct = new Set(seen)
  return {
    missed: all.filter(({ seq }) => !distinct.has(seq)).length,
    repeated: seen.length - distinct.size,
    seconds,
  }
}

/** One post: what a command does in its transaction, with delays wherever they could hurt. */
async function post(store: Store, siteId: string, place: Append, luck: Chance): Promise<void> {
  const id = newId('t')
  const key = { site_id: siteId, actor_id: 'p_writer', mutation_id: id }
  await store.write(async db => {
    await claimMutation(db, key, 'hash', 1)
    await pause(luck.between(0, 5))
    await place(db, key)
    // The commit itself is late, and now and then very late.
    const lateness = luck.pick([90, 0], [9, luck.between(1, 5)], [1, luck.between(10, 40)])
    if (lateness > 0) await pause(lateness)
  })
}

/** Reads on from its cursor until the writers have ended, as a node does. */
async function read(store: Store, siteId: string, writing: () => boolean): Promise<number[]> {
  const seen: number[] = []
  let cursor = 0
  for (;;) {
    const last = !writing()
    const rows = await store.read(db => readChanges(db, siteId, cursor, 500))
    seen.push(...rows.map(({ seq }) => seq))
    cursor = rows.at(-1)?.seq ?? cursor
    if (last && rows.length === 0) return seen
  }
}
