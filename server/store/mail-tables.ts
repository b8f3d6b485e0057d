import type { Generated } from 'kysely'
import type { Locale } from '../contract/site.ts'
import type { Instant } from './columns.ts'

/** Where a person wants to be written to. One for each, on their site; two people may have the same. */
export interface AddressTable {
  person_id: string
  site_id: string
  address: string
  /** Of the letters. */
  language: Locale
  created_at: Instant
  /** When whoever reads that mailbox said so; null: nothing is sent there but the question. */
  confirmed_at: Instant | null
  /** Since when its server refuses it for good; null: it takes letters. */
  bounced_at: Instant | null
}

/** A link in a letter. Whoever has it may confirm the address it was sent to, or stop letters, and nothing else. */
export interface MailLinkTable {
  hash: string
  site_id: string
  person_id: string
  purpose: 'confirm' | 'stop'
  /** Whose letters a `stop` ends. */
  thread_id: string | null
  language: Locale
  expires_at: Instant
}

/** A letter that went, or was tried, in the last hour. */
export interface MailSentTable {
  /** Of the outbox. */
  id: string
  /** A hash: nobody needs to read here whom others write to. */
  receiver: string
  at: Instant
}

/** An entry of a thread that its followers are told of. It stays when told, so that nobody hears of it twice. */
export interface NewsTable {
  message_id: string
  site_id: string
  thread_id: string
  /** What is told together. */
  batch: string
  /** The id of the last person of those, who are told in the order of their ids. */
  told_to: Generated<string>
  /** Null: not everybody has been told. */
  told_at: Instant | null
}
