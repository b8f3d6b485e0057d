import { createHmac } from 'node:crypto'
import { expect, it } from 'vitest'
import type { Identity } from '../contract/person.ts'
import type { MyState, ThreadDetail } from '../contract/reads.ts'
import { newId } from '../lib/ids.ts'
import { addSecret } from '../store/customers.ts'
import { countHeat } from '../store/heat.ts'
import type { SiteRow } from '../store/rows.ts'
import { onBoth } from '../testing/on-both.ts'
import { signToken } from '../testing/sign-token.ts'
import type { TestClient } from '../testing/test-client.ts'
import { readCustomerToken } from './customer-token.ts'
import hostile from './hostile-tokens.json' with { type: 'json' }

const PAGE = { key: 'https://lume.example/', url: 'https://lume.example/' }
const SECRET = 'a secret of the brand, which nobody else has'
const RIVAL_SECRET = 'a secret of the rival, which we do not know.'

onBoth('[P11] customers', app => {
  const withSecret = async (secret = SECRET, endOthersAt = app().clock.now()) => {
    const site = await app().addSite()
    await keep(site, secret, endOthersAt)
    return site
  }
  const keep = (site: SiteRow, secret: string, endOthersAt: number) =>
    app().app.store.write(db =>
      addSecret(db, { id: newId('k'), site_id: site.id, secret, created_at: app().clock.now() }, endOthersAt),
    )
  const token = (site: SiteRow, claims: Parameters<typeof signToken>[1], secret = SECRET) =>
    signToken({ secret, siteId: site.id, now: app().clock.now() }, claims)
  const identify = async (client: TestClient, site: SiteRow, claims: Parameters<typeof signToken>[1]) => {
    const { token: device, me } = await client.post<Identity>('identify', {
      token: await token(site, claims),
    })
    if (device) client.token = device
    client.personId = me.id
    return me
  }
  const me = (client: TestClient) => client.get<MyState>('me')

  it('are the same person on every device, by the brand’s own id', async () => {
    const site = await withSecret()
    const [phone, desk] = [app().stranger(site), app().stranger(site)]
    const first = await identify(phone, site, { sub: '42', name: 'Anna Rossi', email: 'anna@a.example' })
    expect(first).toMatchObject({ name: 'Anna Rossi', verified: true })
    expect(await identify(desk, site, { sub: '42', name: 'Anna Rossi' })).toEqual(first)
    const { id } = await phone.run('thread.post', { page: PAGE, kind: 'idea', body: 'From my phone' })
    expect((await me(desk)).own).toMatchObject([{ id, author: true, voted: true }])
    // The same address is no proof of anything.
    const other = await identify(app().stranger(site), site, { sub: '43', email: 'anna@a.example' })
    expect(other.id).not.toBe(first.id)
  })

  it('keep all that was done before on the device, and vote once', async () => {
    const site = await withSecret()
    const [phone, desk, tom] = [
      app().stranger(site),
      await app().visitor('Guest', site),
      await app().visitor('Tom', site),
    ]
    const anna = await identify(phone, site, { sub: '42', name: 'Anna' })
    const post = async (who: TestClient, body: string) =>
      (await who.run('thread.post', { page: PAGE, kind: 'idea', body })).id
    const [byTom, byAnna, byGuest] = [
      await post(tom, 'Toms idea'),
      await post(phone, 'Annas idea'),
      await post(desk, 'Idea of a guest'),
    ]
    const { id: reply } = await desk.run('reply.post', { thread: byTom, body: 'I like it' })
    for (const client of [phone, desk]) await client.run('vote.set', { id: byTom, on: true })
    await desk.run('vote.set', { id: byAnna, on: true })
    await phone.run('vote.set', { id: reply, on: true })
    expect(await identify(desk, site, { sub: '42', name: 'Anna' })).toEqual(anna)
    const detail = (id: string) => tom.get<ThreadDetail>(`threads/${id}`)
    expect((await detail(byTom)).thread).toMatchObject({ votes: 2, replies: 1 })
    expect((await detail(byAnna)).thread).toMatchObject({ votes: 1 })
    expect((await detail(byGuest)).thread).toMatchObject({ votes: 1, author: { id: anna.id, name: 'Anna' } })
    expect((await detail(byTom)).replies).toMatchObject([{ votes: 0, author: { id: anna.id } }])
    const own = new Map((await me(desk)).own.map(view => [view.id, view]))
    for (const id of [byAnna, byGuest, reply]) expect(own.get(id)).toMatchObject({ author: true })
    expect(own.get(byTom)).toMatchObject({ author: false, voted: true, following: true })
    const heats = await app().app.store.read(async db => {
      const row = await db.selectFrom('thread').selectAll().where('id', '=', byTom).executeTakeFirstOrThrow()
      return [row.heat, await countHeat(db, row)]
    })
    expect(heats[0]).toBe(heats[1])
  })

  it('[P4] are counted once over threads that were merged, and nobody else is lost', async () => {
    const site = await withSecret()
    const [phone, desk, tom] = [
      app().stranger(site),
      await app().visitor('Guest', site),
      await app().visitor('Tom', site),
    ]
    const giulia = await app().staff('Giulia', 'agent', site)
    const anna = await identify(phone, site, { sub: '42', name: 'Anna' })
    const post = async (body: string) => (await tom.run('thread.post', { page: PAGE, kind: 'idea', body })).id
    const [root, merged] = [await post('A dimmer'), await post('Dim the light')]
    const eva = await app().visitor('Eva', site)
    await eva.run('vote.set', { id: merged, on: true })
    await desk.run('vote.set', { id: merged, on: true })
    await phone.run('vote.set', { id: root, on: true })
    await eva.run('message.report', { id: root, reason: 'spam' })
    await giulia.run('message.show', { id: root })
    await giulia.run('thread.merge', { thread: merged, into: root })
    const votes = async () => (await tom.get<ThreadDetail>(`threads/${root}`)).thread.votes
    // Tom, Eva, the guest and Anna; who turns out to be the guest.
    expect(await votes()).toBe(4)
    expect(await identify(desk, site, { sub: '42', name: 'Anna' })).toEqual(anna)
    expect(await votes()).toBe(3)
    // What the team has looked at it need not look at again.
    expect((await giulia.get<ThreadDetail>(`threads/${root}`)).thread.staff?.reports).toBeNull()
    await giulia.run('thread.unmerge', { thread: merged })
    expect(await votes()).toBe(2)
    expect((await tom.get<ThreadDetail>(`threads/${merged}`)).thread.votes).toBe(3)
  })

  it('may ask again with the token they have used; nobody else may', async () => {
    const site = await withSecret()
    const anna = await app().visitor('Anna', site)
    const once = await token(site, { sub: '42' })
    const ask = (client: TestClient) => client.post<Identity>('identify', { token: once })
    const first = await ask(anna)
    expect(await ask(anna)).toEqual(first)
    await expect(ask(app().stranger(site))).rejects.toMatchObject({ problem: { code: 'identity_used' } })
  })

  it('leave a shared device to the next one', async () => {
    const site = await withSecret()
    const device = app().stranger(site)
    const anna = await identify(device, site, { sub: '42', name: 'Anna' })
    const before = device.token
    const tom = await identify(device, site, { sub: '43', name: 'Tom' })
    expect(tom.id).not.toBe(anna.id)
    expect(device.token).not.toBe(before)
  })

  it('keep the name they chose until the brand has another', async () => {
    const site = await withSecret()
    const anna = app().stranger(site)
    await identify(anna, site, { sub: '42', name: 'Anna Rossi' })
    await anna.run('person.rename', { name: 'Annina' })
    expect(await identify(anna, site, { sub: '42', name: 'Anna Rossi' })).toMatchObject({ name: 'Annina' })
    expect(await identify(anna, site, { sub: '42', name: 'Anna Verdi' })).toMatchObject({
      name: 'Anna Verdi',
    })
    expect(await identify(anna, site, { sub: '42', name: '\u202e' })).toMatchObject({ name: 'Anna Verdi' })
  })

  it('[P12] alone may write where the site says so, by either door', async () => {
    const site = await withSecret()
    const owner = await app().staff('Teresa', 'owner', site)
    await owner.run('site.configure', { verifiedOnly: true })
    const guest = await app().visitor('Guest', site)
    const post = { page: PAGE, kind: 'idea', body: 'Let me in' } as const
    await guest.connect()
    const refusal = { problem: { code: 'identity_required' } }
    await expect(guest.run('thread.post', post)).rejects.toMatchObject(refusal)
    await expect(guest.send('thread.post', post)).rejects.toMatchObject(refusal)
    await expect(guest.run('person.rename', { name: 'Brand' })).rejects.toMatchObject(refusal)
    await guest.send('person.identify', { token: await token(site, { sub: '42', name: 'Anna' }) })
    // The socket is that of an hour ago; who speaks is looked up at every command.
    expect((await guest.send('thread.post', post)).id).toMatch(/^t_/)
    expect((await owner.run('thread.post', post)).id).toMatch(/^t_/)
  })

  it('are signed for with the old secret for as long as the operator says', async () => {
    const site = await withSecret()
    const later = app().clock.now() + 60_000
    await keep(site, 'another secret, made because the first is out', later)
    await identify(app().stranger(site), site, { sub: '1' })
    app().clock.pass(60_001)
    await expect(identify(app().stranger(site), site, { sub: '1' })).rejects.toMatchObject({
      problem: { code: 'identity_invalid' },
    })
  })

  it('are never taken from a hostile token', async () => {
    const site = await withSecret()
    const rival = await withSecret(RIVAL_SECRET)
    const [guest, facts] = [await app().visitor('Guest', site), { site, rival, now: app().clock.now() }]
    const before = await me(guest)
    expect(hostile.length).toBeGreaterThan(150)
    for (const one of hostile as Hostile[]) {
      const made = forge(one, facts)
      const read = readCustomerToken(made, { siteId: site.id, secrets: [SECRET], now: facts.now })
      await expect(read, one.why).rejects.toMatchObject({ code: 'identity_invalid' })
    }
    // By the doors as well: a sample, for each is a request.
    for (const one of (hostile as Hostile[]).filter((_, i) => i % 10 === 0)) {
      const made = forge(one, facts)
      for (const attempt of [
        () => guest.post('identify', { token: made }),
        () => guest.run('person.identify', { token: made }),
      ])
        await expect(attempt(), one.why).rejects.toMatchObject({
          problem: { code: expect.stringMatching(/^(identity_invalid|invalid|malformed)$/) },
        })
    }
    expect((await me(guest)).me).toEqual(before.me)
    // The one they are all made from does count.
    await readCustomerToken(forge({ why: '' }, facts), {
      siteId: site.id,
      secrets: [SECRET],
      now: facts.now,
    })
  }, 60_000)
})

interface Hostile {
  why: string
  raw?: string
  header?: Record<string, unknown>
  claims?: Record<string, unknown>
  /** Seconds from now. */
  expIn?: number
  key?: string
  mangle?: string
}

const base64 = (value: unknown) =>
  Buffer.from(typeof value === 'string' ? value : JSON.stringify(value)).toString('base64url')
const patched = (base: Record<string, unknown>, patch: Record<string, unknown> = {}) =>
  Object.fromEntries(Object.entries({ ...base, ...patch }).filter(([, value]) => value !== '__drop__'))

/** A token made from a good one by a single fault. */
function forge(
  { raw, header, claims, expIn, key, mangle }: Hostile,
  facts: { site: SiteRow; rival: SiteRow; now: number },
) {
  if (raw !== undefined) return raw
  const { id } = facts.site
  const audiences: Record<string, unknown> = {
    ...{ RIVAL: facts.rival.id, S_SITE: id.toUpperCase(), BOTH: [id, facts.rival.id], ONLY_IN_LIST: [id] },
    ...{ SITE_AND_SPACE: `${id} `, PREFIX: id.slice(0, -1) },
  }
  const given =
    typeof claims?.aud === 'string' ? { ...claims, aud: audiences[claims.aud] ?? claims.aud } : claims
  const good = { sub: 'customer-42', aud: id, jti: 'hostile-token-1', name: 'Anna', email: 'a@b.example' }
  const now = Math.floor(facts.now / 1000)
  const payload = patched({ ...good, exp: now + (expIn ?? 300) }, given)
  const keys: Record<string, string> = {
    ...{ RIVAL: RIVAL_SECRET, UPPER: SECRET.toUpperCase(), NEWLINE: `${SECRET}\n` },
  }
  const secret = key === undefined ? SECRET : (keys[key] ?? key)
  const bodies: Record<string, unknown> = {
    ...{
      payloadArray: [payload],
      payloadString: '"x"',
      payloadNull: 'null',
      payloadEmpty: '',
      payloadNumber: '7',
    },
  }
  const head = patched({ alg: 'HS256', typ: 'JWT' }, header)
  const heads: Record<string, unknown> = { headerArray: [head], headerEmpty: '' }
  const h = base64(heads[mangle ?? ''] ?? head)
  const p = base64(bodies[mangle ?? ''] ?? payload)
  const hash = ({ HS384: 'sha384', HS512: 'sha512' } as Record<string, string>)[String(head.alg)] ?? 'sha256'
  const s = createHmac(hash, secret).update(`${h}.${p}`).digest('base64url')
  const flip = (text: string) => `${text.slice(0, 5)}${text[5] === 'A' ? 'B' : 'A'}${text.slice(6)}`
  const whole = `${h}.${p}.${s}`
  const mangled: Record<string, string> = {
    noSignature: `${h}.${p}.`,
    trailingDot: `${whole}.`,
    extraPart: `${whole}.${s}`,
    leadingDot: `.${whole}`,
    truncated: whole.slice(0, -5),
    flipSignature: `${h}.${p}.${flip(s)}`,
    flipPayload: `${h}.${flip(p)}.${s}`,
    flipHeader: `${flip(h)}.${p}.${s}`,
    swapPayload: `${h}.${base64({ ...payload, sub: 'admin' })}.${s}`,
    padded: `${h}==.${p}==.${s}=`,
    spaced: `${h} . ${p} . ${s}`,
    bearer: `Bearer ${whole}`,
    urlEncoded: whole.replaceAll('.', '%2E'),
    upper: whole.toUpperCase(),
    twice: whole + whole,
    noDots: whole.replaceAll('.', ''),
    newline: `${h}.${p}\n.${s}`,
    standardAlphabet: `${h}.${Buffer.from(JSON.stringify({ ...payload, sub: '??>>??>>' })).toString('base64')}.${s}`,
  }
  return mangled[mangle ?? ''] ?? whole
}
