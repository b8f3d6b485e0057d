import type { Look } from '../contract/settings.ts'
import type { Locale } from '../contract/site.ts'
import type { SiteRow } from '../store/rows.ts'

/** What the hosted pages have to know of a site, field by field. `origins` decide where links lead, and are not shown. */
export interface HostedSite {
  id: string
  brand: string
  locale: Locale
  closed: boolean
  indexed: boolean
  accent: string | null
  timeZone: string
  origins: readonly string[]
  createdAt: number
}

/**
 * Null where a site has no hosted pages: its team does not want any, nobody but the brand's own customers may take part,
 * or it is not open to any page yet.
 */
export function hostedSiteView(site: SiteRow): HostedSite | null {
  const origins: string[] = JSON.parse(site.origins)
  if (site.hosted === 'off' || site.verified_only === 1 || origins.length === 0) return null
  const look: Look = JSON.parse(site.look)
  return {
    id: site.id,
    brand: site.brand,
    locale: site.locale,
    closed: site.closed === 1,
    indexed: site.hosted === 'indexed',
    accent: look.accent ?? null,
    timeZone: site.time_zone,
    origins,
    createdAt: site.created_at,
  }
}
