import type { Item } from '../jobs/delivery.ts'
import { hashToken, newToken } from '../lib/ids.ts'
import { findAddress } from '../store/addresses.ts'
import { insertMailLink } from '../store/mail-links.ts'
import { findSite } from '../store/sites.ts'
import { mailUrl } from './links.ts'
import { plainBrand } from './plain.ts'
import type { Post } from './post.ts'
import { speak } from './texts.ts'

/** What the outbox keeps of a question whether an address is right. */
export interface Question {
  person: string
  /** Hash of the address: it is asked only while this is still what they said, and the outbox tells nobody what. */
  of: string
}

const DAY = 24 * 60 * 60 * 1000
/** Whoever was asked may answer for so long. */
export const CONFIRM_MS = 3 * DAY

/** Asks whether an address is its owner's. Where too much has gone there already nothing does: they can be asked again. */
export const sendQuestion = (post: Post) => async (item: Item, signal: AbortSignal) => {
  const { store, clock, publicUrl } = post
  const { person, of } = item.payload as Question
  const found = await store.read(async db => ({
    row: await findAddress(db, person),
    site: await findSite(db, item.siteId ?? ''),
  }))
  const { row, site } = found
  if (!site || !row || hashToken(row.address) !== of) return
  if (row.confirmed_at !== null || row.bounced_at !== null) return
  const { address } = row
  if (!(await post.count(item, address))) return
  const token = newToken()
  await store.write(db =>
    insertMailLink(db, {
      ...{ hash: hashToken(token), site_id: site.id, person_id: person, purpose: 'confirm', thread_id: null },
      ...{ language: row.language, expires_at: clock.now() + CONFIRM_MS },
    }),
  )
  const say = speak(row.language)
  const brand = plainBrand(site.brand)
  await post.send(item.id, address, {
    subject: say('confirm.subject', { brand }),
    content: {
      ...{ locale: row.language, brand, title: '', stop: null },
      told: [{ head: say('confirm.text', { brand }), words: '', see: null }],
      action: { label: say('confirm.open'), url: mailUrl(publicUrl(), token) },
      footer: [say('confirm.ignore')],
    },
    about: null,
    headers: {},
    signal,
  })
}
