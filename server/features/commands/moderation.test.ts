import { beforeAll, expect, it } from 'vitest'
import type { CommandResult } from '../../contract/commands.ts'
import type { AuditLog, ModerationRules, PersonHistory, Queue } from '../../contract/queue.ts'
import type { MyState, ThreadDetail } from '../../contract/reads.ts'
import { onBoth } from '../../testing/on-both.ts'
import type { TestApp } from '../../testing/test-app.ts'
import type { TestClient } from '../../testing/test-client.ts'

const PAGE = { key: 'https://lume.example/', url: 'https://lume.example/' }
const LINKS = 'https://a.example https://b.example https://c.example'
const OFF: ModerationRules = { links: null, words: [], first: false, repeat: false, rate: null }

onBoth('moderation', app => {
  let test: TestApp
  let anna: TestClient
  let tom: TestClient
  let owner: TestClient
  let moderator: TestClient
  beforeAll(async () => {
    test = app()
    anna = await test.visitor('Anna')
    tom = await test.visitor('Tom')
    owner = await test.staff('Teresa', 'owner')
    moderator = await test.staff('Mod', 'moderator')
  })

  const rules = (set: Partial<ModerationRules>) => owner.post('moderation', { ...OFF, ...set })
  const post = async (by: TestClient, body: string) =>
    (await by.run('thread.post', { page: PAGE, kind: 'problem', body })).id
  const entry = async (id: string) =>
    (await moderator.get<Queue>('queue?size=50')).entries.find(one => one.id === id)
  const own = async (by: TestClient, id: string) =>
    (await by.get<MyState>('me')).own.find(view => view.id === id)
  const read = (id: string, by: TestClient = tom) => by.get<ThreadDetail>(`threads/${id}`)
  const refused = (attempt: Promise<unknown>, code: string) =>
    expect(attempt).rejects.toMatchObject({ problem: { code } })

  it('begins with links and rate only', async () => {
    const site = await test.addSite('Fresh')
    await test.app.store.write(db =>
      db.updateTable('site').set({ moderation: null }).where('id', '=', site.id).execute(),
    )
    const staff = await test.staff('Ada', 'viewer', site)
    expect(await staff.get('moderation')).toEqual({ ...OFF, links: 3, rate: 20 })
  })

  it('holds by every rule that is on, and tells staff each reason', async () => {
    await rules({ links: 2, words: ['Cheap  wâtches', '安い'], first: true, repeat: true, rate: 3 })
    const eva = await test.visitor('Eva')
    const first = await post(eva, 'CHEAP watches! https://a.example https://b.example')
    expect((await entry(first))?.why).toEqual([
      { rule: 'words', found: 'Cheap  wâtches' },
      { rule: 'links', found: '2' },
      { rule: 'first', found: null },
    ])
    const again = await post(eva, 'cheap  WATCHES https://a.example https://b.example')
    expect((await entry(again))?.why.map(why => why.rule)).toEqual(['words', 'links', 'repeat', 'first'])
    await post(eva, 'Something else')
    const fast = await post(eva, 'And 安いです one more')
    expect((await entry(fast))?.why).toEqual([
      { rule: 'words', found: '安い' },
      { rule: 'rate', found: '4' },
      { rule: 'first', found: null },
    ])
    await moderator.run('message.show', { id: first })
    test.clock.pass(61 * 60_000)
    const known = await post(eva, 'A plain question, cheapwatches')
    expect((await read(known)).thread.visibility).toBe('public')
  })

  it('examines nothing while all is off, nor people who are trusted', async () => {
    await rules({})
    expect((await read(await post(anna, LINKS))).thread.visibility).toBe('public')
    await rules({ links: 1, first: true })
    expect(await entry(await post(anna, LINKS))).toBeDefined()
    await moderator.run('person.trust', { person: anna.personId as string, on: true })
    const trusted = await post(anna, LINKS)
    expect((await read(trusted, moderator)).thread).toMatchObject({
      visibility: 'public',
      staff: { author: 'trusted' },
    })
    await moderator.run('person.trust', { person: anna.personId as string, on: false })
    expect(await entry(await post(anna, LINKS))).toBeDefined()
    // An edit must not smuggle in what would have been held.
    await anna.run('message.edit', { id: trusted, body: `${LINKS} now` })
    expect((await entry(trusted))?.why).toEqual([{ rule: 'links', found: '3' }])
  })

  it('shows moderators the message in its place, and its author’s record', async () => {
    await rules({ links: 1 })
    const thread = await post(tom, 'The lamp hums')
    await anna.run('reply.post', { thread, body: 'Mine too' })
    const { id } = await tom.run('reply.post', { thread, body: LINKS })
    expect(await entry(id)).toMatchObject({
      thread: { id: thread, title: 'The lamp hums', kind: 'problem', page: PAGE },
      before: { author: { name: 'Anna' }, excerpt: 'Mine too' },
      author: { person: { name: 'Tom' }, held: 1, bannedAt: null },
      visibility: 'held',
      can: expect.arrayContaining(['show', 'hide', 'spam', 'ban', 'trust']),
    })
    const history = await moderator.get<PersonHistory>(`people/${tom.personId}`)
    expect(history.record.held).toBe(1)
    expect(history.messages.map(message => message.id)).toEqual([id, thread])
    await refused(moderator.get('people/p_unknown'), 'not_found')
  })

  it('[V2] tells its author that a held message was refused, and why; nobody else that it was', async () => {
    await rules({ links: 1 })
    const thread = await post(tom, 'Another hum')
    const { id } = await anna.run('reply.post', { thread, body: LINKS })
    await moderator.run('message.hide', { id, reason: 'advertising' })
    expect(await own(anna, id)).toMatchObject({
      source: LINKS,
      reply: { visibility: 'removed', removal: { by: 'brand', reason: 'advertising' } },
    })
    expect((await read(thread)).replies).toEqual([])
    expect((await read(thread, moderator)).replies).toHaveLength(1)
    expect(await entry(id)).toBeUndefined()
    // And back: it waits again, and can still be approved.
    await moderator.run('message.hold', { id })
    expect((await entry(id))?.why).toEqual([{ rule: 'links', found: '3' }])
    expect(await own(anna, id)).toMatchObject({ reply: { visibility: 'held', removal: null } })
    await moderator.run('message.show', { id })
    expect((await read(thread)).replies.map(reply => reply.id)).toEqual([id])
  })

  it('[V2] takes spam away without a trace, also from its author, and gives it back', async () => {
    await rules({})
    const thread = await post(tom, 'A third hum')
    const { id } = await anna.run('reply.post', { thread, body: 'Buy!' })
    await moderator.run('message.spam', { id })
    for (const by of [tom, anna, moderator]) expect((await read(thread, by)).replies).toEqual([])
    expect((await read(thread)).thread.replies).toBe(0)
    expect(await own(anna, id)).toBeUndefined()
    await refused(tom.run('vote.set', { id, on: true }), 'not_found')
    await refused(anna.run('message.restore', { id }), 'not_found')
    const hidden = await moderator.get<Queue>('queue?queue=hidden')
    expect(hidden.entries[0]).toMatchObject({ id, visibility: 'spam' })
    await moderator.run('message.show', { id })
    expect((await read(thread)).replies.map(reply => reply.id)).toEqual([id])
    await refused(
      moderator.run('message.spam', { id: (await moderator.run('reply.post', { thread, body: 'Ours' })).id }),
      'forbidden',
    )
  })

  it('lists what people report, and lets it stay', async () => {
    await rules({})
    const thread = await post(tom, 'A rude hum')
    await anna.run('message.report', { id: thread, reason: 'abuse', words: 'Rude' })
    const reported = async () => await moderator.get<Queue>('queue?queue=reported')
    expect((await reported()).counts).toMatchObject({ reported: 1 })
    expect((await reported()).entries).toMatchObject([
      { id: thread, reports: { count: 1, reasons: [{ reason: 'abuse', count: 1 }], words: ['Rude'] } },
    ])
    expect(JSON.stringify(await moderator.get('inbox?view=flagged'))).toContain(thread)
    await moderator.run('message.show', { id: thread })
    expect((await reported()).entries).toEqual([])
    expect((await read(thread)).thread.visibility).toBe('public')
  })

  it('[V6] keeps the reports of what was hidden, or let stand, when that is taken back', async () => {
    await rules({})
    const thread = await post(tom, 'A ruder hum')
    const { id } = await tom.run('reply.post', { thread, body: 'You all hum' })
    const reported = async () =>
      (await moderator.get<Queue>('queue?queue=reported')).entries.map(one => [one.id, one.reports?.words])
    for (const message of [thread, id]) {
      await anna.run('message.report', { id: message, reason: 'abuse', words: 'Rude' })
      for (const away of [
        () => moderator.run('message.hide', { id: message, reason: 'insults' }),
        () => moderator.run('message.spam', { id: message }),
      ]) {
        await away()
        expect(await reported()).toEqual([])
        await moderator.run('message.show', { id: message })
        expect(await reported()).toEqual([[message, ['Rude']]])
      }
      await moderator.run('message.show', { id: message })
      expect(await reported()).toEqual([])
      // And back: as it was before it was let stand.
      await moderator.run('message.show', { id: message, reported: true })
      expect(await reported()).toEqual([[message, ['Rude']]])
      await moderator.run('message.show', { id: message })
    }
  })

  it('[P15] bans by every door at once, and lifts it', async () => {
    const rex = await test.visitor('Rex')
    const id = await post(rex, 'I am rude')
    await rex.watch('public', 'me')
    const person = rex.personId as string
    const { epoch, asOf, own } = await rex.get<MyState>('me')
    expect(own).toMatchObject([{ id, can: ['edit', 'delete', 'accept'] }])
    const gone = new Promise(resolve => rex.socket?.once('disconnect', resolve))
    await owner.run('person.ban', { person, on: true, reason: 'insults' })
    // Sent away, to come back as what they are now: they read on, and are offered nothing.
    await gone
    await rex.connect()
    await rex.watch('public', 'me')
    const pulled = await rex.pull('me', epoch, asOf)
    expect(pulled).toMatchObject({ changes: [{ id, row: { author: true, can: [] } }] })
    expect((await rex.get<MyState>('me')).own).toMatchObject([{ id, can: [] }])
    await refused(rex.run('reply.post', { thread: id, body: 'Rude' }), 'banned')
    await refused(rex.send('reply.post', { thread: id, body: 'Rude' }), 'banned')
    await refused(rex.send('message.edit', { id, body: 'Ruder' }), 'banned')
    await refused(rex.run('vote.set', { id, on: true }), 'banned')
    expect((await read(id, moderator)).thread.staff?.author).toBe('banned')
    expect(JSON.stringify(await read(id))).not.toContain('banned')
    const free = new Promise(resolve => rex.socket?.once('disconnect', resolve))
    await owner.run('person.ban', { person, on: false })
    await free
    await rex.connect()
    expect((await rex.get<MyState>('me')).own).toMatchObject([{ id, can: ['edit', 'delete', 'accept'] }])
    await rex.send('reply.post', { thread: id, body: 'Sorry' })
    await refused(owner.run('person.ban', { person: moderator.personId as string, on: true }), 'forbidden')
    await refused(owner.run('person.ban', { person: 'p_unknown', on: true }), 'not_found')
  })

  it('[P16] writes down who did what, for owners and admins, without texts', async () => {
    const id = await post(tom, 'To be hidden, wombats')
    await moderator.run('note.add', { thread: id, body: 'secret wombat note' })
    await moderator.run('message.hide', { id, reason: 'off topic' })
    test.clock.pass(1000)
    await rules({ words: ['wombat'] })
    const { entries } = await owner.get<AuditLog>(`audit?target=${id}`)
    expect(entries).toMatchObject([
      { by: { name: 'Mod' }, action: 'message.hide', target: id, facts: { reason: 'off topic' } },
    ])
    const all = await owner.get<AuditLog>('audit')
    expect(all.entries[0]).toMatchObject({ action: 'site.moderation', facts: { words: 1 } })
    expect(JSON.stringify(all)).not.toContain('wombat')
    const ids: string[] = []
    for (let next: string | null = ''; next !== null; ) {
      const part: AuditLog = await owner.get(`audit${next && `?cursor=${next}`}`)
      ids.push(...part.entries.map(one => one.id))
      next = part.next
    }
    expect(new Set(ids).size).toBe(ids.length)
    await refused(moderator.get('audit'), 'forbidden')
    await refused(moderator.post('moderation', OFF), 'forbidden')
    await rules({})
  })

  it('lets nobody of the team answer what was just answered, unless they say so', async () => {
    const giulia = await test.staff('Giulia')
    const thread = await post(tom, 'Who answers?')
    const seen = (await read(thread, giulia)).asOf
    await giulia.run('note.add', { thread, body: 'I take it' })
    const { id } = await owner.run('reply.post', { thread, body: 'Teresa does', seen })
    const late = giulia.run('reply.post', { thread, body: 'Giulia does', seen }, 'stale-reply-1')
    await expect(late).rejects.toMatchObject({
      problem: { code: 'stale', status: 409, newer: [{ id, author: { name: 'Teresa' } }] },
    })
    expect((await read(thread)).replies.map(reply => reply.id)).toEqual([id])
    await giulia.connect()
    await giulia.send('reply.post', { thread, body: 'Giulia too', seen, force: true }, 'stale-reply-1x')
    // One's own words are no news, and visitors are not held up.
    await giulia.run('reply.post', { thread, body: 'And more', seen: (await read(thread)).asOf })
    await anna.run('reply.post', { thread, body: 'Thanks', seen: 0 })
    expect((await read(thread)).replies).toHaveLength(4)
  })

  it('lets one of two win a thread, and tells the other', async () => {
    const thread = await post(tom, 'Mine or yours?')
    const [a, b] = [await test.staff('Ada'), await test.staff('Bo')]
    const claim = (by: TestClient): Promise<CommandResult> =>
      by.run('thread.assign', { thread, to: by.personId as string, from: null })
    const outcomes = await Promise.allSettled([claim(a), claim(b)])
    expect(outcomes.map(one => one.status).sort()).toEqual(['fulfilled', 'rejected'])
    expect(outcomes.find(one => one.status === 'rejected')).toMatchObject({
      reason: { problem: { code: 'stale' } },
    })
  })
})
