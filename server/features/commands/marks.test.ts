import { expect, it } from 'vitest'
import type { Change } from '../../contract/feed.ts'
import type { OwnView } from '../../contract/own.ts'
import type {
  MyState,
  SearchResult,
  Snapshot,
  Sort,
  ThreadDetail,
  ThreadList,
  ThreadPeople,
} from '../../contract/reads.ts'
import { countHeat } from '../../store/heat.ts'
import { onBoth } from '../../testing/on-both.ts'
import type { TestClient } from '../../testing/test-client.ts'

const PAGE = { key: 'https://lume.example/', url: 'https://lume.example/' }
const LINKS = 'https://a.example https://b.example https://c.example'
const HOUR = 60 * 60 * 1000
const DAY = 24 * HOUR

onBoth('what visitors leave on messages', app => {
  const scene = async () => {
    const site = await app().addSite()
    const [anna, tom] = [await app().visitor('Anna', site), await app().visitor('Tom', site)]
    const giulia = await app().staff('Giulia', 'agent', site)
    const post = async (who: TestClient, body = 'How do I pause?', kind: 'question' | 'idea' = 'question') =>
      (await who.run('thread.post', { page: PAGE, kind, body })).id
    return { site, anna, tom, giulia, post }
  }
  const own = async (client: TestClient, id: string): Promise<OwnView | undefined> =>
    (await client.get<MyState>('me')).own.find(view => view.id === id)
  const refusal = (code: string) => ({ problem: { code } })

  it('[V6] a report reaches the team with its reasons, and folds the message for its reporter alone', async () => {
    const { anna, tom, giulia, post } = await scene()
    const thread = await post(anna)
    const reply = (await anna.run('reply.post', { thread, body: 'Anybody?' })).id
    const before = JSON.stringify(await tom.get(`threads/${thread}`))
    const words = 'They are selling watches'
    for (const id of [thread, reply]) await tom.run('message.report', { id, reason: 'spam', words })
    const again = await tom.run('message.report', { id: reply, reason: 'abuse' })
    expect(again.changes).toEqual([])
    const detail = await giulia.get<ThreadDetail>(`threads/${thread}`)
    const reports = { count: 1, reasons: [{ reason: 'spam', count: 1 }], words: [words] }
    expect(detail.thread.staff?.reports).toEqual(reports)
    expect(detail.replies[0]?.staff?.reports).toEqual(reports)
    expect(await own(tom, reply)).toMatchObject({ reported: true, voted: false })
    expect(await own(anna, reply)).toMatchObject({ reported: false, author: true })
    // Nobody else can tell: not by a word, not by a position.
    expect(JSON.stringify(await tom.get(`threads/${thread}`)).replace(/"asOf":\d+/, '')).toBe(
      before.replace(/"asOf":\d+/, ''),
    )
    await expect(anna.run('message.report', { id: reply, reason: 'spam' })).rejects.toMatchObject(
      refusal('forbidden'),
    )
    await expect(giulia.run('message.report', { id: reply, reason: 'spam' })).rejects.toMatchObject(
      refusal('forbidden'),
    )
  })

  it('[P8] threads one began or replied to are followed, until one says no', async () => {
    const { anna, tom, post } = await scene()
    const thread = await post(anna)
    expect(await own(anna, thread)).toMatchObject({ following: true })
    const { changes } = await tom.run('reply.post', { thread, body: 'I wonder too' })
    const marks = changes.filter((change: Change) => change.entity === 'own' && change.id === thread)
    expect(marks).toMatchObject([{ row: { following: true, author: false } }])
    await tom.run('thread.follow', { thread, on: false })
    await tom.run('reply.post', { thread, body: 'Still nobody?' })
    expect(await own(tom, thread)).toBeUndefined()
    await tom.run('thread.follow', { thread, on: true })
    expect(await own(tom, thread)).toMatchObject({ following: true })
  })

  it('[P10] who is mentioned is told, by name and only of what they may read', async () => {
    const { anna, tom, giulia, post } = await scene()
    const thread = await post(anna, `Hello @Giulia, ${LINKS}`)
    expect(await own(giulia, thread)).toBeUndefined()
    await giulia.run('message.show', { id: thread })
    expect(await own(giulia, thread)).toMatchObject({ mentioned: true, author: false })
    const body = 'I think @anna and @tom and @Nobody'
    const { id } = await tom.run('reply.post', { thread, body })
    expect(await own(anna, id)).toMatchObject({ mentioned: true, source: null })
    expect(await own(tom, id)).toMatchObject({ mentioned: false })
    const [reply] = (await tom.get<ThreadDetail>(`threads/${thread}`)).replies
    expect(reply?.body).toEqual([
      {
        t: 'p',
        c: ['I think ', { t: 'mention', id: anna.personId, name: 'Anna' }, ' and @tom and @Nobody'],
      },
    ])
    await giulia.run('note.add', { thread, body: '@Anna must not hear of this' })
    expect((await anna.get<MyState>('me')).own.filter(view => view.mentioned)).toHaveLength(1)
    await giulia.run('message.hide', { id, reason: 'off topic' })
    expect(await own(anna, id)).toMatchObject({ mentioned: false })
    const { people } = await tom.get<ThreadPeople>(`threads/${thread}/people`)
    expect(people.map(person => person.name).sort()).toEqual(['Anna', 'Giulia'])
  })

  it('[P9] an author who waits is told who has read them, and nobody else is', async () => {
    const { site, anna, tom, giulia, post } = await scene()
    const thread = await post(anna)
    app().clock.pass(5 * 60_000)
    await giulia.run('thread.seen', { thread })
    const seen = { by: { id: giulia.personId, name: 'Giulia', staff: true }, at: app().clock.now() }
    expect(await own(anna, thread)).toMatchObject({ seen })
    app().clock.pass(5 * 60_000)
    const marco = await app().staff('Marco', 'agent', site)
    expect((await marco.run('thread.seen', { thread })).changes).toEqual([])
    await expect(tom.run('thread.seen', { thread })).rejects.toMatchObject(refusal('forbidden'))
    await tom.run('vote.set', { id: thread, on: true })
    expect(await own(tom, thread)).toMatchObject({ seen: null })
    expect(JSON.stringify(await tom.get(`threads/${thread}`))).not.toContain('Giulia')
    await marco.run('reply.post', { thread, body: 'Settings, Plan' })
    expect(await own(anna, thread)).toMatchObject({ seen: null })
  })

  it('[R8] an old thread that catches fire rises, its own author and the team do not warm it', async () => {
    const { site, anna, tom, post } = await scene()
    const old = await post(anna, 'Dark mode', 'idea')
    app().clock.pass(180 * DAY)
    const hit = await post(anna, 'Team folders', 'idea')
    const crowd = await Promise.all(Array.from({ length: 6 }, (_, i) => app().visitor(`V${i}`, site)))
    for (const one of crowd) await one.run('vote.set', { id: hit, on: true })
    app().clock.pass(30 * DAY)
    for (const one of crowd.slice(0, 4)) await one.run('vote.set', { id: old, on: true })
    await tom.run('reply.post', { thread: old, body: 'Yes please' })
    await tom.run('reply.post', { thread: old, body: 'Pretty please' })
    app().clock.pass(HOUR)
    const fresh = await post(tom, 'Mine is new', 'idea')
    await tom.run('reply.post', { thread: fresh, body: 'Up' })
    const marco = await app().staff('Marco', 'agent', site)
    await marco.run('reply.post', { thread: fresh, body: 'Hello' })
    const ids = async (sort: Sort) =>
      (await tom.get<ThreadList>(`threads?sort=${sort}`)).threads.map(thread => thread.id)
    expect(await ids('trending')).toEqual([old, fresh, hit])
    expect(await ids('top')).toEqual([hit, old, fresh])
    expect(await ids('newest')).toEqual([fresh, hit, old])
    await crowd[0]?.run('vote.set', { id: old, on: false })
    const stored = await app().app.store.read(async db => {
      const row = await db.selectFrom('thread').selectAll().where('id', '=', old).executeTakeFirstOrThrow()
      return { kept: row.heat, counted: await countHeat(db, row) }
    })
    expect(Math.abs(stored.kept - stored.counted)).toBeLessThan(100)
  }, 60_000)

  it('[R9] lists narrow by status, answer and label, and page without repeating', async () => {
    const { anna, tom, giulia, post } = await scene()
    const ideas = []
    for (let i = 0; i < 5; i++) ideas.push(await post(anna, `Idea ${i}`, 'idea'))
    for (const thread of ideas.slice(0, 3)) await giulia.run('thread.status', { thread, status: 'planned' })
    await giulia.run('thread.label', { thread: ideas[4] as string, label: 'billing', on: true })
    const question = await post(tom, 'A question?')
    const answer = (await giulia.run('reply.post', { thread: question, body: 'Yes' })).id
    await giulia.run('answer.official', { reply: answer, on: true })
    const list = (query: string) => tom.get<ThreadList>(`threads?${query}`)
    const ids = async (query: string) => (await list(query)).threads.map(thread => thread.id).sort()
    expect(await ids('status=planned')).toEqual(ideas.slice(0, 3).sort())
    expect(await ids('status=answered')).toEqual([question])
    const label = (await list('kind=idea')).threads.flatMap(thread => thread.labels)[0]
    expect(await ids(`label=${label?.id}`)).toEqual([ideas[4]])
    expect(await ids('label=l_unknown')).toEqual([])
    // How many there are is said with the first page, and so do searches narrow.
    const total = async (query: string) => (await tom.get<Snapshot>(`snapshot?${query}`)).counts.total
    expect(await total('status=planned&size=1')).toBe(3)
    expect(await total(`label=${label?.id}`)).toBe(1)
    expect(await total('sort=unanswered&size=1')).toBe(2)
    expect(await total('status=planned&page=https%3A%2F%2Fnowhere.example')).toBe(0)
    expect(await total('kind=idea')).toBeUndefined()
    const found = async (query: string) => (await tom.get<SearchResult>(`search?q=idea&${query}`)).total
    expect(await found('size=1')).toBe(5)
    expect(await found('status=planned')).toBe(3)
    expect(await found(`label=${label?.id}`)).toBe(1)
    expect((await tom.get<SearchResult>('search?q=question&status=answered')).total).toBe(1)
    const seen: string[] = []
    for (let cursor: string | null = ''; cursor !== null; ) {
      const page: ThreadList = await list(`sort=trending&size=2${cursor && `&cursor=${cursor}`}`)
      seen.push(...page.threads.map(thread => thread.id))
      cursor = page.next
    }
    expect(seen.toSorted()).toEqual([...ideas, question].sort())
  })

  it('[V6] counts no report of what cannot be read', async () => {
    const { anna, tom, post } = await scene()
    const held = await post(anna, LINKS)
    await expect(tom.run('message.report', { id: held, reason: 'spam' })).rejects.toMatchObject(
      refusal('not_found'),
    )
    await expect(tom.run('thread.follow', { thread: held, on: true })).rejects.toMatchObject(
      refusal('not_found'),
    )
  })
})
