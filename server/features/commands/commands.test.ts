import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { CommandResult } from '../../contract/commands.ts'
import type { MyState, ThreadDetail } from '../../contract/reads.ts'
import type { TestApp } from '../../testing/test-app.ts'
import { startTestApp } from '../../testing/test-app.ts'
import type { TestClient } from '../../testing/test-client.ts'

const PAGE = { key: 'https://lume.example/en', url: 'https://lume.example/en', title: 'Lamps' }

describe('commands', () => {
  let test: TestApp
  let anna: TestClient
  let tom: TestClient
  let giulia: TestClient
  beforeAll(async () => {
    test = await startTestApp()
    anna = await test.visitor('Anna')
    tom = await test.visitor('Tom')
    giulia = await test.staff('Giulia')
  })
  afterAll(() => test.close())

  const post = (
    body = 'Can I pause my plan? I travel.',
    kind: 'question' | 'idea' | 'problem' | 'praise' = 'question',
  ) => anna.run('thread.post', { page: PAGE, kind, body })
  const read = (id: string, by: TestClient = tom) => by.get<ThreadDetail>(`threads/${id}`)
  const own = async (id: string, by: TestClient = anna) =>
    (await by.get<MyState>('me')).own.find(view => view.id === id)
  const refused = (attempt: Promise<CommandResult>, code: string) =>
    expect(attempt).rejects.toMatchObject({ problem: { code } })

  describe('post', () => {
    it('starts a thread with its author’s vote, named after its first sentence', async () => {
      const { id } = await post('Can I pause my plan? I travel *a lot*.')
      const { thread, body } = await read(id)
      expect(thread).toMatchObject({
        title: 'Can I pause my plan?',
        excerpt: 'I travel a lot.',
        kind: 'question',
        votes: 1,
        status: 'open',
        author: { name: 'Anna', staff: false },
        page: PAGE,
        can: ['reply', 'vote', 'report', 'follow'],
      })
      expect(body).toHaveLength(1)
      expect(await own(id)).toMatchObject({ author: true, voted: true, can: ['edit', 'delete', 'accept'] })
    })

    it('needs somebody with a name', async () => {
      const nameless = await test.visitor(null)
      await refused(nameless.run('thread.post', { page: PAGE, kind: 'idea', body: 'Hi' }), 'name_required')
      await refused(
        test.stranger().run('thread.post', { page: PAGE, kind: 'idea', body: 'Hi' }),
        'unauthenticated',
      )
    })

    it('refuses a message in which nothing can be seen', async () => {
      await refused(post(' \u200b\u2060 \n'), 'text_empty')
    })

    it('adds replies in one order, with a reference to what they answer', async () => {
      const { id } = await post()
      const first = await tom.run('reply.post', { thread: id, body: 'Me too.' })
      await anna.run('reply.post', { thread: id, body: 'Good to know', to: first.id })
      const { replies, thread } = await read(id)
      expect(replies.map(reply => reply.author.name)).toEqual(['Tom', 'Anna'])
      expect(replies[1]?.to).toEqual({
        id: first.id,
        author: expect.objectContaining({ name: 'Tom' }),
        quote: 'Me too.',
      })
      expect(thread).toMatchObject({ replies: 2, lastReply: { author: { name: 'Anna' } } })
    })

    it('answers only replies of the same thread', async () => {
      const [one, other] = [await post(), await post('Another?')]
      const elsewhere = await tom.run('reply.post', { thread: other.id, body: 'There' })
      await refused(tom.run('reply.post', { thread: one.id, body: 'x', to: elsewhere.id }), 'not_found')
    })

    it('[V2] holds what looks like advertising: author and staff see it, nobody else', async () => {
      const links = 'See https://a.example https://b.example https://c.example'
      const { id, changes } = await post(links, 'praise')
      expect(changes.map(change => change.entity)).toEqual(['own'])
      expect(await own(id)).toMatchObject({
        thread: { visibility: 'held', title: expect.stringContaining('See') },
      })
      expect((await read(id, giulia)).thread).toMatchObject({
        visibility: 'held',
        can: expect.arrayContaining(['show']),
      })
      await expect(read(id)).rejects.toMatchObject({ problem: { code: 'not_found' } })
      await refused(tom.run('vote.set', { id, on: true }), 'not_found')
      await giulia.run('message.show', { id })
      expect((await read(id)).thread.visibility).toBe('public')
      expect((await own(id))?.thread).toBeNull()
    })
  })

  describe('edit and removal', () => {
    it('edits silently at first, later with a mark and a history', async () => {
      const { id } = await post('Fist wording. Rest')
      await anna.run('message.edit', { id, body: 'First wording. Rest' })
      expect((await read(id)).thread).toMatchObject({ title: 'First wording', editedAt: null })
      expect(await tom.get(`messages/${id}/history`)).toEqual({ revisions: [] })
      test.clock.pass(16 * 60_000)
      await anna.run('message.edit', { id, body: 'Second wording. Rest' })
      expect((await read(id)).thread).toMatchObject({ title: 'Second wording', editedAt: test.clock.now() })
      expect(await tom.get(`messages/${id}/history`)).toMatchObject({
        revisions: [{ title: 'First wording', by: { name: 'Anna' } }],
      })
    })

    it('lets nobody else edit, not even staff', async () => {
      const { id } = await post()
      await refused(tom.run('message.edit', { id, body: 'x' }), 'forbidden')
      await refused(giulia.run('message.edit', { id, body: 'x' }), 'forbidden')
    })

    it('[V2] leaves a tombstone without words, and restores for a day', async () => {
      const { id } = await post()
      const reply = await tom.run('reply.post', { thread: id, body: 'Secret words' })
      await anna.run('reply.post', { thread: id, body: 'Quoting', to: reply.id })
      await tom.run('message.delete', { id: reply.id })
      const { thread, replies } = await read(id)
      expect(replies[0]).toMatchObject({
        visibility: 'removed',
        removal: { by: 'author' },
        body: [],
        can: [],
      })
      expect(replies[1]?.to?.quote).toBe('')
      expect(thread.replies).toBe(1)
      expect(JSON.stringify(await read(id, giulia))).not.toContain('Secret words')
      await tom.run('message.restore', { id: reply.id })
      expect((await read(id)).thread.replies).toBe(2)
      await tom.run('message.delete', { id: reply.id })
      test.clock.pass(25 * 3600_000)
      await refused(tom.run('message.restore', { id: reply.id }), 'restore_expired')
    })

    it('keeps a deleted thread’s replies and takes it off the list', async () => {
      const { id } = await post('Delete me please')
      await tom.run('reply.post', { thread: id, body: 'Stays' })
      await anna.run('message.delete', { id })
      const { thread, body, replies } = await read(id)
      expect(thread).toMatchObject({ title: '', excerpt: '', visibility: 'removed', can: [] })
      expect(body).toEqual([])
      expect(replies).toHaveLength(1)
      expect(JSON.stringify(await tom.get('threads?size=50'))).not.toContain(id)
      await refused(tom.run('reply.post', { thread: id, body: 'x' }), 'forbidden')
    })

    it('hides with a public reason, and shows again', async () => {
      const { id } = await post('Buy watches now')
      await refused(tom.run('message.hide', { id, reason: 'mine' }), 'forbidden')
      await refused(giulia.run('message.hide', { id, reason: '  ' }), 'reason_required')
      await giulia.run('message.hide', { id, reason: 'advertising' })
      expect((await read(id)).thread.removal).toEqual({ by: 'brand', reason: 'advertising' })
      expect((await read(id, giulia)).thread.title).toBe('Buy watches now')
      await refused(anna.run('message.restore', { id }), 'forbidden')
      await giulia.run('message.show', { id })
      expect((await read(id)).thread).toMatchObject({ title: 'Buy watches now', removal: null })
    })
  })

  describe('vote', () => {
    it('[P4] counts each person once and can be taken back', async () => {
      const { id } = await post()
      await Promise.all(Array.from({ length: 20 }, () => tom.run('vote.set', { id, on: true })))
      expect((await read(id)).thread.votes).toBe(2)
      expect(await own(id, tom)).toMatchObject({ voted: true, author: false, can: [] })
      await tom.run('vote.set', { id, on: false })
      await tom.run('vote.set', { id, on: false })
      expect((await read(id)).thread.votes).toBe(1)
    })

    it('is not for one’s own messages, nor for the team', async () => {
      const { id } = await post()
      await refused(anna.run('vote.set', { id, on: false }), 'forbidden')
      await refused(giulia.run('vote.set', { id, on: true }), 'forbidden')
    })
  })

  describe('answers', () => {
    it('are two independent facts: the asker accepts, the team marks', async () => {
      const { id } = await post()
      const byTom = await tom.run('reply.post', { thread: id, body: 'Settings, Plan' })
      const byStaff = await giulia.run('reply.post', { thread: id, body: 'Yes: Settings' })
      expect((await read(id)).thread).toMatchObject({
        answered: false,
        answer: { id: byStaff.id, official: false },
      })
      await refused(tom.run('answer.accept', { reply: byTom.id, on: true }), 'forbidden')
      await refused(giulia.run('answer.official', { reply: byTom.id, on: true }), 'forbidden')
      await giulia.run('answer.official', { reply: byStaff.id, on: true })
      expect((await read(id)).thread).toMatchObject({
        answered: true,
        answer: { id: byStaff.id, official: true },
      })
      await anna.run('answer.accept', { reply: byTom.id, on: true })
      const after = await read(id)
      expect(after.thread.answer).toMatchObject({ id: byTom.id, accepted: true, official: false })
      expect(after.replies.map(r => [r.official, r.accepted])).toEqual([
        [false, true],
        [true, false],
      ])
      await anna.run('answer.accept', { reply: byTom.id, on: false })
      expect((await read(id)).thread.answer).toMatchObject({ id: byStaff.id })
    })

    it('vanish from the card with the reply', async () => {
      const { id } = await post()
      const reply = await giulia.run('reply.post', { thread: id, body: 'Wrong answer' })
      await giulia.run('answer.official', { reply: reply.id, on: true })
      await giulia.run('message.delete', { id: reply.id })
      expect(JSON.stringify(await read(id))).not.toContain('Wrong answer')
    })
  })

  describe('status', () => {
    it('is an entry of the thread with the reason, and is shown on the card', async () => {
      const { id } = await post('Dark mode for invoices', 'idea')
      await giulia.run('thread.status', {
        thread: id,
        status: 'planned',
        reason: 'After the export work',
        link: 'https://lume.example/plan',
      })
      const { thread, replies } = await read(id)
      expect(thread).toMatchObject({
        status: 'planned',
        replies: 0,
        statusNote: {
          reason: 'After the export work',
          link: 'https://lume.example/plan',
          by: { name: 'Giulia', staff: true },
        },
      })
      expect(replies[0]).toMatchObject({ status: 'planned', can: [] })
    })

    it('with a reason is a word of the team: nobody waits in the inbox any more', async () => {
      const waiting = async () => JSON.stringify(await giulia.get('inbox?size=50'))
      const { id } = await post('A lamp for the wall', 'idea')
      expect(await waiting()).toContain(id)
      await giulia.run('thread.status', { thread: id, status: 'review' })
      await tom.run('reply.post', { thread: id, body: 'Good' })
      expect(await waiting()).toContain(id)
      await giulia.run('thread.status', { thread: id, status: 'planned', reason: 'In spring' })
      await tom.run('reply.post', { thread: id, body: 'Thank you' })
      expect(await waiting()).not.toContain(id)
    })

    it('declines only with a reason, and is not for questions', async () => {
      const { id } = await post('Dark mode', 'idea')
      await refused(giulia.run('thread.status', { thread: id, status: 'declined' }), 'reason_required')
      await refused(tom.run('thread.status', { thread: id, status: 'review' }), 'forbidden')
      const question = await post()
      await refused(giulia.run('thread.status', { thread: question.id, status: 'planned' }), 'forbidden')
    })

    it('[D11] ships only with a link to where it can be seen', async () => {
      const { id } = await post('A timer', 'idea')
      const ship = (link?: string) =>
        giulia.run('thread.status', { thread: id, status: 'shipped', ...(link && { link }) })
      await refused(ship(), 'link_required')
      await refused(ship('javascript:alert(1)'), 'invalid')
      expect((await read(id)).thread).toMatchObject({ status: 'open', statusNote: null })
      await ship('https://lume.example/timer')
      expect((await read(id)).thread).toMatchObject({
        status: 'shipped',
        statusNote: { reason: null, link: 'https://lume.example/timer' },
      })
    })
  })

  describe('team', () => {
    it('[V2] writes notes that visitors never see, and answers to notes stay notes', async () => {
      const { id } = await post()
      const note = await giulia.run('note.add', { thread: id, body: 'Finance says yes' })
      await giulia.run('reply.post', { thread: id, body: 'Internal too', to: note.id })
      expect((await read(id)).replies).toEqual([])
      expect((await read(id, giulia)).replies.map(r => r.note)).toEqual([true, true])
      expect((await read(id)).thread.replies).toBe(0)
      await refused(tom.run('note.add', { thread: id, body: 'x' }), 'forbidden')
      await refused(tom.run('reply.post', { thread: id, body: 'x', to: note.id }), 'not_found')
      await refused(tom.run('message.delete', { id: note.id }), 'not_found')
    })

    it('assigns, with a guard against assigning twice at once', async () => {
      const { id } = await post()
      const to = giulia.personId as string
      await giulia.run('thread.assign', { thread: id, to, from: null })
      await refused(giulia.run('thread.assign', { thread: id, to: null, from: null }), 'stale')
      await refused(giulia.run('thread.assign', { thread: id, to: tom.personId as string }), 'not_found')
      expect((await read(id, giulia)).thread.staff?.assignee).toMatchObject({ id: to })
      expect((await read(id)).thread).not.toHaveProperty('staff')
    })

    it('locks: visitors read and vote, the team still speaks', async () => {
      const { id } = await post()
      await giulia.run('thread.lock', { thread: id, on: true })
      await refused(tom.run('reply.post', { thread: id, body: 'x' }), 'thread_locked')
      await tom.run('vote.set', { id, on: true })
      await giulia.run('reply.post', { thread: id, body: 'Closed, thank you' })
      expect((await read(id)).thread).toMatchObject({ locked: true, can: ['vote', 'report', 'follow'] })
    })

    it('pins, retitles and labels', async () => {
      const { id } = await post('asdf. Long story')
      await giulia.run('thread.pin', { thread: id, on: true })
      await giulia.run('thread.retitle', { thread: id, title: 'A better  title' })
      await giulia.run('thread.label', { thread: id, label: 'billing', on: true })
      await giulia.run('thread.label', { thread: id, label: 'billing', on: true })
      const { thread } = await read(id)
      expect(thread).toMatchObject({
        pinned: true,
        retitled: true,
        title: 'A better title',
        labels: [{ name: 'billing' }],
      })
      await anna.run('message.edit', { id, body: 'New first sentence. Rest' })
      expect((await read(id)).thread.title).toBe('A better title')
      await giulia.run('thread.label', { thread: id, label: 'billing', on: false })
      expect((await read(id)).thread.labels).toEqual([])
      await giulia.run('thread.pin', { thread: id, on: false })
    })

    it('[P7] leaves moderators what is theirs', async () => {
      const { id } = await post('An idea of mine', 'idea')
      const moderator = await test.staff('Mod', 'moderator')
      await refused(moderator.run('thread.status', { thread: id, status: 'planned' }), 'forbidden')
      await refused(moderator.run('thread.assign', { thread: id, to: null }), 'forbidden')
      await moderator.run('message.hide', { id, reason: 'off topic' })
    })
  })

  it('[P3] renames everywhere, but not to the team’s names', async () => {
    const who = await test.visitor('Old Name')
    const { id } = await who.run('thread.post', { page: PAGE, kind: 'praise', body: 'Lovely lamp' })
    await refused(who.run('person.rename', { name: 'Lume support' }), 'name_taken')
    await who.run('person.rename', { name: '  Nuova  Nome ' })
    expect((await read(id)).thread.author.name).toBe('Nuova Nome')
  })
})
