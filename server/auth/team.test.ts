import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Problem } from '../contract/problem.ts'
import type { AuditLog } from '../contract/queue.ts'
import type { Snapshot } from '../contract/reads.ts'
import type { OpenSessions, TeamList } from '../contract/team.ts'
import { eventually } from '../testing/eventually.ts'
import type { TestApp } from '../testing/test-app.ts'
import { startTestApp } from '../testing/test-app.ts'
import type { TestClient } from '../testing/test-client.ts'
import { Refused } from '../testing/test-client.ts'

const DAY = 24 * 60 * 60_000
const LEE = { name: 'Lee Park', email: 'lee@lume.example', password: 'four plain quiet words' }

let test: TestApp
beforeAll(async () => {
  test = await startTestApp()
})
afterAll(() => test.close())

/** Somebody at the admin's door who is not signed in. @throws Refused */
async function knock(step: string, body: object): Promise<unknown> {
  const response = await fetch(`${test.app.url}/api/v1/admin/invitation${step && `/${step}`}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-parla-admin': '1' },
    body: JSON.stringify(body),
  })
  const answer = await response.json()
  if (!response.ok) throw new Refused(answer as Problem)
  return answer
}

const refusal = (promise: Promise<unknown>) =>
  promise.then(
    () => 'allowed',
    (error: unknown) => (error instanceof Refused ? error.problem.code : String(error)),
  )

describe('invitations', () => {
  let owner: TestClient
  let site: TestApp['site']
  let number = 0
  const lee = () => ({ ...LEE, email: `lee${++number}@lume.example` })
  const invite = async (who: TestClient, role: string) => {
    const { url } = await who.post<{ url: string }>('invitations', { role })
    return { url, token: url.split('#')[1] as string }
  }
  const accept = (body: object) => knock('accept', body)

  beforeEach(async () => {
    site = await test.addSite(`Acme ${++number}`)
    owner = await test.staff('Teresa', 'owner', site)
  })

  it('[P17] open once, for the site and the role they were made for', async () => {
    const { url, token } = await invite(owner, 'agent')
    expect(url.startsWith(`${test.app.url}/admin/join#`)).toBe(true)
    test.clock.pass(1)
    const looked = await knock('', { token })
    expect(looked).toMatchObject({ brand: site.brand, role: 'agent', by: 'Teresa' })
    const joined = await accept({ token, account: lee() })
    expect(joined).toMatchObject({ sites: [{ id: site.id, me: { name: 'Lee Park', role: 'agent' } }] })
    expect(await refusal(accept({ token, account: lee() }))).toBe('invitation_over')
    const { members, invitations } = await owner.get<TeamList>('team')
    expect(members.map(({ name, role }) => [name, role])).toEqual([
      ['Teresa', 'owner'],
      ['Lee Park', 'agent'],
    ])
    expect(invitations).toEqual([])
    expect((await test.stranger(site).get<Snapshot>('snapshot')).site.team).toEqual(['Teresa', 'Lee'])
  })

  it('[P16] are written down: who made one, who took it back, who came by it; never their secrets', async () => {
    const kept = await invite(owner, 'agent')
    const taken = await invite(owner, 'moderator')
    const { invitations } = await owner.get<TeamList>('team')
    const idOf = (role: string) => invitations.find(one => one.role === role)?.id
    test.clock.pass(1000)
    await owner.request(`invitations/${idOf('moderator')}`, { method: 'DELETE' })
    test.clock.pass(1000)
    await accept({ token: kept.token, account: lee() })
    const { entries } = await owner.get<AuditLog>('audit?about=people')
    const told = entries.map(({ by, action, target, facts }) => [by.name, action, target, facts])
    expect(told.slice(0, 2)).toEqual([
      ['Lee Park', 'invitation.accept', idOf('agent'), { role: 'agent' }],
      ['Teresa', 'invitation.withdraw', idOf('moderator'), {}],
    ])
    expect(told.slice(2)).toHaveLength(2)
    for (const role of ['agent', 'moderator'])
      expect(told).toContainEqual(['Teresa', 'invitation.add', idOf(role), { role }])
    for (const { token } of [kept, taken]) expect(JSON.stringify(entries)).not.toContain(token)
  })

  it('[P17] let in one of two who come at once', async () => {
    const { token } = await invite(owner, 'agent')
    const outcomes = await Promise.all([lee(), lee()].map(account => refusal(accept({ token, account }))))
    expect(outcomes.sort()).toEqual(['allowed', 'invitation_over'])
  })

  it('[P17] are over after a day, when taken back, and when their maker could not give them any more', async () => {
    const late = await invite(owner, 'agent')
    test.clock.pass(DAY + 1)
    expect(await refusal(accept({ token: late.token, account: lee() }))).toBe('invitation_over')

    const withdrawn = await invite(owner, 'agent')
    const { invitations } = await owner.get<TeamList>('team')
    await owner.request(`invitations/${invitations[0]?.id}`, { method: 'DELETE' })
    expect(await refusal(accept({ token: withdrawn.token, account: lee() }))).toBe('invitation_over')

    const admin = await test.staff('Ada', 'admin', site)
    const left = await invite(admin, 'admin')
    await owner.run('member.role', { person: admin.personId as string, role: 'agent' })
    expect(await refusal(accept({ token: left.token, account: lee() }))).toBe('invitation_over')
  })

  it('[P17] never join an account of the same address without its password', async () => {
    const account = lee()
    await accept({ token: (await invite(owner, 'agent')).token, account })
    test.clock.pass(1)
    const other = await test.addSite('Other')
    const boss = await test.staff('Olga', 'owner', other)
    const { token } = await invite(boss, 'agent')
    const wrong = accept({ token, account: { ...account, password: 'not the right password' } })
    expect(await refusal(wrong)).toBe('credentials_invalid')
    expect(await accept({ token, account })).toMatchObject({ sites: [{ id: site.id }, { id: other.id }] })
  })

  it.each([
    ['admin', 'owner', 'forbidden'],
    ['admin', 'admin', 'allowed'],
    ['agent', 'agent', 'forbidden'],
    ['viewer', 'viewer', 'forbidden'],
  ] as const)('[P7] by an %s for an %s are %s', async (role, wanted, outcome) => {
    const member = await test.staff('Ada', role, site)
    expect(await refusal(invite(member, wanted))).toBe(outcome)
  })

  it('[P7] are seen, with addresses, by those who manage the team only', async () => {
    await invite(owner, 'agent')
    const agent = await test.staff('Marco', 'agent', site)
    const seen = await agent.get<TeamList>('team')
    expect(seen.invitations).toEqual([])
    expect(seen.members.map(({ email }) => email)).toEqual(['', ''])
  })
})

describe('roles', () => {
  it('keep one owner at least', async () => {
    const site = await test.addSite('Acme')
    const owner = await test.staff('Teresa', 'owner', site)
    const me = owner.personId as string
    expect(await refusal(owner.run('member.role', { person: me, role: 'admin' }))).toBe('last_owner')
    expect(await refusal(owner.run('member.remove', { person: me }))).toBe('last_owner')
    await test.staff('Olga', 'owner', site)
    await owner.run('member.remove', { person: me })
    expect((await owner.request('inbox')).status).toBe(404)
  })

  it('[P7] of owners are not for admins to change', async () => {
    const site = await test.addSite('Acme')
    const owner = await test.staff('Teresa', 'owner', site)
    const admin = await test.staff('Ada', 'admin', site)
    const person = owner.personId as string
    expect(await refusal(admin.run('member.role', { person, role: 'agent' }))).toBe('forbidden')
    expect(await refusal(admin.run('member.remove', { person }))).toBe('forbidden')
    const own = admin.run('member.role', { person: admin.personId as string, role: 'owner' })
    expect(await refusal(own)).toBe('forbidden')
  })

  it('[P3] once held mark what was said under them', async () => {
    const site = await test.addSite('Acme')
    const owner = await test.staff('Teresa', 'owner', site)
    const marco = await test.staff('Marco', 'agent', site)
    const anna = await test.visitor('Anna', site)
    const page = { key: 'https://lume.example/', url: 'https://lume.example/' }
    const thread = (await anna.run('thread.post', { page, kind: 'question', body: 'How?' })).id
    await marco.run('reply.post', { thread, body: 'Like this' })
    await owner.run('member.remove', { person: marco.personId as string })
    const read = await test.stranger(site).get(`threads/${thread}`)
    expect(read).toMatchObject({ replies: [{ author: { name: 'Marco', staff: true } }] })
  })
})

describe('an account of one’s own', () => {
  const signIn = async (password = LEE.password) => {
    const response = await fetch(`${test.app.url}/api/v1/admin/session`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-parla-admin': '1', 'user-agent': 'Browser 1' },
      body: JSON.stringify({ email: LEE.email, password }),
    })
    const cookie = response.headers.get('set-cookie')?.split(';')[0] ?? ''
    const call = (method: string, path: string, body?: object) =>
      fetch(`${test.app.url}/api/v1/admin/${path}`, {
        method,
        headers: { cookie, 'x-parla-admin': '1', ...(body && { 'content-type': 'application/json' }) },
        ...(body && { body: JSON.stringify(body) }),
      })
    const sessions = async () =>
      ((await (await call('GET', 'account/sessions')).json()) as OpenSessions).sessions
    return { status: response.status, call, sessions }
  }
  beforeAll(async () => {
    const owner = await test.staff('Teresa', 'owner')
    const { url } = await owner.post<{ url: string }>('invitations', { role: 'agent' })
    await knock('accept', { token: url.split('#')[1], account: LEE })
  })

  it('shows where it is signed in, and ends what its owner wants ended', async () => {
    const [here, there] = [await signIn(), await signIn()]
    const found = await here.sessions()
    expect(found.find(({ current }) => current)).toMatchObject({ agent: 'Browser 1' })
    const [other] = (await there.sessions()).filter(({ current }) => current)
    expect((await here.call('DELETE', `account/sessions/${other?.id}`)).status).toBe(204)
    expect((await there.call('GET', 'session')).status).toBe(401)
    expect((await here.call('GET', 'session')).status).toBe(200)
  })

  it('[P6] ends every other session with the old password', async () => {
    const [here, there] = [await signIn(), await signIn()]
    const wrong = { current: 'not this', next: 'five plain and quiet words' }
    expect((await here.call('POST', 'account/password', wrong)).status).toBe(401)
    const right = { current: LEE.password, next: 'five plain and quiet words' }
    expect((await here.call('POST', 'account/password', right)).status).toBe(204)
    await eventually(async () => (await there.call('GET', 'session')).status === 401)
    expect((await here.call('GET', 'session')).status).toBe(200)
    expect((await signIn()).status).toBe(401)
    expect((await signIn('five plain and quiet words')).status).toBe(201)
  })

  it('makes sites where it owns one, and only there', async () => {
    const agent = await signIn('five plain and quiet words')
    const site = { brand: 'Mine', locale: 'en', origins: [], timeZone: 'UTC' }
    expect((await agent.call('POST', 'sites', site)).status).toBe(403)
    const owner = await test.staff('Teresa', 'owner')
    const made = await owner.post<{ id: string }>('/api/v1/admin/sites', site)
    const { members } = await owner.get<TeamList>(`/api/v1/admin/sites/${made.id}/team`)
    expect(members.map(({ role }) => role)).toEqual(['owner'])
  })
})
