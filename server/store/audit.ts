import type { Insertable } from 'kysely'
import { sql } from 'kysely'
import type { AUDIT_SUBJECTS } from '../contract/limits.ts'
import { AppError } from '../lib/app-error.ts'
import type { AuditTable } from './schema.ts'
import type { Db } from './store.ts'

export const insertAudit = (db: Db, entry: Insertable<AuditTable>) =>
  db.insertInto('audit').values(entry).execute()

export interface AuditList {
  siteId: string
  by: string | undefined
  about: AuditSubject | undefined
  target: string | undefined
  cursor: string | undefined
  size: number
}

type AuditSubject = (typeof AUDIT_SUBJECTS)[number]

/** With which word the actions begin that are about a subject. */
const NOUNS: Record<AuditSubject, readonly string[]> = {
  conversations: ['thread', 'message', 'reply', 'note', 'answer', 'label'],
  people: ['person', 'member', 'invitation'],
  setup: ['site', 'savedReply', 'savedView', 'key'],
}

/** What the team did, newest first. @throws AppError `invalid` for a cursor that is not ours */
export async function listAudit(db: Db, { siteId, by, about, target, cursor, size }: AuditList) {
  const rows = await db
    .selectFrom('audit')
    .selectAll()
    .where('site_id', '=', siteId)
    .$if(by !== undefined, query => query.where('by_id', '=', by as string))
    .$if(about !== undefined, query =>
      query.where(eb => eb.or(NOUNS[about as AuditSubject].map(noun => eb('action', 'like', `${noun}.%`)))),
    )
    .$if(target !== undefined, query => query.where('target_id', '=', target as string))
    .$if(cursor !== undefined, query => {
      const { at, id } = placeOf(cursor as string)
      return query.where(sql<boolean>`(at, id) < (${at}, ${id})`)
    })
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(size + 1)
    .execute()
  const entries = rows.slice(0, size)
  const last = entries.at(-1)
  const next = rows.length > size && last ? Buffer.from(`${last.at} ${last.id}`).toString('base64url') : null
  return { entries, next }
}

function placeOf(cursor: string): { at: number; id: string } {
  const [, at, id] = /^(\d{1,15}) (\S{1,40})$/.exec(Buffer.from(cursor, 'base64url').toString()) ?? []
  if (at === undefined || id === undefined)
    throw new AppError('invalid', { issues: [{ path: 'cursor', message: 'Not a cursor of this list' }] })
  return { at: Number(at), id }
}
