import { expect, it } from 'vitest'
import type { Entry } from './append.ts'
import { append } from './append.ts'
import { addThreads } from './contract-threads.ts'
import { readChanges, readHead } from './feed.ts'
import { claimMutation, findMutation } from './mutations.ts'
import type { Store } from './store.ts'
import { threadsByIds } from './threads.ts'

/** What the feed and the memory of answers have to do on every open(). Its site is `s_a`. */
export function feedContract(open: () => Store) {
  it('[W4] gives concurrent writers positions without gaps, in the order of their commits', async () => {
    await Promise.all(
      Array.from({ length: 40 }, (_, i) =>
        open().write(async db => {
          const entries = [entry(`t_${i}`), entry(`t_${i}`)]
          await append(db, open().dialect, { siteId: 's_a', at: 1, entries, mutation: null })
        }),
      ),
    )
    const changes = await open().read(db => readChanges(db, 's_a', 0, 500))
    expect(changes.map(row => row.seq)).toEqual(Array.from({ length: 80 }, (_, i) => i + 1))
    expect(await open().read(db => readHead(db, 's_a'))).toMatchObject({ head: 80, floor: 0 })
  })

  it('[W4] stamps each changed row with its last place, and remembers where that led', async () => {
    const pageId = await addThreads(open(), 2)
    const key = { site_id: 's_a', actor_id: 'p_a', mutation_id: 'm_12345678' }
    const { epoch, head } = await open().write(async db => {
      await claimMutation(db, key, 'hash', 5)
      return append(db, open().dialect, {
        siteId: 's_a',
        at: 7,
        entries: [
          { ...entry('t_0'), places: ['staff_seq'], audience: 'staff' },
          { ...entry('t_0'), places: ['seq', 'activity'], page_id: pageId },
          { ...entry('t_1'), places: ['seq', 'position'] },
          { ...entry('t_1'), entity: 'body', places: [] },
        ],
        mutation: { key, said: '{"a": 1}' },
      })
    })
    const [first, second] = await open().read(db => threadsByIds(db, 's_a', ['t_0', 't_1']))
    expect(first).toMatchObject({
      ...{ staff_seq: head - 3, seq: head - 2, activity: head - 2, activity_at: 7 },
      position: 1,
    })
    expect(second).toMatchObject({ seq: head - 1, position: head - 1 })
    const changes = await open().read(db => readChanges(db, 's_a', head - 4, 10))
    expect(
      changes.map(({ seq, entity, entity_id, mutation_id, at }) => [seq, entity, entity_id, mutation_id, at]),
    ).toEqual([
      [head - 3, 'thread', 't_0', 'm_12345678', 7],
      [head - 2, 'thread', 't_0', 'm_12345678', 7],
      [head - 1, 'thread', 't_1', 'm_12345678', 7],
      [head, 'body', 't_1', 'm_12345678', 7],
    ])
    const memory = await open().read(db => findMutation(db, key))
    expect(memory).toEqual({ hash: 'hash', epoch, head, said: '{"a": 1}' })
  })

  it('[W2] lets one of several claim a mutation id and shows the others its answer', async () => {
    const key = { site_id: 's_a', actor_id: 'p_a', mutation_id: 'm_12345678' }
    const claims = await Promise.all(
      Array.from({ length: 5 }, () =>
        open().write(async db => {
          const earlier = await claimMutation(db, key, 'hash', 1)
          if (!earlier)
            await append(db, open().dialect, {
              siteId: 's_a',
              at: 1,
              entries: [],
              mutation: { key, said: 'all "done"' },
            })
          return earlier
        }),
      ),
    )
    expect(claims.filter(claim => claim === undefined)).toHaveLength(1)
    expect(claims.filter(claim => claim?.said === 'all "done"')).toHaveLength(4)
  })
}

const entry = (entity_id: string): Entry => ({
  audience: 'public',
  person_id: null,
  page_id: null,
  entity: 'thread',
  entity_id,
  places: ['seq'],
})
