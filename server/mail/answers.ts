import type { ErrorCode } from '../contract/errors.ts'
import type { Locale } from '../contract/site.ts'
import type { Execute } from '../features/execute.ts'
import { AppError } from '../lib/app-error.ts'
import type { Clock } from '../lib/clock.ts'
import { hashToken, newToken } from '../lib/ids.ts'
import { confirmAddress, forgetAddress } from '../store/addresses.ts'
import { findMailLink, useMailLink, voidQuestions } from '../store/mail-links.ts'
import { findPerson } from '../store/people.ts'
import { findSite } from '../store/sites.ts'
import type { Store } from '../store/store.ts'

/** What a link of a letter is for, and what a page about it has to know. */
export interface Asked {
  purpose: 'confirm' | 'stop'
  brand: string
  language: Locale
}

/** What people answer by the links of letters. Null: the link was never given, is over or was used. */
export interface MailAnswers {
  /** Looking changes nothing: mail scanners look at everything. */
  look(token: string): Promise<Asked | null>
  /** From now on letters go to the address. Counts once. */
  confirm(token: string): Promise<Asked | null>
  /** No more letters about the conversation, or none at all: then the address is forgotten. May be said again. */
  stop(token: string, scope: 'one' | 'all'): Promise<Asked | null>
}

/** Refusals of those who may write nothing: they are still heard when they want no letters. */
const MUTE: readonly ErrorCode[] = ['banned', 'forbidden', 'identity_required', 'not_found']

export function createMailAnswers(parts: { store: Store; clock: Clock; execute: Execute }): MailAnswers {
  const { store, clock, execute } = parts

  const find = (token: string) =>
    store.read(async db => {
      const link = await findMailLink(db, hashToken(token), clock.now())
      const site = link && (await findSite(db, link.site_id))
      const person = link && (await findPerson(db, link.site_id, link.person_id))
      return site && person ? { link, site, person } : null
    })
  type Found = NonNullable<Awaited<ReturnType<typeof find>>>
  const tell = ({ link, site }: Found): Asked => ({
    purpose: link.purpose,
    brand: site.brand,
    language: link.language,
  })

  const unfollow = async ({ site, person }: Found, thread: string): Promise<void> => {
    const call = { id: newToken(), name: 'thread.follow', input: { thread, on: false } }
    try {
      await execute(call, { site, person, role: null })
    } catch (error) {
      if (!(error instanceof AppError && MUTE.includes(error.code))) throw error
      await store.write(db => forgetAddress(db, person.id))
    }
  }

  return {
    async look(token) {
      const found = await find(token)
      return found && tell(found)
    },
    async confirm(token) {
      const found = await find(token)
      if (found?.link.purpose !== 'confirm') return null
      const { link } = found
      const counts = await store.write(async db => {
        if (!(await useMailLink(db, link.hash, clock.now()))) return false
        await voidQuestions(db, link.person_id)
        await confirmAddress(db, link.person_id, clock.now())
        return true
      })
      return counts ? tell(found) : null
    },
    async stop(token, scope) {
      const found = await find(token)
      if (found?.link.purpose !== 'stop') return null
      const { thread_id: thread } = found.link
      if (scope === 'one' && thread !== null) await unfollow(found, thread)
      else await store.write(db => forgetAddress(db, found.person.id))
      return tell(found)
    },
  }
}
