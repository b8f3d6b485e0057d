import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Snapshot, ThreadDetail } from './contract/reads.ts'
import { pngOf } from './images/pictures.fixture.ts'
import { newId } from './lib/ids.ts'
import { addSecret } from './store/customers.ts'
import { eventually } from './testing/eventually.ts'
import { signToken } from './testing/sign-token.ts'
import type { TestApp } from './testing/test-app.ts'
import { startTestApp } from './testing/test-app.ts'
import type { TestClient } from './testing/test-client.ts'

const PAGE = { key: 'https://lume.example/', url: 'https://lume.example/' }
const LINKS = 'https://a.example https://b.example https://c.example'

/** Words that stand for what must stay inside. Each is also a search term. */
const NOTE = 'wombatnote'
const HELD_THREAD = 'ocelotheld'
const HELD_REPLY = 'tapirheld'
const HIDDEN = 'quokkahidden'
const DELETED = 'numbatdeleted'
/** In the pixels of a picture that the team took out of a message that stays. */
const TAKEN_OUT = 'dingohidden'
const SECRETS = [NOTE, HELD_THREAD, HELD_REPLY, HIDDEN, DELETED, TAKEN_OUT]

interface Operation {
  parameters?: { name: string; in: string; required?: boolean }[]
}
interface OpenApi {
  paths: Record<string, { get?: Operation }>
}

describe('[V4] nothing leaks', () => {
  let test: TestApp
  let ids: string[]
  /** Pictures with the words in their pixels: nothing decodes them. */
  const images: string[] = []
  let inside: string[]
  let watchers: Record<'stranger' | 'other' | 'author' | 'giulia', TestClient>
  let position: Snapshot
  let paths: [string, Operation][]

  beforeAll(async () => {
    test = await startTestApp({ smtpUrl: 'smtp://127.0.0.1:1' })
    const author = await test.visitor('Anna')
    const other = await test.visitor('Tom')
    const giulia = await test.staff('Giulia')
    const [secret, now] = ['a-secret-of-the-brand-for-its-customers', test.clock.now()]
    await test.app.store.write(db =>
      addSecret(db, { id: newId('k'), site_id: test.site.id, secret, created_at: now }, now),
    )
    const claims = { sub: 'customer-of-the-brand', email: 'anna.customer@lume.example' }
    const identity = await signToken({ secret, siteId: test.site.id, now }, claims)
    await author.run('person.identify', { token: identity })
    await author.run('person.email', { address: 'where.anna.reads@mail.example' })
    watchers = { stranger: test.stranger(), other, author, giulia }
    position = await watchers.stranger.get<Snapshot>('snapshot')
    const illustrate: Illustrate = async (client, word) => {
      const id = await client.upload(pngOf(4, 3, Buffer.from(word)))
      images.push(id)
      return [{ id, alt: `${word} described` }]
    }
    const scene = await postWhatWillVanish({ author, other, giulia, illustrate })
    // What was public for a moment is known to those who were there; these come just after.
    await watchers.stranger.watch('public', `page:${PAGE.key}`)
    await other.watch('public', `page:${PAGE.key}`, 'me')
    await author.watch('public', 'me')
    await giulia.watch('staff', 'me')
    ids = [...(await vanish(scene, { author, other, giulia, illustrate })), ...images]
    inside = [
      ...SECRETS,
      ...(await storedSecrets(test)),
      author.token as string,
      giulia.parts.cookie as string,
    ]
    const { asOf } = await watchers.stranger.get<Snapshot>('snapshot')
    for (const client of Object.values(watchers))
      await eventually(() => {
        test.app.hub.feeds.tick()
        return client.frames.at(-1)?.to === asOf
      })
    const document = await watchers.stranger.get<OpenApi>('/api/v1/openapi.json')
    paths = Object.entries(document.paths).flatMap(([path, { get }]) =>
      get ? [[path, get] as [string, Operation]] : [],
    )
  })
  afterAll(() => test.close())

  it('by any route, to strangers and to other visitors', async () => {
    let answers = 0
    for (const client of [watchers.stranger, watchers.other]) {
      for (const url of everyUrl()) {
        const response = await client.request(url)
        const text = `${JSON.stringify([...response.headers])} ${await response.text()}`
        // An answer to a search repeats no words but those asked for, which the address holds already.
        expectNothing(text, url)
        answers++
      }
    }
    expect(answers).toBeGreaterThan(100)
  }, 60_000)

  it('by any frame', () => {
    for (const client of [watchers.stranger, watchers.other]) {
      expect(client.frames.length).toBeGreaterThan(0)
      expectNothing(JSON.stringify([client.frames, client.beacons, client.presences]), 'frames')
    }
  })

  it('of notes, addresses and secrets to the author either, who sees what they wrote', () => {
    const told = JSON.stringify(watchers.author.frames)
    for (const secret of inside.filter(
      word => ![HELD_THREAD, HELD_REPLY, HIDDEN, DELETED, TAKEN_OUT].includes(word),
    ))
      expect(told).not.toContain(secret)
    expect(told).toContain(HELD_THREAD)
  })

  it('while staff do see notes and what is held (so the words above can be found)', async () => {
    const told = JSON.stringify(watchers.giulia.frames)
    for (const word of [NOTE, HELD_THREAD, HELD_REPLY, HIDDEN]) expect(told).toContain(word)
    for (const secret of await storedSecrets(test)) expect(told).not.toContain(secret)
  })

  it('[G3] while pictures are for those who see their message, and the team', async () => {
    const looks = async (client: TestClient) =>
      Promise.all(images.map(async id => (await client.request(`images/${id}`)).status))
    expect(new Set(await looks(watchers.stranger))).toEqual(new Set([404]))
    expect(new Set(await looks(watchers.other))).toEqual(new Set([404]))
    const ofTeam = await looks(watchers.giulia)
    // Not those the author took back, and what was uploaded and not posted.
    expect(ofTeam.filter(status => status === 404)).toHaveLength(3)
    expect((await looks(watchers.author)).filter(status => status === 200)).not.toHaveLength(0)
  })

  it('of one site to people of another', async () => {
    const site = await test.addSite('Rival')
    const [rival, rivalStaff] = [await test.visitor('Rita M.', site), await test.staff('Rita', 'owner', site)]
    for (const client of [rival, rivalStaff])
      for (const id of ids) {
        const noun = id.startsWith('m_') ? 'images' : 'threads'
        const unknown = await client.request(`${noun}/${id.slice(0, 2)}unknown`)
        const foreign = await client.request(`${noun}/${id}`)
        expect([foreign.status, await foreign.json()]).toEqual([unknown.status, await unknown.json()])
      }
    const byForeignSession = await rivalStaff.request(`/api/v1/admin/sites/${test.site.id}/inbox`)
    expect(byForeignSession.status).toBe(404)
    for (const id of ids.filter(id => !images.includes(id)))
      await expect(rivalStaff.run('message.hide', { id, reason: 'x' })).rejects.toMatchObject({
        problem: { code: 'not_found' },
      })
  })

  function expectNothing(text: string, where: string) {
    for (const secret of inside)
      if (text.includes(secret)) throw new Error(`${secret} leaks by ${where}: …${around(text, secret)}…`)
  }

  /** Every GET of the document and every hosted page, with every id and every stream put in. */
  function everyUrl(): string[] {
    const { epoch } = position
    const queries: Record<string, string[]> = {
      q: SECRETS.map(word => word.slice(0, 5)),
      page: [PAGE.key],
      stream: ['public', `page:${PAGE.key}`, 'me', 'staff'],
      epoch: [epoch],
      since: ['0', '3'],
      before: ['1', '1000'],
      into: ids.filter(id => id.startsWith('t_')).slice(0, 1),
    }
    const page = `/c/${test.site.id}`
    const hosted = ['', '/feed.xml', '/sitemap.xml', ...ids.flatMap(id => [`/${id}`, `/${id}?after=1`])]
    const documented = paths.flatMap(([path, operation]) => {
      const required = (operation.parameters ?? [])
        .filter(p => p.in === 'query' && p.required)
        .map(p => p.name)
      const filled = path.replace('{site}', test.site.id)
      const variable = /\{(\w+)\}/.exec(filled)?.[0]
      const urls = variable ? ids.map(id => filled.replace(variable, id)) : [filled]
      return required.reduce(
        (all, name) => {
          const values = queries[name]
          if (!values) throw new Error(`No value for the query parameter ${name} of ${path}`)
          return all.flatMap(url =>
            values.map(v => `${url}${url.includes('?') ? '&' : '?'}${name}=${encodeURIComponent(v)}`),
          )
        },
        urls.map(url => url),
      )
    })
    return [...documented, ...hosted.map(path => page + path)]
  }
})

const around = (text: string, word: string) =>
  text.slice(Math.max(0, text.indexOf(word) - 80), text.indexOf(word) + 80)

type Scene = Awaited<ReturnType<typeof postWhatWillVanish>>

type Illustrate = (client: TestClient, word: string) => Promise<{ id: string; alt: string }[]>
interface Cast {
  author: TestClient
  other: TestClient
  giulia: TestClient
  illustrate: Illustrate
}

async function postWhatWillVanish({ author, other, giulia, illustrate }: Cast) {
  const post = async (body: string) =>
    (
      await author.run('thread.post', {
        ...{ page: PAGE, kind: 'question', body },
        ...(SECRETS.some(word => body.includes(word)) && {
          images: await illustrate(author, body.split(' ')[0] as string),
        }),
      })
    ).id
  const open = await post('An open question? Nothing to hide')
  const reply = async (client: TestClient, body: string, to?: string) =>
    (
      await client.run('reply.post', {
        ...{ thread: open, body, ...(to && { to }) },
        ...(SECRETS.some(word => body.includes(word)) && {
          images: await illustrate(client, body.split(' ')[0] as string),
        }),
      })
    ).id
  const pictured = await illustrate(author, TAKEN_OUT)
  const withPicture = await author.run('reply.post', {
    thread: open,
    body: 'With a picture',
    images: pictured,
  })
  const scene = {
    ...{ open, withPicture: withPicture.id },
    hidden: await post(`${HIDDEN} thread. ${HIDDEN} text`),
    deleted: await post(`${DELETED} thread. ${DELETED} text`),
    hiddenReply: await reply(author, `${HIDDEN} reply`),
    deletedReply: await reply(author, `${DELETED} reply`),
    official: await reply(giulia, `${HIDDEN} official answer`),
  }
  await reply(other, 'Quoting what will vanish', scene.hiddenReply)
  await reply(other, 'Quoting what will vanish', scene.deletedReply)
  await giulia.run('answer.official', { reply: scene.official, on: true })
  return scene
}

async function vanish(scene: Scene, { author, giulia, illustrate }: Cast): Promise<string[]> {
  const { open, withPicture } = scene
  await illustrate(author, HELD_REPLY)
  // The answer first: until it is hidden, every change of its thread shows its beginning, and rightly so.
  for (const id of [scene.official, scene.hidden, scene.hiddenReply])
    await giulia.run('message.hide', { id, reason: 'off topic' })
  const detail = await giulia.get<ThreadDetail>(`threads/${open}`)
  const image = detail.replies.find(reply => reply.id === withPicture)?.images?.[0]?.id as string
  await giulia.run('image.hide', { id: withPicture, image, on: true })
  for (const id of [scene.deleted, scene.deletedReply]) await author.run('message.delete', { id })
  const held = (
    await author.run('thread.post', {
      ...{ page: PAGE, kind: 'idea', body: `${HELD_THREAD} ${LINKS}` },
      images: await illustrate(author, HELD_THREAD),
    })
  ).id
  const heldReply = (await author.run('reply.post', { thread: open, body: `${HELD_REPLY} ${LINKS}` })).id
  const sketch = { images: await illustrate(giulia, NOTE) }
  const note = (await giulia.run('note.add', { thread: open, body: `${NOTE} between us`, ...sketch })).id
  await giulia.run('note.add', { thread: held, body: NOTE })
  await giulia.run('thread.assign', { thread: open, to: giulia.personId as string })
  return [...Object.values(scene), held, heldReply, note]
}

/** Everything in the database that no answer may ever hold. */
const storedSecrets = ({ app }: TestApp): Promise<string[]> =>
  app.store.read(async db => {
    const accounts = await db.selectFrom('account').select(['id', 'email']).execute()
    const devices = await db.selectFrom('device').select('token_hash').execute()
    const sessions = await db.selectFrom('session').select('token_hash').execute()
    const addresses = await db.selectFrom('address').select('address').execute()
    const secrets = await db.selectFrom('site_secret').select('secret').execute()
    const vouched = await db
      .selectFrom('person')
      .select(['sub', 'email'])
      .where('sub', 'is not', null)
      .execute()
    return [
      ...addresses.map(row => row.address),
      ...secrets.map(row => row.secret),
      ...vouched.flatMap(row => [row.sub, row.email].filter(value => value !== null)),
      ...accounts.flatMap(account => [account.id, account.email]),
      ...[...devices, ...sessions].map(row => row.token_hash),
    ]
  })
