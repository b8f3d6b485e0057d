import { expect, it } from 'vitest'
import type { MadeSiteKey, SiteKeys } from '../contract/keys.ts'
import type { AuditLog } from '../contract/queue.ts'
import { activeSecrets } from '../store/customers.ts'
import { onBoth } from '../testing/on-both.ts'

const HOUR = 60 * 60 * 1000
const PAGE = { key: 'https://lume.example/', url: 'https://lume.example/' }

onBoth('keys and the log', app => {
  it('[D4] owners replace the signing key by typing the site’s name; earlier ones end in a day, or at once', async () => {
    const site = await app().addSite('Acme')
    const owner = await app().staff('Teresa', 'owner', site)
    const admin = await app().staff('Ada', 'admin', site)
    const make = (brand: string, endOthers = false) => owner.post<MadeSiteKey>('keys', { brand, endOthers })
    const count = async () => (await owner.get<SiteKeys>('keys')).keys.length
    const secrets = () => app().app.store.read(db => activeSecrets(db, site.id, app().clock.now()))
    await expect(make('Acm')).rejects.toMatchObject({ problem: { code: 'invalid' } })
    expect(await count()).toBe(0)
    const first = await make('Acme')
    app().clock.pass(1000)
    const second = await make('Acme')
    expect(await secrets()).toEqual([second.secret, first.secret])
    expect(JSON.stringify(await owner.get('keys'))).not.toContain(first.secret)
    app().clock.pass(24 * HOUR)
    expect(await secrets()).toEqual([second.secret])
    const third = await make('Acme', true)
    expect(await secrets()).toEqual([third.secret])
    for (const attempt of [
      () => admin.get('keys'),
      () => admin.post('keys', { brand: 'Acme', endOthers: false }),
    ])
      await expect(attempt()).rejects.toMatchObject({ problem: { code: 'forbidden' } })
    const log = JSON.stringify(await owner.get('audit'))
    expect(log).toContain('key.rotate')
    expect(log).not.toContain(third.secret)
  })

  it('[P16] the log is narrowed by person and subject, paged, and knows no mere reading', async () => {
    const site = await app().addSite('Acme')
    const owner = await app().staff('Teresa', 'owner', site)
    const agent = await app().staff('Ada', 'agent', site)
    const thread = (await agent.run('thread.post', { page: PAGE, kind: 'idea', body: 'Timer' })).id
    await agent.run('thread.seen', { thread })
    for (let n = 0; n < 55; n++) await agent.run('thread.pin', { thread, on: n % 2 === 0 })
    await owner.run('site.configure', { closed: true })
    await owner.run('member.role', { person: agent.personId as string, role: 'moderator' })
    const log = (query: string) => owner.get<AuditLog>(`audit${query}`)
    const actions = async (query: string) => (await log(query)).entries.map(({ action }) => action)
    expect(await actions('?about=setup')).toEqual(['site.configure'])
    expect(await actions('?about=people')).toEqual(['member.role'])
    expect(await actions(`?about=conversations&by=${owner.personId}`)).toEqual([])
    const first = await log('?about=conversations')
    const rest = await log(`?about=conversations&cursor=${first.next}`)
    expect([first.entries.length, rest.entries.length, rest.next]).toEqual([50, 6, null])
    const all = [...first.entries, ...rest.entries]
    expect(new Set(all.map(({ id }) => id)).size).toBe(56)
    expect(all.map(({ action }) => action)).not.toContain('thread.seen')
    await expect(agent.get('audit')).rejects.toMatchObject({ problem: { code: 'forbidden' } })
  })
})
