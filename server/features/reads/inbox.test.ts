import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Inbox } from '../../contract/inbox.ts'
import { INBOX_VIEWS } from '../../contract/limits.ts'
import { explainInbox } from '../../store/explain-inbox.ts'
import { onBoth } from '../../testing/on-both.ts'
import type { TestApp } from '../../testing/test-app.ts'
import { startTestApp } from '../../testing/test-app.ts'
import type { TestClient } from '../../testing/test-client.ts'

const page = (path: string) => ({ key: `https://lume.example${path}`, url: `https://lume.example${path}` })
const LINKS = 'https://a.example https://b.example https://c.example'

onBoth('the inbox', app => {
  let test: TestApp
  let [anna, tom, giulia, marco]: TestClient[] = []
  const ids: Record<string, string> = {}
  const who = () => ({ anna, tom, giulia, marco }) as Record<'anna' | 'tom' | 'giulia' | 'marco', TestClient>

  beforeAll(async () => {
    test = app()
    anna = await test.visitor('Anna')
    tom = await test.visitor('Tom')
    giulia = await test.staff('Giulia')
    marco = await test.staff('Marco')
    const post = async (name: string, body: string, kind: 'question' | 'idea' | 'praise', at = '/') => {
      test.clock.pass(60_000)
      ids[name] = (await who().anna.run('thread.post', { page: page(at), kind, body })).id
    }
    await post('old', 'Where is my lamp?', 'question')
    await post('answered', 'Does it dim?', 'question')
    await post('asksAgain', 'And in the dark?', 'question', '/dark')
    await post('few', 'A wall lamp', 'idea')
    await post('many', 'A floor lamp', 'idea')
    await post('thanks', 'Lovely', 'praise')
    await post('held', LINKS, 'question')
    await giulia.run('reply.post', { thread: ids.answered as string, body: 'It does' })
    await giulia.run('reply.post', { thread: ids.asksAgain as string, body: 'It glows' })
    test.clock.pass(60_000)
    await anna.run('reply.post', { thread: ids.asksAgain as string, body: 'How brightly?' })
    await tom.run('vote.set', { id: ids.many as string, on: true })
    await giulia.run('thread.assign', { thread: ids.old as string, to: giulia.personId as string })
    await giulia.run('thread.label', { thread: ids.few as string, label: 'wall', on: true })
    await giulia.run('note.add', { thread: ids.many as string, body: 'Wombats asked too' })
  })

  const names = (inbox: Inbox) =>
    inbox.threads.map(thread => Object.keys(ids).find(name => ids[name] === thread.id))
  const read = (query: string, by = who().giulia) => by.get<Inbox>(`inbox?${query}`)

  it('shows whose turn it is, oldest first', async () => {
    expect(names(await read('view=unanswered'))).toEqual(['old', 'few', 'many', 'thanks', 'held'])
    expect(names(await read('view=waiting'))).toEqual(['old', 'few', 'many', 'thanks', 'held', 'asksAgain'])
    expect(names(await read('view=mine'))).toEqual(['old'])
    expect(names(await read('view=mine', who().marco))).toEqual([])
    expect(names(await read('view=ideas'))).toEqual(['many', 'few'])
    expect(names(await read('view=flagged'))).toEqual(['held'])
    expect((await read('view=all')).total).toBe(7)
  })

  it('counts every view as it lists it', async () => {
    const { counts } = await read('view=all&kind=praise')
    for (const view of INBOX_VIEWS)
      expect([view, counts[view]]).toEqual([view, (await read(`view=${view}`)).total])
  })

  it('narrows by kind, status, label, assignee, page and words, notes included', async () => {
    const label = (await read('view=ideas')).threads.find(thread => thread.id === ids.few)?.labels[0]?.id
    for (const [query, found] of [
      ['view=all&kind=praise', ['thanks']],
      [`view=all&label=${label}`, ['few']],
      [`view=all&assignee=${giulia?.personId}`, ['old']],
      ['view=unanswered&assignee=nobody', ['few', 'many', 'thanks', 'held']],
      ['view=all&status=open&kind=idea&sort=newest', ['many', 'few']],
      [`view=all&page=${encodeURIComponent('https://lume.example/dark')}`, ['asksAgain']],
      [`view=all&page=${encodeURIComponent('https://lume.example/nowhere')}`, []],
      ['view=all&q=wombat', ['many']],
      // More words find less, never more.
      ['view=all&q=floor lamp', ['many']],
      ['view=all&q=lamp xylophone', []],
      ['view=all&q=lamp&sort=newest', ['many', 'few', 'old']],
      ['view=unanswered&q=brightly', []],
    ] as const)
      expect([query, names(await read(query))]).toEqual([query, found])
  })

  it('[R4] pages every order without repeating or skipping', async () => {
    for (const sort of ['waiting', 'recent', 'newest', 'votes']) {
      const seen: string[] = []
      let next: string | null = ''
      while (next !== null) {
        const part: Inbox = await read(`view=all&sort=${sort}&size=2${next && `&cursor=${next}`}`)
        seen.push(...part.threads.map(thread => thread.id))
        next = part.next
      }
      expect([sort, new Set(seen).size, seen.length]).toEqual([sort, 7, 7])
    }
  })

  it('lets go of what is done until a visitor writes again, and tells nobody', async () => {
    const thread = ids.thanks as string
    const before = await who().tom.get<{ thread: unknown }>(`threads/${thread}`)
    await giulia?.run('thread.done', { thread, on: true })
    expect(names(await read('view=unanswered'))).not.toContain('thanks')
    expect(names(await read('view=all&done=yes'))).toEqual(['thanks'])
    expect(await who().tom.get(`threads/${thread}`)).toMatchObject({ thread: before.thread })
    await marco?.run('note.add', { thread, body: 'Agreed' })
    expect(names(await read('view=unanswered'))).not.toContain('thanks')
    await anna?.run('reply.post', { thread, body: 'One more thing' })
    expect(names(await read('view=unanswered'))).toContain('thanks')
    expect(names(await read('view=all&done=yes'))).toEqual([])
  })

  it('[R4] says since when somebody waits by their oldest message, though the clock was set back', async () => {
    const site = await test.addSite('Set back')
    const eva = await test.visitor('Eva', site)
    const desk = await test.staff('Giulia', 'agent', site)
    const { id: thread } = await eva.run('thread.post', { page: page('/'), kind: 'question', body: 'Now?' })
    test.clock.pass(-60 * 60_000)
    const oldest = test.clock.now()
    const { id } = await eva.run('reply.post', { thread, body: 'Or earlier?' })
    const since = async () => (await read('view=all', desk)).threads[0]?.staff?.waitingSince
    expect(await since()).toBe(oldest)
    // What vanishes in the middle makes it count anew.
    await eva.run('message.delete', { id })
    await eva.run('message.restore', { id })
    expect(await since()).toBe(oldest)
    test.clock.pass(60 * 60_000)
  })

  it('refuses a cursor of another list, and strangers', async () => {
    await expect(read('view=all&cursor=abc')).rejects.toMatchObject({ problem: { code: 'invalid' } })
    const bare = await fetch(`${test.app.url}/api/v1/admin/sites/${test.site.id}/inbox`)
    expect(bare.status).toBe(401)
  })
})

describe('an inbox of 10,000 threads', () => {
  let test: TestApp
  let giulia: TestClient
  beforeAll(async () => {
    test = await startTestApp()
    giulia = await test.staff('Giulia')
    const anna = await test.visitor('Anna')
    const { id } = await anna.run('thread.post', { page: page('/'), kind: 'idea', body: 'x'.repeat(3000) })
    const { store } = test.app
    const row = await store.read(db =>
      db.selectFrom('thread').selectAll().where('id', '=', id).executeTakeFirstOrThrow(),
    )
    const copy = (n: number) => ({
      ...row,
      ...{ id: `t_many${n}`, position: 1000 + n, activity: 1000 + n, votes: n % 50 },
      waiting_since: n % 3 === 0 ? row.created_at + n : null,
      kind: n % 2 ? ('idea' as const) : ('problem' as const),
    })
    for (let i = 0; i < 10_000; i += 200) {
      const rows = Array.from({ length: 200 }, (_, j) => copy(i + j))
      await store.write(db => db.insertInto('thread').values(rows).execute())
    }
  }, 60_000)
  afterAll(() => test.close())

  it('is counted and listed by its indexes, never by reading all rows', async () => {
    const plans = await test.app.store.read(async db => {
      return explainInbox(db, test.site.id, giulia.personId as string)
    })
    expect(Object.keys(plans)).toEqual([...INBOX_VIEWS])
    for (const [view, plan] of Object.entries(plans)) {
      expect(plan, `${view}: ${plan}`).not.toMatch(/SCAN thread/)
    }
    expect(plans.unanswered).toContain('thread_unanswered')
    expect(plans.waiting).toContain('COVERING INDEX thread_waiting')
    expect(plans.mine).toContain('COVERING INDEX thread_assigned')
    expect(plans.ideas).toContain('COVERING INDEX thread_ideas')
    expect(plans.all).toContain('COVERING INDEX thread_inbox')
  })

  it('answers every view and filter', async () => {
    for (const query of [
      'view=unanswered',
      'view=ideas',
      'view=all&kind=praise',
      'view=all&sort=votes',
      'view=waiting&kind=idea',
    ]) {
      const { counts } = await giulia.get<Inbox>(`inbox?${query}`)
      expect(counts.all).toBe(10_001)
    }
  })
})
