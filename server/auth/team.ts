import type { z } from 'zod'
import { KINDS } from '../contract/limits.ts'
import type { Role } from '../contract/person.ts'
import type { Invitation, InvitationAnswer, Invited, NewSite, TeamList } from '../contract/team.ts'
import { mayOnSite } from '../features/access.ts'
import { record } from '../features/audit.ts'
import { mayGive } from '../features/ranks.ts'
import { AppError } from '../lib/app-error.ts'
import type { Budgets } from '../lib/budgets.ts'
import { ownBudgets } from '../lib/budgets.ts'
import type { Clock } from '../lib/clock.ts'
import { hashToken, newId, newToken } from '../lib/ids.ts'
import type { AccountRow } from '../store/accounts.ts'
import { findAccountByEmail, insertAccount, recordSiteChange, staffPlaces } from '../store/accounts.ts'
import { insertPerson } from '../store/people.ts'
import { insertSite, listSites } from '../store/sites.ts'
import type { Db, Store } from '../store/store.ts'
import {
  deleteInvitation,
  findInvitation,
  insertInvitation,
  invitationsOf,
  membersOf,
  personOfAccount,
  setPersonRole,
} from '../store/team.ts'
import { createAttempts } from './attempts.ts'
import { tidyName } from './names.ts'
import { hashPassword, passwordFits } from './passwords.ts'
import type { Session, StaffViewer } from './staff.ts'

/** An invitation that nobody accepted is over. */
const INVITATION_MS = 24 * 60 * 60 * 1000

export interface Team {
  list(viewer: StaffViewer): Promise<TeamList>
  /** The secret opens once. Throws `forbidden`. */
  invite(viewer: StaffViewer, role: Role): Promise<Invitation & { token: string }>
  /** Throws `forbidden`, `not_found`. */
  withdraw(viewer: StaffViewer, id: string): Promise<void>
  /** Throws `invitation_over`, `rate_limited`. */
  look(token: string, from: string): Promise<Invited>
  /** The account that is on the team now. Throws `invitation_over`, `credentials_invalid`, `unauthenticated`. */
  accept(answer: z.infer<typeof InvitationAnswer>, session: Session | null, from: string): Promise<AccountRow>
  /** A site of the account's own; its id. Throws `forbidden` for whoever owns none while there are some. */
  addSite(account: AccountRow, site: z.infer<typeof NewSite>): Promise<string>
}

export interface TeamParts {
  store: Store
  clock: Clock
  /** Called after a site's feed has moved. */
  onCommit(siteId: string): void
  budgets?: Budgets
}

export function createTeam({ store, clock, onCommit, budgets = ownBudgets }: TeamParts): Team {
  const attempts = createAttempts({ points: 20, duration: 15 * 60 }, budgets, 'invitations')

  const findOpen = async (db: Db, token: string) => {
    const found = await findInvitation(db, hashToken(token), clock.now())
    // What its maker could no longer give, it no longer gives.
    if (!found || !mayGive(found.maker_role, found.role)) throw new AppError('invitation_over')
    return found
  }

  return {
    list: ({ site, role }) =>
      store.read(async db => {
        if (!mayOnSite(role, 'settings')) throw new AppError('forbidden')
        const manages = mayOnSite(role, 'team')
        const members = await membersOf(db, site.id)
        return {
          members: members.map(member => ({
            id: member.id,
            name: member.name ?? '',
            // Colleagues' addresses are for those who manage them.
            email: manages ? (member.email ?? '') : '',
            role: member.role as Role,
            since: member.created_at,
          })),
          invitations: manages ? (await invitationsOf(db, site.id, clock.now())).map(toInvitation) : [],
        }
      }),

    async invite({ site, person, role: own }, role) {
      if (!mayGive(own, role)) throw new AppError('forbidden')
      const token = newToken()
      const made = {
        id: newId('i'),
        site_id: site.id,
        role,
        made_by: person.id,
        created_at: clock.now(),
        expires_at: clock.now() + INVITATION_MS,
      }
      await store.write(async db => {
        await insertInvitation(db, { ...made, token_hash: hashToken(token) })
        await log(db, 'add', { siteId: site.id, by: person.id, target: made.id, facts: { role } })
      })
      return { ...toInvitation({ ...made, name: person.name }), token }
    },

    async withdraw({ site, person, role }, id) {
      if (!mayOnSite(role, 'team')) throw new AppError('forbidden')
      await store.write(async db => {
        if (!(await deleteInvitation(db, site.id, id))) throw new AppError('not_found')
        await log(db, 'withdraw', { siteId: site.id, by: person.id, target: id, facts: {} })
      })
    },

    async look(token, from) {
      await attempts.count(from)
      const { brand, role, maker, expires_at } = await store.read(db => findOpen(db, token))
      await attempts.forgive(from)
      return { brand, role, by: maker ?? '', expiresAt: expires_at }
    },

    async accept({ token, account: wanted }, session, from) {
      await attempts.count(from)
      const account = wanted ? await accountFor(wanted) : session?.account
      if (!account) throw new AppError('unauthenticated')
      const siteId = await store.write(async db => {
        const invitation = await findOpen(db, token)
        if (!(await deleteInvitation(db, invitation.site_id, invitation.id)))
          throw new AppError('invitation_over')
        if (!(await findAccountByEmail(db, account.email))) await insertAccount(db, account)
        const { id: target, site_id: siteId, role } = invitation
        const by = await join(db, siteId, account, role)
        await log(db, 'accept', { siteId, by, target, facts: { role } })
        return siteId
      })
      await attempts.forgive(from)
      onCommit(siteId)
      return account
    },

    addSite: (account, { brand, locale, origins, timeZone }) =>
      store.write(async db => {
        const places = await staffPlaces(db, account.id)
        const mayAdd = places.some(({ role }) => role === 'owner') || (await listSites(db)).length === 0
        if (!mayAdd) throw new AppError('forbidden')
        const id = newId('s')
        await insertSite(db, {
          id,
          brand,
          locale,
          origins: JSON.stringify([...new Set(origins)]),
          kinds: JSON.stringify(KINDS),
          closed: 0,
          time_zone: timeZone,
          first_run: JSON.stringify({ skipped: [] }),
          created_at: clock.now(),
          seq: 0,
        })
        await join(db, id, account, 'owner')
        return id
      }),
  }

  /** The account of this address, if the password is its own; else a new one that is not written down yet. */
  async function accountFor(wanted: { name: string; email: string; password: string }): Promise<AccountRow> {
    const email = wanted.email.trim().toLowerCase()
    const known = await store.read(db => findAccountByEmail(db, email))
    if (known) {
      if (!(await passwordFits(known.password_hash, wanted.password)))
        throw new AppError('credentials_invalid')
      return known
    }
    return {
      id: newId('a'),
      email,
      name: tidyName(wanted.name),
      password_hash: await hashPassword(wanted.password),
      created_at: clock.now(),
    }
  }

  /** Who did what with an invitation; its secret stays out of it. */
  function log(
    db: Db,
    what: 'add' | 'accept' | 'withdraw',
    entry: Omit<Parameters<typeof record>[1], 'at' | 'action'>,
  ) {
    return record(db, { ...entry, at: clock.now(), action: `invitation.${what}` })
  }

  /** The account's person on the site. */
  async function join(db: Db, siteId: string, account: AccountRow, role: Role): Promise<string> {
    const known = await personOfAccount(db, siteId, account.id)
    if (known?.role) return known.id
    const id = known?.id ?? newId('p')
    if (known) await setPersonRole(db, id, role)
    else
      await insertPerson(db, {
        id,
        site_id: siteId,
        account_id: account.id,
        role,
        name: account.name,
        created_at: clock.now(),
      })
    await recordSiteChange(db, siteId, clock.now())
    return id
  }
}

const toInvitation = (row: {
  id: string
  role: Role
  name: string | null
  expires_at: number
}): Invitation => ({
  id: row.id,
  role: row.role,
  by: row.name ?? '',
  expiresAt: row.expires_at,
})
