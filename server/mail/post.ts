import { createHash } from 'node:crypto'
import type { Item } from '../jobs/delivery.ts'
import type { Clock } from '../lib/clock.ts'
import { markBounced } from '../store/addresses.ts'
import { countLetter } from '../store/mail-sent.ts'
import type { Store } from '../store/store.ts'
import { mailboxOf } from './address.ts'
import type { Content } from './draw-letter.tsx'
import { letterHtml, letterText } from './draw-letter.tsx'
import type { Letter, Mailer } from './mailer.ts'
import { Bounced } from './mailer.ts'

const HOUR = 60 * 60 * 1000
/** Letters that one mailbox gets in an hour at the most, of all sites together. */
const LETTERS_MAX = 3
export const LETTERS_MS = HOUR

export interface PostParts {
  store: Store
  clock: Clock
  mailer: Mailer
  /** The server's own origin as browsers see it. */
  publicUrl(): string
}

/** What every letter goes through, whatever is in it. */
export interface Post extends Omit<PostParts, 'mailer'> {
  /** Counts a letter before it goes. False: the mailbox has had enough for this hour. */
  count(item: Item, address: string): Promise<boolean>
  /** Draws and sends it. An address whose server will never take it gets no more. @throws as {@link Mailer.send} does */
  send(
    id: string,
    to: string,
    letter: Pick<Letter, 'subject' | 'about' | 'headers'> & { content: Content; signal: AbortSignal },
  ): Promise<void>
}

export function createPost({ store, clock, mailer, publicUrl }: PostParts): Post {
  return {
    ...{ store, clock, publicUrl },
    count({ id, siteId }, address) {
      const at = clock.now()
      const receiver = createHash('sha256').update(mailboxOf(address)).digest('base64url')
      const letter = { id, siteId: siteId ?? '', receiver, at }
      return store.write(db =>
        countLetter(db, store.dialect, letter, { since: at - LETTERS_MS, most: LETTERS_MAX }),
      )
    },
    async send(id, to, { content, signal, ...rest }) {
      const letter = { id, to, text: letterText(content), html: letterHtml(content), ...rest }
      try {
        await mailer.send(letter, signal)
      } catch (error) {
        if (error instanceof Bounced) await store.write(db => markBounced(db, to, clock.now()))
        throw error
      }
    },
  }
}
