import type { PersonRef } from '../contract/person.ts'
import { personRefs } from '../features/person-refs.ts'
import type { AddressRow } from '../store/addresses.ts'
import { findAddress } from '../store/addresses.ts'
import { reasonToHear } from '../store/news.ts'
import { pagesByIds } from '../store/pages.ts'
import { findPerson, peopleByIds } from '../store/people.ts'
import { repliesByIds } from '../store/replies.ts'
import type { PageRow, ReplyRow, SiteRow, ThreadRow } from '../store/rows.ts'
import { findSite } from '../store/sites.ts'
import type { Db } from '../store/store.ts'
import { findThread } from '../store/threads.ts'

/** What the outbox keeps of a letter about a conversation; the rest is read when it goes. */
export interface NewsItem {
  person: string
  thread: string
  /** Ids of the entries, in any order. */
  messages: string[]
}

/** All that a letter about a conversation is drawn from. */
export interface News {
  address: AddressRow
  site: SiteRow
  thread: ThreadRow
  /** Where the thread leads, itself where it leads nowhere: what is followed. */
  root: ThreadRow
  page: PageRow | undefined
  reason: 'follows' | 'voted'
  /** In the order in which they were written; never empty. */
  entries: { row: ReplyRow; author: PersonRef; link: string | null }[]
}

/** What there is to tell somebody now: null where nothing is left that they may read, or they no longer want to hear. */
export async function readNews(db: Db, siteId: string, item: NewsItem): Promise<News | null> {
  const address = await findAddress(db, item.person)
  if (!address?.confirmed_at || address.bounced_at !== null || address.site_id !== siteId) return null
  const person = await findPerson(db, siteId, item.person)
  const site = await findSite(db, siteId)
  const thread = await findThread(db, siteId, item.thread)
  if (!person || person.banned_at !== null || !site || thread?.visibility !== 'public') return null
  const root = thread.canonical_id === null ? thread : await findThread(db, siteId, thread.canonical_id)
  const reason = root && (await reasonToHear(db, item.person, root.id))
  if (!reason) return null
  const rows = (await repliesByIds(db, siteId, item.messages))
    .filter(row => row.visibility === 'public' && row.note === 0 && row.author_id !== item.person)
    // Who voted hears what becomes of it, not all that is said.
    .filter(row => reason === 'follows' || row.status !== null)
    .sort((a, b) => a.position - b.position)
  if (rows.length === 0) return null
  const people = await peopleByIds(db, [...new Set(rows.map(row => row.author_id))])
  const refer = personRefs(site)
  const last = rows.findLast(row => row.status !== null)
  const entries = rows.map(row => {
    const author = refer(people.get(row.author_id))
    const link = row === last && row.status === thread.status ? thread.status_link : null
    return { row, author, link }
  })
  const page = (await pagesByIds(db, [thread.page_id])).get(thread.page_id)
  return { address, site, thread, root, page, reason, entries }
}
