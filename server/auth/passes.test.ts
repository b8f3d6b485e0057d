import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { CommandName } from '../contract/commands.ts'
import { commandInputs } from '../contract/commands.ts'
import { INLINE_ACTIONS, INLINE_COMMANDS, PASS_CODE_MS, PASS_MS } from '../contract/limits.ts'
import type { Pass, PassCode } from '../contract/passes.ts'
import type { Role } from '../contract/person.ts'
import type { AuditLog } from '../contract/queue.ts'
import type { Snapshot, ThreadDetail } from '../contract/reads.ts'
import { staffActions } from '../features/access.ts'
import { createRateLimits } from '../features/rate-limits.ts'
import { commandExamples } from '../http/examples/commands.ts'
import { hashToken, newToken } from '../lib/ids.ts'
import { setSiteOrigins } from '../store/sites.ts'
import { eventually } from '../testing/eventually.ts'
import type { TestApp } from '../testing/test-app.ts'
import { startTestApp, TEST_ORIGIN } from '../testing/test-app.ts'
import { TestClient } from '../testing/test-client.ts'
import { hashPassword } from './passwords.ts'

const PAGE = { key: `${TEST_ORIGIN}/`, url: `${TEST_ORIGIN}/` }
const OTHER_ORIGIN = 'https://shop.lume.example'
const over = { problem: { code: 'unauthenticated' } }
const refused = { problem: { code: 'forbidden' } }
const wrongCode = { problem: { code: 'pass_code_invalid' } }

let test: TestApp
let anna: TestClient
let giulia: TestClient
let thread: string

beforeAll(async () => {
  test = await startTestApp()
  await test.app.store.write(db => setSiteOrigins(db, test.site.id, [TEST_ORIGIN, OTHER_ORIGIN]))
  anna = await test.visitor('Anna')
})
beforeEach(async () => {
  giulia = await test.staff()
  thread = (await anna.run('thread.post', { page: PAGE, kind: 'idea', body: 'Make the lamp blue' })).id
})
afterAll(() => test.close())

/** The same pass, shown by somebody else. */
const shownBy = (pass: TestClient, changed: { origin?: string; site?: string; pass?: string }) =>
  new TestClient({ ...pass.parts, ...changed })
const answer = (by: TestClient, body = 'We look into it') => by.run('reply.post', { thread, body })
const page = (origin = TEST_ORIGIN, site = test.site.id) =>
  new TestClient({ url: test.app.url, origin, site })
const offer = async (by = giulia, origin = TEST_ORIGIN) => {
  const state = newToken()
  return { ...(await by.post<PassCode>('passes', { origin, state })), state }
}
/** Refused on every road: a read, a command, and a new socket. */
async function expectOver(pass: TestClient) {
  await expect(pass.get('standing')).rejects.toMatchObject(over)
  await expect(answer(pass)).rejects.toMatchObject(over)
  await expect(shownBy(pass, {}).connect()).rejects.toThrow('unauthenticated')
}
const ended = (client: TestClient) => eventually(() => client.socket?.connected === false)

describe('[P13] a pass', () => {
  it('lets a team member answer on the page, with what only the team reads', async () => {
    const pass = await test.inline(giulia)
    await pass.watch('staff')
    await pass.send('note.add', { thread, body: 'Ask finance first' })
    const { id } = await answer(pass)
    await pass.run('answer.official', { reply: id, on: true })
    await pass.send('thread.status', { thread, status: 'planned', reason: 'In spring' })
    const detail = await pass.get<ThreadDetail>(`threads/${thread}`)
    expect(detail.replies.map(reply => [reply.note, reply.author.name, reply.author.staff])).toEqual([
      [true, 'Giulia', true],
      [false, 'Giulia', true],
      [false, 'Giulia', true],
    ])
    await eventually(() => JSON.stringify(pass.frames).includes('Ask finance first'))
    expect(await pass.get('standing')).toMatchObject({ unanswered: expect.any(Number), flagged: 0 })
  })

  it('[V3] finds on every item what a pass may do, and no more', async () => {
    const pass = await test.inline(giulia)
    const { replies } = await pass.get<ThreadDetail>(`threads/${(await ownThread()).id}`)
    const { threads } = await pass.get<Snapshot>('snapshot')
    const listed = threads.find(({ id }) => id === thread)
    expect(listed?.can).toEqual(['reply', 'note', 'status', 'hide'])
    expect(replies[0]?.can).toEqual(['official', 'hide'])
    await pass.watch('staff')
    const done = await answer(pass)
    await eventually(() => pass.frames.some(frame => frame.to >= done.seq))
    const drawn = JSON.stringify([pass.frames, done.changes])
    for (const action of ['edit', 'delete', 'pin', 'lock', 'assign', 'ban', 'spam', 'show'])
      expect(drawn).not.toContain(`"${action}"`)
    await expect(pass.watch('me')).rejects.toMatchObject(refused)
  })

  it('may do nothing else, though its owner may', async () => {
    const owner = await test.staff('Olga', 'owner')
    const pass = await test.inline(owner)
    await pass.watch('staff')
    const others = (Object.keys(commandInputs) as CommandName[]).filter(
      name => !(INLINE_COMMANDS as readonly CommandName[]).includes(name),
    )
    expect(others.length).toBeGreaterThan(20)
    const tried = new Map(others.map(name => [name, commandExamples[name].input as never]))
    for (const [name, input] of tried)
      await expect(pass.run(name, input), name).rejects.toMatchObject(refused)
    // As many as a socket may ask for at once.
    for (const [name, input] of [...tried].slice(0, 20))
      await expect(pass.send(name, input), name).rejects.toMatchObject(refused)
    const own = await answer(pass)
    await expect(pass.run('message.edit', { id: own.id, body: 'x' })).rejects.toMatchObject(refused)
    for (const path of ['inbox', 'queue', 'settings', 'team', 'audit', 'roles', 'me'])
      expect((await pass.request(`/api/v1/admin/sites/${test.site.id}/${path}`)).status, path).toBe(401)
    for (const path of ['account/sessions', 'session'])
      expect((await pass.request(`/api/v1/admin/${path}`)).status, path).toBe(401)
    expect((await pass.request(`/api/v1/sites/${test.site.id}/me`)).status).toBe(401)
  })

  it.each([
    ['owner', INLINE_ACTIONS],
    ['agent', INLINE_ACTIONS],
    ['moderator', ['reply', 'note', 'hide']],
  ] as const)('[P7] of a %s does what the matrix lets them: %s', async (role, may) => {
    const pass = await test.inline(await test.staff('Mara', role))
    const reply = (await giulia.run('reply.post', { thread, body: 'Yes' })).id
    const attempts = {
      reply: () => answer(pass),
      note: () => pass.run('note.add', { thread, body: 'Hm' }),
      status: () => pass.run('thread.status', { thread, status: 'review' }),
      official: () => pass.run('answer.official', { reply, on: true }),
      hide: () => pass.run('message.hide', { id: thread, reason: 'off topic' }),
    }
    for (const action of INLINE_ACTIONS) {
      expect((staffActions[action] as readonly Role[]).includes(role)).toBe(
        (may as readonly string[]).includes(action),
      )
      const outcome = await attempts[action]().then(
        () => 'allowed',
        error => error.problem.code,
      )
      expect(outcome, action).toBe((may as readonly string[]).includes(action) ? 'allowed' : 'forbidden')
    }
  })

  it('[P7] is not given to a viewer', async () => {
    await expect(offer(await test.staff('Vera', 'viewer'))).rejects.toMatchObject(refused)
  })

  it('is worth nothing on another site, from another origin, or from none', async () => {
    const pass = await test.inline(giulia)
    const rival = await test.addSite('Rival', [TEST_ORIGIN])
    for (const stolen of [
      shownBy(pass, { site: rival.id }),
      shownBy(pass, { origin: OTHER_ORIGIN }),
      shownBy(pass, { pass: newToken() }),
    ])
      await expectOver(stolen)
    const bare = await fetch(`${test.app.url}/api/v1/sites/${test.site.id}/inline/standing`, {
      headers: { authorization: `Bearer ${pass.parts.pass}` },
    })
    expect(bare.status).toBe(401)
    const unlisted = shownBy(pass, { origin: 'https://evil.example' })
    await expect(unlisted.get('standing')).rejects.toMatchObject({ problem: { code: 'origin_not_allowed' } })
    await expect(unlisted.connect()).rejects.toThrow('origin_not_allowed')
    await answer(pass)
  })

  it('is no session: neither as a cookie nor as a visitor’s token', async () => {
    const pass = await test.inline(giulia)
    const token = pass.parts.pass as string
    const asCookie = await page().request(`/api/v1/admin/sites/${test.site.id}/inbox`, {
      headers: { cookie: `parla=${token}` },
    })
    expect(asCookie.status).toBe(401)
    const visitor = page()
    visitor.token = token
    await expect(visitor.get('me')).rejects.toMatchObject(over)
    await expect(visitor.connect()).rejects.toThrow('unauthenticated')
    const withDevice = shownBy(pass, { pass: anna.token as string })
    await expectOver(withDevice)
  })

  it('is over after a quarter of an hour, also on the socket that it opened', async () => {
    const pass = await test.inline(giulia)
    await pass.watch('staff')
    test.clock.pass(PASS_MS - 1)
    await pass.send('note.add', { thread, body: 'Just in time' })
    test.clock.pass(1)
    await expect(pass.send('note.add', { thread, body: 'Too late' })).rejects.toMatchObject(over)
    await ended(pass)
    await expectOver(pass)
  })

  it('[P6] is over with the session, at once and on its sockets: sign-out', async () => {
    const pass = await test.inline(giulia)
    await pass.watch('staff')
    await giulia.request('/api/v1/admin/session', { method: 'DELETE' })
    await ended(pass)
    await expectOver(pass)
  })

  it('[P6] … signed out from another browser', async () => {
    const pass = await test.inline(giulia)
    await pass.watch('staff')
    const { sessions } = await giulia.get<{ sessions: { id: string }[] }>('/api/v1/admin/account/sessions')
    await giulia.request(`/api/v1/admin/account/sessions/${sessions[0]?.id}`, { method: 'DELETE' })
    await ended(pass)
    await expectOver(pass)
  })

  it.each([
    ['another role', 'moderator'],
    ['a higher role', 'admin'],
    ['no role', null],
  ] as const)('[P6] … %s', async (_what, role) => {
    const owner = await test.staff('Olga', 'owner')
    const pass = await test.inline(giulia)
    await pass.watch('staff')
    const person = giulia.personId as string
    if (role) await owner.run('member.role', { person, role })
    else await owner.run('member.remove', { person })
    await ended(pass)
    await expectOver(pass)
  })

  it('[P6] … a new password, though the session goes on', async () => {
    const pass = await test.inline(giulia)
    await pass.watch('staff')
    const [current, next] = ['four plain quiet words', 'four other quiet words']
    const password_hash = await hashPassword(current)
    await test.app.store.write(db => db.updateTable('account').set({ password_hash }).execute())
    const body = JSON.stringify({ current, next })
    const headers = { 'content-type': 'application/json' }
    const changed = await giulia.request('/api/v1/admin/account/password', { method: 'POST', body, headers })
    expect(changed.status).toBe(204)
    expect((await giulia.request('/api/v1/admin/session')).status).toBe(200)
    await ended(pass)
    await expectOver(pass)
  })

  it('… and where its owner leaves the page to others', async () => {
    const pass = await test.inline(giulia)
    await pass.watch('staff')
    expect((await pass.request('', { method: 'DELETE' })).status).toBe(404)
    const end = `/api/v1/sites/${test.site.id}/inline`
    expect((await pass.request(end, { method: 'DELETE' })).status).toBe(204)
    await ended(pass)
    await expectOver(pass)
  })

  it('[P2] is kept as a hash only, and its code too', async () => {
    const { code, state } = await offer()
    const pass = await test.inline(giulia)
    const rows = JSON.stringify(await test.app.store.read(db => db.selectFrom('pass').selectAll().execute()))
    expect(rows).toContain(hashToken(pass.parts.pass as string))
    for (const secret of [code, code.replace('-', ''), state, pass.parts.pass as string])
      expect(rows).not.toContain(secret)
  })

  it('[P16] leaves word that it was done inline', async () => {
    const owner = await test.staff('Olga', 'owner')
    const pass = await test.inline(giulia)
    test.clock.pass(1)
    const { id } = await answer(pass)
    test.clock.pass(1)
    await giulia.run('thread.status', { thread, status: 'review' })
    const { entries } = await owner.get<AuditLog>(`audit?by=${giulia.personId}`)
    expect(entries.map(({ action, target, facts }) => [action, target, facts.inline])).toEqual([
      ['thread.status', thread, undefined],
      ['reply.post', id, true],
      ['inline.begin', giulia.personId, true],
    ])
  })

  it('[O3] is told apart in what a page may send: preflights pass, without credentials', async () => {
    const asked = await fetch(`${test.app.url}/api/v1/sites/${test.site.id}/inline/standing`, {
      method: 'OPTIONS',
      headers: { origin: TEST_ORIGIN, 'access-control-request-headers': 'authorization' },
    })
    expect(asked.headers.get('access-control-allow-origin')).toBe(TEST_ORIGIN)
    expect(asked.headers.get('access-control-allow-credentials')).toBeNull()
    const answered = await (await test.inline(giulia)).request('standing')
    expect(answered.headers.get('cache-control')).toBe('no-store')
  })

  it('[S2] of one site finds nothing of another', async () => {
    const rival = await test.addSite('Rival', [TEST_ORIGIN])
    const rita = await test.staff('Rita', 'owner', rival)
    const pass = await test.inline(rita, { site: rival })
    await expect(pass.get(`threads/${thread}`)).rejects.toMatchObject({ problem: { code: 'not_found' } })
    await expect(answer(pass)).rejects.toMatchObject({ problem: { code: 'not_found' } })
  })

  async function ownThread() {
    await giulia.run('reply.post', { thread, body: 'Yes' })
    return { id: thread }
  }
})

describe('[P13] the code for a pass', () => {
  it('opens once, typed in whatever case', async () => {
    const { code, state } = await offer()
    const typed = ` ${code.toLowerCase().replace('-', ' ')} `
    expect(await page().post<Pass>('passes', { code: typed, state })).toMatchObject({
      me: { id: giulia.personId, role: 'agent' },
    })
    await expect(page().post('passes', { code, state })).rejects.toMatchObject(wrongCode)
  })

  it('opens nothing for another window: without the page’s own state', async () => {
    const { code, state } = await offer()
    await expect(page().post('passes', { code, state: newToken() })).rejects.toMatchObject(wrongCode)
    // Whoever has it without the state has spoilt it, and the page asks again.
    await expect(page().post('passes', { code, state })).rejects.toMatchObject(wrongCode)
  })

  it.each([
    ['another origin of the site', OTHER_ORIGIN],
    ['no page at all', undefined],
  ])('opens nothing for %s', async (_who, origin) => {
    const { code, state } = await offer()
    const answered = await fetch(`${test.app.url}/api/v1/sites/${test.site.id}/passes`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...(origin && { origin }) },
      body: JSON.stringify({ code, state }),
    })
    expect([answered.status, await answered.json()]).toMatchObject([403, { code: 'pass_code_invalid' }])
  })

  it('opens nothing on another site', async () => {
    const rival = await test.addSite('Rival', [TEST_ORIGIN])
    const { code, state } = await offer()
    await expect(page(TEST_ORIGIN, rival.id).post('passes', { code, state })).rejects.toMatchObject(wrongCode)
  })

  it('opens nothing after two minutes, after a sign-out, or for another role', async () => {
    const { code, state } = await offer()
    test.clock.pass(PASS_CODE_MS)
    await expect(page().post('passes', { code, state })).rejects.toMatchObject(wrongCode)
    const gone = await offer()
    await giulia.request('/api/v1/admin/session', { method: 'DELETE' })
    await expect(page().post('passes', { code: gone.code, state: gone.state })).rejects.toMatchObject(
      wrongCode,
    )
  })

  it('is no pass, and a pass is no code', async () => {
    const { code, state } = await offer()
    const pass = await test.inline(giulia)
    await expectOver(shownBy(pass, { pass: code }))
    const token = pass.parts.pass as string
    await expect(page().post('passes', { code: token.slice(0, 40), state })).rejects.toMatchObject(wrongCode)
  })

  it('is given for the site’s own origins only, however they are asked for', async () => {
    for (const origin of ['https://evil.example', `${TEST_ORIGIN}:444`, 'http://lume.example'])
      await expect(offer(giulia, origin)).rejects.toMatchObject({ problem: { code: 'origin_not_allowed' } })
    for (const origin of [`${TEST_ORIGIN}/path`, 'null', '*', ''])
      await expect(offer(giulia, origin)).rejects.toMatchObject({ problem: { code: 'invalid' } })
    const byForm = await giulia.request('passes', {
      method: 'POST',
      headers: { origin: TEST_ORIGIN, 'content-type': 'application/json' },
      body: JSON.stringify({ origin: TEST_ORIGIN, state: newToken() }),
    })
    expect([byForm.status, await byForm.json()]).toMatchObject([403, { code: 'origin_not_allowed' }])
  })
})

describe('[O6] passes have limits', () => {
  it('on asking for them, on guessing codes, and on what is done by one', async () => {
    const small = await startTestApp({ limits: createRateLimits() })
    try {
      const member = await small.staff()
      const pass = await small.inline(member)
      const limited = { problem: { code: 'rate_limited', retryAfter: expect.any(Number) } }
      const tries = async (times: number, attempt: () => Promise<unknown>) => {
        const codes: string[] = []
        for (let i = 0; i < times; i++)
          codes.push(
            await attempt().then(
              () => 'allowed',
              error => error.problem?.code ?? String(error),
            ),
          )
        return codes
      }
      const guest = await small.visitor('Anna')
      const about = (await guest.run('thread.post', { page: PAGE, kind: 'idea', body: 'Blue' })).id
      const done = await tries(61, () => pass.run('note.add', { thread: about, body: 'Hm' }))
      expect(done.filter(code => code === 'allowed')).toHaveLength(60)
      expect(done.at(-1)).toBe('rate_limited')
      const guesses = await tries(22, () =>
        small.stranger().post('passes', { code: 'K7QF-W2MX', state: newToken() }),
      )
      expect(guesses.at(-1)).toBe('rate_limited')
      await expect(
        small.stranger().post('passes', { code: 'K7QF-W2MX', state: newToken() }),
      ).rejects.toMatchObject(limited)
      const offers = await tries(21, () => member.post('passes', { origin: TEST_ORIGIN, state: newToken() }))
      expect(offers.at(-1)).toBe('rate_limited')
    } finally {
      await small.close()
    }
  })
})
