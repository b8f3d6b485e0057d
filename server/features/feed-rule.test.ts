import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { CommandName } from '../contract/commands.ts'
import { commandInputs } from '../contract/commands.ts'
import type { StreamName } from '../contract/feed.ts'
import type { Snapshot, ThreadDetail } from '../contract/reads.ts'
import { picture } from '../images/pictures.fixture.ts'
import { newId } from '../lib/ids.ts'
import { addSecret } from '../store/customers.ts'
import { applyChanges, changesOf, readShadow } from '../testing/shadow.ts'
import { signToken } from '../testing/sign-token.ts'
import type { TestApp } from '../testing/test-app.ts'
import { startTestApp } from '../testing/test-app.ts'
import type { TestClient } from '../testing/test-client.ts'

const PAGE = { key: 'https://lume.example/', url: 'https://lume.example/' }
const LINKS = 'https://a.example https://b.example https://c.example'

/** A conversation with something of everything in it. */
interface Stage {
  /** A token of the brand. */
  sign: (claims: { sub: string; name?: string }) => Promise<string>
  anna: TestClient
  tom: TestClient
  /** Has voted for the idea, and replied. */
  guest: TestClient
  giulia: TestClient
  /** Who owns the site. */
  teresa: TestClient
  /** Who has answered, and may go. */
  marco: TestClient
  /** An idea and a question of Anna's. */
  idea: string
  question: string
  byTom: string
  byStaff: string
  /** Tom's, waiting for moderation. */
  held: string
  /** Anna's, deleted by her and hidden by staff. */
  deleted: string
  hidden: string
}

/** One honest use (or several) of each command. A command without one fails the last test. */
const uses: Record<CommandName, (stage: Stage) => Promise<unknown>> = {
  'person.rename': ({ tom }) => tom.run('person.rename', { name: 'Tomaso' }),
  'person.email': async ({ tom, idea }) => {
    await tom.run('person.email', { address: 'tom@lume.example' })
    // It is in nobody’s feed; what comes after it is.
    await tom.run('vote.set', { id: idea, on: true })
  },
  'person.identify': async ({ tom, guest, sign }) => {
    await tom.run('person.identify', { token: await sign({ sub: 'customer', name: 'Tom Verdi' }) })
    // Another device of the same customer: what was done on it becomes Tom's.
    await guest.run('person.identify', { token: await sign({ sub: 'customer' }) })
  },
  'site.configure': ({ teresa }) =>
    teresa.run('site.configure', { brand: 'Lume & Figli', kinds: ['idea', 'praise'], closed: true }),
  'site.text': async ({ teresa }) => {
    const placeholder = { locale: 'it', key: 'composer.placeholder' } as const
    await teresa.run('site.text', { ...placeholder, text: 'Di’ pure' })
    await teresa.run('site.text', { ...placeholder, locale: 'de', text: 'Schieß los' })
    await teresa.run('site.text', { ...placeholder, text: null })
  },
  'member.role': ({ teresa, marco }) =>
    teresa.run('member.role', { person: marco.personId as string, role: 'moderator' }),
  'member.remove': ({ teresa, marco }) => teresa.run('member.remove', { person: marco.personId as string }),
  'person.ban': async ({ teresa, tom, anna }) => {
    await teresa.run('person.ban', { person: tom.personId as string, on: true })
    await teresa.run('person.ban', { person: anna.personId as string, on: true, reason: 'insults' })
    await teresa.run('person.ban', { person: anna.personId as string, on: false })
  },
  'person.trust': ({ teresa, tom }) =>
    teresa.run('person.trust', { person: tom.personId as string, on: true }),
  'thread.post': async ({ anna }) => {
    const images = [{ id: await anna.upload(picture('png')), alt: 'The lamp' }]
    await anna.run('thread.post', { page: PAGE, kind: 'praise', body: 'So good', images })
  },
  'image.hide': async ({ anna, giulia, question }) => {
    const images = [{ id: await anna.upload(picture('png')), alt: 'The lamp' }]
    const image = images[0]?.id as string
    const shown = (await anna.run('thread.post', { page: PAGE, kind: 'praise', body: 'So good', images })).id
    await giulia.run('image.hide', { id: shown, image, on: true })
    const more = [{ id: await anna.upload(picture('jpeg'), 'image/jpeg'), alt: '' }]
    const reply = (await anna.run('reply.post', { thread: question, body: 'Look', images: more })).id
    await giulia.run('image.hide', { id: reply, image: more[0]?.id as string, on: true })
    await giulia.run('image.hide', { id: shown, image, on: false })
  },
  'reply.post': async ({ tom, giulia, question, byTom }) => {
    await tom.run('reply.post', { thread: question, body: 'And another', to: byTom })
    await tom.run('reply.post', { thread: question, body: LINKS })
    await giulia.run('reply.post', { thread: question, body: 'Here is how, @Tom' })
  },
  'note.add': ({ giulia, question }) => giulia.run('note.add', { thread: question, body: 'Between us' }),
  'message.edit': async ({ anna, tom, question, byTom }) => {
    await anna.run('message.edit', { id: question, body: 'Other words, @Tom and @Giulia. More' })
    await tom.run('message.edit', { id: byTom, body: `Now with ${LINKS}` })
    await anna.run('message.edit', { id: question, body: LINKS })
  },
  'message.delete': async ({ anna, tom, idea, byTom }) => {
    await tom.run('message.delete', { id: byTom })
    await anna.run('message.delete', { id: idea })
  },
  'message.restore': ({ anna, deleted }) => anna.run('message.restore', { id: deleted }),
  'message.hide': async ({ giulia, byTom, idea }) => {
    await giulia.run('message.hide', { id: byTom, reason: 'insults' })
    await giulia.run('message.hide', { id: idea, reason: 'advertising' })
  },
  'message.show': async ({ anna, giulia, held, hidden, question }) => {
    await anna.run('message.edit', { id: question, body: LINKS })
    await giulia.run('message.show', { id: question })
    await giulia.run('message.show', { id: held })
    await giulia.run('message.show', { id: hidden })
  },
  'message.report': async ({ tom, anna, question, byTom }) => {
    await tom.run('message.report', { id: question, reason: 'spam', words: 'Watches' })
    await anna.run('message.report', { id: byTom, reason: 'other' })
  },
  'message.hold': async ({ giulia, idea, byTom, hidden, held }) => {
    await giulia.run('message.hold', { id: byTom })
    await giulia.run('message.hold', { id: hidden })
    await giulia.run('message.show', { id: held })
    await giulia.run('message.hold', { id: held })
    await giulia.run('message.hold', { id: idea })
    await giulia.run('message.hide', { id: idea, reason: 'insults' })
  },
  'message.spam': async ({ giulia, byTom, idea, held, question }) => {
    await giulia.run('message.spam', { id: byTom })
    await giulia.run('message.spam', { id: idea })
    await giulia.run('message.spam', { id: held })
    await giulia.run('message.spam', { id: question })
    await giulia.run('message.show', { id: question })
    await giulia.run('message.hold', { id: held })
  },
  'vote.set': async ({ tom, anna, question, byTom }) => {
    await tom.run('vote.set', { id: question, on: true })
    await anna.run('vote.set', { id: byTom, on: true })
    await tom.run('vote.set', { id: question, on: false })
  },
  'answer.accept': ({ anna, byTom }) => anna.run('answer.accept', { reply: byTom, on: true }),
  'answer.official': ({ giulia, byStaff }) => giulia.run('answer.official', { reply: byStaff, on: true }),
  'thread.follow': async ({ tom, anna, question, idea }) => {
    await tom.run('thread.follow', { thread: question, on: false })
    await tom.run('thread.follow', { thread: idea, on: true })
    await anna.run('thread.follow', { thread: idea, on: false })
  },
  'thread.seen': async ({ giulia, tom, idea, question }) => {
    await giulia.run('thread.seen', { thread: idea })
    await tom.run('reply.post', { thread: question, body: 'Hello?' })
    await giulia.run('thread.seen', { thread: question })
    await giulia.run('reply.post', { thread: idea, body: 'We are here' })
  },
  'thread.status': ({ giulia, idea }) =>
    giulia.run('thread.status', { thread: idea, status: 'declined', reason: 'Too dear' }),
  'thread.retitle': ({ giulia, idea }) => giulia.run('thread.retitle', { thread: idea, title: 'Dark mode' }),
  'thread.pin': ({ giulia, idea }) => giulia.run('thread.pin', { thread: idea, on: true }),
  'thread.lock': ({ giulia, question }) => giulia.run('thread.lock', { thread: question, on: true }),
  'thread.assign': ({ giulia, idea }) =>
    giulia.run('thread.assign', { thread: idea, to: giulia.personId as string }),
  'thread.announce': async ({ giulia, idea, question }) => {
    await giulia.run('thread.announce', { thread: idea, announce: [] })
    await giulia.run('thread.announce', { thread: question, announce: ['https://lume.example/other'] })
    await giulia.run('thread.announce', { thread: idea, announce: null })
  },
  'thread.merge': async ({ giulia, tom, anna, idea, question, byTom }) => {
    const other = (await tom.run('thread.post', { page: PAGE, kind: 'idea', body: 'Night mode' })).id
    await tom.run('vote.set', { id: idea, on: true })
    await giulia.run('thread.merge', { thread: idea, into: question })
    await giulia.run('thread.merge', { thread: question, into: other })
    await anna.run('vote.set', { id: idea, on: false })
    await anna.run('vote.set', { id: idea, on: true })
    await giulia.run('thread.retitle', { thread: other, title: 'Dark mode' })
    await tom.run('message.edit', { id: byTom, body: 'Still mine' })
  },
  'thread.unmerge': async ({ giulia, tom, idea, question }) => {
    const other = (await tom.run('thread.post', { page: PAGE, kind: 'idea', body: 'Night mode' })).id
    await tom.run('vote.set', { id: idea, on: true })
    await giulia.run('thread.merge', { thread: idea, into: question })
    await giulia.run('thread.merge', { thread: question, into: other })
    await giulia.run('thread.unmerge', { thread: question })
  },
  'label.add': async ({ giulia, idea }) => {
    await giulia.run('label.add', { name: 'spare' })
    await giulia.run('thread.label', { thread: idea, label: 'spare', on: true })
  },
  'label.rename': async ({ giulia, idea }) => {
    const label = await labelled(giulia, idea)
    await giulia.run('label.rename', { label, name: 'looks' })
  },
  'label.delete': async ({ giulia, idea }) => {
    const label = await labelled(giulia, idea)
    await giulia.run('label.delete', { label })
  },
  'thread.done': async ({ giulia, tom, idea, question }) => {
    await giulia.run('thread.done', { thread: idea, on: true })
    await giulia.run('thread.done', { thread: question, on: true })
    await tom.run('reply.post', { thread: question, body: 'Still open' })
  },
  'thread.label': ({ giulia, idea }) => giulia.run('thread.label', { thread: idea, label: 'ui', on: true }),
}

async function labelled(giulia: TestClient, thread: string): Promise<string> {
  await giulia.run('thread.label', { thread, label: 'ui', on: true })
  const detail = await giulia.get<ThreadDetail>(`threads/${thread}`)
  return detail.thread.labels[0]?.id as string
}

describe('[F5] an old snapshot plus the changes since equals a fresh snapshot', () => {
  let test: TestApp
  // One each: a server lets only so many devices in from one address.
  beforeEach(async () => {
    test = await startTestApp({ smtpUrl: 'smtp://127.0.0.1:1' })
  })
  afterEach(() => test.close())

  it.each(Object.keys(uses) as CommandName[])(
    'after %s, for everybody, staff and the people concerned',
    async name => {
      const site = await test.addSite()
      const stage = await build(site)
      const ids = [stage.idea, stage.question, stage.held, stage.deleted, stage.hidden]
      const audiences: [TestClient, StreamName][] = [
        [test.stranger(site), 'public'],
        [test.stranger(site), `page:${PAGE.key}`],
        [stage.giulia, 'staff'],
        [stage.anna, 'me'],
        [stage.tom, 'me'],
        [stage.giulia, 'me'],
      ]
      const { epoch, asOf } = await test.stranger(site).get<Snapshot>('snapshot')
      const before = await Promise.all(audiences.map(([client, stream]) => readShadow(client, stream, ids)))
      test.clock.pass(20 * 60_000)
      await uses[name](stage)
      const after = await test.stranger(site).get<Snapshot>('snapshot')
      expect(after.asOf).toBeGreaterThan(asOf)
      const made = ['thread.post', 'image.hide', 'thread.merge', 'thread.unmerge'].includes(name)
        ? after.threads.map(thread => thread.id)
        : []
      for (const [i, [client, stream]] of audiences.entries()) {
        const changes = changesOf(await client.pull(stream, epoch, asOf))
        const fresh = await readShadow(client, stream, [...new Set([...ids, ...made])])
        const told = applyChanges(before[i] as Map<string, unknown>, changes)
        expect(sorted(told)).toEqual(sorted(fresh))
      }
    },
    // Each builds a conversation and reads all of it four times over.
    60_000,
  )

  it('is asked of every command there is', () => {
    expect(Object.keys(uses).sort()).toEqual(Object.keys(commandInputs).sort())
  })

  async function build(site: Awaited<ReturnType<TestApp['addSite']>>): Promise<Stage> {
    const [anna, tom, giulia, teresa, marco] = [
      await test.visitor('Anna', site),
      await test.visitor('Tom', site),
      await test.staff('Giulia', 'agent', site),
      await test.staff('Teresa', 'owner', site),
      await test.staff('Marco', 'agent', site),
    ]
    const guest = await test.visitor('Guest', site)
    const [secret, now] = ['a secret of the brand, for this test', test.clock.now()]
    await test.app.store.write(db =>
      addSecret(db, { id: newId('k'), site_id: site.id, secret, created_at: now }, now),
    )
    const sign: Stage['sign'] = claims =>
      signToken({ secret, siteId: site.id, now: test.clock.now() }, claims)
    const post = async (who: TestClient, body: string, kind: 'idea' | 'question' = 'idea') =>
      (await who.run('thread.post', { page: PAGE, kind, body })).id
    const question = await post(anna, 'How do I pause?', 'question')
    const stage = {
      ...{ anna, tom, giulia, teresa, marco, question, guest, sign },
      idea: await post(anna, 'Make it dark'),
      byTom: (await tom.run('reply.post', { thread: question, body: 'I wonder too' })).id,
      byStaff: (await giulia.run('reply.post', { thread: question, body: 'Settings, Plan' })).id,
      held: await post(tom, LINKS),
      deleted: await post(anna, 'Delete me'),
      hidden: await post(anna, 'Hide me'),
    }
    await guest.run('reply.post', { thread: question, body: 'A guest’s word' })
    await guest.run('vote.set', { id: stage.idea, on: true })
    await anna.run('reply.post', { thread: question, body: 'Quoting @Tom', to: stage.byTom })
    await giulia.run('note.add', { thread: question, body: 'Note' })
    await marco.run('reply.post', { thread: question, body: 'I can add to that' })
    await anna.run('message.delete', { id: stage.deleted })
    await giulia.run('message.hide', { id: stage.hidden, reason: 'off topic' })
    return stage
  }
})

const sorted = (shadow: Map<string, unknown>) => [...shadow].sort(([a], [b]) => (a < b ? -1 : 1))
