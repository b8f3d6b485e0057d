import type { MadeSiteKey, NewSiteKey, SiteKeys } from '../contract/keys.ts'
import { AppError } from '../lib/app-error.ts'
import type { Clock } from '../lib/clock.ts'
import { newId, newToken } from '../lib/ids.ts'
import { activeKeys, addSecret } from '../store/customers.ts'
import { findSite } from '../store/sites.ts'
import type { Db, Store } from '../store/store.ts'
import { mayOnSite } from './access.ts'
import { record } from './audit.ts'
import type { Actor } from './viewer.ts'

/** Hours in which the brand's servers can change from the old secret to the new one. */
export const OVERLAP_HOURS = 24

/** A new secret; those before it end now, or when the brand's servers have had time to change. */
export async function makeKey(
  db: Db,
  siteId: string,
  { now, endOthers }: { now: number; endOthers: boolean },
): Promise<MadeSiteKey> {
  const [id, secret] = [newId('k'), newToken()]
  const othersEnd = endOthers ? now : now + OVERLAP_HOURS * 60 * 60 * 1000
  await addSecret(db, { id, site_id: siteId, secret, created_at: now }, othersEnd)
  return { id, secret }
}

/** @throws AppError `forbidden` for all but owners */
export const siteKeys = (store: Store, clock: Clock, { site, role }: Actor): Promise<SiteKeys> =>
  store.read(async db => {
    if (!mayOnSite(role, 'keys')) throw new AppError('forbidden')
    const keys = await activeKeys(db, site.id, clock.now())
    return { keys: keys.map(({ id, created_at, ends_at }) => ({ id, since: created_at, endsAt: ends_at })) }
  })

/** @throws AppError `forbidden` for all but owners; `invalid` where the name typed is not the site's */
export const rotateKey = async (
  store: Store,
  clock: Clock,
  { site, person, role }: Actor,
  { brand, endOthers }: NewSiteKey,
): Promise<MadeSiteKey> => {
  if (!mayOnSite(role, 'keys')) throw new AppError('forbidden')
  return store.write(async db => {
    const now = clock.now()
    const known = await findSite(db, site.id)
    if (brand.trim() !== known?.brand)
      throw new AppError('invalid', { issues: [{ path: 'brand', message: 'Not the name of the site' }] })
    const made = await makeKey(db, site.id, { now, endOthers })
    await record(db, {
      ...{ siteId: site.id, at: now, by: person.id, action: 'key.rotate', target: made.id },
      facts: { endOthers },
    })
    return made
  })
}
