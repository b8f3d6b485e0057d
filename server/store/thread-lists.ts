import { sql } from 'kysely'
import type { Sort, StatusFilter } from '../contract/reads.ts'
import type { Kind } from '../contract/site.ts'
import type { Status } from '../contract/thread.ts'
import { beyondCursor, cutPage } from './cursor.ts'
import type { ThreadRow } from './rows.ts'
import type { Db } from './store.ts'

export interface ThreadPage {
  rows: ThreadRow[]
  /** Opaque; null on the last page. */
  next: string | null
}

type Key = 'pinned' | 'activity' | 'position' | 'votes' | 'heat'

/** Feed positions end every order: they are unique, so pages neither repeat nor skip. */
const orders: Record<Sort, readonly Key[]> = {
  recent: ['pinned', 'activity'],
  newest: ['position'],
  top: ['votes', 'position'],
  trending: ['heat', 'position'],
  unanswered: ['position'],
}

/** Which threads, and in which order. */
export interface Chosen {
  siteId: string
  pageId: string | null
  kind: Kind | undefined
  status?: StatusFilter | undefined
  /** A label's id. */
  label?: string | undefined
  sort: Sort
}

export interface PublicList extends Chosen {
  cursor: string | undefined
  size: number
}

/** Public threads in the order asked for. @throws AppError `invalid` for a cursor that is not ours */
export async function listPublicThreads(db: Db, list: PublicList): Promise<ThreadPage> {
  const keys = orders[list.sort]
  const rows = await publicThreads(db, list)
    .selectAll()
    .$if(list.cursor !== undefined, query =>
      query.where(
        beyondCursor(
          keys.map(key => sql.ref(key)),
          '<',
          list.cursor as string,
        ),
      ),
    )
    .$call(query => keys.reduce((ordered, key) => ordered.orderBy(key, 'desc'), query))
    .limit(list.size + 1)
    .execute()
  return cutPage(rows, list.size, row => keys.map(key => row[key]))
}

/** How many of them there are. */
export async function countPublicThreads(db: Db, list: Chosen): Promise<number> {
  const { n } = await publicThreads(db, list)
    .select(eb => eb.fn.countAll<number>().as('n'))
    .executeTakeFirstOrThrow()
  return Number(n)
}

const publicThreads = (db: Db, list: Chosen) =>
  db
    .selectFrom('thread')
    .where('site_id', '=', list.siteId)
    .where('visibility', '=', 'public')
    .where('canonical_id', 'is', null)
    .$if(list.pageId !== null, query => query.where('page_id', '=', list.pageId))
    .$if(list.kind !== undefined, query => query.where('kind', '=', list.kind as Kind))
    .$if(list.status === 'answered', query =>
      query.where(eb => eb.or([eb('official_id', 'is not', null), eb('accepted_id', 'is not', null)])),
    )
    .$if(list.status !== undefined && list.status !== 'answered', query =>
      query.where('status', '=', list.status as Status),
    )
    .$if(list.label !== undefined, query =>
      query.where('id', 'in', eb =>
        eb
          .selectFrom('thread_label')
          .select('thread_id')
          .where('label_id', '=', list.label as string),
      ),
    )
    .$if(list.sort === 'unanswered', query =>
      query
        .where('staff_reply_id', 'is', null)
        .where('status_reason', 'is', null)
        .where('accepted_id', 'is', null)
        .where('waiting_since', 'is not', null)
        .where('kind', '!=', 'praise'),
    )

/** Where each public thread is found and when it last changed, oldest first: one part of a list of all of them. */
export const publicPlaces = (
  db: Db,
  siteId: string,
  part: { skip: number; size: number },
): Promise<Pick<ThreadRow, 'id' | 'activity_at' | 'edited_at'>[]> =>
  publicThreads(db, { siteId, pageId: null, kind: undefined, sort: 'newest' })
    .select(['id', 'activity_at', 'edited_at'])
    .orderBy('position')
    .offset(part.skip)
    .limit(part.size)
    .execute()

/** Public threads the team announces anywhere, newest first. */
export const announcedThreads = (db: Db, siteId: string): Promise<ThreadRow[]> =>
  db
    .selectFrom('thread')
    .selectAll()
    .where('site_id', '=', siteId)
    .where('announced', 'is not', null)
    .where('canonical_id', 'is', null)
    .where('visibility', '=', 'public')
    .orderBy('position', 'desc')
    .limit(50)
    .execute()
