import { expect, it } from 'vitest'
import type { SearchResult } from '../../contract/reads.ts'
import { onBoth } from '../../testing/on-both.ts'
import type { TestClient } from '../../testing/test-client.ts'

const page = (path: string) => ({ key: `https://lume.example${path}`, url: `https://lume.example${path}` })

onBoth('[R10] one’s own conversations', app => {
  const mine = (client: TestClient, query = '') => client.get<SearchResult>(`me/threads${query}`)
  const post = async (client: TestClient, body: string, path = '/', kind: 'question' | 'idea' = 'question') =>
    (await client.run('thread.post', { page: page(path), kind, body })).id
  const titles = ({ threads }: SearchResult) => threads.map(({ title }) => title)

  it('are what one began or replied in, the last active first, and nobody else’s', async () => {
    const site = await app().addSite('Lume', ['https://lume.example'])
    const anna = await app().visitor('Anna', site)
    const tom = await app().visitor('Tom', site)
    const began = await post(anna, 'Is it waterproof?')
    const joined = await post(tom, 'Could it be blue?', '/blue', 'idea')
    await post(tom, 'Does it float?')
    await anna.run('reply.post', { thread: joined, body: 'Oh yes' })
    expect(titles(await mine(anna))).toEqual(['Could it be blue?', 'Is it waterproof?'])
    await tom.run('reply.post', { thread: began, body: 'Mine is' })
    const all = await mine(anna)
    expect(titles(all)).toEqual(['Is it waterproof?', 'Could it be blue?'])
    expect(all.total).toBe(2)
    expect(titles(await mine(anna, '?kind=idea'))).toEqual(['Could it be blue?'])
    expect(titles(await mine(anna, `?page=${encodeURIComponent(page('/').key)}`))).toEqual([
      'Is it waterproof?',
    ])
    expect(titles(await mine(anna, '?page=https%3A%2F%2Fnowhere.example'))).toEqual([])
    expect((await mine(anna, '?size=1')).threads).toHaveLength(1)
    expect(titles(await mine(await app().visitor('Kim', site)))).toEqual([])
  })

  it('narrow by status and label, and come a page at a time', async () => {
    const site = await app().addSite('Lume', ['https://lume.example'])
    const anna = await app().visitor('Anna', site)
    const giulia = await app().staff('Giulia', 'agent', site)
    const first = await post(anna, 'Is it blue?', '/', 'idea')
    const second = await post(anna, 'Is it red?')
    await post(anna, 'Is it green?')
    await giulia.run('thread.status', { thread: first, status: 'planned' })
    await giulia.run('thread.label', { thread: second, label: 'colour', on: true })
    expect(titles(await mine(anna, '?status=planned'))).toEqual(['Is it blue?'])
    const [row] = (await mine(anna)).threads.filter(({ id }) => id === second)
    expect(titles(await mine(anna, `?label=${row?.labels[0]?.id}`))).toEqual(['Is it red?'])
    const page1 = await mine(anna, '?size=2')
    expect([page1.threads.length, page1.total]).toEqual([2, 3])
    const page2 = await mine(anna, `?size=2&cursor=${page1.next}`)
    expect([page2.total, page2.next]).toEqual([3, null])
    expect(new Set([...titles(page1), ...titles(page2)]).size).toBe(3)
  })

  it('lead to what they were merged into, and hold nothing that is hidden', async () => {
    const site = await app().addSite('Lume', ['https://lume.example'])
    const anna = await app().visitor('Anna', site)
    const tom = await app().visitor('Tom', site)
    const giulia = await app().staff('Giulia', 'agent', site)
    const into = await post(tom, 'Is it waterproof?')
    const merged = await post(anna, 'Does it bear rain?')
    const hidden = await post(anna, 'Buy cheap watches')
    const left = await post(tom, 'Is there a blue one?')
    const { id: reply } = await anna.run('reply.post', { thread: left, body: 'No' })
    await giulia.run('thread.merge', { thread: merged, into })
    await giulia.run('message.hide', { id: hidden, reason: 'advertising' })
    await giulia.run('message.hide', { id: reply, reason: 'insult' })
    expect(titles(await mine(anna))).toEqual(['Is it waterproof?'])
  })

  it('are told to whom they belong only', async () => {
    const site = await app().addSite('Lume', ['https://lume.example'])
    const answer = await fetch(`${app().app.url}/api/v1/sites/${site.id}/me/threads`)
    expect(answer.status).toBe(401)
  })
})
