import type { z } from 'zod'
import { INLINE_ACTIONS, PASS_CODE_MS, PASS_MS } from '../contract/limits.ts'
import type { Pass, PassClaim, PassCode, PassWish } from '../contract/passes.ts'
import { staffActions } from '../features/access.ts'
import { record } from '../features/audit.ts'
import type { InlinePass } from '../features/viewer.ts'
import { AppError } from '../lib/app-error.ts'
import type { Budgets } from '../lib/budgets.ts'
import { ownBudgets } from '../lib/budgets.ts'
import type { Clock } from '../lib/clock.ts'
import { hashToken, newToken } from '../lib/ids.ts'
import type { PassRow } from '../store/passes.ts'
import { deletePass, deletePassesBefore, findPass, insertPass } from '../store/passes.ts'
import { findPerson } from '../store/people.ts'
import type { PersonRow, SiteRow } from '../store/rows.ts'
import { findSite } from '../store/sites.ts'
import type { Db, Store } from '../store/store.ts'
import { createAttempts } from './attempts.ts'
import type { Session, StaffViewer } from './staff.ts'
import { IDLE_MS } from './staff.ts'
import { hashTypedCode, newTypedCode } from './typed-code.ts'

/** Groups of a code: it is one of 39 bits, for two minutes and once, and nothing without the page's own state. */
const CODE_GROUPS = 2

/** Somebody of the team on a brand's page. */
export interface InlineViewer extends StaffViewer {
  inline: InlinePass
}

/**
 * Leave to answer on one brand's page for a quarter of an hour. The page never holds the session: a window of the admin's
 * origin gives it a code, which only a page of that origin that knows its own state turns into a pass.
 */
export interface Passes {
  /** Throws `origin_not_allowed`, `forbidden` for a role that may do nothing there, `rate_limited`. */
  offer(viewer: StaffViewer, session: Session, wish: z.infer<typeof PassWish>): Promise<PassCode>
  /** Throws `pass_code_invalid`, `rate_limited`. `from`: the caller's address prefix. */
  claim(
    site: SiteRow,
    claim: z.infer<typeof PassClaim>,
    caller: { origin: string | undefined; from: string },
  ): Promise<Pass>
  /** Null for one that is over, of another site, or shown by another origin. */
  find(siteId: string, token: string | undefined, origin: string | undefined): Promise<InlineViewer | null>
  end(viewer: InlineViewer): Promise<void>
}

export interface PassParts {
  store: Store
  clock: Clock
  /** Called after a pass is no more, so that its sockets can be ended. */
  onEnded(hash: string): void
  budgets?: Budgets
}

const mayDoAnything = ({ role }: StaffViewer) =>
  INLINE_ACTIONS.some(action => (staffActions[action] as readonly string[]).includes(role))

export function createPasses({ store, clock, onEnded, budgets = ownBudgets }: PassParts): Passes {
  const window = { points: 20, duration: 15 * 60 }
  const offers = createAttempts(window, budgets, 'passes by account')
  const claims = createAttempts(window, budgets, 'passes by place')

  return {
    async offer(viewer, session, { origin, state }) {
      const { site, person, role } = viewer
      if (!(JSON.parse(site.origins) as string[]).includes(origin)) throw new AppError('origin_not_allowed')
      if (!mayDoAnything(viewer)) throw new AppError('forbidden')
      await offers.count(session.account.id)
      const code = newTypedCode(CODE_GROUPS)
      const now = clock.now()
      const expiresAt = now + PASS_CODE_MS
      await store.write(async db => {
        await deletePassesBefore(db, now)
        await insertPass(db, {
          hash: hashTypedCode(code),
          session_hash: session.hash,
          site_id: site.id,
          person_id: person.id,
          role,
          origin,
          state_hash: hashToken(state),
          created_at: now,
          expires_at: expiresAt,
        })
      })
      return { code, expiresAt }
    },

    async claim(site, { code, state }, { origin, from }) {
      await claims.count(from)
      const token = newToken()
      const now = clock.now()
      const expiresAt = now + PASS_MS
      const person = await store.write(async db => {
        const found = await findAlive(db, hashTypedCode(code), now)
        const fits =
          found?.pass.site_id === site.id &&
          found.pass.origin === origin &&
          found.pass.state_hash === hashToken(state)
        // Whoever tried it with something else has spoilt it.
        if (!found || !(await deletePass(db, found.pass.hash)) || !fits) return null
        const { pass } = found
        const times = { created_at: now, expires_at: expiresAt }
        await insertPass(db, { ...pass, hash: hashToken(token), state_hash: null, ...times })
        await record(db, {
          siteId: site.id,
          at: now,
          by: pass.person_id,
          action: 'inline.begin',
          target: pass.person_id,
          facts: { inline: true, origin: pass.origin },
        })
        return found.person
      })
      if (!person?.role) throw new AppError('pass_code_invalid')
      await claims.forgive(from)
      return { token, expiresAt, me: { id: person.id, name: person.name ?? '', role: person.role } }
    },

    async find(siteId, token, origin) {
      if (!token || !origin) return null
      const hash = hashToken(token)
      return store.read(async db => {
        const found = await findAlive(db, hash, clock.now())
        const site = found && (await findSite(db, siteId))
        if (!site || found.pass.state_hash !== null) return null
        const { pass, person } = found
        if (pass.site_id !== siteId || pass.origin !== origin) return null
        const inline = { hash, session: pass.session_hash, expiresAt: pass.expires_at }
        return { site, person, role: pass.role, inline }
      })
    },

    async end({ inline }) {
      await store.write(db => deletePass(db, inline.hash))
      onEnded(inline.hash)
    },
  }
}

/** A code or a pass whose session still is, and whose owner still is what they were. */
async function findAlive(
  db: Db,
  hash: string,
  now: number,
): Promise<{ pass: PassRow; person: PersonRow } | null> {
  const found = await findPass(db, hash, now)
  if (!found || found.seen_at < now - IDLE_MS) return null
  const { seen_at, ...pass } = found
  const person = await findPerson(db, pass.site_id, pass.person_id)
  return person && person.role === pass.role ? { pass, person } : null
}
