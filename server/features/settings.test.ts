import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Snapshot } from '../contract/reads.ts'
import type { SiteSettings } from '../contract/settings.ts'
import { eventually } from '../testing/eventually.ts'
import type { TestApp } from '../testing/test-app.ts'
import { startTestApp, TEST_ORIGIN } from '../testing/test-app.ts'

describe('the settings of a site', () => {
  let test: TestApp
  beforeAll(async () => {
    test = await startTestApp()
  })
  afterAll(() => test.close())

  it('are changed by owners, and open widgets hear of it', async () => {
    const site = await test.addSite('Acme')
    const owner = await test.staff('Teresa', 'owner', site)
    const stranger = test.stranger(site)
    await stranger.watch('public')
    const hours = [{ day: 1, opens: 540, closes: 1080 }]
    await owner.run('site.configure', {
      brand: 'Acme & Co',
      kinds: ['idea', 'idea', 'praise'],
      timeZone: 'Europe/Rome',
      officeHours: hours,
      targetMinutes: 60,
      hosted: 'unindexed',
    })
    const heard = await eventually(() => stranger.frames.flatMap(frame => frame.changes)[0])
    expect(heard).toMatchObject({ entity: 'site', row: { brand: 'Acme & Co', kinds: ['idea', 'praise'] } })
    expect(await owner.get<SiteSettings>('settings')).toMatchObject({
      brand: 'Acme & Co',
      kinds: ['idea', 'praise'],
      timeZone: 'Europe/Rome',
      officeHours: hours,
      targetMinutes: 60,
      closed: false,
      hosted: 'unindexed',
      mail: false,
    })
  })

  it('[U7] tell pages where the brand’s policy and terms are, and of what there is none nothing', async () => {
    const site = await test.addSite('Acme')
    const owner = await test.staff('Teresa', 'owner', site)
    const stranger = test.stranger(site)
    const named = async () => Object.keys((await stranger.get<Snapshot>('snapshot')).site)
    expect(await named()).not.toEqual(expect.arrayContaining(['privacy']))
    const privacyUrl = 'https://acme.example/privacy?lang=it#cookies'
    await owner.run('site.configure', { privacyUrl, termsUrl: 'http://acme.example/terms' })
    expect((await stranger.get<Snapshot>('snapshot')).site).toMatchObject({
      privacy: privacyUrl,
      terms: 'http://acme.example/terms',
    })
    await owner.run('site.configure', { termsUrl: null })
    expect(await owner.get<SiteSettings>('settings')).toMatchObject({ privacyUrl, termsUrl: null })
    expect(await named()).toContain('privacy')
    expect(await named()).not.toContain('terms')
  })

  it('let nobody in whose origin was taken off the list', async () => {
    const site = await test.addSite('Acme')
    const owner = await test.staff('Teresa', 'owner', site)
    await owner.run('site.configure', { origins: [] })
    const stranger = test.stranger(site)
    const answer = await eventually(async () => {
      const response = await stranger.request('snapshot')
      return response.status === 403 ? response : null
    })
    expect(await answer.json()).toMatchObject({ code: 'origin_not_allowed' })
  })

  it.each([
    'https://acme.example/',
    'https://acme.example/path',
    'https://*.acme.example',
    'acme.example',
    'https://ACME.example',
    'https://acme.example:443',
    'javascript:alert(1)',
    'null',
    'file:///etc/passwd',
    'https://user@acme.example',
    'https://acme.example https://evil.example',
  ])('[O3] take no origin like %s', async origin => {
    const owner = await test.staff('Teresa', 'owner')
    await expect(owner.run('site.configure', { origins: [origin] })).rejects.toMatchObject({
      problem: { code: 'invalid' },
    })
  })

  it.each([
    { timeZone: 'Europe/Atlantis' },
    { officeHours: [{ day: 1, opens: 600, closes: 600 }] },
    { officeHours: [{ day: 8, opens: 1, closes: 2 }] },
    { targetMinutes: 0 },
    { hosted: 'everywhere' as 'off' },
    { kinds: [] },
    { brand: '  ' },
    { privacyUrl: '' },
    { privacyUrl: 'lume.example/privacy' },
    { privacyUrl: 'javascript:alert(1)' },
    { privacyUrl: 'https://lume.example/a b' },
    { privacyUrl: 'https://user:secret@lume.example/' },
    { privacyUrl: `https://lume.example/${'p'.repeat(500)}` },
    { termsUrl: 'ftp://lume.example/terms' },
    { termsUrl: 'https://' },
    { termsUrl: 7 as unknown as string },
  ])('[O3] refuse %j', async input => {
    const owner = await test.staff('Teresa', 'owner')
    await expect(owner.run('site.configure', input)).rejects.toMatchObject({ problem: { code: 'invalid' } })
  })

  it.each(['agent', 'moderator'] as const)('[P7] are read but not changed by an %s', async role => {
    const member = await test.staff('Marco', role)
    expect(await member.get<SiteSettings>('settings')).toMatchObject({ origins: [TEST_ORIGIN] })
    await expect(member.run('site.configure', { closed: true })).rejects.toMatchObject({
      problem: { code: 'forbidden' },
    })
  })

  it('tell where the tag has been seen, first and last', async () => {
    const site = await test.addSite('Seen')
    const owner = await test.staff('Teresa', 'owner', site)
    expect((await owner.get<SiteSettings>('settings')).sights).toEqual([])
    const first = test.clock.now()
    const stranger = test.stranger(site)
    await stranger.get<Snapshot>('snapshot')
    const seen = () => eventually(async () => (await owner.get<SiteSettings>('settings')).sights[0])
    expect(await seen()).toEqual({ origin: TEST_ORIGIN, first, last: first })
    test.clock.pass(2 * 60 * 60 * 1000)
    // Answered from memory this time, which is noted all the same.
    await stranger.get<Snapshot>('snapshot')
    await eventually(async () => (await seen()).last === test.clock.now())
    expect((await seen()).first).toBe(first)
  })
})
