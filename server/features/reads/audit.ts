import type { AuditLog, AuditQuery } from '../../contract/queue.ts'
import { AppError } from '../../lib/app-error.ts'
import { listAudit } from '../../store/audit.ts'
import { peopleByIds } from '../../store/people.ts'
import type { Store } from '../../store/store.ts'
import { mayOnSite } from '../access.ts'
import { personRef } from '../person-refs.ts'
import type { Viewer } from '../viewer.ts'

const SIZE = 50

/** Who of the team did what. @throws AppError `forbidden` */
export const auditLog = (store: Store, viewer: Viewer, query: AuditQuery): Promise<AuditLog> =>
  store.read(async db => {
    if (!mayOnSite(viewer.role, 'audit')) throw new AppError('forbidden')
    const { by, about, target, cursor } = query
    const { entries, next } = await listAudit(db, {
      ...{ siteId: viewer.site.id, by, about, target, cursor },
      size: SIZE,
    })
    const people = await peopleByIds(db, [...new Set(entries.map(entry => entry.by_id))])
    return {
      entries: entries.map(entry => ({
        id: entry.id,
        at: entry.at,
        by: personRef(people.get(entry.by_id)),
        action: entry.action,
        target: entry.target_id,
        facts: JSON.parse(entry.facts),
      })),
      next,
    }
  })
