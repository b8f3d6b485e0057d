import { createHash } from 'node:crypto'
import type { Identity } from '../contract/person.ts'
import type { Execute } from '../features/execute.ts'
import { meView } from '../features/views.ts'
import { AppError } from '../lib/app-error.ts'
import type { Budgets } from '../lib/budgets.ts'
import { ownBudgets } from '../lib/budgets.ts'
import type { Clock } from '../lib/clock.ts'
import { activeSecrets } from '../store/customers.ts'
import { findPerson } from '../store/people.ts'
import type { PersonRow, SiteRow } from '../store/rows.ts'
import type { Store } from '../store/store.ts'
import { createAttempts } from './attempts.ts'
import { readCustomerToken } from './customer-token.ts'
import type { Visitors } from './visitor.ts'

export interface Customers {
  /**
   * Makes a device that of the brand's customer whom the token names, a new device where there is none or it is
   * another customer's. Throws `identity_invalid`, `identity_used`, `rate_limited`.
   */
  identify(
    site: SiteRow,
    request: { token: string; device: string | undefined; from: string },
  ): Promise<Identity>
}

export interface CustomerParts {
  store: Store
  clock: Clock
  visitors: Visitors
  execute: Execute
  budgets?: Budgets
}

export function createCustomers(parts: CustomerParts): Customers {
  const { store, clock, visitors, execute, budgets = ownBudgets } = parts
  const attempts = createAttempts({ points: 60, duration: 60 }, budgets, 'customers')

  return {
    async identify(site, { token, device, from }) {
      await attempts.count(from)
      const { id: siteId } = site
      const secrets = await store.read(db => activeSecrets(db, siteId, clock.now()))
      const { sub } = await readCustomerToken(token, { siteId, secrets, now: clock.now() })
      const here = await visitors.find(siteId, device)
      const isFree = here !== null && (here.sub === null || here.sub === sub)
      const fresh = isFree ? null : await visitors.mint(site, undefined, from)
      const person = (isFree ? here : fresh?.person) as PersonRow
      const id = createHash('sha256').update(token).digest('base64url')
      const done = await execute(
        { id, name: 'person.identify', input: { token } },
        { site, person, role: null },
      )
      if (device) visitors.forget(siteId, device)
      const they = await store.read(db => findPerson(db, siteId, done.id))
      if (!they) throw new AppError('unauthenticated')
      return { token: fresh?.token ?? null, me: meView(they) }
    },
  }
}
