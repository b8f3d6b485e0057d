import type { InlineStanding } from '../../contract/passes.ts'
import { countView } from '../../store/inbox-lists.ts'
import { staffOf } from '../../store/people.ts'
import type { Store } from '../../store/store.ts'
import { personRef } from '../person-refs.ts'
import type { Actor } from '../viewer.ts'
import { pageScope } from './lists.ts'

/** What waits for the team on one page, or on the site. */
export const inlineStanding = (
  store: Store,
  { site, person }: Actor,
  page: string | undefined,
): Promise<InlineStanding> =>
  store.read(async db => {
    const pageId = await pageScope(db, site.id, page)
    const count = (view: 'unanswered' | 'flagged') =>
      pageId === undefined ? 0 : countView(db, view, { siteId: site.id, personId: person.id, pageId })
    return {
      unanswered: await count('unanswered'),
      flagged: await count('flagged'),
      team: (await staffOf(db, site.id)).filter(one => one.role !== 'viewer').map(personRef),
    }
  })
