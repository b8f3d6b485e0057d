import { request } from 'node:http'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Snapshot } from '../contract/reads.ts'
import type { TestApp } from '../testing/test-app.ts'
import { startTestApp, TEST_ORIGIN } from '../testing/test-app.ts'
import type { TestClient } from '../testing/test-client.ts'

let testApp: TestApp
let anna: TestClient

beforeAll(async () => {
  testApp = await startTestApp()
  anna = await testApp.visitor()
  for (let i = 0; i < 5; i++)
    await post(`Could the lamp be dimmed to ${i} %? I read at night and it is too bright.`)
})
afterAll(() => testApp.close())

const page = { key: 'k', url: 'https://lume.example/' }
const post = (body: string) => anna.run('thread.post', { page, kind: 'idea', body })

interface Raw {
  status: number | undefined
  headers: Record<string, unknown>
  bytes: Buffer
}

/** Bytes as they came, which `fetch` would unpack. */
function read(path: string, headers: Record<string, string> = {}): Promise<Raw> {
  const url = `${testApp.app.url}/api/v1/sites/${testApp.site.id}/${path}`
  return new Promise((resolve, reject) => {
    request(url, { headers }, res => {
      const parts: Buffer[] = []
      res.on('data', part => parts.push(part))
      res.on('end', () =>
        resolve({ status: res.statusCode, headers: res.headers, bytes: Buffer.concat(parts) }),
      )
    })
      .on('error', reject)
      .end()
  })
}

const routesWithTags = ['snapshot', 'threads', 'search?q=lamp', 'counts?page=k', 'snapshot?page=k&sort=top']

test.each(routesWithTags)('[R1] %s is answered by 304 until something happens on the site', async path => {
  const first = await read(path)
  expect(first.status).toBe(200)
  expect(first.headers['cache-control']).toBe('no-cache')
  const tag = String(first.headers.etag)
  for (const seen of [tag, `"other", ${tag}`]) {
    const again = await read(path, { 'if-none-match': seen, origin: TEST_ORIGIN })
    expect(again.status).toBe(304)
    expect(again.bytes).toHaveLength(0)
    expect(again.headers['access-control-allow-origin']).toBe(TEST_ORIGIN)
  }
  await post('Something happened')
  const changed = await read(path, { 'if-none-match': tag })
  expect(changed.status).toBe(200)
  expect(changed.headers.etag).not.toBe(tag)
})

test('[R1] a 304 reads no rows, not even where nothing is kept', async () => {
  await post('Something happened just now')
  const tag = String((await read('snapshot')).headers.etag)
  const statements: string[] = []
  const { store } = testApp.app
  const { read: readStore } = store
  store.read = work => {
    statements.push('read')
    return readStore.call(store, work) as never
  }
  try {
    await read('snapshot', { 'if-none-match': tag })
    expect(statements).toEqual([])
    // An address nobody asked for yet: the site is known, nothing is built.
    expect((await read('threads?size=7', { 'if-none-match': tag })).status).toBe(304)
    expect(statements).toEqual([])
    // Such a request would otherwise have read.
    expect((await read('threads?size=7')).status).toBe(200)
    expect(statements).not.toEqual([])
  } finally {
    store.read = readStore
  }
})

test('the same bytes come in each encoding, from the first answer on', async () => {
  const plain = (await read('snapshot')).bytes
  for (const _time of ['built', 'ready']) {
    const br = await read('snapshot', { 'accept-encoding': 'gzip, deflate, br' })
    const gzip = await read('snapshot', { 'accept-encoding': 'gzip, br;q=0' })
    expect([br.headers['content-encoding'], gzip.headers['content-encoding']]).toEqual(['br', 'gzip'])
    expect(brotliDecompressSync(br.bytes)).toEqual(plain)
    expect(gunzipSync(gzip.bytes)).toEqual(plain)
    expect(br.headers.vary).toBe('Origin, Accept-Encoding')
    expect(br.bytes.length).toBeLessThan(plain.length / 2)
  }
})

test('[R1] everybody gets the same, whatever they bring along', async () => {
  const stranger = await read('snapshot')
  const cookie = await read('snapshot', { cookie: 'parla=anything', authorization: `Bearer ${anna.token}` })
  expect(cookie.bytes).toEqual(stranger.bytes)
  expect(cookie.headers['set-cookie']).toBeUndefined()
})

test('an answer is never older than the write that its reader saw acknowledged', async () => {
  for (let i = 0; i < 20; i++) {
    const { seq } = await anna.run('vote.set', { id: await someReply(), on: i % 2 === 0 })
    const snapshot: Snapshot = JSON.parse(String((await read('snapshot')).bytes))
    expect(snapshot.asOf).toBeGreaterThanOrEqual(seq)
  }
})

let reply: Promise<string> | undefined
const someReply = () => {
  reply ??= (async () => {
    const bruno = await testApp.visitor('Bruno')
    const { id: thread } = await post('A thread to reply in')
    return (await bruno.run('reply.post', { thread, body: 'A reply to vote for' })).id
  })()
  return reply
}

test('many who ask at once are served by one reading', async () => {
  await post('Something happened again')
  const { store } = testApp.app
  const { read: readStore } = store
  let reads = 0
  store.read = work => {
    reads++
    return readStore.call(store, work) as never
  }
  try {
    const answers = await Promise.all(Array.from({ length: 50 }, () => read('snapshot?size=9')))
    expect(new Set(answers.map(({ bytes }) => String(bytes))).size).toBe(1)
    // One lookup of the site each, one reading of the threads for all.
    expect(reads).toBeLessThanOrEqual(51)
  } finally {
    store.read = readStore
  }
})

test('HEAD is answered like GET, without the bytes', async () => {
  const url = `${testApp.app.url}/api/v1/sites/${testApp.site.id}/snapshot`
  const head = await fetch(url, { method: 'HEAD' })
  expect(head.status).toBe(200)
  expect(head.headers.get('etag')).toBe((await fetch(url)).headers.get('etag'))
  expect(await head.text()).toBe('')
})
