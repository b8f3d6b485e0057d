import type { SiteSettings } from '../../contract/settings.ts'
import { AppError } from '../../lib/app-error.ts'
import { sightsOf } from '../../store/sights.ts'
import { findSite } from '../../store/sites.ts'
import type { Store } from '../../store/store.ts'
import { mayOnSite } from '../access.ts'
import { settingsView } from '../settings-view.ts'
import type { Viewer } from '../viewer.ts'

/** How the site is set up. @throws AppError `forbidden` for whoever is not of the team */
export const readSettings = (store: Store, viewer: Viewer): Promise<Omit<SiteSettings, 'mail'>> =>
  store.read(async db => {
    if (!mayOnSite(viewer.role, 'settings')) throw new AppError('forbidden')
    const site = (await findSite(db, viewer.site.id)) ?? viewer.site
    return settingsView(site, await sightsOf(db, site.id))
  })
