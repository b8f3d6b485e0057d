import type { z } from 'zod'
import type { NewOwner, SignIn, StaffSession } from '../contract/person.ts'
import type { Viewer } from '../features/viewer.ts'
import { AppError } from '../lib/app-error.ts'
import type { Budgets } from '../lib/budgets.ts'
import { ownBudgets } from '../lib/budgets.ts'
import type { Clock } from '../lib/clock.ts'
import { hashToken, newId, newToken } from '../lib/ids.ts'
import type { AccountRow } from '../store/accounts.ts'
import {
  deleteSession,
  deleteSessionsSeenBefore,
  deleteSetupCodes,
  findAccountByEmail,
  findSession,
  findStaffPerson,
  insertAccount,
  insertSession,
  ownerExists,
  recordSiteChange,
  setupCodeExists,
  staffPlaces,
  takeSetupCode,
  touchSession,
} from '../store/accounts.ts'
import { insertPerson } from '../store/people.ts'
import type { PersonRow } from '../store/rows.ts'
import { findSite, listSites } from '../store/sites.ts'
import type { Db, Store } from '../store/store.ts'
import { createAttempts } from './attempts.ts'
import { tidyName } from './names.ts'
import { hashPassword, passwordFits } from './passwords.ts'
import { issueSetupCode } from './setup-code.ts'
import { hashTypedCode } from './typed-code.ts'

const MINUTE = 60 * 1000
const DAY = 24 * 60 * MINUTE
/** A session nobody used for so long is over. */
export const IDLE_MS = 30 * DAY
/** How exactly the last use is recorded: a write per read would be too dear. */
const TOUCH_MS = 60 * MINUTE

/** Somebody signed in. `hash` names the session without being able to open it. */
export interface Session {
  hash: string
  account: AccountRow
}

export interface StaffViewer extends Viewer {
  person: PersonRow
  role: NonNullable<Viewer['role']>
}

export interface Staff {
  /** The code to print at the first start, or null when there is an owner. */
  issueSetupCode(): Promise<string | null>
  /** Whether anybody owns this installation yet. */
  hasOwner(): Promise<boolean>
  /** Creates the owner of every site there is and signs them in. Throws `setup_code_invalid`, `already_set_up`. */
  createOwner(owner: z.infer<typeof NewOwner>, from: string, agent?: string): Promise<string>
  /** A session's token. Throws `credentials_invalid`, `rate_limited`. `from`: the caller's address prefix. */
  signIn(credentials: z.infer<typeof SignIn>, from: string, agent?: string): Promise<string>
  /** A new session's token for whoever has proved who they are. `agent`: what their browser calls itself. */
  open(account: AccountRow, agent: string): Promise<string>
  signOut(session: Session): Promise<void>
  /** Null when the token opens nothing (any more). */
  find(token: string | undefined): Promise<Session | null>
  describe(account: AccountRow): Promise<StaffSession>
  /** Throws `site_unknown` where the account has no role, as if there were no such site. */
  viewer(session: Session, siteId: string): Promise<StaffViewer>
}

export interface StaffParts {
  store: Store
  clock: Clock
  /** Called after a sign-out is durable, so that open sockets of the session can be ended. */
  onSignedOut(sessionHash: string): void
  budgets?: Budgets
}

export function createStaff({ store, clock, onSignedOut, budgets = ownBudgets }: StaffParts): Staff {
  const window = { points: 20, duration: 15 * 60 }
  const attemptsByPlace = createAttempts(window, budgets, 'sign-in by place')
  const attemptsByAccount = createAttempts(window, budgets, 'sign-in by account')
  // Checked in place of the hash an unknown account does not have, so that both take their time.
  const nobodysHash = hashPassword(newToken())

  const openSession = async (db: Db, accountId: string, agent: string) => {
    const token = newToken()
    const now = clock.now()
    await deleteSessionsSeenBefore(db, now - IDLE_MS)
    await insertSession(db, {
      token_hash: hashToken(token),
      account_id: accountId,
      agent,
      created_at: now,
      seen_at: now,
    })
    return token
  }

  return {
    issueSetupCode: () => issueSetupCode(store, clock.now()),

    hasOwner: () => store.read(ownerExists),

    async createOwner({ code, name, email, password }, from, agent = '') {
      await attemptsByPlace.count(from)
      const codeHash = hashTypedCode(code)
      await store.read(db => assertMayBeOwner(db, codeHash))
      const account: AccountRow = {
        id: newId('a'),
        email: normalEmail(email),
        name: tidyName(name),
        password_hash: await hashPassword(password),
        created_at: clock.now(),
      }
      const token = await store.write(async db => {
        await assertMayBeOwner(db, codeHash)
        if (!(await takeSetupCode(db, codeHash))) throw new AppError('setup_code_invalid')
        await deleteSetupCodes(db)
        await insertAccount(db, account)
        for (const site of await listSites(db)) await join(db, site.id, account)
        return openSession(db, account.id, agent)
      })
      await attemptsByPlace.forgive(from)
      return token
    },

    async signIn({ email, password }, from, agent = '') {
      const address = normalEmail(email)
      await attemptsByPlace.count(from)
      await attemptsByAccount.count(address)
      const account = await store.read(db => findAccountByEmail(db, address))
      const fits = await passwordFits(account?.password_hash ?? (await nobodysHash), password)
      if (!account || !fits) throw new AppError('credentials_invalid')
      await Promise.all([attemptsByPlace.forgive(from), attemptsByAccount.forgive(address)])
      return store.write(db => openSession(db, account.id, agent))
    },

    open: (account, agent) => store.write(db => openSession(db, account.id, agent)),

    async signOut({ hash }) {
      await store.write(db => deleteSession(db, hash))
      onSignedOut(hash)
    },

    async find(token) {
      if (!token) return null
      const hash = hashToken(token)
      const found = await store.read(db => findSession(db, hash))
      const now = clock.now()
      if (!found || found.seen_at < now - IDLE_MS) return null
      const { seen_at, ...account } = found
      // Nobody waits for this: reads go on while the database cannot write.
      if (seen_at < now - TOUCH_MS) void store.write(db => touchSession(db, hash, now)).catch(() => undefined)
      return { hash, account }
    },

    async describe(account) {
      const places = await store.read(db => staffPlaces(db, account.id))
      return {
        name: account.name,
        email: account.email,
        sites: places.map(({ site_id, brand, id, name, role }) => ({
          id: site_id,
          brand,
          me: { id, name: name ?? account.name, role: role ?? 'viewer' },
        })),
      }
    },

    viewer: ({ account }, siteId) =>
      store.read(async db => {
        const site = await findSite(db, siteId)
        const person = site && (await findStaffPerson(db, siteId, account.id))
        if (!site || !person?.role) throw new AppError('site_unknown')
        return { site, person, role: person.role }
      }),
  }

  async function join(db: Db, siteId: string, account: AccountRow) {
    await insertPerson(db, {
      id: newId('p'),
      site_id: siteId,
      account_id: account.id,
      role: 'owner',
      name: account.name,
      created_at: account.created_at,
    })
    await recordSiteChange(db, siteId, account.created_at)
  }
}

const normalEmail = (email: string) => email.trim().toLowerCase()

async function assertMayBeOwner(db: Db, codeHash: string): Promise<void> {
  if (await ownerExists(db)) throw new AppError('already_set_up')
  if (!(await setupCodeExists(db, codeHash))) throw new AppError('setup_code_invalid')
}
