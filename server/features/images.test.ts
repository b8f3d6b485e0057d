import { expect, it, onTestFinished } from 'vitest'
import { IMAGE_BYTES } from '../contract/limits.ts'
import type { ThreadDetail } from '../contract/reads.ts'
import { picture, pngOf } from '../images/pictures.fixture.ts'
import { createImageCare, UNPOSTED_MS } from '../jobs/images.ts'
import { createJobRunner } from '../jobs/runner.ts'
import { onBoth } from '../testing/on-both.ts'
import { startTestApp } from '../testing/test-app.ts'
import type { TestClient } from '../testing/test-client.ts'

const PAGE = { key: 'https://lume.example/', url: 'https://lume.example/' }
const refused = (code: string) => ({ problem: { code } })
let drawn = 0
/** A picture nobody has uploaded yet. */
const fresh = () => pngOf(4, 3, Buffer.from(`pixels ${++drawn}`))

const post = (who: TestClient, ...ids: string[]) =>
  who.run('thread.post', {
    ...{ page: PAGE, kind: 'question', body: 'What is this?' },
    images: ids.map(id => ({ id, alt: ' The lamp, dimmed ' })),
  })

onBoth('images', app => {
  it('[G4] come with the message, with their size and description, and are served to everybody', async () => {
    const anna = await app().visitor()
    const id = await anna.upload(picture('jpeg'), 'image/jpeg')
    const thread = (await post(anna, id)).id
    const shown = [{ id, width: 4, height: 3, alt: 'The lamp, dimmed', hidden: false }]
    const stranger = app().stranger()
    expect((await stranger.get<ThreadDetail>(`threads/${thread}`)).thread.images).toEqual(shown)
    const answer = await stranger.request(`images/${id}`)
    const headers = Object.fromEntries(answer.headers)
    expect(headers).toMatchObject({
      'content-type': 'image/jpeg',
      'x-content-type-options': 'nosniff',
      'content-disposition': `attachment; filename="${id}.jpeg"`,
      'content-security-policy': "default-src 'none'; sandbox",
      'cross-origin-resource-policy': 'cross-origin',
      'cache-control': 'private, max-age=31536000, immutable',
    })
    const bytes = Buffer.from(await answer.arrayBuffer())
    expect(bytes.subarray(0, 2)).toEqual(Buffer.from([0xff, 0xd8]))
    expect(bytes.includes('Google')).toBe(false)
  })

  it('[G4] are one image however often the same bytes come, until they are posted', async () => {
    const anna = await app().visitor()
    const file = fresh()
    const ids = await Promise.all([anna.upload(file), anna.upload(file), anna.upload(file)])
    const again = await anna.upload(file)
    expect(ids).toContain(again)
    await post(anna, again)
    expect(await anna.upload(file)).not.toBe(again)
  })

  it('[G4] belong to one message of their own uploader', async () => {
    const [anna, tom] = [await app().visitor(), await app().visitor('Tom')]
    const id = await anna.upload(fresh())
    await expect(post(tom, id)).rejects.toMatchObject(refused('image_unknown'))
    await expect(post(anna, id, id)).rejects.toMatchObject(refused('image_unknown'))
    await post(anna, id)
    await expect(post(anna, id)).rejects.toMatchObject(refused('image_unknown'))
    await expect(post(anna, 'm_nobody')).rejects.toMatchObject(refused('image_unknown'))
    const five = await Promise.all([1, 2, 3, 4, 5].map(() => anna.upload(fresh())))
    await expect(post(anna, ...five)).rejects.toMatchObject(refused('invalid'))
    expect((await post(anna, ...five.slice(0, 4))).id).toMatch(/^t_/)
  })

  it('[G4] that were taken by a post that failed can be posted still', async () => {
    const nameless = await app().visitor(null)
    const id = await nameless.upload(fresh())
    await expect(post(nameless, id)).rejects.toMatchObject(refused('name_required'))
    await nameless.run('person.rename', { name: 'Anna' })
    await post(nameless, id)
  })

  it('[G3] that the team hides leave a place, and come back', async () => {
    const [anna, giulia] = [await app().visitor(), await app().staff()]
    const id = await anna.upload(fresh())
    const thread = (await post(anna, id)).id
    await giulia.run('image.hide', { id: thread, image: id, on: true })
    const stranger = app().stranger()
    const hidden = (await stranger.get<ThreadDetail>(`threads/${thread}`)).thread.images
    expect(hidden).toEqual([{ id, width: 4, height: 3, alt: '', hidden: true }])
    for (const who of [stranger, anna]) expect((await who.request(`images/${id}`)).status).toBe(404)
    const byTeam = await giulia.request(`images/${id}`)
    expect([byTeam.status, byTeam.headers.get('cache-control')]).toEqual([200, 'no-store'])
    await giulia.run('image.hide', { id: thread, image: id, on: false })
    expect((await stranger.request(`images/${id}`)).status).toBe(200)
    const other = (await post(anna, await anna.upload(fresh()))).id
    await expect(giulia.run('image.hide', { id: other, image: id, on: true })).rejects.toMatchObject(
      refused('not_found'),
    )
  })

  it('[G3] of a message that waits are its author’s and the team’s, and kept by no browser', async () => {
    const [anna, tom, giulia] = [await app().visitor(), await app().visitor('Tom'), await app().staff()]
    const id = await anna.upload(fresh())
    const status = async (who: TestClient) => (await who.request(`images/${id}`)).status
    expect([await status(anna), await status(tom), await status(giulia)]).toEqual([200, 404, 404])
    const thread = (await post(anna, id)).id
    await giulia.run('message.hold', { id: thread })
    expect([await status(anna), await status(tom), await status(giulia)]).toEqual([200, 404, 200])
    expect((await anna.request(`images/${id}`)).headers.get('cache-control')).toBe('no-store')
    await giulia.run('message.spam', { id: thread })
    expect([await status(anna), await status(tom), await status(giulia)]).toEqual([404, 404, 200])
    const queue = await giulia.get<{ entries: { id: string }[] }>('queue?queue=hidden')
    expect(queue.entries.find(entry => entry.id === thread)).toMatchObject({ images: [{ id }] })
  })

  it('[O3] are refused by size, type and content', async () => {
    const anna = await app().visitor()
    await expect(anna.upload(Buffer.from('<svg/>'))).rejects.toMatchObject(refused('image_refused'))
    await expect(anna.upload(fresh(), 'image/svg+xml')).rejects.toMatchObject(refused('unsupported_media'))
    await expect(anna.upload(Buffer.alloc(0))).rejects.toMatchObject(refused('malformed'))
    await expect(anna.upload(Buffer.alloc(IMAGE_BYTES + 1))).rejects.toMatchObject(refused('too_large'))
    const encoded = await anna.request('images', {
      method: 'POST',
      body: new Uint8Array(fresh()),
      headers: { 'content-type': 'image/png', 'content-encoding': 'gzip' },
    })
    expect(await encoded.json()).toMatchObject({ code: 'unsupported_media' })
    await expect(app().stranger().upload(fresh())).rejects.toMatchObject(refused('unauthenticated'))
    const giulia = await app().staff('Giulia', 'admin')
    await giulia.run('person.ban', { person: anna.personId as string, on: true })
    await expect(anna.upload(fresh())).rejects.toMatchObject(refused('banned'))
  })

  it('[O6] are counted: so many unposted, so many a minute', async () => {
    const anna = await app().visitor()
    const uploads = Array.from({ length: 21 }, () =>
      anna.upload(fresh()).then(
        () => 'kept',
        error => error.message,
      ),
    )
    const outcomes = await Promise.all(uploads)
    expect(outcomes.filter(outcome => outcome === 'kept')).toHaveLength(20)
    expect(outcomes).toContain('rate_limited')
    const giulia = await app().staff()
    for (let i = 0; i < 20; i++) await giulia.upload(fresh())
    await expect(giulia.upload(fresh())).rejects.toMatchObject(refused('images_full'))
  })

  it('[G5] are forgotten when nobody can look at them any more', async () => {
    const { store } = app().app
    const { clock } = app()
    const runner = createJobRunner({
      store,
      clock,
      jobs: [createImageCare({ store, clock })],
      onError: () => {},
    })
    onTestFinished(() => runner.close())
    const count = async () => {
      const rows = await store.read(db => db.selectFrom('image_bytes').select('hash').execute())
      return rows.length
    }
    const [anna, giulia] = [await app().visitor(), await app().staff()]
    const kept = await anna.upload(fresh())
    await post(anna, kept)
    const deleted = (await post(anna, await anna.upload(fresh()))).id
    const hidden = await anna.upload(fresh())
    await giulia.run('message.hide', { id: (await post(anna, hidden)).id, reason: 'off topic' })
    const orphan = await anna.upload(fresh())
    await anna.run('message.delete', { id: deleted })
    await runner.turn('images')
    const before = await count()
    clock.pass(UNPOSTED_MS + 1)
    const young = await anna.upload(fresh())
    await runner.turn('images')
    expect((await anna.request(`images/${orphan}`)).status).toBe(404)
    expect((await anna.request(`images/${young}`)).status).toBe(200)
    expect((await app().stranger().request(`images/${kept}`)).status).toBe(200)
    expect((await giulia.request(`images/${hidden}`)).status).toBe(200)
    expect(await count()).toBeLessThan(before)
    const row = await store.read(db =>
      db.selectFrom('thread').select('images').where('id', '=', deleted).executeTakeFirst(),
    )
    expect(row?.images).toBeNull()
  })
})

it('[G5] of a site have a limit that the operator sets, or are not taken at all', async () => {
  const full = await startTestApp({ images: 1 })
  onTestFinished(() => full.close())
  const anna = await full.visitor()
  const large = (i: number) => pngOf(4, 3, Buffer.alloc(400_000, i))
  expect(await anna.get('snapshot')).toMatchObject({ offers: ['images'] })
  await anna.upload(large(1))
  await anna.upload(large(2))
  await expect(anna.upload(large(3))).rejects.toMatchObject(refused('images_full'))
  const none = await startTestApp({ images: 0 })
  onTestFinished(() => none.close())
  expect(await none.stranger().get('snapshot')).toMatchObject({ offers: [] })
  await expect((await none.visitor()).upload(fresh())).rejects.toMatchObject(refused('images_full'))
})
