import type { Inbox, InboxQuery, InboxSort, InboxView } from '../../contract/inbox.ts'
import { PAGE_SIZE } from '../../contract/limits.ts'
import { AppError } from '../../lib/app-error.ts'
import { countViews, listInboxThreads } from '../../store/inbox-lists.ts'
import { staffOf } from '../../store/people.ts'
import type { Store } from '../../store/store.ts'
import { personRef } from '../person-refs.ts'
import type { Viewer } from '../viewer.ts'
import { audienceOf } from '../viewer.ts'
import { asOf, drawThreads, pageScope } from './lists.ts'

const ownSort: Record<InboxView, InboxSort> = {
  unanswered: 'waiting',
  mine: 'waiting',
  waiting: 'waiting',
  ideas: 'votes',
  flagged: 'recent',
  all: 'recent',
}

/** The team's work list. @throws AppError `forbidden` for whoever is not of the team */
export const inbox = (store: Store, viewer: Viewer, query: InboxQuery): Promise<Omit<Inbox, 'offers'>> =>
  store.read(async db => {
    const { site, person, role } = viewer
    if (!role || !person) throw new AppError('forbidden')
    const { page, cursor, size = PAGE_SIZE, view, sort = ownSort[view], ...filter } = query
    const pageId = await pageScope(db, site.id, page)
    const facts = { siteId: site.id, personId: person.id }
    const { rows, next, total } =
      pageId === undefined
        ? { rows: [], next: null, total: 0 }
        : await listInboxThreads(db, store.dialect, { ...facts, ...filter, view, sort, pageId, cursor, size })
    return {
      ...(await asOf(db, site.id)),
      threads: await drawThreads(db, site, rows, audienceOf(viewer)),
      total,
      counts: await countViews(db, site.id, person.id),
      next,
      team: (await staffOf(db, site.id)).filter(one => one.role !== 'viewer').map(personRef),
    }
  })
