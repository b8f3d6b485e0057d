import type { Budgets } from '../lib/budgets.ts'
import { ownBudgets } from '../lib/budgets.ts'
import type { Clock } from '../lib/clock.ts'
import { hashToken, newId, newToken } from '../lib/ids.ts'
import { deleteDevice, findDevice, hasDevice, insertDevice, touchDevice } from '../store/accounts.ts'
import { forgetAddress } from '../store/addresses.ts'
import { insertPerson, notVouchedFor, staffOf } from '../store/people.ts'
import type { PersonRow, SiteRow } from '../store/rows.ts'
import type { Store } from '../store/store.ts'
import { createAttempts } from './attempts.ts'
import { cleanName } from './names.ts'

const DAY = 24 * 60 * 60 * 1000
const RECALL_MS = 30_000
/** Whoever was connected until now is known for as long as they may take to come back. */
const KEEP_MS = 60_000
/** Tokens remembered at the most; the oldest go first. */
const RECALL_MAX = 20_000

export interface Visitors {
  /** A new person on the site and the token that speaks for them. Throws `name_refused`, `name_taken`, `rate_limited`. */
  mint(site: SiteRow, name: string | undefined, from: string): Promise<{ token: string; person: PersonRow }>
  /** Null when the token is not one of this site. */
  find(siteId: string, token: string | undefined): Promise<PersonRow | null>
  /** The same as half a minute ago at the most: for sockets that come back by the thousand. */
  recall(siteId: string, token: string | undefined): Promise<PersonRow | null>
  /** Somebody leaves who may come back in a moment, with thousands of others. */
  keep(siteId: string, token: string, person: PersonRow): void
  /** The device is nobody's any more. Whoever had no other is written to no more. */
  revoke(siteId: string, token: string): Promise<void>
  /** Somebody else may speak by this token now: {@link recall} has to look again. */
  forget(siteId: string, token: string): void
}

export interface VisitorParts {
  store: Store
  clock: Clock
  /** New devices one address prefix may ask for in a minute. */
  devicesPerMinute?: number
  budgets?: Budgets
}

export function createVisitors(parts: VisitorParts): Visitors {
  const { store, clock, devicesPerMinute = 60, budgets = ownBudgets } = parts
  const newDevices = createAttempts({ points: devicesPerMinute, duration: 60 }, budgets, 'devices')

  const recalled = new Map<string, { person: PersonRow; until: number }>()

  const remember = (key: string, person: PersonRow, ms: number) => {
    recalled.delete(key)
    recalled.set(key, { person, until: performance.now() + ms })
    for (const oldest of recalled.keys()) {
      if (recalled.size <= RECALL_MAX) break
      recalled.delete(oldest)
    }
  }

  const visitors: Visitors = {
    async mint(site, name, from) {
      await newDevices.count(from)
      const token = newToken()
      const now = clock.now()
      return store.write(async db => {
        const staffNames = name === undefined ? [] : (await staffOf(db, site.id)).flatMap(p => p.name ?? [])
        const person: PersonRow = {
          id: newId('p'),
          site_id: site.id,
          account_id: null,
          role: null,
          name: name === undefined ? null : cleanName(name, { brand: site.brand, staffNames }),
          ...notVouchedFor,
          created_at: now,
        }
        await insertPerson(db, person)
        await insertDevice(db, {
          token_hash: hashToken(token),
          site_id: site.id,
          person_id: person.id,
          created_at: now,
          seen_at: now,
        })
        return { token, person }
      })
    },

    async find(siteId, token) {
      if (!token) return null
      const hash = hashToken(token)
      const found = await store.read(db => findDevice(db, siteId, hash))
      if (!found) return null
      const { seen_at, ...person } = found
      const now = clock.now()
      // Nobody waits for this: reads go on while the database cannot write, and the date is only for cleaning up.
      if (seen_at < now - DAY) void store.write(db => touchDevice(db, hash, now)).catch(() => undefined)
      return person
    },

    async recall(siteId, token) {
      if (!token) return null
      const key = `${siteId} ${hashToken(token)}`
      const known = recalled.get(key)
      if (known && performance.now() < known.until) return known.person
      const person = await visitors.find(siteId, token)
      if (person) remember(key, person, RECALL_MS)
      else recalled.delete(key)
      return person
    },

    keep(siteId, token, person) {
      const key = `${siteId} ${hashToken(token)}`
      // Not whose token was revoked, or speaks for somebody else, since they connected.
      if (recalled.get(key)?.person.id === person.id) remember(key, person, KEEP_MS)
    },

    forget(siteId, token) {
      recalled.delete(`${siteId} ${hashToken(token)}`)
    },

    async revoke(siteId, token) {
      visitors.forget(siteId, token)
      await store.write(async db => {
        const person = await findDevice(db, siteId, hashToken(token))
        await deleteDevice(db, siteId, hashToken(token))
        if (person && !(await hasDevice(db, person.id))) await forgetAddress(db, person.id)
      })
    },
  }
  return visitors
}
