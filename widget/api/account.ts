import type { AdminEntry, StaffSession } from '../../server/contract/person.ts'
import type { Invited, OpenSessions } from '../../server/contract/team.ts'
import { settle } from './http.ts'

/**
 * The admin's own addresses. The session itself is a cookie that no script can read.
 * Everything throws Refusal; `rate_limited` carries when to come back.
 */
const ask = <T>(method: 'GET' | 'POST' | 'DELETE', path: string, body?: object): Promise<T> =>
  settle(
    fetch(`/api/v1/admin/${path}`, {
      method,
      credentials: 'same-origin',
      headers: { 'X-Parla-Admin': '1', ...(body && { 'Content-Type': 'application/json' }) },
      ...(body && { body: JSON.stringify(body) }),
    }),
  )

export const readEntry = () => ask<AdminEntry>('GET', 'entry')

/** @throws Refusal of `credentials_invalid` */
export const signIn = (credentials: { email: string; password: string }) =>
  ask<StaffSession>('POST', 'session', credentials)

/** @throws Refusal of `setup_code_invalid`, `already_set_up` or `name_refused` */
export const createOwner = (owner: { code: string; name: string; email: string; password: string }) =>
  ask<StaffSession>('POST', 'owner', owner)

export const signOut = () => ask<null>('DELETE', 'session')

/** @throws Refusal of `credentials_invalid` */
export const changePassword = (passwords: { current: string; next: string }) =>
  ask<null>('POST', 'account/password', passwords)

export const listSessions = () => ask<OpenSessions>('GET', 'account/sessions')

export const endSession = (id: string) => ask<null>('DELETE', `account/sessions/${id}`)

/** @throws Refusal of `invitation_over` */
export const lookAtInvitation = (token: string) => ask<Invited>('POST', 'invitation', { token })

/** Without an account whoever is signed in joins. @throws Refusal of `invitation_over` or `credentials_invalid` */
export const acceptInvitation = (
  token: string,
  account?: { name: string; email: string; password: string },
) => ask<StaffSession>('POST', 'invitation/accept', { token, ...(account && { account }) })

/** @throws Refusal of `forbidden` for whoever owns no site while there are some */
export const addSite = (site: { brand: string; locale: string; origins: string[]; timeZone: string }) =>
  ask<{ id: string }>('POST', 'sites', site)
