import { SAVED_VIEWS_MAX } from '../contract/limits.ts'
import type { NewSavedView, SavedView, SavedViews } from '../contract/saved.ts'
import { AppError } from '../lib/app-error.ts'
import type { Clock } from '../lib/clock.ts'
import { newId } from '../lib/ids.ts'
import { deleteSavedView, insertSavedView, listSavedViews } from '../store/saved.ts'
import type { SavedViewTable } from '../store/schema.ts'
import { lockSite } from '../store/sites.ts'
import type { Store } from '../store/store.ts'
import { mayOnSite } from './access.ts'
import { record } from './audit.ts'
import type { Actor } from './viewer.ts'

const view = ({ id, name, person_id, filter }: SavedViewTable): SavedView => ({
  id,
  name,
  shared: person_id === null,
  ...(JSON.parse(filter) as Pick<SavedView, 'view' | 'filter'>),
})

/** @throws AppError `forbidden` for whoever is not of the team */
export const savedViews = (store: Store, { site, person, role }: Actor): Promise<SavedViews> =>
  store.read(async db => {
    if (!role) throw new AppError('forbidden')
    return { views: (await listSavedViews(db, site.id, person.id)).map(view) }
  })

/** One's own anybody of the team keeps. @throws AppError `forbidden`; `stale` where another has the name; `invalid` */
export const keepSavedView = async (
  store: Store,
  clock: Clock,
  { site, person, role }: Actor,
  { name, shared, view: of, filter }: NewSavedView,
): Promise<SavedView> => {
  if (!role || (shared && !mayOnSite(role, 'savedViews'))) throw new AppError('forbidden')
  const whose = shared ? null : person.id
  return store.write(async db => {
    await lockSite(db, store.dialect, site.id)
    const all = await listSavedViews(db, site.id, person.id)
    if (all.some(one => one.name === name)) throw new AppError('stale')
    if (all.filter(one => one.person_id === whose).length >= SAVED_VIEWS_MAX)
      throw new AppError('invalid', {
        issues: [{ path: 'name', message: `At most ${SAVED_VIEWS_MAX} saved views` }],
      })
    const at = clock.now()
    const row = {
      ...{ id: newId('v'), site_id: site.id, person_id: whose, name, created_at: at },
      filter: JSON.stringify({ view: of, filter }),
    }
    await insertSavedView(db, row)
    if (shared)
      await record(db, {
        ...{ siteId: site.id, at, by: person.id, action: 'savedView.add', target: row.id },
        facts: { name },
      })
    return view(row)
  })
}

/** @throws AppError `forbidden` for the team's, `not_found` alike for unknown ones and those of others */
export const dropSavedView = async (
  store: Store,
  clock: Clock,
  { site, person, role }: Actor,
  id: string,
): Promise<void> => {
  if (!role) throw new AppError('forbidden')
  await store.write(async db => {
    const found = (await listSavedViews(db, site.id, person.id)).find(one => one.id === id)
    if (!found) throw new AppError('not_found')
    const isTeams = found.person_id === null
    if (isTeams && !mayOnSite(role, 'savedViews')) throw new AppError('forbidden')
    await deleteSavedView(db, site.id, id)
    if (isTeams)
      await record(db, {
        ...{ siteId: site.id, at: clock.now(), by: person.id, action: 'savedView.delete', target: id },
        facts: { name: found.name },
      })
  })
}
