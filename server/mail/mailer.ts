import { createTransport } from 'nodemailer'
import { Undeliverable } from '../jobs/delivery.ts'
import type { Sender } from './address.ts'

/** A letter as it goes out. Everything in it was drawn from fixed templates; the address has been read strictly. */
export interface Letter {
  /** Of the outbox: the same at every try, and so is the `Message-ID` made of it. */
  id: string
  to: string
  subject: string
  text: string
  html: string
  /** Id of the conversation it is about: letters about the same stand together. */
  about: string | null
  headers: Readonly<Record<string, string>>
}

/** The receiver's server takes nothing for that address, today or tomorrow. */
export class Bounced extends Undeliverable {}

export interface Mailer {
  /** @throws Bounced; Undeliverable where the letter itself is refused for good; anything else is worth another try */
  send(letter: Letter, signal: AbortSignal): Promise<void>
  close(): void
}

/** Milliseconds; together less than a try of the delivery may take. */
const CONNECT_MS = 10_000
const SILENCE_MS = 15_000
const CONNECTIONS = 3

/** Speaks to one mail server; the only file that knows nodemailer, and no more of it than this. */
export function createMailer({ url, from }: { url: string; from: Sender }): Mailer {
  const { protocol, hostname, port, username, password } = new URL(url)
  const transport = createTransport({
    host: hostname.replace(/^\[|\]$/g, ''),
    ...(port !== '' && { port: Number(port) }),
    secure: protocol === 'smtps:',
    ...(username !== '' && {
      auth: { user: decodeURIComponent(username), pass: decodeURIComponent(password) },
    }),
    pool: true,
    maxConnections: CONNECTIONS,
    // The outbox decides about further tries.
    maxRequeues: 0,
    ...{ connectionTimeout: CONNECT_MS, greetingTimeout: CONNECT_MS, socketTimeout: SILENCE_MS },
    ...{ disableFileAccess: true, disableUrlAccess: true },
  })
  const domain = from.address.slice(from.address.lastIndexOf('@') + 1)

  return {
    async send({ id, to, subject, text, html, about, headers }, signal) {
      try {
        await transport.sendMail({
          ...{ from, to: { name: '', address: to }, subject, text, html, signal },
          envelope: { from: from.address, to: [to] },
          messageId: `<${id}@${domain}>`,
          ...(about !== null && { references: `<${about}@${domain}>` }),
          headers: { ...headers, 'Auto-Submitted': 'auto-generated' },
        })
      } catch (error) {
        throw judge(error)
      }
    },
    close: () => transport.close(),
  }
}

interface Refusal {
  message: string
  command?: string
  responseCode?: number
  response?: string
}

/** What a mail server's refusal means. What is our own trouble, such as a wrong password, may be over at the next try. */
function judge(error: unknown): Error {
  const { message, command, responseCode = 0, response = '' } = error as Refusal
  // Kept for the operator for weeks, while an address may be taken back tomorrow.
  const words = message.replace(/[^\s<>:]+@[^\s<>:]+/g, '…')
  const isForGood = responseCode >= 500 && responseCode !== 503
  // A policy is about who sends, not about the mailbox.
  const isPolicy = /^\d{3}[ -]5\.7\./.test(response)
  if (isForGood && command === 'RCPT TO' && !isPolicy) return new Bounced(words)
  return isForGood && command === 'DATA' ? new Undeliverable(words) : new Error(words)
}
