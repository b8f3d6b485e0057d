import { upsertPage } from './pages.ts'
import type { ThreadRow } from './rows.ts'
import { indexRoot } from './search.ts'
import type { Store } from './store.ts'
import { insertThread } from './threads.ts'

/** Threads `t_0` … on one page; every third shares its votes with others, the sixth is pinned. */
export function addThreads(store: Store, count: number, texts: string[] = []): Promise<string> {
  return store.write(async db => {
    const page = await upsertPage(db, 's_a', { key: 'https://lume.example/', url: 'https://lume.example/' })
    for (let i = 0; i < count; i++) {
      const text = texts[i] ?? `Thread ${i}`
      await insertThread(db, threadRow(`t_${i}`, page.id, i, text))
      await indexRoot(db, { siteId: 's_a', threadId: `t_${i}`, title: text, text, language: 'en' })
    }
    return page.id
  })
}

const threadRow = (id: string, pageId: string, i: number, text: string): ThreadRow => ({
  id,
  site_id: 's_a',
  page_id: pageId,
  author_id: 'p_a',
  kind: 'question',
  title: text,
  source: text,
  tree: '[]',
  excerpt: text,
  language: null,
  votes: i % 3,
  heat: i % 4,
  ...{ reports: 0, seen_by: null, seen_at: null },
  position: i + 1,
  activity: 100 - i,
  activity_at: 1,
  created_at: 1,
  seq: i + 1,
  staff_seq: 0,
  pinned: i === 5 ? 1 : 0,
  waiting_since: 1,
  visibility: 'public',
  status: 'open',
  ...{ retitled: 0, replies: 0, notes: 0, locked: 0 },
  ...{ status_reason: null, status_link: null, status_by: null, status_at: null },
  ...{ official_id: null, accepted_id: null, last_reply_id: null, staff_reply_id: null, assignee_id: null },
  ...{
    edited_at: null,
    removed_by: null,
    removed_reason: null,
    removed_at: null,
    held_for: null,
    images: null,
    done_at: null,
    canonical_id: null,
    merged_into: null,
    merged_at: null,
    merged_by: null,
    announced: null,
    removed_from: null,
  },
})
