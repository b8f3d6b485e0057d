import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { gate } from '../jobs/jobs.fixture.ts'
import { createLetters } from '../jobs/letters.ts'
import { setAddress } from '../store/addresses.ts'
import { setFollowing } from '../store/marks.ts'
import { insertPerson } from '../store/people.ts'
import type { Received } from '../testing/mail-server.ts'
import { startMailServer } from '../testing/mail-server.ts'
import { headerOf, linkIn, MINUTE, PAGE, withMail } from '../testing/mail-world.ts'
import { startTestApp } from '../testing/test-app.ts'

withMail('letters in trouble', world => {
  const outbox = () => world().test.app.store.read(db => db.selectFrom('outbox').selectAll().execute())

  it('[N8] go to nobody any more whose server refuses them for good', async () => {
    const { test, mail, deliverNews, reader, post } = world()
    const anna = await reader('Anna', 'anna@lume.example')
    const tom = await test.visitor('Tom')
    const thread = await post(anna)
    mail.refuse('anna@lume.example', '550 5.1.1 <anna@lume.example>: No such user')
    await tom.run('reply.post', { thread, body: 'Hello' })
    await deliverNews()
    const [given] = await outbox()
    expect(given).toMatchObject({ kind: 'news', due_at: null, tries: 1 })
    // What is kept for the operator is no address.
    expect(given?.last_error).toContain('No such user')
    expect(JSON.stringify(given)).not.toContain('anna@')
    mail.refuse('anna@lume.example', null)
    await tom.run('reply.post', { thread, body: 'Again' })
    await deliverNews()
    expect(mail.letters).toEqual([])
    expect(await anna.get('me')).toMatchObject({
      me: { email: { address: 'anna@lume.example', confirmed: false } },
    })
    // Said again, it is asked again.
    await anna.run('person.email', { address: 'anna@lume.example' })
    await world().deliver()
    await fetch(linkIn((await mail.to('anna@lume.example'))[0] as never), { method: 'POST' })
    await tom.run('reply.post', { thread, body: 'Welcome back' })
    await deliverNews()
    expect((await mail.to('anna@lume.example', 2))[1]?.email.text).toContain('Welcome back')
  })

  it('[N8] are tried again where a server says later, or that it does not know us', async () => {
    const { test, mail, deliver, deliverNews, reader, post } = world()
    const bea = await reader('Bea', 'bea@lume.example')
    const tom = await test.visitor('Tom')
    const thread = await post(bea)
    for (const words of ['451 4.3.0 Greylisted', '554 5.7.1 Relay access denied']) {
      mail.letters.length = 0
      test.clock.pass(61 * MINUTE)
      mail.refuse('bea@lume.example', words)
      await tom.run('reply.post', { thread, body: `While it says ${words}` })
      await deliverNews()
      expect(mail.letters).toEqual([])
      mail.refuse('bea@lume.example', null)
      await deliver()
      expect(mail.letters).toEqual([])
      test.clock.pass(MINUTE)
      await deliver()
      expect((await mail.to('bea@lume.example'))[0]?.email.text).toContain(`While it says ${words}`)
    }
  })

  it('[N8] wait their hour where a mailbox has had three, and are not lost', async () => {
    const { test, mail, deliver, deliverNews, reader, post } = world()
    const cleo = await reader('Cleo', 'cleo@lume.example')
    const tom = await test.visitor('Tom')
    for (let i = 0; i < 4; i++) await tom.run('reply.post', { thread: await post(cleo), body: `Number ${i}` })
    await deliverNews()
    expect(await mail.to('cleo@lume.example', 3)).toHaveLength(3)
    for (const minutes of [1, 10]) {
      test.clock.pass(minutes * MINUTE)
      await deliver()
      expect(mail.letters).toHaveLength(3)
    }
    test.clock.pass(60 * MINUTE)
    await deliver()
    expect(await mail.to('cleo@lume.example', 4)).toHaveLength(4)
  })
})

it('[N5] letters to the followers of a famous thread are written page by page, and go on where they were cut off', async () => {
  const test = await startTestApp({ smtpUrl: 'smtp://127.0.0.1:1' })
  onTestFinished(() => test.close())
  const { store } = test.app
  const anna = await test.visitor('Anna')
  const thread = (await anna.run('thread.post', { page: PAGE, kind: 'question', body: 'Hello?' })).id
  const followers = Array.from({ length: 120 }, (_, i) => `p_follower${i}`)
  await store.write(async db => {
    for (const id of followers) {
      const at = { site_id: test.site.id, created_at: 1 }
      await insertPerson(db, { ...at, id, account_id: null, role: null, name: id })
      const known = { confirmed_at: 1, bounced_at: null, language: 'en' as const }
      await setAddress(db, { ...at, ...known, person_id: id, address: `${id}@lume.example` })
      await setFollowing(db, { ...at, person_id: id, thread_id: thread, following: 1 })
    }
  })
  await anna.run('reply.post', { thread, body: 'Nobody?' })
  test.clock.pass(3 * MINUTE)
  const turn = { signal: new AbortController().signal, write: store.write }
  const first = createLetters({ store, clock: test.clock })
  for (let step = 0; step < 2; step++) expect(await first.run(turn)).toBe('more')
  const written = async () => {
    const rows = await store.read(db => db.selectFrom('outbox').select('payload').execute())
    return rows.map(row => JSON.parse(row.payload).person).sort()
  }
  expect(await written()).toHaveLength(50)
  const second = createLetters({ store, clock: test.clock })
  while ((await second.run(turn)) === 'more');
  expect(await written()).toEqual([...followers].sort())
})

it('[N8] letters wait for a mail server that is away', async () => {
  const first = await startMailServer()
  const port = Number(new URL(first.url).port)
  await first.close()
  const test = await startTestApp({ smtpUrl: first.url })
  const anna = await test.visitor('Anna')
  await anna.run('person.email', { address: 'anna@lume.example' })
  await test.app.jobs.turn('delivery')
  const second = await startMailServer({ port })
  await test.app.jobs.turn('delivery')
  expect(second.letters).toEqual([])
  test.clock.pass(MINUTE)
  await test.app.jobs.turn('delivery')
  await second.to('anna@lume.example')
  await test.close()
  await second.close()
})

it('[N8] a letter whose server was closed in the middle goes again, under the same Message-ID', async () => {
  const dataDir = await mkdtemp(join(tmpdir(), 'parla-'))
  const mail = await startMailServer()
  onTestFinished(async () => {
    await mail.close()
    await rm(dataDir, { recursive: true })
  })
  const first = await startTestApp({ smtpUrl: mail.url, dataDir })
  const { url } = first.app
  const answer = gate()
  mail.hold(answer.passed)
  const anna = await first.visitor('Anna')
  await anna.run('person.email', { address: 'anna@lume.example' })
  const turn = first.app.jobs.turn('delivery')
  await mail.to('anna@lume.example')
  // The mail server has it; nobody has noted so.
  await first.close()
  await turn
  mail.hold(null)
  answer.open()
  const second = await startTestApp({ smtpUrl: mail.url, dataDir })
  onTestFinished(() => second.close())
  second.clock.pass(MINUTE)
  await second.app.jobs.turn('delivery')
  const letters = await mail.to('anna@lume.example', 2)
  expect(new Set(letters.map(letter => headerOf(letter, 'message-id'))).size).toBe(1)
  // Whichever of the two is opened, it works.
  const link = linkIn(letters[0] as Received).replace(url, second.app.url)
  expect((await fetch(link, { method: 'POST' })).status).toBe(200)
})
