import type { AddressInfo } from 'node:net'
import type { Email } from 'postal-mime'
import PostalMime from 'postal-mime'
import { SMTPServer } from 'smtp-server'
import { eventually } from './eventually.ts'

export interface Received {
  /** The envelope's. */
  to: string[]
  raw: string
  email: Email
}

/** A real mail server on a port of its own, which keeps what it is sent. */
export interface MailServer {
  readonly url: string
  readonly letters: Received[]
  /** Answers for this receiver with these words, such as `550 5.1.1 No such user`; null: takes letters again. */
  refuse(address: string, words: string | null): void
  /** Takes what it is sent and says nothing more about it, until the answer's promise resolves. */
  hold(until: Promise<void> | null): void
  /** Letters to an address, once there are so many. */
  to(address: string, count?: number): Promise<Received[]>
  close(): Promise<void>
}

export async function startMailServer({ port = 0 } = {}): Promise<MailServer> {
  const letters: Received[] = []
  const refused = new Map<string, string>()
  let held: Promise<void> | null = null
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onRcptTo({ address }, _session, done) {
      const words = refused.get(address)
      if (words === undefined) return done()
      const [code = '', ...rest] = words.split(' ')
      done(Object.assign(new Error(rest.join(' ')), { responseCode: Number(code) }))
    },
    onData(stream, session, done) {
      const pieces: Buffer[] = []
      stream.on('data', piece => pieces.push(piece))
      stream.on('end', async () => {
        const raw = Buffer.concat(pieces)
        const to = session.envelope.rcptTo.map(({ address }) => address)
        letters.push({ to, raw: raw.toString('utf8'), email: await PostalMime.parse(raw) })
        await held
        done()
      })
    },
  })
  server.on('error', () => undefined)
  await new Promise<void>(resolve => server.listen(port, '127.0.0.1', () => resolve()))
  const to = (address: string) => letters.filter(letter => letter.to.includes(address))
  return {
    url: `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`,
    letters,
    refuse(address, words) {
      if (words === null) refused.delete(address)
      else refused.set(address, words)
    },
    hold(until) {
      held = until
    },
    to: (address, count = 1) =>
      eventually<Received[]>(() => {
        const found = to(address)
        if (found.length < count) throw new Error(`${found.length} of ${count} letters to ${address}`)
        return found
      }),
    close: () => new Promise<void>(resolve => server.close(() => resolve())),
  }
}
