import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { KINDS, SORTS } from '../contract/limits.ts'
import { feedContract } from './contract-feed.ts'
import { mailContract } from './contract-mail.ts'
import { addThreads } from './contract-threads.ts'
import { advanceHead, readHead } from './feed.ts'
import { dropLeases, takeLease } from './leases.ts'
import { marksAmong } from './marks.ts'
import { countPages } from './pages.ts'
import { insertPerson } from './people.ts'
import { searchThreadIds } from './search.ts'
import { insertSite } from './sites.ts'
import type { Store } from './store.ts'
import { listPublicThreads, publicPlaces } from './thread-lists.ts'
import { updateThread } from './threads.ts'
import { addVote, removeVote } from './votes.ts'

export interface OpenedStore {
  store: Store
  discard(): Promise<void>
}

/** What every store has to do, whatever database is inside. */
export function storeContract(
  name: string,
  open: () => Promise<OpenedStore>,
  suite: (title: string, body: () => void) => unknown = describe,
) {
  suite(`store on ${name}`, () => {
    let opened: OpenedStore
    let store: Store
    beforeEach(async () => {
      opened = await open()
      store = opened.store
      await store.write(db =>
        insertSite(db, {
          id: 's_a',
          brand: 'Lume',
          locale: 'en',
          origins: '[]',
          kinds: JSON.stringify(KINDS),
          closed: 0,
          created_at: 1,
          seq: 0,
        }),
      )
      await store.write(db => insertPerson(db, person('p_a')))
    })
    afterEach(() => opened.discard())

    feedContract(() => store)
    mailContract(() => store, addThreads)

    it('[W5] keeps nothing of a write that throws', async () => {
      const failing = store.write(async db => {
        await insertPerson(db, person('p_lost'))
        throw new Error('changed my mind')
      })
      await expect(failing).rejects.toThrow('changed my mind')
      const found = await store.read(db => db.selectFrom('person').select('id').execute())
      expect(found.map(row => row.id)).toEqual(['p_a'])
    })

    it('[W5] lets a write fail alone among those that arrive with it', async () => {
      const outcomes = await Promise.allSettled(
        Array.from({ length: 20 }, (_, i) =>
          store.write(db => insertPerson(db, person(i === 7 ? 'p_a' : `p_${i}`))),
        ),
      )
      expect(outcomes.map(o => o.status).filter(s => s === 'rejected')).toHaveLength(1)
      const { count } = await store.read(db =>
        db
          .selectFrom('person')
          .select(eb => eb.fn.countAll<number>().as('count'))
          .executeTakeFirstOrThrow(),
      )
      expect(Number(count)).toBe(20)
    })

    it('[R2] reads one snapshot while others write', async () => {
      await store.read(async db => {
        const before = await readHead(db, 's_a')
        await store.write(other => advanceHead(other, 's_a', 1))
        expect(await readHead(db, 's_a')).toEqual(before)
      })
      expect(await store.read(db => readHead(db, 's_a'))).toMatchObject({ head: 1 })
    })

    it('[P4] counts a vote once however often it is cast', async () => {
      const vote = { site_id: 's_a', target_id: 't_a', person_id: 'p_a', created_at: 1 }
      const added = await Promise.all(Array.from({ length: 10 }, () => store.write(db => addVote(db, vote))))
      expect(added.filter(at => at !== null)).toEqual([1])
      expect(await store.read(db => marksAmong(db, 'p_a', ['t_a', 't_b']))).toEqual(
        new Map([['t_a', new Set(['voted'])]]),
      )
      expect(await store.write(db => removeVote(db, 't_a', 'p_a'))).toBe(1)
      expect(await store.write(db => removeVote(db, 't_a', 'p_a'))).toBeNull()
    })

    it('[R4] pages every order without repeating or skipping', async () => {
      const pageId = await addThreads(store, 23)
      for (const sort of SORTS) {
        const seen: string[] = []
        let cursor: string | undefined
        do {
          const list = { siteId: 's_a', pageId: null, kind: undefined, sort, cursor, size: 5 }
          const page = await store.read(db => listPublicThreads(db, list))
          seen.push(...page.rows.map(row => row.id))
          cursor = page.next ?? undefined
        } while (cursor)
        expect(new Set(seen).size).toBe(seen.length)
        expect(seen).toHaveLength(23)
      }
      const pinned = await store.read(db =>
        listPublicThreads(db, {
          siteId: 's_a',
          pageId,
          kind: undefined,
          sort: 'recent',
          cursor: undefined,
          size: 1,
        }),
      )
      expect(pinned.rows[0]?.pinned).toBe(1)
    })

    it('[Q8] names every public thread once, in parts', async () => {
      await addThreads(store, 23)
      await store.write(db => updateThread(db, 't_3', { visibility: 'held' }))
      await store.write(db => updateThread(db, 't_4', { canonical_id: 't_5' }))
      const parts = await Promise.all(
        [0, 1, 2].map(part => store.read(db => publicPlaces(db, 's_a', { skip: part * 10, size: 10 }))),
      )
      expect(parts.map(rows => rows.length)).toEqual([10, 10, 1])
      expect(parts[0]?.[0]).toEqual({ id: 't_0', activity_at: 1, edited_at: null })
      const ids = parts.flat().map(row => row.id)
      expect(new Set(ids).size).toBe(21)
      expect(ids).not.toContain('t_3')
      expect(ids).not.toContain('t_4')
    })

    it('[R4] refuses a cursor that is not of the list', async () => {
      const list = { siteId: 's_a', pageId: null, kind: undefined, size: 5 }
      for (const cursor of ['x', 'MS4y', "1'; drop table thread", ''])
        await expect(
          store.read(db => listPublicThreads(db, { ...list, sort: 'newest', cursor })),
        ).rejects.toMatchObject({ code: 'invalid' })
    })

    it('[R5] finds words by their beginning, without accents, in any script', async () => {
      await addThreads(store, 6, [
        'Can I pause my plan? Pausing matters',
        'Die Lampe flackert – Größe falsch',
        'È possibile riparare la lampada così',
        '電球は交換できますか',
        'هل يمكن إصلاح المصباح',
        'Ποια λάμπα είναι καλύτερη; café-bar 😀',
      ])
      const find = async (text: string) => {
        const search = { siteId: 's_a', text, pageId: null, kind: undefined, forStaff: false, size: 10 }
        return (await store.read(db => searchThreadIds(db, store.dialect, search))).ids.sort()
      }
      expect(await find('paus')).toEqual(['t_0'])
      expect(await find('PLAN pause')).toEqual(['t_0'])
      expect(await find('lampa')).toEqual(['t_2'].sort())
      expect(await find('cosi')).toEqual(['t_2'])
      expect(await find('交換')).toEqual(['t_3'])
      expect(await find('المصباح')).toEqual(['t_4'])
      expect(await find('λαμπα')).toEqual(['t_5'])
      expect(await find('cafe bar')).toEqual(['t_5'])
      expect(await find('lampe unknownword')).toEqual(['t_1'])
      for (const odd of ["'", '"', '*', '-', '😀', 'a" OR b', '%', '_', ':*', '&|!'])
        expect(Array.isArray(await find(odd))).toBe(true)
    })

    it('[R5] [R9] finds page by page, and by status and label', async () => {
      await addThreads(
        store,
        7,
        Array.from({ length: 7 }, (_, n) => `The lamp number${n}`),
      )
      const search = { siteId: 's_a', pageId: null, kind: undefined, forStaff: false, size: 3 }
      const find = (
        text: string,
        more: { cursor?: string; status?: 'open' | 'planned' | 'answered'; label?: string } = {},
      ) => store.read(db => searchThreadIds(db, store.dialect, { ...search, text, ...more }))
      // Also where not all words are found, which the later pages go on with.
      for (const text of ['lamp', 'lamp unknownword']) {
        const all: string[] = []
        let cursor: string | undefined
        for (let page = 0; page < 3; page++) {
          const found = await find(text, cursor === undefined ? {} : { cursor })
          expect(found.total).toBe(7)
          all.push(...found.ids)
          expect(found.next === null).toBe(page === 2)
          cursor = found.next ?? undefined
        }
        expect(new Set(all).size).toBe(7)
      }
      expect((await find('lamp', { status: 'open' })).total).toBe(7)
      expect((await find('lamp', { status: 'planned' })).total).toBe(0)
      expect((await find('lamp', { status: 'answered' })).total).toBe(0)
      expect((await find('lamp', { label: 'l_none' })).total).toBe(0)
      await expect(find('lamp', { cursor: 'nonsense' })).rejects.toMatchObject({ code: 'invalid' })
    })

    it('[J1] gives a lease to one of many, and to the next when its time is over', async () => {
      const take = (holder: string, now: number) =>
        store.write(db => takeLease(db, { name: 'tidying', holder, now, ttl: 100 }))
      const first = await Promise.all(Array.from({ length: 8 }, (_, i) => take(`node ${i}`, 1_000)))
      expect(first.filter(Boolean)).toHaveLength(1)
      const leader = `node ${first.indexOf(true)}`
      expect(await take('late', 1_099)).toBe(false)
      expect(await take(leader, 1_099)).toBe(true)
      expect(await take('late', 1_198)).toBe(false)
      expect(await take('late', 1_199)).toBe(true)
      expect(await take(leader, 1_200)).toBe(false)
      await store.write(db => dropLeases(db, 'late'))
      expect(await take(leader, 1_200)).toBe(true)
    })

    it('[J1] does not believe a lease from a clock that was a day ahead', async () => {
      const take = (holder: string, now: number) =>
        store.write(db => takeLease(db, { name: 'tidying', holder, now, ttl: 100 }))
      expect(await take('ahead', 86_400_000)).toBe(true)
      expect(await take('right', 1_000)).toBe(true)
      expect(await take('ahead', 1_050)).toBe(false)
    })

    it('[R6] counts threads and messages of many pages at once', async () => {
      await addThreads(store, 3)
      const counted = await store.read(db =>
        countPages(db, 's_a', ['https://lume.example/', 'https://nowhere.example/']),
      )
      expect(counted).toHaveLength(1)
      expect(Number(counted[0]?.threads)).toBe(3)
    })
  })
}

const person = (id: string) => ({ id, site_id: 's_a', account_id: null, role: null, name: id, created_at: 1 })
