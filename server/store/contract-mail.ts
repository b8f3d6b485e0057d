import { expect, it } from 'vitest'
import { confirmAddress, markBounced, setAddress } from './addresses.ts'
import { countLetter } from './mail-sent.ts'
import { setFollowing } from './marks.ts'
import { setCanonical } from './merges.ts'
import { beginNews, hearers, moveNews, newsOfBatch, openNews, reasonToHear } from './news.ts'
import { insertPerson, setStanding } from './people.ts'
import type { Db, Store } from './store.ts'
import { addVote } from './votes.ts'

const mark = (person_id: string, thread_id: string) => ({
  site_id: 's_a',
  person_id,
  thread_id,
  created_at: 1,
})

async function addReader(db: Db, id: string): Promise<void> {
  await insertPerson(db, { id, site_id: 's_a', account_id: null, role: null, name: id, created_at: 1 })
  await setAddress(db, {
    ...{ person_id: id, site_id: 's_a', address: `${id}@lume.example`, language: 'en', created_at: 1 },
    ...{ confirmed_at: null, bounced_at: null },
  })
  await confirmAddress(db, id, 2)
}

/** What letters ask of a store. `addThreads`: `t_0` and so on, by `p_a`. */
export function mailContract(
  store: () => Store,
  addThreads: (store: Store, count: number) => Promise<unknown>,
) {
  const hear = (voters: boolean, after = '', limit = 50) =>
    store().read(db => hearers(db, { siteId: 's_a', rootId: 't_0', voters, after, limit }))

  it('[N5] names who hears of a thread, page by page: each once, with an address that takes letters', async () => {
    await addThreads(store(), 2)
    await store().write(async db => {
      for (const id of ['p_1', 'p_2', 'p_3', 'p_4', 'p_5', 'p_6', 'p_7']) await addReader(db, id)
      for (const id of ['p_1', 'p_2', 'p_3', 'p_4'])
        await setFollowing(db, { ...mark(id, 't_0'), following: 1 })
      await setFollowing(db, { ...mark('p_5', 't_1'), following: 1 })
      await setFollowing(db, { ...mark('p_2', 't_1'), following: 1 })
      await setCanonical(db, 't_1', { into: 't_0', at: 3, by: 'p_a' })
      for (const person_id of ['p_1', 'p_6', 'p_7'])
        await addVote(db, { site_id: 's_a', target_id: 't_0', person_id, created_at: 1 })
      await setFollowing(db, { ...mark('p_7', 't_0'), following: 0 })
      await markBounced(db, 'p_3@lume.example', 3)
      await setStanding(db, 'p_4', { banned_at: 3 })
    })
    expect(await hear(false)).toEqual(['p_1', 'p_2', 'p_5'])
    expect(await hear(true)).toEqual(['p_1', 'p_2', 'p_5', 'p_6'])
    expect(await hear(true, '', 2)).toEqual(['p_1', 'p_2'])
    expect(await hear(true, 'p_2', 2)).toEqual(['p_5', 'p_6'])
    const reasons = await store().read(async db => [
      await reasonToHear(db, 'p_1', 't_0'),
      await reasonToHear(db, 'p_5', 't_0'),
      await reasonToHear(db, 'p_6', 't_0'),
      await reasonToHear(db, 'p_7', 't_0'),
      await reasonToHear(db, 'p_a', 't_0'),
    ])
    expect(reasons).toEqual(['follows', 'follows', 'voted', null, null])
  })

  it('[N5] tells of nothing twice, and ends what it has begun before anything else', async () => {
    const news = (message_id: string, batch: string) => ({
      ...{ message_id, batch, thread_id: 't_0', site_id: 's_a' },
    })
    const open = () => store().read(openNews)
    await store().write(db => beginNews(db, [news('r_1', 'one'), news('r_2', 'one')]))
    expect(await open()).toMatchObject({ batch: 'one', told_to: '', told_at: null })
    await store().write(db => moveNews(db, 'one', { told_to: 'p_1' }))
    expect(await open()).toMatchObject({ told_to: 'p_1' })
    await store().write(db => moveNews(db, 'one', { told_at: 5 }))
    expect(await open()).toBeUndefined()
    await store().write(db => beginNews(db, [news('r_1', 'two')]))
    expect(await open()).toBeUndefined()
    await store().write(db => beginNews(db, [news('r_1', 'three'), news('r_3', 'three')]))
    expect(await store().read(db => newsOfBatch(db, 'three'))).toEqual(['r_3'])
  })

  it('[N8] counts letters to one mailbox, those that are sent at once too, and one that is tried again once', async () => {
    const count = (id: string, at: number, receiver = 'anna') =>
      store().write(db =>
        countLetter(db, store().dialect, { id, siteId: 's_a', receiver, at }, { since: at - 100, most: 3 }),
      )
    const together = await Promise.all(Array.from({ length: 6 }, (_, i) => count(`o_${i}`, 1_000)))
    expect(together.filter(Boolean)).toHaveLength(3)
    const went = `o_${together.indexOf(true)}`
    expect(await count(went, 1_050)).toBe(true)
    expect(await count('o_other', 1_050)).toBe(false)
    expect(await count('o_other', 1_050, 'tom')).toBe(true)
    expect(await count('o_later', 1_100)).toBe(true)
  })
}
