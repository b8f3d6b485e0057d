import type { Insights, InsightsQuery } from '../../contract/insights.ts'
import { readInsights } from '../../insights/read-insights.ts'
import { AppError } from '../../lib/app-error.ts'
import { findSite } from '../../store/sites.ts'
import type { Store } from '../../store/store.ts'
import { mayOnSite } from '../access.ts'
import type { Viewer } from '../viewer.ts'

/** The site in numbers. @throws AppError `forbidden` for whoever is not of the team, `invalid` for an odd range */
export const insights = (
  store: Store,
  viewer: Viewer,
  query: InsightsQuery,
  now: number,
): Promise<Insights> =>
  store.read(async db => {
    if (!mayOnSite(viewer.role, 'insights')) throw new AppError('forbidden')
    return readInsights(db, (await findSite(db, viewer.site.id)) ?? viewer.site, query, now)
  })
