import { afterEach, expect, test, vi } from 'vitest'
import type { CommandResult } from '../../server/contract/commands.ts'
import { failureOf, refusal } from '../api/http.ts'
import type { Core } from './core.ts'
import type { Entry } from './outbox-entry.ts'
import { sendWithPictures } from './upload.ts'

const core = { base: 'https://talk.example/api/v1/sites/s', init: { credentials: 'omit' }, lose() {} }
const result = { id: 'r_1', epoch: 'e', seq: 1, changes: [] } as unknown as CommandResult
const sent: unknown[] = []
let uploads = 0

afterEach(() => {
  vi.unstubAllGlobals()
  sent.length = 0
  uploads = 0
})

const trying = (bytes: unknown, send: (entry: Entry) => Promise<CommandResult>) => {
  vi.stubGlobal('fetch', async (_: string, { headers, body }: { headers: object; body: ArrayBuffer }) => {
    expect(headers).toMatchObject({ 'Content-Type': 'image/webp', Authorization: 'Bearer token' })
    expect(body).toBe(bytes)
    return Response.json({ id: `m_${++uploads}` }, { status: 201 })
  })
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
      core: core as unknown as Core,
      key: async () => 'token',
      entry,
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
