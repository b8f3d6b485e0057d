import type { OwnEmail } from '../../server/contract/person.ts'

/** Where letters about replies go to. */
export interface Mailbox {
  /** Null: nowhere. Rejects where that cannot be read. */
  read: () => Promise<OwnEmail | null>
  /** Null takes the address away. Without network it is said later; rejects with a `Refusal`, such as `invalid`. */
  write: (address: string | null) => Promise<void>
}
