import { expect, test } from 'vitest'
import { eventually } from '../testing/eventually.ts'
import { handClock } from '../testing/hand-clock.ts'
import { addSite, onEachDatabase } from './auth.fixture.ts'
import { createVisitors } from './visitor.ts'

const DAY = 24 * 60 * 60 * 1000

onEachDatabase(open => {
  async function setUp(devicesPerMinute?: number) {
    const store = await open()
    const clock = handClock()
    const visitors = createVisitors({ store, clock, ...(devicesPerMinute ? { devicesPerMinute } : {}) })
    return { store, clock, visitors, site: await addSite(store, 's_lume') }
  }

  test('[P2] a token finds its person, and only on its own site', async () => {
    const { store, visitors, site } = await setUp()
    await addSite(store, 's_other', 'Other')
    const { token, person } = await visitors.mint(site, ' Anna  R. ', 'here')
    expect(person).toMatchObject({ name: 'Anna R.', role: null, site_id: 's_lume' })
    expect(await visitors.find('s_lume', token)).toEqual(person)
    expect(await visitors.find('s_other', token)).toBeNull()
    expect(await visitors.find('s_lume', `${token}x`)).toBeNull()
    expect(await visitors.find('s_lume', undefined)).toBeNull()
  })

  test('[P2] a token has 256 random bits and is stored hashed', async () => {
    const { store, visitors, site } = await setUp()
    const { token } = await visitors.mint(site, undefined, 'here')
    expect(Buffer.from(token, 'base64url')).toHaveLength(32)
    const rows = await store.read(db => db.selectFrom('device').selectAll().execute())
    expect(JSON.stringify(rows)).not.toContain(token)
  })

  test('[P2] a revoked token finds nobody at once', async () => {
    const { visitors, site } = await setUp()
    const { token } = await visitors.mint(site, undefined, 'here')
    await visitors.revoke('s_lume', token)
    expect(await visitors.find('s_lume', token)).toBeNull()
  })

  test('[F12] [P2] who was connected is known again at once, unless their token was revoked meanwhile', async () => {
    const { store, visitors, site } = await setUp()
    const { token, person } = await visitors.mint(site, undefined, 'here')
    expect(await visitors.recall('s_lume', token)).toEqual(person)
    visitors.keep('s_lume', token, person)
    const { read } = store
    store.read = () => Promise.reject(new Error('asked the database'))
    expect(await visitors.recall('s_lume', token)).toEqual(person)
    store.read = read
    await visitors.revoke('s_lume', token)
    visitors.keep('s_lume', token, person)
    expect(await visitors.recall('s_lume', token)).toBeNull()
  })

  test('[P3] a refused name makes no person', async () => {
    const { store, visitors, site } = await setUp()
    await expect(visitors.mint(site, 'Lume Team', 'here')).rejects.toMatchObject({ code: 'name_taken' })
    expect(await store.read(db => db.selectFrom('person').selectAll().execute())).toEqual([])
  })

  test('the day of the last visit is kept', async () => {
    const { store, clock, visitors, site } = await setUp()
    const { token } = await visitors.mint(site, undefined, 'here')
    clock.pass(3 * DAY)
    await visitors.find('s_lume', token)
    const device = () => store.read(db => db.selectFrom('device').selectAll().executeTakeFirstOrThrow())
    await eventually(async () => (await device()).seen_at === clock.now())
  })

  test('one address cannot ask for devices without end, and others can', async () => {
    const { visitors, site } = await setUp(3)
    const minted = await Promise.allSettled(
      Array.from({ length: 5 }, () => visitors.mint(site, undefined, '203.0.113.7')),
    )
    expect(minted.filter(({ status }) => status === 'fulfilled')).toHaveLength(3)
    await expect(visitors.mint(site, undefined, '203.0.113.7')).rejects.toMatchObject({
      code: 'rate_limited',
    })
    await visitors.mint(site, undefined, '203.0.113.8')
  })
})
