import { beforeAll, expect, it } from 'vitest'
import type { Insights } from '../../contract/insights.ts'
import type {
  AudienceCount,
  MergePreview,
  MyState,
  PageCounts,
  SearchResult,
  SimilarThreads,
  Snapshot,
  ThreadDetail,
} from '../../contract/reads.ts'
import { onBoth } from '../../testing/on-both.ts'
import type { TestApp } from '../../testing/test-app.ts'
import type { TestClient } from '../../testing/test-client.ts'

const PAGE = { key: 'https://lume.example/', url: 'https://lume.example/' }
const DAY = 24 * 60 * 60 * 1000

onBoth('merging', app => {
  let test: TestApp
  let anna: TestClient
  let tom: TestClient
  let eva: TestClient
  let giulia: TestClient
  beforeAll(async () => {
    test = app()
    ;[anna, tom, eva] = [await test.visitor('Anna'), await test.visitor('Tom'), await test.visitor('Eva')]
    giulia = await test.staff('Giulia')
  })

  const post = async (by: TestClient, body: string) =>
    (await by.run('thread.post', { page: PAGE, kind: 'idea', body })).id
  const read = async (id: string, by: TestClient = eva) =>
    (await by.get<ThreadDetail>(`threads/${id}`)).thread
  const voted = async (by: TestClient, id: string) =>
    (await by.get<MyState>('me')).own.find(view => view.id === id)?.voted
  const merge = (thread: string, into: string) => giulia.run('thread.merge', { thread, into })
  const refused = (attempt: Promise<unknown>, code: string) =>
    expect(attempt).rejects.toMatchObject({ problem: { code } })

  it('[P4] counts each voter once, on whichever side they vote, and comes apart again', async () => {
    const [night, dark] = [await post(anna, 'Night mode zebra'), await post(tom, 'Dark mode zebra')]
    await eva.run('vote.set', { id: night, on: true })
    await eva.run('vote.set', { id: dark, on: true })
    const preview = await giulia.get<MergePreview>(`threads/${night}/merge?into=${dark}`)
    expect(preview).toMatchObject({ votes: 3, into: { id: dark } })
    const before = await eva.get<Snapshot>('snapshot')
    await eva.watch('public')
    await merge(night, dark)
    expect(await read(dark)).toMatchObject({ votes: 3 })
    expect(await read(night)).toMatchObject({ merged: { id: dark, title: 'Dark mode zebra' }, can: [] })
    expect(await voted(anna, dark)).toBe(true)
    await anna.run('vote.set', { id: dark, on: true })
    await anna.run('vote.set', { id: night, on: true })
    expect((await read(dark)).votes).toBe(3)
    await eva.run('vote.set', { id: night, on: false })
    expect((await read(dark)).votes).toBe(2)
    expect([await voted(eva, dark), await voted(eva, night)]).not.toContain(true)
    await eva.run('vote.set', { id: night, on: true })
    expect(await voted(eva, dark)).toBe(true)
    // Lists, search and counts know one thread.
    const after = await eva.get<Snapshot>('snapshot')
    expect(after.counts.all).toBe(before.counts.all - 1)
    expect(JSON.stringify(after.threads)).not.toContain(night)
    const found = await eva.get<SearchResult>('search?q=zebra')
    expect(found.threads.map(thread => thread.id)).toEqual([dark])
    const counts = await eva.get<PageCounts>(`counts?page=${encodeURIComponent(PAGE.key)}`)
    expect(counts.pages[0]?.threads).toBe(after.counts.all)
    // Open widgets hear where to go.
    const pulled = JSON.stringify(await eva.pull('public', before.epoch, before.asOf))
    expect(pulled).toContain(`"merged":{"id":"${dark}"`)
    await refused(eva.run('reply.post', { thread: night, body: 'Here?' }), 'thread_merged')
    await giulia.run('thread.unmerge', { thread: night })
    expect(await read(night)).toMatchObject({
      votes: 1,
      can: expect.arrayContaining(['reply', 'vote']),
    })
    expect(await read(night)).not.toHaveProperty('merged')
    expect((await read(dark)).votes).toBe(2)
  })

  it('is one hop always, and gives children back to whom they had', async () => {
    const [a, b, c, d] = [
      await post(anna, 'A'),
      await post(anna, 'B'),
      await post(tom, 'C'),
      await post(eva, 'D'),
    ]
    await merge(a, b)
    await merge(b, c)
    expect((await read(a)).merged?.id).toBe(c)
    expect((await read(c)).votes).toBe(2)
    await merge(d, a)
    expect((await read(d)).merged?.id).toBe(c)
    expect((await read(c)).votes).toBe(3)
    await refused(merge(c, a), 'invalid')
    await refused(merge(c, c), 'invalid')
    await refused(merge(a, a), 'stale')
    await refused(merge(a, d), 'stale')
    await giulia.run('thread.unmerge', { thread: b })
    expect((await read(a)).merged?.id).toBe(b)
    expect((await read(d)).merged?.id).toBe(c)
    expect([(await read(b)).votes, (await read(c)).votes]).toEqual([1, 2])
    await giulia.run('thread.retitle', { thread: b, title: 'Bees' })
    expect((await read(a)).merged).toEqual({ id: b, title: 'Bees' })
  })

  it('is won by one of many, and two that cross end as one', async () => {
    const ids = await Promise.all(['P', 'Q', 'R', 'S'].map(body => post(anna, body)))
    const [p, q, r, s] = ids as [string, string, string, string]
    const outcomes = await Promise.allSettled([merge(p, q), merge(p, r), merge(p, s)])
    expect(outcomes.filter(one => one.status === 'fulfilled')).toHaveLength(1)
    const crossing = await Promise.allSettled([merge(r, s), merge(s, r)])
    expect(crossing.filter(one => one.status === 'fulfilled')).toHaveLength(1)
    const merged = await Promise.all(ids.map(async id => (await read(id)).merged?.id))
    for (const root of merged) if (root) expect(merged[ids.indexOf(root)]).toBeUndefined()
  })

  it('[R8] [R7] warms what it leads to, once for each person, and is no longer found as similar', async () => {
    const [attic, loft] = [await post(anna, 'Skylight for the attic'), await post(tom, 'Skylight for a loft')]
    const heatOf = async (id: string) => {
      const row = await test.app.store.read(db =>
        db.selectFrom('thread').select('heat').where('id', '=', id).executeTakeFirstOrThrow(),
      )
      return Number(row.heat)
    }
    const alike = async () =>
      (await eva.get<SimilarThreads>('similar?q=skylight for the attic')).threads.map(({ id }) => id)
    await eva.run('vote.set', { id: attic, on: true })
    await eva.run('vote.set', { id: loft, on: true })
    const [apart, alone] = [await heatOf(loft), await heatOf(attic)]
    expect((await alike()).sort()).toEqual([attic, loft].sort())
    await merge(attic, loft)
    // Anna's support comes in, Eva's counts once.
    const together = await heatOf(loft)
    expect(together).toBeGreaterThan(apart)
    await anna.run('vote.set', { id: attic, on: false })
    expect(Math.abs((await heatOf(loft)) - apart)).toBeLessThan(100)
    await anna.run('vote.set', { id: attic, on: true })
    expect(await alike()).toEqual([loft])
    expect((await giulia.get<SimilarThreads>('similar?q=skylight for the attic')).threads).toHaveLength(1)
    await giulia.run('thread.unmerge', { thread: attic })
    expect([await heatOf(attic), await alike()]).toEqual([alone, expect.arrayContaining([attic, loft])])
  })

  it('[I1] counts in the numbers where it leads, each voter once', async () => {
    const site = await test.addSite()
    const [mia, ned] = [await test.visitor('Mia', site), await test.visitor('Ned', site)]
    const ada = await test.staff('Ada', 'agent', site)
    const idea = async (by: TestClient, body: string) =>
      (await by.run('thread.post', { page: PAGE, kind: 'idea', body })).id
    const [one, two] = [await idea(mia, 'A timer'), await idea(ned, 'A clock')]
    await mia.run('vote.set', { id: two, on: true })
    const read = async () => {
      const { now, ideas, waiting } = await ada.get<Insights>('insights?office=0')
      return { threads: now.threads, waiting: waiting.all, ideas: ideas.map(({ id, votes }) => [id, votes]) }
    }
    expect(await read()).toMatchObject({ threads: 2, waiting: 2 })
    await ada.run('thread.merge', { thread: one, into: two })
    expect(await read()).toEqual({ threads: 1, waiting: 1, ideas: [[two, 2]] })
    await ada.run('thread.unmerge', { thread: one })
    expect(await read()).toEqual({
      threads: 2,
      waiting: 2,
      ideas: [
        [two, 2],
        [one, 1],
      ],
    })
  })

  it('can be undone for thirty days', async () => {
    const [one, two, three] = [await post(anna, 'One'), await post(tom, 'Two'), await post(eva, 'Three')]
    await merge(one, two)
    test.clock.pass(29 * DAY)
    await giulia.run('thread.unmerge', { thread: one })
    await merge(one, three)
    test.clock.pass(31 * DAY)
    giulia = await test.staff('Giulia')
    await refused(giulia.run('thread.unmerge', { thread: one }), 'restore_expired')
    await refused(giulia.run('thread.unmerge', { thread: two }), 'forbidden')
  })

  it('[D1] tells of several at once what they come to, each person once', async () => {
    const [one, two, three] = [await post(anna, 'Uno'), await post(tom, 'Due'), await post(anna, 'Tre')]
    await eva.run('vote.set', { id: one, on: true })
    await eva.run('vote.set', { id: three, on: true })
    const asked = (also: string[]) =>
      giulia.get<MergePreview>(
        `threads/${one}/merge?${new URLSearchParams([['into', two], ...also.map(id => ['also', id])])}`,
      )
    // Anna began two of them, and Eva supports two.
    expect(await asked([three])).toMatchObject({ votes: 3, people: 3, into: { id: two } })
    for (const thread of [one, three]) await merge(thread, two)
    expect((await read(two)).votes).toBe(3)
    await refused(asked(['t_unknown']), 'not_found')
    await refused(asked(Array.from({ length: 60 }, () => one)), 'invalid')
  })

  it('tells before a decision how many will hear of it, each once', async () => {
    const [one, two] = [await post(anna, 'Eins'), await post(tom, 'Zwei')]
    await anna.run('vote.set', { id: two, on: true })
    await eva.run('vote.set', { id: two, on: true })
    await merge(one, two)
    expect(await giulia.get<AudienceCount>(`threads/${two}/audience`)).toEqual({ people: 3 })
    expect(await giulia.get<AudienceCount>(`threads/${one}/audience`)).toEqual({ people: 3 })
  })

  it('lets the team ask on pages where nobody started anything', async () => {
    const other = encodeURIComponent('https://lume.example/other')
    const announced = async (page: string) =>
      (await eva.get<Snapshot>(`snapshot?page=${page}`)).announced?.map(thread => thread.title)
    await refused(
      anna.run('thread.post', { page: PAGE, kind: 'question', body: 'Me?', announce: [] }),
      'forbidden',
    )
    const ask = { page: PAGE, kind: 'question' as const }
    const here = ['https://lume.example/other']
    const { id } = await giulia.run('thread.post', { ...ask, body: 'Which lamp next?', announce: here })
    await giulia.run('thread.post', { ...ask, body: 'How are you?', announce: [] })
    expect(await announced(other)).toEqual(['How are you?', 'Which lamp next?'])
    expect(await announced('x')).toEqual(['How are you?'])
    expect((await read(id)).announced).toEqual(here)
    const { epoch, asOf } = await eva.get<Snapshot>('snapshot')
    await giulia.run('thread.announce', { thread: id, announce: null })
    expect(await announced(other)).toEqual(['How are you?'])
    expect(JSON.stringify(await eva.pull(`page:${here[0]}`, epoch, asOf))).toContain(id)
  })
})
