import { expect, test } from 'vitest'
import { eventually } from '../testing/eventually.ts'
import { handClock } from '../testing/hand-clock.ts'
import { addSite, onEachDatabase } from './auth.fixture.ts'
import { createStaff } from './staff.ts'

const DAY = 24 * 60 * 60 * 1000
const teresa = { name: 'Teresa Galli', email: 'Teresa@Lume.example', password: 'four plain quiet words' }
const refusal = (code: string) => ({ code })

onEachDatabase(open => {
  async function setUp() {
    const store = await open()
    const clock = handClock()
    const ended: string[] = []
    const staff = createStaff({ store, clock, onSignedOut: hash => ended.push(hash) })
    await addSite(store, 's_lume')
    const code = (await staff.issueSetupCode()) ?? ''
    return { store, clock, staff, ended, code }
  }

  async function setUpWithOwner() {
    const parts = await setUp()
    const token = await parts.staff.createOwner({ ...teresa, code: parts.code }, 'here')
    return { ...parts, token }
  }

  test('[P5] the owner is created with the printed code, however it is typed', async () => {
    const { staff, code } = await setUp()
    const token = await staff.createOwner(
      { ...teresa, code: code.toLowerCase().replaceAll('-', ' ') },
      'here',
    )
    const session = await staff.find(token)
    expect(session && (await staff.describe(session.account))).toMatchObject({
      name: 'Teresa Galli',
      email: 'teresa@lume.example',
      sites: [{ id: 's_lume', brand: 'Lume', me: { name: 'Teresa Galli', role: 'owner' } }],
    })
  })

  test('[P5] the code works once, even for five at once', async () => {
    const { store, staff, code } = await setUp()
    const tries = await Promise.allSettled(
      Array.from({ length: 5 }, (_, i) =>
        staff.createOwner({ ...teresa, email: `${i}@lume.example`, code }, `place ${i}`),
      ),
    )
    expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    expect(await store.read(db => db.selectFrom('account').selectAll().execute())).toHaveLength(1)
  })

  test('[P5] a wrong code creates nobody, and no code is issued beside an owner', async () => {
    const { store, staff, code } = await setUp()
    await expect(staff.createOwner({ ...teresa, code: 'ABCD' }, 'here')).rejects.toMatchObject(
      refusal('setup_code_invalid'),
    )
    expect(await store.read(db => db.selectFrom('account').selectAll().execute())).toEqual([])
    await staff.createOwner({ ...teresa, code }, 'here')
    expect(await staff.issueSetupCode()).toBeNull()
    await expect(staff.createOwner({ ...teresa, code }, 'here')).rejects.toMatchObject(
      refusal('already_set_up'),
    )
  })

  test('[P5] codes issued long ago are void once another is issued', async () => {
    const { clock, staff, code } = await setUp()
    clock.pass(DAY)
    await staff.issueSetupCode()
    await expect(staff.createOwner({ ...teresa, code }, 'here')).rejects.toMatchObject(
      refusal('setup_code_invalid'),
    )
  })

  test('creating the owner is told to the site’s public stream', async () => {
    const { store } = await setUpWithOwner()
    const changes = await store.read(db => db.selectFrom('change').selectAll().execute())
    expect(changes).toMatchObject([{ site_id: 's_lume', entity: 'site', audience: 'public', seq: 1 }])
  })

  test('signs in by e-mail in any case, with the right password only', async () => {
    const { staff } = await setUpWithOwner()
    const token = await staff.signIn({ email: 'TERESA@lume.example', password: teresa.password }, 'here')
    expect(await staff.find(token)).toMatchObject({ account: { email: 'teresa@lume.example' } })
    for (const email of [teresa.email, 'nobody@lume.example'])
      await expect(staff.signIn({ email, password: 'four plain loud words' }, 'here')).rejects.toMatchObject(
        refusal('credentials_invalid'),
      )
  })

  test('[P5] neither tokens nor the password are stored', async () => {
    const { store, token, code } = await setUpWithOwner()
    const rows = await store.read(async db => [
      await db.selectFrom('account').selectAll().execute(),
      await db.selectFrom('session').selectAll().execute(),
      await db.selectFrom('setup_code').selectAll().execute(),
    ])
    for (const secret of [token, teresa.password, code]) expect(JSON.stringify(rows)).not.toContain(secret)
    expect(JSON.stringify(rows)).toContain('$argon2id$')
  })

  test('a session ends after thirty idle days, and use keeps it', async () => {
    const { store, clock, staff, token } = await setUpWithOwner()
    const session = () => store.read(db => db.selectFrom('session').selectAll().executeTakeFirstOrThrow())
    for (let i = 0; i < 3; i++) {
      clock.pass(29 * DAY)
      expect(await staff.find(token)).not.toBeNull()
      await eventually(async () => (await session()).seen_at === clock.now())
    }
    clock.pass(31 * DAY)
    expect(await staff.find(token)).toBeNull()
  })

  test('[P6] signing out ends the session at once and says whose it was', async () => {
    const { staff, token, ended } = await setUpWithOwner()
    const session = await staff.find(token)
    if (!session) throw new Error('not signed in')
    await staff.signOut(session)
    expect(await staff.find(token)).toBeNull()
    expect(ended).toEqual([session.hash])
  })

  test('[R3] an account without a role on a site meets the same as on an unknown one', async () => {
    const { store, staff, token } = await setUpWithOwner()
    await addSite(store, 's_other', 'Other')
    const session = await staff.find(token)
    if (!session) throw new Error('not signed in')
    for (const site of ['s_other', 's_none'])
      await expect(staff.viewer(session, site)).rejects.toMatchObject(refusal('site_unknown'))
    expect(await staff.viewer(session, 's_lume')).toMatchObject({ role: 'owner', site: { id: 's_lume' } })
  })

  test('twenty wrong passwords are tried, by place and by account', { timeout: 30_000 }, async () => {
    const { staff } = await setUpWithOwner()
    const guess = (email: string, from: string) =>
      staff.signIn({ email, password: 'a wrong password' }, from).catch((error: unknown) => error)
    const byPlace = await Promise.all(
      Array.from({ length: 30 }, (_, i) => guess(`${i}@lume.example`, 'here')),
    )
    const byAccount = await Promise.all(
      Array.from({ length: 30 }, (_, i) => guess(teresa.email, `place ${i}`)),
    )
    for (const answers of [byPlace, byAccount]) {
      expect(
        answers.filter(answer => (answer as { code: string }).code === 'credentials_invalid'),
      ).toHaveLength(20)
      expect(answers.at(-1)).toMatchObject({
        code: 'rate_limited',
        facts: { retryAfter: expect.any(Number) },
      })
    }
  })
})
