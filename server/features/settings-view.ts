import type { SiteSettings } from '../contract/settings.ts'
import type { SiteRow } from '../store/rows.ts'

interface SightRow {
  origin: string
  first_at: number
  last_at: number
}

/** A site as its team sets it up, field by field. */
export const settingsView = (site: SiteRow, sights: SightRow[]): Omit<SiteSettings, 'mail'> => ({
  brand: site.brand,
  locale: site.locale,
  origins: JSON.parse(site.origins),
  kinds: JSON.parse(site.kinds),
  closed: site.closed === 1,
  verifiedOnly: site.verified_only === 1,
  timeZone: site.time_zone,
  officeHours: JSON.parse(site.office_hours),
  targetMinutes: site.target_minutes,
  privacyUrl: site.privacy_url,
  termsUrl: site.terms_url,
  texts: JSON.parse(site.texts),
  look: JSON.parse(site.look),
  hosted: site.hosted,
  firstRun: site.first_run === null ? null : JSON.parse(site.first_run),
  sights: sights.map(({ origin, first_at, last_at }) => ({ origin, first: first_at, last: last_at })),
})
