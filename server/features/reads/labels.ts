import type { SiteLabels } from '../../contract/saved.ts'
import { AppError } from '../../lib/app-error.ts'
import { listLabels } from '../../store/labels.ts'
import type { Store } from '../../store/store.ts'
import type { Viewer } from '../viewer.ts'

/** What the team has called threads. @throws AppError `forbidden` for whoever is not of the team */
export const siteLabels = (store: Store, { site, role }: Viewer): Promise<SiteLabels> =>
  store.read(async db => {
    if (!role) throw new AppError('forbidden')
    return { labels: await listLabels(db, site.id) }
  })
