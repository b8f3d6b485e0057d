import { SAVED_REPLIES_MAX } from '../contract/limits.ts'
import type { NewSavedReply, SavedReplies, SavedReply } from '../contract/saved.ts'
import type { Locale } from '../contract/site.ts'
import { AppError } from '../lib/app-error.ts'
import type { Clock } from '../lib/clock.ts'
import { newId } from '../lib/ids.ts'
import {
  deleteSavedReply,
  insertSavedReply,
  listSavedReplies,
  noteSavedReplyUse,
  updateSavedReply,
} from '../store/saved.ts'
import type { SavedReplyTable } from '../store/schema.ts'
import { lockSite } from '../store/sites.ts'
import type { Store } from '../store/store.ts'
import { mayOnSite } from './access.ts'
import { record } from './audit.ts'
import type { Actor, Viewer } from './viewer.ts'

/** How “fits all languages” is kept: a column that may be empty would let one name in twice. */
const ANY = ''

const view = ({ id, name, language, body, used_at }: SavedReplyTable): SavedReply => ({
  id,
  name,
  language: language === ANY ? null : (language as Locale),
  body,
  usedAt: used_at,
})

/** @throws AppError `forbidden` for whoever is not of the team */
export const savedReplies = (store: Store, { site, role }: Viewer): Promise<SavedReplies> =>
  store.read(async db => {
    if (!role) throw new AppError('forbidden')
    return { replies: (await listSavedReplies(db, site.id)).map(view) }
  })

const fact = ({ site, person }: Actor, clock: Clock, action: string) => ({
  siteId: site.id,
  at: clock.now(),
  by: person.id,
  action,
})

/** @throws AppError `forbidden`; `not_found`; `stale` where another has the name; `invalid` where there are too many */
export const keepSavedReply = async (
  store: Store,
  clock: Clock,
  by: Actor,
  { id: known, name, language, body }: NewSavedReply,
): Promise<SavedReply> => {
  if (!mayOnSite(by.role, 'savedReplies')) throw new AppError('forbidden')
  return store.write(async db => {
    await lockSite(db, store.dialect, by.site.id)
    const all = await listSavedReplies(db, by.site.id)
    const before = all.find(one => one.id === known)
    if (known && !before) throw new AppError('not_found')
    const columns = { name, language: language ?? ANY, body }
    const isSame = (one: SavedReplyTable) => one.name === name && one.language === columns.language
    if (all.some(one => one.id !== known && isSame(one))) throw new AppError('stale')
    if (!before && all.length >= SAVED_REPLIES_MAX)
      throw new AppError('invalid', {
        issues: [{ path: 'name', message: `At most ${SAVED_REPLIES_MAX} saved replies` }],
      })
    const row = {
      ...{ id: newId('q'), site_id: by.site.id, created_at: clock.now(), used_at: null },
      ...before,
      ...columns,
    }
    if (before) await updateSavedReply(db, { id: row.id, site_id: row.site_id, ...columns })
    else await insertSavedReply(db, row)
    const entry = fact(by, clock, before ? 'savedReply.change' : 'savedReply.add')
    await record(db, { ...entry, target: row.id, facts: { name } })
    return view(row)
  })
}

/** @throws AppError `forbidden`, `not_found` */
export const dropSavedReply = async (store: Store, clock: Clock, by: Actor, id: string): Promise<void> => {
  if (!mayOnSite(by.role, 'savedReplies')) throw new AppError('forbidden')
  await store.write(async db => {
    if (!(await deleteSavedReply(db, by.site.id, id))) throw new AppError('not_found')
    await record(db, { ...fact(by, clock, 'savedReply.delete'), target: id, facts: {} })
  })
}

/** Remembers that one was used just now. @throws AppError `forbidden`, `not_found` */
export const useSavedReply = async (store: Store, clock: Clock, by: Actor, id: string): Promise<void> => {
  if (!mayOnSite(by.role, 'savedReplies')) throw new AppError('forbidden')
  const found = await store.write(db => noteSavedReplyUse(db, by.site.id, id, clock.now()))
  if (!found) throw new AppError('not_found')
}
