import { afterAll, beforeAll, describe } from 'vitest'
import type { TestDatabase } from '../../test/services/database.ts'
import { createTestDatabase } from '../../test/services/database.ts'
import { describeWith } from '../../test/services/suites.ts'
import type { MailServer, Received } from './mail-server.ts'
import { startMailServer } from './mail-server.ts'
import type { TestApp } from './test-app.ts'
import { startTestApp } from './test-app.ts'
import type { TestClient } from './test-client.ts'

export const PAGE = { key: 'https://lume.example/', url: 'https://lume.example/lamp' }
export const LINKS = 'https://a.example https://b.example https://c.example'
export const MINUTE = 60_000

/** A server that sends letters, and the mail server it sends them to. */
export interface MailWorld {
  test: TestApp
  mail: MailServer
  /** Takes turns at the jobs that write and carry letters, until nothing is left to do. */
  deliver(): Promise<void>
  /** The same when what was said by now is due. */
  deliverNews(): Promise<void>
  /** A visitor whose address is confirmed. */
  reader(name: string, address: string, language?: 'en' | 'it' | 'ar'): Promise<TestClient>
  post(who: TestClient, body?: string, kind?: 'idea' | 'question' | 'problem'): Promise<string>
}

/** The same tests on both databases. `world` may be called from the first hook on. */
export function withMail(title: string, body: (world: () => MailWorld) => void): void {
  describe(`${title} on SQLite`, () => {
    let made: MailWorld
    beforeAll(async () => {
      made = await openWorld()
    })
    afterAll(() => closeWorld(made))
    body(() => made)
  })
  describeWith('databaseUrl')(`${title} on Postgres`, () => {
    let database: TestDatabase
    let made: MailWorld
    beforeAll(async () => {
      database = await createTestDatabase()
      made = await openWorld(database.url)
    })
    afterAll(async () => {
      await closeWorld(made)
      await database.drop()
    })
    body(() => made)
  })
}

async function openWorld(databaseUrl?: string): Promise<MailWorld> {
  const mail = await startMailServer()
  const test = await startTestApp({ smtpUrl: mail.url, ...(databaseUrl && { databaseUrl }) })
  const deliver = async () => {
    for (const job of ['letters', 'delivery']) while (await test.app.jobs.turn(job));
  }
  return {
    ...{ test, mail, deliver },
    async deliverNews() {
      test.clock.pass(3 * MINUTE)
      await deliver()
    },
    async reader(name, address, language) {
      // Nobody has had letters in this hour.
      test.clock.pass(61 * MINUTE)
      const made = await test.visitor(name)
      await made.run('person.email', { address, ...(language && { language }) })
      await deliver()
      const [letter] = (await mail.to(address)).slice(-1)
      await fetch(linkIn(letter as Received), { method: 'POST' })
      mail.letters.length = 0
      test.clock.pass(61 * MINUTE)
      return made
    },
    post: async (who, body = 'How do I pause?', kind = 'question') =>
      (await who.run('thread.post', { page: PAGE, kind, body })).id,
  }
}

const closeWorld = async ({ test, mail }: MailWorld) => {
  await test.close()
  await mail.close()
}

/** The link of this server in a letter. */
export function linkIn({ email }: Received): string {
  const link = email.text?.match(/https?:\/\/\S+\/mail\/[\w-]{43}/)?.[0]
  if (!link) throw new Error(`No link in ${email.text}`)
  return link
}

export const headerOf = ({ email }: Received, name: string) =>
  email.headers.find(header => header.key === name.toLowerCase())?.value
