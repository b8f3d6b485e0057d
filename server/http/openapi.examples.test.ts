import { afterAll, beforeAll, expect, test } from 'vitest'
import { hashPassword } from '../auth/passwords.ts'
import { hashTypedCode } from '../auth/typed-code.ts'
import type { Actor } from '../features/viewer.ts'
import { hashToken, newId, newToken } from '../lib/ids.ts'
import {
  deleteSession,
  insertAccount,
  insertDevice,
  insertSession,
  insertSetupCode,
} from '../store/accounts.ts'
import { addSecret } from '../store/customers.ts'
import { deletePass, insertPass } from '../store/passes.ts'
import { insertPerson, notVouchedFor } from '../store/people.ts'
import type { PersonRow, SiteRow } from '../store/rows.ts'
import { insertSavedReply, insertSavedView } from '../store/saved.ts'
import { findSite, insertSite } from '../store/sites.ts'
import { insertInvitation, setPersonRole } from '../store/team.ts'
import type { TestApp } from '../testing/test-app.ts'
import { startTestApp } from '../testing/test-app.ts'
import { exampleIds, exampleKey, examplePage } from './examples/ids.ts'
import { exampleDarkPng, exampleImage } from './examples/images.ts'
import { exampleClaim, exampleWish } from './examples/inline.ts'
import { exampleOwner, exampleSecret, exampleSignIn } from './examples/people.ts'
import { exampleReply, exampleView } from './examples/saved.ts'
import { exampleInvitation, exampleInvitationUrl, exampleSessions } from './examples/team.ts'
import { openApi } from './openapi.ts'
import type { OpenApi, Operation } from './openapi-types.ts'
import { routes } from './routes.ts'

let testApp: TestApp
let document: OpenApi
let anna: PersonRow
let teresa: PersonRow
let accountId: string

beforeAll(async () => {
  testApp = await startTestApp({ smtpUrl: 'smtp://127.0.0.1:1' })
  await holdTheExample(testApp)
  const response = await fetch(`${testApp.app.url}/api/v1/openapi.json`)
  document = (await response.json()) as OpenApi
})
afterAll(() => testApp.close())

/** The conversation the examples speak of, by the people they name. */
async function holdTheExample({ app, clock }: TestApp): Promise<void> {
  const created_at = clock.now()
  const person = (name: string): PersonRow => ({
    ...{
      id: newId('p'),
      site_id: exampleIds.site,
      account_id: null,
      role: null,
      name,
      created_at,
      ...notVouchedFor,
    },
  })
  accountId = newId('a')
  const password_hash = await hashPassword(exampleSignIn.password)
  anna = person('Anna R.')
  teresa = { ...person('Teresa Galli'), account_id: accountId, role: 'owner' }
  const site = await app.store.write(async db => {
    const lists = {
      origins: JSON.stringify([exampleWish.origin]),
      kinds: JSON.stringify(['question', 'idea', 'problem', 'praise']),
    }
    await insertSite(db, {
      id: exampleIds.site,
      brand: 'Lume',
      locale: 'en',
      ...lists,
      closed: 0,
      created_at,
      seq: 0,
    })
    const { email } = exampleSignIn
    await insertAccount(db, { id: accountId, email, name: 'Teresa Galli', password_hash, created_at })
    const secret = { id: newId('k'), site_id: exampleIds.site, secret: exampleSecret, created_at }
    await addSecret(db, secret, created_at)
    const olga = { ...person('Olga Bini'), account_id: newId('a'), role: 'owner' as const }
    await insertAccount(db, {
      ...{ id: olga.account_id, email: 'olga@lume.example', name: 'Olga Bini' },
      ...{ password_hash, created_at },
    })
    for (const row of [anna, teresa, olga]) await insertPerson(db, row)
    return (await findSite(db, exampleIds.site)) as SiteRow
  })
  const as = (row: PersonRow) => ({ site, person: row, role: row.role })
  const run = async (row: PersonRow, name: string, input: unknown) =>
    (await app.execute({ id: newId('e'), name, input }, as(row))).id
  const post = (kind: string, body: string) => run(anna, 'thread.post', { page: examplePage, kind, body })
  const thread = await post('question', 'Does the lamp remember its brightness after a power cut?')
  const reply = await run(teresa, 'reply.post', { thread, body: 'Yes, and the colour too.' })
  await run(teresa, 'answer.official', { reply, on: true })
  const upload = async (file: string) =>
    (await app.images.add(as(anna) as Actor, Buffer.from(file, 'base64'))).id
  const image = { id: await upload(exampleDarkPng), alt: exampleImage.alt }
  const idea = { page: examplePage, kind: 'idea', body: 'A timer that dims the lamp slowly', images: [image] }
  await run(anna, 'thread.post', idea)
  await post('question', 'Will it remember how bright it was?')
  const merged = await post('question', 'And after a storm?')
  await run(teresa, 'thread.merge', { thread: merged, into: thread })
  for (const label of ['lamps', 'spare']) await run(teresa, 'thread.label', { thread, label, on: true })
}

interface Example {
  name: string
  path: string
  method: string
}

const examples: Example[] = Object.entries(openApi(routes).paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, { operationId }]) => ({ name: operationId, path, method })),
)

/** Credentials of the people in the examples, fresh for each call: one of the calls ends its own. */
async function credentials({ security }: Operation): Promise<Record<string, string>> {
  const scheme = security.flatMap(one => Object.keys(one))[0]
  const token = newToken()
  const now = { token_hash: hashToken(token), created_at: testApp.clock.now(), seen_at: testApp.clock.now() }
  const { store } = testApp.app
  if (scheme === 'session') {
    await store.write(db => insertSession(db, { ...now, account_id: accountId }))
    return { cookie: `parla=${token}` }
  }
  if (scheme === 'pass') return { authorization: `Bearer ${await passFor(token)}` }
  if (scheme !== 'device') return {}
  await store.write(db => insertDevice(db, { ...now, site_id: anna.site_id, person_id: anna.id }))
  return { authorization: `Bearer ${token}` }
}

/** A pass of a session of its own. */
async function passFor(sessionToken: string) {
  const { store } = testApp.app
  const now = testApp.clock.now()
  const session_hash = hashToken(sessionToken)
  await store.write(db =>
    insertSession(db, { token_hash: session_hash, account_id: accountId, created_at: now, seen_at: now }),
  )
  const token = newToken()
  await store.write(db => insertPass(db, { ...passRow(session_hash, now), hash: hashToken(token) }))
  return token
}

/** The code that the examples name, fresh for each call: one of the calls uses it up. */
async function offerCode() {
  const { store } = testApp.app
  const now = testApp.clock.now()
  const session_hash = hashToken(newToken())
  await store.write(async db => {
    await insertSession(db, {
      token_hash: session_hash,
      account_id: accountId,
      created_at: now,
      seen_at: now,
    })
    const hash = hashTypedCode(exampleClaim.code)
    await deletePass(db, hash)
    await insertPass(db, { ...passRow(session_hash, now), hash, state_hash: hashToken(exampleClaim.state) })
  })
}

const passRow = (session_hash: string, now: number) => ({
  ...{ session_hash, site_id: exampleIds.site, person_id: teresa.id, role: 'owner' as const },
  ...{ origin: exampleWish.origin, state_hash: null, created_at: now, expires_at: now + 60_000 },
})

/** An invitation as the examples name it, fresh for each call: one of the calls uses it up. */
async function invite() {
  const token = exampleInvitationUrl.split('#')[1] as string
  const { store } = testApp.app
  await store.write(async db => {
    // Somebody who was taken off the team can invite no more.
    await setPersonRole(db, teresa.id, 'owner')
    await db.deleteFrom('invitation').execute()
    await insertInvitation(db, {
      id: exampleInvitation.id,
      token_hash: hashToken(token),
      site_id: exampleIds.site,
      role: 'agent',
      made_by: teresa.id,
      created_at: testApp.clock.now(),
      expires_at: testApp.clock.now() + 1000,
    })
  })
}

/** What the team keeps, as the examples name it, fresh for each call: two of the calls delete it. */
async function keep() {
  const { store } = testApp.app
  await store.write(async db => {
    const row = { site_id: exampleIds.site, created_at: testApp.clock.now() }
    const { usedAt: used_at, ...reply } = { ...exampleReply, language: 'it' }
    await db.deleteFrom('saved_reply').execute()
    await db.deleteFrom('saved_view').execute()
    await insertSavedReply(db, { ...row, ...reply, used_at })
    const { id, view, filter } = exampleView
    const kept = JSON.stringify({ view, filter })
    await insertSavedView(db, { ...row, id, name: 'Mine', person_id: null, filter: kept })
  })
}

/** The session that an example ends. */
async function signInElsewhere() {
  const { id } = exampleSessions.sessions[0] as { id: string }
  const times = { created_at: testApp.clock.now(), seen_at: testApp.clock.now() }
  await testApp.app.store.write(async db => {
    await deleteSession(db, `${id}-elsewhere`)
    await insertSession(db, { token_hash: `${id}-elsewhere`, account_id: accountId, ...times })
  })
}

async function call(
  url: string,
  { path, method }: Example,
): Promise<{ response: Response; operation: Operation }> {
  const operation = document.paths[path]?.[method]
  if (!operation) throw new Error(`${method} ${path} is not in the document`)
  await invite()
  await keep()
  await signInElsewhere()
  await offerCode()
  const parameters = operation.parameters.filter(({ example }) => example !== undefined)
  const place = (kind: string) => parameters.filter(parameter => parameter.in === kind)
  const target = new URL(
    url + place('path').reduce((p, { name, example }) => p.replace(`{${name}}`, String(example)), path),
  )
  for (const { name, example } of place('query'))
    for (const value of [example].flat()) target.searchParams.append(name, String(value))
  const media = operation.requestBody?.content ?? {}
  const file = Object.entries(media).flatMap(([type, { examples }]) => {
    const [, bytes] = examples?.small?.externalValue?.split('base64,') ?? []
    return bytes ? [{ type, bytes: new Uint8Array(Buffer.from(bytes, 'base64')) }] : []
  })[0]
  const body = media['application/json']?.example
  const response = await fetch(target, {
    method,
    headers: {
      // Browsers say which page asks.
      ...(path.startsWith('/api/v1/sites/') && { origin: exampleWish.origin }),
      ...(await credentials(operation)),
      ...Object.fromEntries(place('header').map(({ name, example }) => [name, String(example)])),
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...(file && { 'content-type': file.type }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    ...(file && { body: file.bytes }),
  })
  return { response, operation }
}

const routeOf = (operationId: string) => {
  const found = routes.find(({ name }) => name === operationId.split(':')[0])
  if (!found) throw new Error(`No route ${operationId}`)
  return found
}

async function expectDocumented({ response, operation }: Awaited<ReturnType<typeof call>>) {
  const { answer, gives } = routeOf(operation.operationId)
  if (gives) {
    expect(response.status).toBe(200)
    expect(gives).toContain(response.headers.get('content-type'))
    return expect((await response.arrayBuffer()).byteLength).toBeGreaterThan(0)
  }
  const text = await response.text()
  expect(response.status, text).toBe(answer?.status ?? 204)
  expect(operation.responses).toHaveProperty(String(response.status))
  if (answer) answer.schema.parse(JSON.parse(text))
  else expect(text).toBe('')
}

test('the examples of the served document are of a conversation that is there', () => {
  const parameters = document.paths['/api/v1/sites/{site}/threads/{thread}']?.get?.parameters
  expect(parameters?.find(({ name }) => name === 'site')?.example).toBe(exampleIds.site)
  expect(parameters?.find(({ name }) => name === 'thread')?.example).not.toBe(exampleIds.thread)
})

test.each(examples.filter(({ name }) => name !== 'createOwner'))(
  '[X2] $name answers its own example as documented',
  async example => {
    await expectDocumented(await call(testApp.app.url, example))
  },
)

test('[X2] createOwner answers its own example where there is no owner yet', async () => {
  const fresh = await startTestApp()
  try {
    const code = hashTypedCode(exampleOwner.code)
    await fresh.app.store.write(db => insertSetupCode(db, code, fresh.clock.now()))
    const example = examples.find(({ name }) => name === 'createOwner')
    if (!example) throw new Error('No such operation')
    await expectDocumented(await call(fresh.app.url, example))
  } finally {
    await fresh.close()
  }
})

test('no two commands share an example of a key', () => {
  const keys = examples.map(({ name }) => name.split(':')).filter(([, command]) => command)
  for (const door of ['runCommand', 'runCommandAsStaff']) {
    const here = keys.filter(([name]) => name === door).map(([, command]) => exampleKey(command ?? ''))
    expect(new Set(here).size).toBe(here.length)
  }
})

test('[X2] the document tells every route and method the server has', () => {
  const told = new Set(examples.map(({ path, method }) => `${method} ${path}`))
  for (const { method, path, variants } of routes)
    for (const value of variants?.of.map(one => one.value) ?? [''])
      expect(told).toContain(`${method} ${path.replace(`{${variants?.param}}`, value)}`)
})
