import { KINDS } from '../contract/limits.ts'
import type { Role } from '../contract/person.ts'
import { hashToken, newId, newToken } from '../lib/ids.ts'
import { insertAccount, insertDevice, insertSession } from '../store/accounts.ts'
import { insertPerson } from '../store/people.ts'
import type { SiteRow } from '../store/rows.ts'
import { findSite, insertSite } from '../store/sites.ts'
import type { Store } from '../store/store.ts'

/** A new site, open to pages of these origins. */
export function createSite(store: Store, brand: string, origins: string[], now: number): Promise<SiteRow> {
  const id = newId('s')
  return store.write(async db => {
    const lists = { origins: JSON.stringify(origins), kinds: JSON.stringify(KINDS) }
    // Tests write faster than people do.
    const moderation = JSON.stringify({ rate: null })
    await insertSite(db, {
      id,
      brand,
      locale: 'en',
      ...lists,
      closed: 0,
      moderation,
      created_at: now,
      seq: 0,
    })
    return (await findSite(db, id)) as SiteRow
  })
}

/** Somebody on the team with a session. */
export async function createStaffMember(store: Store, site: SiteRow, name: string, role: Role, now: number) {
  const [token, accountId, personId] = [newToken(), newId('a'), newId('p')]
  const email = `${accountId}@lume.example`
  const times = { created_at: now, seen_at: now }
  await store.write(async db => {
    await insertAccount(db, { id: accountId, email, name, password_hash: 'none', created_at: now })
    await insertSession(db, { token_hash: hashToken(token), account_id: accountId, ...times })
    const person = { id: personId, site_id: site.id, account_id: accountId, role, name, created_at: now }
    await insertPerson(db, person)
  })
  return { cookie: `parla=${token}`, personId }
}

/** Somebody with a device token, who did not have to ask for it. */
export async function createVisitor(store: Store, site: SiteRow, name: string, now: number) {
  const [token, personId] = [newToken(), newId('p')]
  const times = { created_at: now, seen_at: now }
  await store.write(async db => {
    const person = { id: personId, site_id: site.id, account_id: null, role: null, name, created_at: now }
    await insertPerson(db, person)
    await insertDevice(db, { token_hash: hashToken(token), site_id: site.id, person_id: personId, ...times })
  })
  return { token, personId }
}
