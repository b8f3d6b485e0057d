import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import type { ThreadDetail } from '../../server/contract/reads.ts'
import { jpegSegment, picture } from '../../server/images/pictures.fixture.ts'
import type { TestClient } from '../../server/testing/test-client.ts'
import { describeWith } from '../services/suites.ts'
import { picturesOf } from './shelf.ts'
import type { Place } from './visit.ts'
import { openPlace } from './visit.ts'

const PATIENCE = 20_000
const QUESTION = 'Does the lamp fit this socket?'

/** What a camera writes beside a picture. */
const tellingJpeg = () => {
  const jpeg = picture('jpeg')
  const exif = jpegSegment(0xe1, Buffer.from('Exif\0\0II*\0\x08\0\0\0\0\0\0\0\0\0 N 45.4642 E 9.1900'))
  return Buffer.concat([jpeg.subarray(0, 2), exif, jpeg.subarray(2)])
}
const SOCKET = { name: 'socket.jpg', mimeType: 'image/jpeg', buffer: tellingJpeg() }

/** As large as a telephone's camera makes them. */
const photograph = async (page: Page, colour = 'rgb(200, 40, 10)') => {
  const data = await page.evaluate(fill => {
    const canvas = Object.assign(document.createElement('canvas'), { width: 3000, height: 1500 })
    const paper = canvas.getContext('2d') as CanvasRenderingContext2D
    paper.fillStyle = fill
    paper.fillRect(0, 0, 3000, 1500)
    return canvas.toDataURL('image/png').split(',')[1] ?? ''
  }, colour)
  return { name: 'wall.png', mimeType: 'image/png', buffer: Buffer.from(data, 'base64') }
}

/** The colour in the middle of a canvas, once something was drawn there. */
const colourOf = async (page: Page, name: string) => {
  const canvas = page.getByRole('button', { name }).locator('canvas')
  const colour = () =>
    canvas.evaluate((drawn: HTMLCanvasElement) => {
      const dot = Object.assign(document.createElement('canvas'), { width: 1, height: 1 })
      const paper = dot.getContext('2d', { willReadFrequently: true }) as CanvasRenderingContext2D
      paper.drawImage(drawn, 0, 0, 1, 1)
      return [...paper.getImageData(0, 0, 1, 1).data]
    })
  await expect.poll(async () => (await colour())[3], { timeout: PATIENCE }).toBe(255)
  return colour()
}

describeWith('chromiumPath')('pictures', () => {
  let place: Place
  let anna: TestClient
  beforeAll(async () => {
    place = await openPlace()
    anna = await place.app.visitor('Anna', place.site)
  })
  afterEach(async () => {
    await place.leave()
    expect(place.complaints.splice(0)).toEqual([])
  })
  afterAll(() => place?.close())

  const begin = async (body: string) =>
    (await anna.run('thread.post', { page: place.page, kind: 'question', body })).id
  const imagesOf = async (thread: string) =>
    (await anna.get<ThreadDetail>(`threads/${thread}`)).replies.flatMap(({ images }) => images ?? [])
  const openThread = async (page: Page, title: string) => {
    await page.getByRole('link', { name: title }).click()
    await page.getByRole('textbox', { name: 'Your reply to Anna' }).waitFor()
  }
  const choose = (page: Page, ...files: (typeof SOCKET)[]) =>
    page.getByLabel('Add images').last().setInputFiles(files)
  const send = (page: Page) => page.getByRole('button', { name: 'Reply', exact: true }).last().click()
  const replyAs = async (page: Page, name: string) => {
    await send(page)
    await page.getByRole('textbox', { name: 'Name' }).fill(name)
    await send(page)
  }

  test('[G6] leave the browser without what a camera wrote, no larger than a screen, and others see them', async () => {
    const thread = await begin(QUESTION)
    const tom = await place.come()
    const uploads: Buffer[] = []
    tom.on('request', request => {
      if (request.method() === 'POST' && request.url().endsWith('/images'))
        uploads.push(request.postDataBuffer() ?? Buffer.alloc(0))
    })
    await openThread(tom, QUESTION)
    await tom.getByRole('textbox', { name: 'Your reply to Anna' }).fill('Mine looks like this.')
    await choose(tom, SOCKET, await photograph(tom))
    const words = tom.getByRole('textbox', { name: 'Describe this image' })
    await words.nth(1).fill('A red wall')
    await words.nth(0).fill('A socket with two holes')
    await replyAs(tom, 'Tom')

    await expect.poll(() => imagesOf(thread).then(all => all.length), { timeout: PATIENCE }).toBe(2)
    const [socket, wall] = await imagesOf(thread)
    expect(socket).toMatchObject({ width: 4, height: 3, alt: 'A socket with two holes' })
    expect(wall).toMatchObject({ width: 2048, height: 1024, alt: 'A red wall' })
    expect(tellingJpeg().includes('45.4642')).toBe(true)
    expect(uploads.map(bytes => bytes.includes('45.4642') || bytes.includes('Exif'))).toEqual([false, false])

    const sara = await place.come()
    await openThread(sara, QUESTION)
    const [red = 0, green = 0, blue = 0] = await colourOf(sara, 'A red wall')
    expect(red > 150 && green < 90 && blue < 60).toBe(true)
  })

  test('[G7] stand in room of their own: nothing moves when they come', async () => {
    const thread = await begin('Which shade is it?')
    const id = await anna.upload(picture('png'))
    await anna.run('reply.post', { thread, body: 'This one.', images: [{ id, alt: 'A shade' }] })
    const page = await place.come()
    let letThrough: () => void = () => {}
    const held = new Promise<void>(resolve => {
      letThrough = resolve
    })
    await page.route('**/pictures.js', async route => {
      await held
      await route.continue()
    })
    await openThread(page, 'Which shade is it?')
    const reply = page.getByRole('article').filter({ hasText: 'This one.' }).last()
    const before = await reply.boundingBox()
    letThrough()
    await page.getByRole('button', { name: 'A shade' }).waitFor()
    await colourOf(page, 'A shade')
    expect(await reply.boundingBox()).toEqual(before)
  })

  test('[G7] are looked at by keyboard alone, which brings the focus back', async () => {
    const thread = await begin('How is it wired?')
    const first = await anna.upload(picture('png'))
    const second = await anna.upload(picture('jpeg'), 'image/jpeg')
    const images = [
      { id: first, alt: 'Its back' },
      { id: second, alt: 'Its front' },
    ]
    await anna.run('reply.post', { thread, body: 'So.', images })
    const page = await place.come()
    await openThread(page, 'How is it wired?')
    await page.getByRole('button', { name: 'Its back' }).focus()
    await page.keyboard.press('Enter')
    await page.getByRole('dialog', { name: 'Its back' }).waitFor()
    await page.keyboard.press('ArrowRight')
    await page.getByRole('dialog', { name: 'Its front' }).waitFor()
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('ArrowLeft')
    await page.getByRole('dialog', { name: 'Its back' }).getByText('Image 1 of 2').waitFor()
    await page.keyboard.press('Escape')
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    expect(await page.locator('button:focus').getByRole('img', { name: 'Its back' }).count()).toBe(1)
  })

  test('[C4] of a draft come back with its text over a reload, and go where it goes', async () => {
    const thread = await begin('Which bulb is it?')
    const page = await place.come()
    const reload = async () => {
      const heard = page.waitForEvent('websocket').then(socket => socket.waitForEvent('framereceived'))
      await page.reload()
      await heard
      await openThread(page, 'Which bulb is it?')
    }
    const field = page.getByRole('textbox', { name: 'Your reply to Anna' })
    const words = page.getByRole('textbox', { name: 'Describe this image' })
    await openThread(page, 'Which bulb is it?')
    await field.fill('One like this.')
    await choose(page, SOCKET)
    await words.fill('A bulb')
    await expect.poll(() => picturesOf(page), { timeout: PATIENCE }).toEqual({ [thread]: ['A bulb'] })
    await reload()
    await field.focus()
    await expect.poll(() => words.inputValue(), { timeout: PATIENCE }).toBe('A bulb')
    expect(await field.inputValue()).toBe('One like this.')

    await page.getByRole('button', { name: 'Discard draft' }).click()
    await expect.poll(() => picturesOf(page), { timeout: PATIENCE }).toEqual({})
    expect(await words.count()).toBe(0)
    await field.fill('Rather like this.')
    await choose(page, SOCKET)
    await words.fill('Another bulb')
    await expect.poll(() => picturesOf(page), { timeout: PATIENCE }).toEqual({ [thread]: ['Another bulb'] })
    await reload()
    await field.focus()
    await words.waitFor()
    await replyAs(page, 'Tom')
    await expect.poll(() => imagesOf(thread).then(all => all.length), { timeout: PATIENCE }).toBe(1)
    expect((await imagesOf(thread))[0]?.alt).toBe('Another bulb')
    await expect.poll(() => picturesOf(page), { timeout: PATIENCE }).toEqual({})
  })

  test('[C4] of a draft are forgotten with its text after 30 days, and with the device', async () => {
    const thread = await begin('Which shade was it?')
    const later = await begin('And which base?')
    const page = await place.come()
    await openThread(page, 'Which shade was it?')
    await page.getByRole('textbox', { name: 'Your reply to Anna' }).fill('This one.')
    await choose(page, SOCKET)
    await page.getByRole('textbox', { name: 'Describe this image' }).waitFor()
    await expect.poll(() => picturesOf(page), { timeout: PATIENCE }).toEqual({ [thread]: [''] })
    await page.clock.setFixedTime(Date.now() + 31 * 24 * 60 * 60 * 1000)
    await page.getByRole('button', { name: 'All conversations' }).click()
    await openThread(page, 'And which base?')
    await page.getByRole('textbox', { name: 'Your reply to Anna' }).fill('That one.')
    await choose(page, SOCKET)
    await page.getByRole('textbox', { name: 'Describe this image' }).waitFor()
    await expect.poll(() => picturesOf(page), { timeout: PATIENCE }).toEqual({ [later]: [''] })
    await replyAs(page, 'Tom')
    await page.getByRole('article').getByText('That one.').waitFor()
    await page.getByRole('textbox', { name: 'Your reply to Anna' }).fill('Or that one.')
    await choose(page, SOCKET)
    await page.getByRole('textbox', { name: 'Describe this image' }).waitFor()
    await expect.poll(() => picturesOf(page), { timeout: PATIENCE }).toEqual({ [later]: [''] })
    await page.getByRole('button', { name: 'All conversations' }).click()
    await page.locator('#parla-menu').click()
    await page.getByRole('button', { name: 'Forget me on this device' }).click()
    await expect.poll(() => picturesOf(page), { timeout: PATIENCE }).toEqual({})
  })

  test('[G6] wait with their message for the network, over a reload', async () => {
    const thread = await begin('What came in the box?')
    const page = await place.come()
    await openThread(page, 'What came in the box?')
    await page.getByRole('textbox', { name: 'Your reply to Anna' }).fill('Hello.')
    await replyAs(page, 'Tom')
    await page.getByRole('article').getByText('Hello.').waitFor()

    const cut = '**/api/v1/sites/*/images'
    await page.route(cut, route => route.abort())
    await page.getByRole('textbox', { name: 'Your reply to Anna' }).fill('This did.')
    await choose(page, SOCKET)
    await page.getByRole('textbox', { name: 'Describe this image' }).fill('All that came')
    await send(page)
    await page.getByText('Will be sent when you’re back online').waitFor()
    await colourOf(page, 'All that came')

    await page.reload()
    await openThread(page, 'What came in the box?')
    await colourOf(page, 'All that came')
    expect(await imagesOf(thread)).toEqual([])
    await page.unroute(cut)
    await expect.poll(() => imagesOf(thread).then(all => all.length), { timeout: 70_000 }).toBe(1)
    await page.getByText('Will be sent when you’re back online').waitFor({ state: 'detached' })
    await colourOf(page, 'All that came')
    place.complaints.splice(0)
  }, 120_000)

  test('that cannot be shown say so in their place, and keep nothing from being sent', async () => {
    const thread = await begin('Is there a manual?')
    const page = await place.come()
    await openThread(page, 'Is there a manual?')
    await page.getByRole('textbox', { name: 'Your reply to Anna' }).fill('Here it is.')
    await choose(page, { name: 'manual.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7') })
    await page.getByText('manual.pdf can’t be shown. Use PNG, JPEG, WebP or GIF.').first().waitFor()
    await page.getByRole('button', { name: 'Remove manual.pdf' }).click()
    await expect.poll(() => page.locator('input[type=file]:focus').count()).toBe(1)
    const walls = await Promise.all(['red', 'green', 'blue'].map(colour => photograph(page, colour)))
    await choose(page, ...walls, SOCKET, SOCKET)
    await page.getByText('socket.jpg was not added. A message takes up to 4 images.').first().waitFor()
    await replyAs(page, 'Tom')
    await expect.poll(() => imagesOf(thread).then(all => all.length), { timeout: PATIENCE }).toBe(4)
  })

  test('[G7] that the team took out leave a word in their place', async () => {
    const thread = await begin('Who is on it?')
    const id = await anna.upload(picture('png'))
    const reply = await anna.run('reply.post', { thread, body: 'See.', images: [{ id, alt: 'A neighbour' }] })
    const page = await place.come()
    await openThread(page, 'Who is on it?')
    // What is still on its way when it is taken out would be a complaint of the browser's.
    await colourOf(page, 'A neighbour')
    const giulia = await place.app.staff('Giulia', 'agent', place.site)
    await giulia.run('image.hide', { id: reply.id, image: id, on: true })
    await page.getByText('Lume removed this image').waitFor()
    expect(await page.getByRole('button', { name: 'A neighbour' }).count()).toBe(0)
  })
})
