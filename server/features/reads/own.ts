import type { MyState, PageCounts } from '../../contract/reads.ts'
import { AppError } from '../../lib/app-error.ts'
import { findAddress } from '../../store/addresses.ts'
import { markedBy } from '../../store/marks.ts'
import { countPages } from '../../store/pages.ts'
import { repliesByIds, repliesOf } from '../../store/replies.ts'
import type { SiteRow } from '../../store/rows.ts'
import type { Store } from '../../store/store.ts'
import { threadsByIds, threadsOf } from '../../store/threads.ts'
import { createLoader } from '../loader.ts'
import { ownViews } from '../owns.ts'
import type { Viewer } from '../viewer.ts'
import { meWithEmail } from '../views.ts'
import { asOf } from './lists.ts'

/** Messages and marks of one person that are looked through. */
export const OWN_MAX = 500

/** What the viewer wrote and supported on the site, newest first. @throws AppError `unauthenticated` */
export const myState = (store: Store, viewer: Viewer, now: number): Promise<MyState> =>
  store.read(async db => {
    const { site, person } = viewer
    if (!person) throw new AppError('unauthenticated')
    const threads = new Map((await threadsOf(db, person.id, OWN_MAX)).map(row => [row.id, row]))
    const replies = new Map((await repliesOf(db, person.id, OWN_MAX)).map(row => [row.id, row]))
    const marked = await markedBy(db, person.id, OWN_MAX)
    const ids = [...new Set([...threads.keys(), ...replies.keys(), ...marked])].slice(0, OWN_MAX)
    for (const row of await repliesByIds(
      db,
      site.id,
      ids.filter(id => id.startsWith('r_') && !replies.has(id)),
    ))
      replies.set(row.id, row)
    const needed = [...ids.filter(id => id.startsWith('t_')), ...[...replies.values()].map(r => r.thread_id)]
    for (const row of await threadsByIds(db, site.id, [...new Set(needed)])) threads.set(row.id, row)
    // Who supports what was merged supports what it leads to.
    const roots = [...threads.values()].flatMap(t =>
      t.canonical_id && !threads.has(t.canonical_id) ? [t.canonical_id] : [],
    )
    for (const row of await threadsByIds(db, site.id, [...new Set(roots)])) threads.set(row.id, row)
    const mine = new Set(ids)
    for (const id of ids) {
      const root = threads.get(id)?.canonical_id
      if (root) mine.add(root)
    }
    const own = await ownViews(
      createLoader(db, site.id),
      { site, personId: person.id, now, banned: person.banned_at !== null },
      [...mine],
      threads,
      replies,
    )
    return {
      ...(await asOf(db, site.id)),
      me: meWithEmail(person, person.role === null ? await findAddress(db, person.id) : undefined),
      own: [...own.values()],
    }
  })

/** Badges for a whole index page: how many threads and messages each page has. */
export const pageCounts = (store: Store, site: SiteRow, keys: string[]): Promise<PageCounts> =>
  store.read(async db => {
    const counted = new Map((await countPages(db, site.id, keys)).map(row => [row.key, row]))
    return {
      ...(await asOf(db, site.id)),
      pages: keys.map(key => {
        const threads = Number(counted.get(key)?.threads ?? 0)
        return { key, threads, messages: threads + Number(counted.get(key)?.replies ?? 0) }
      }),
    }
  })
