import type { PersonRow } from './rows.ts'
import type { Db } from './store.ts'

const PEOPLE_MAX = 100

/** Who began the thread or has a public reply in it, the team left out: the most recent first. */
export const participants = (db: Db, siteId: string, threadId: string): Promise<PersonRow[]> =>
  db
    .selectFrom('person')
    .selectAll('person')
    .where('person.site_id', '=', siteId)
    .where('person.role', 'is', null)
    .where('person.name', 'is not', null)
    .where(eb =>
      eb.or([
        eb('person.id', 'in', eb.selectFrom('thread').select('author_id').where('id', '=', threadId)),
        eb(
          'person.id',
          'in',
          eb
            .selectFrom('reply')
            .select('author_id')
            .where('thread_id', '=', threadId)
            .where('visibility', '=', 'public')
            .where('note', '=', 0),
        ),
      ]),
    )
    .orderBy('person.created_at', 'desc')
    .orderBy('person.id')
    .limit(PEOPLE_MAX)
    .execute()

/** The ids of those whom a message mentions. */
export const mentionedIn = async (db: Db, messageId: string): Promise<string[]> =>
  (await db.selectFrom('mention').select('person_id').where('message_id', '=', messageId).execute()).map(
    row => row.person_id,
  )

export const removeMentions = (db: Db, messageId: string) =>
  db.deleteFrom('mention').where('message_id', '=', messageId).execute()

export const addMentions = (
  db: Db,
  message: { site_id: string; message_id: string; created_at: number },
  personIds: string[],
) =>
  db
    .insertInto('mention')
    .values(personIds.map(person_id => ({ ...message, person_id })))
    .execute()
