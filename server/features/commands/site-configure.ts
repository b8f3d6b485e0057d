import type { Updateable } from 'kysely'
import type { CommandInput } from '../../contract/commands.ts'
import type { SiteTable } from '../../store/schema.ts'
import { updateSite } from '../../store/sites.ts'
import { mayOnSite } from '../access.ts'
import { command } from '../command.ts'

/** Changes how a site is set up. Open widgets follow at once. */
export const siteConfigure = command({
  name: 'site.configure',
  find: async unit => unit.viewer.site,
  access: ({ viewer }) => (mayOnSite(viewer.role, 'configure') ? 'allowed' : 'forbidden'),
  async run(unit, site, input) {
    const columns = columnsOf(input)
    if (Object.keys(columns).length === 0) return site.id
    await updateSite(unit.db, site.id, columns)
    unit.touch({ entity: 'site', id: site.id, audience: 'public' })
    return site.id
  },
})

function columnsOf(input: CommandInput<'site.configure'>): Updateable<SiteTable> {
  const { brand, locale, closed, verifiedOnly, timeZone, targetMinutes, hosted } = input
  const columns: Updateable<SiteTable> = {
    brand,
    locale,
    time_zone: timeZone,
    target_minutes: targetMinutes,
    hosted,
    privacy_url: input.privacyUrl,
    terms_url: input.termsUrl,
    origins: list(input.origins),
    kinds: list(input.kinds),
    office_hours: input.officeHours && JSON.stringify(input.officeHours),
    look: input.look && JSON.stringify(input.look),
    first_run: input.firstRun && JSON.stringify(input.firstRun),
    closed: flag(closed),
    verified_only: flag(verifiedOnly),
  }
  return Object.fromEntries(Object.entries(columns).filter(([, value]) => value !== undefined))
}

const flag = (on: boolean | undefined) => (on === undefined ? undefined : Number(on))
const list = (values: string[] | undefined) => values && JSON.stringify([...new Set(values)])
