import { expect, it } from 'vitest'
import { SAVED_REPLIES_MAX, SAVED_VIEWS_MAX } from '../contract/limits.ts'
import type { AuditLog } from '../contract/queue.ts'
import type { SavedReplies, SavedReply, SavedView, SavedViews, SiteLabels } from '../contract/saved.ts'
import { onBoth } from '../testing/on-both.ts'
import type { TestClient } from '../testing/test-client.ts'

const PAGE = { key: 'https://lume.example/', url: 'https://lume.example/' }
const DELIVERY = { name: 'Delivery', language: 'en', body: 'Hello {{name}}, three days.' } as const
const IDEAS = { name: 'Ideas', view: 'ideas', filter: { assignee: 'nobody' }, shared: true } as const

onBoth('what the team keeps', app => {
  const scene = async () => {
    const site = await app().addSite()
    const owner = await app().staff('Teresa', 'owner', site)
    return {
      site,
      owner,
      of: (name: string, role: 'agent' | 'moderator' | 'viewer') => app().staff(name, role, site),
    }
  }
  const refused = (attempt: Promise<unknown>, code: string) =>
    expect(attempt).rejects.toMatchObject({ problem: { code } })
  const replies = async (who: TestClient) => (await who.get<SavedReplies>('saved-replies')).replies
  const views = async (who: TestClient) => (await who.get<SavedViews>('saved-views')).views
  const drop = (who: TestClient, path: string) => who.request(path, { method: 'DELETE' })

  it('[D2] saved replies are kept, written anew, and tell when they were last used', async () => {
    const { owner, of } = await scene()
    const kept = await owner.post<SavedReply>('saved-replies', DELIVERY)
    expect(kept).toEqual({ id: expect.stringMatching(/^q_/), ...DELIVERY, usedAt: null })
    await owner.post('saved-replies', { ...DELIVERY, language: 'it' })
    await owner.post('saved-replies', { ...DELIVERY, language: null })
    await refused(owner.post('saved-replies', DELIVERY), 'stale')
    await refused(owner.post('saved-replies', { ...DELIVERY, language: null }), 'stale')
    await refused(owner.post('saved-replies', { ...DELIVERY, name: '   ' }), 'invalid')
    await refused(owner.post('saved-replies', { ...DELIVERY, id: 'q_nobody' }), 'not_found')
    await owner.post('saved-replies', { ...DELIVERY, id: kept.id, body: 'Two days.' })
    const moderator = await of('Mara', 'moderator')
    await moderator.post(`saved-replies/${kept.id}/used`, {})
    expect((await replies(moderator)).find(({ id }) => id === kept.id)).toMatchObject({
      body: 'Two days.',
      usedAt: app().clock.now(),
    })
    expect((await drop(moderator, `saved-replies/${kept.id}`)).status).toBe(204)
    expect((await drop(moderator, `saved-replies/${kept.id}`)).status).toBe(404)
    expect(await replies(owner)).toHaveLength(2)
    const viewer = await of('Vera', 'viewer')
    expect(await replies(viewer)).toHaveLength(2)
    await refused(viewer.post('saved-replies', { ...DELIVERY, name: 'Mine' }), 'forbidden')
    await refused(viewer.post(`saved-replies/${kept.id}/used`, {}), 'forbidden')
    expect((await drop(viewer, `saved-replies/${kept.id}`)).status).toBe(403)
    const log = JSON.stringify((await owner.get<AuditLog>('audit')).entries)
    for (const action of ['savedReply.add', 'savedReply.change', 'savedReply.delete'])
      expect(log).toContain(action)
    expect(log).not.toContain('Two days')
  })

  it('[D2] no site keeps more than fit, whoever comes at once', async () => {
    const { owner } = await scene()
    const all = Array.from({ length: SAVED_REPLIES_MAX - 1 }, (_, n) => ({ ...DELIVERY, name: `R ${n}` }))
    for (const one of all) await owner.post('saved-replies', one)
    const last = await Promise.allSettled(
      ['a', 'b', 'c'].map(name => owner.post('saved-replies', { ...DELIVERY, name })),
    )
    expect(last.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    expect(await replies(owner)).toHaveLength(SAVED_REPLIES_MAX)
  }, 60_000)

  it('[D3] saved views are their maker’s, or the whole team’s', async () => {
    const { owner, of } = await scene()
    const [agent, moderator] = [await of('Ada', 'agent'), await of('Mara', 'moderator')]
    const shared = await agent.post<SavedView>('saved-views', IDEAS)
    const own = await moderator.post<SavedView>('saved-views', { ...IDEAS, name: 'Mine', shared: false })
    await refused(moderator.post('saved-views', { ...IDEAS, name: 'Ours' }), 'forbidden')
    await refused(moderator.post('saved-views', { ...IDEAS, shared: false }), 'stale')
    await refused(agent.post('saved-views', { ...IDEAS, filter: { colour: 'red' } }), 'invalid')
    expect(await views(moderator)).toEqual([shared, own])
    expect(await views(owner)).toEqual([shared])
    expect((await drop(owner, `saved-views/${own.id}`)).status).toBe(404)
    expect((await drop(moderator, `saved-views/${shared.id}`)).status).toBe(403)
    expect((await drop(owner, `saved-views/${shared.id}`)).status).toBe(204)
    expect(await views(agent)).toEqual([])
    for (let n = 1; n < SAVED_VIEWS_MAX; n++)
      await moderator.post('saved-views', { ...IDEAS, name: `V ${n}`, shared: false })
    await refused(moderator.post('saved-views', { ...IDEAS, name: 'Too many', shared: false }), 'invalid')
  }, 60_000)

  it('[D2] labels are listed with how many bear them, of one’s own site alone', async () => {
    const { site, owner } = await scene()
    const elsewhere = await app().addSite()
    const other = await app().staff('Olga', 'owner', elsewhere)
    const thread = (await owner.run('thread.post', { page: PAGE, kind: 'idea', body: 'Timer' })).id
    for (const label of ['ui', 'lamps']) await owner.run('thread.label', { thread, label, on: true })
    await owner.run('thread.label', { thread, label: 'ui', on: false })
    const made = await owner.run('label.add', { name: '  batteries ' })
    expect((await owner.run('label.add', { name: 'batteries' })).id).toBe(made.id)
    await refused(owner.run('label.add', { name: '  ' }), 'text_empty')
    const { labels } = await owner.get<SiteLabels>('labels')
    expect(labels.map(({ name, threads }) => [name, threads])).toEqual([
      ['batteries', 0],
      ['lamps', 1],
      ['ui', 0],
    ])
    expect((await other.get<SiteLabels>('labels')).labels).toEqual([])
    expect(site.id).not.toBe(elsewhere.id)
  })
})
