// @vitest-environment jsdom
import type { IncomingMessage } from 'node:http'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { buffer } from 'node:stream/consumers'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import type { CommandResult } from '../../server/contract/commands.ts'
import { failureOf, refusal } from '../api/http.ts'
import { signal } from '../signals/signal.ts'
import type { Core } from './core.ts'
import type { Writable } from './items.ts'
import type { Entry } from './outbox-entry.ts'
import { SENDING } from './outbox-entry.ts'
import { sendWithPictures } from './upload.ts'

const result = { id: 'r_1', epoch: 'e', seq: 1, changes: [] } as unknown as CommandResult
const sent: unknown[] = []
const uploads: { headers: IncomingMessage['headers']; bytes: Buffer }[] = []
/** What the next uploads are refused with. */
const refusals: { status: number; code: string }[] = []
const lost: (string | null)[] = []

/** What takes pictures, on an origin of its own. */
const images = createServer(async (request, answer) => {
  answer.setHeader('Access-Control-Allow-Origin', '*')
  answer.setHeader('Access-Control-Allow-Headers', 'authorization, content-type')
  if (request.method === 'OPTIONS') return answer.end()
  uploads.push({ headers: request.headers, bytes: await buffer(request) })
  const { status, code } = refusals.shift() ?? { status: 201, code: '' }
  answer.writeHead(status, { 'Content-Type': 'application/json' })
  return answer.end(JSON.stringify(code ? { code } : { id: `m_${uploads.length}` }))
})
const core = () => {
  const { port } = images.address() as AddressInfo
  const base = `http://127.0.0.1:${port}/api/v1/sites/s`
  return {
    base,
    init: { credentials: 'omit' },
    lose: (token: string | null) => lost.push(token),
  } as unknown as Core
}
beforeAll(() => new Promise<void>(resolve => images.listen(0, '127.0.0.1', resolve)))
afterEach(() => {
  for (const list of [sent, uploads, refusals, lost]) list.length = 0
})
afterAll(() => images.close())

const trying = (bytes: unknown, send: (entry: Entry) => Promise<CommandResult>, item?: Writable) => {
  const picture = {
    name: 'a.png',
    alt: 'A lamp',
    bytes: bytes as ArrayBuffer,
    type: 'image/webp',
    width: 4,
    height: 3,
  }
  const entry = {
    id: 'x',
    name: 'reply.post',
    input: { body: 'See.' },
    pictures: [picture],
  } as unknown as Entry
  const once = () =>
    sendWithPictures({
      core: core(),
      key: async () => 'token',
      entry,
      item,
      send: async one => {
        sent.push(one.input)
        return send(one)
      },
      amend: async input => {
        entry.input = input
      },
    })
  return once
}
const webp = new ArrayBuffer(8)
const withImage = (n: number) => ({ body: 'See.', images: [{ id: `m_${n}`, alt: 'A lamp' }] })

test('pictures are uploaded before their message, which then names them', async () => {
  expect(await trying(webp, async () => result)()).toBe(result)
  expect(sent).toEqual([withImage(1)])
  const [upload] = uploads
  expect(upload?.headers).toMatchObject({ 'content-type': 'image/webp', authorization: 'Bearer token' })
  expect(upload?.bytes).toEqual(Buffer.from(webp))
})

test('[G8] tells how much of which picture has left, and no more once all have', async () => {
  const delivery = signal(SENDING as Writable['delivery']['value'])
  const seen: unknown[] = []
  const item = {
    delivery: {
      peek: () => delivery.peek(),
      set value(now: typeof SENDING) {
        seen.push(now)
        delivery.value = now
      },
    },
  } as unknown as Writable
  await trying(new ArrayBuffer(300_000), async () => result, item)()
  expect(seen).toContainEqual({ ...SENDING, upload: { name: 'a.png', share: 1 } })
  expect(seen.at(-1)).toEqual(SENDING)
})

test('a device that the server does not know any more is left, and another one uploads', async () => {
  refusals.push({ status: 401, code: 'unauthenticated' })
  expect(await trying(webp, async () => result)()).toBe(result)
  expect(lost).toEqual(['token'])
  expect(sent).toEqual([withImage(2)])
})

test('what the server says of a picture is told, and a server that is not there as well', async () => {
  refusals.push({ status: 413, code: 'image_large' })
  expect(await trying(webp, async () => result)().catch(failureOf)).toMatchObject({ code: 'image_large' })
  const gone = { ...core(), base: 'http://127.0.0.1:1' } as Core
  const entry = { input: {}, pictures: [{ name: 'a', bytes: webp, type: 'image/webp' }] } as unknown as Entry
  const parts = { core: gone, key: async () => 'token', entry, item: undefined }
  const nobody = sendWithPictures({ ...parts, send: async () => result, amend: async () => {} })
  expect(await nobody.catch(failureOf)).toMatchObject({ code: 'network' })
})

test('[W2] a second try says the same as the first, whose answer was lost', async () => {
  let lost = true
  const again = trying(webp, async () => {
    if (lost) throw refusal('network')
    return result
  })
  await expect(again()).rejects.toThrow()
  lost = false
  await again()
  expect(sent).toEqual([withImage(1), withImage(1)])
})

test('[G5] what the server has forgotten meanwhile is uploaded anew', async () => {
  const late = trying(webp, async ({ input }) => {
    if (JSON.stringify(input).includes('m_1')) throw refusal('image_unknown')
    return result
  })
  await late()
  expect(sent).toEqual([withImage(1), withImage(2)])
})

test('a picture that storage gave back as none is said to be lost, and nothing is sent', async () => {
  const refused = await trying({}, async () => result)().catch(failureOf)
  expect(refused).toMatchObject({ code: 'image_unknown' })
  expect(sent).toEqual([])
})
