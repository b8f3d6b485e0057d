import type { Logger } from 'pino'
import type { Sender } from '../mail/address.ts'
import { mailCarriers } from '../mail/carriers.ts'
import { createMailer } from '../mail/mailer.ts'
import type { PostParts } from '../mail/post.ts'
import { createDelivery } from './delivery.ts'
import { createLetters } from './letters.ts'
import type { Job } from './runner.ts'

export interface MailJobsParts extends Omit<PostParts, 'mailer'> {
  /** Null: no mail server is set up. */
  mail: { readonly url: string; readonly from: Sender } | null
  logger: Logger
}

/** The jobs that write letters and carry them to a mail server; none where there is none. */
export function createMailJobs(parts: MailJobsParts): { jobs: readonly Job[]; close(): void } {
  const { mail, logger, store, clock, publicUrl } = parts
  if (!mail) return { jobs: [], close: () => undefined }
  const mailer = createMailer(mail)
  const delivery = createDelivery({
    ...{ store, clock, carriers: mailCarriers({ store, clock, mailer, publicUrl }) },
    onGivenUp: ({ id }, error) => logger.warn({ err: error, id }, 'not delivered'),
  })
  return { jobs: [createLetters({ store, clock }), delivery], close: () => mailer.close() }
}
