import { pagesByIds } from '../store/pages.ts'
import { peopleByIds } from '../store/people.ts'
import { repliesByIds } from '../store/replies.ts'
import type { PageRow, PersonRow, ReplyRow, ThreadRow } from '../store/rows.ts'
import type { Db } from '../store/store.ts'
import { threadsByIds } from '../store/threads.ts'

/** Those of the ids that exist, by id. */
type Load<R> = (ids: Iterable<string>) => Promise<Map<string, R>>

/** Rows by their ids, each read once: for one snapshot, in which several streams draw the same changes. */
export interface Loader {
  readonly db: Db
  readonly threads: Load<ThreadRow>
  readonly replies: Load<ReplyRow>
  readonly people: Load<PersonRow>
  readonly pages: Load<PageRow>
}

export function createLoader(db: Db, siteId: string): Loader {
  return {
    db,
    threads: once(ids => threadsByIds(db, siteId, ids)),
    replies: once(ids => repliesByIds(db, siteId, ids)),
    people: once(async ids => (await peopleByIds(db, ids)).values()),
    pages: once(async ids => (await pagesByIds(db, ids)).values()),
  }
}

function once<R extends { id: string }>(read: (ids: string[]) => Promise<Iterable<R>>): Load<R> {
  const known = new Map<string, R | undefined>()
  return async asked => {
    const ids = new Set(asked)
    const unknown = [...ids].filter(id => !known.has(id))
    for (const id of unknown) known.set(id, undefined)
    if (unknown.length > 0) for (const row of await read(unknown)) known.set(row.id, row)
    return new Map(
      [...ids].flatMap(id => {
        const row = known.get(id)
        return row ? [[id, row]] : []
      }),
    )
  }
}
