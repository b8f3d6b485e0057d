import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import type { ImageView } from '../../server/contract/image.ts'
import type { ThreadDetail } from '../../server/contract/reads.ts'
import { jpegSegment, picture } from '../../server/images/pictures.fixture.ts'
import type { TestClient } from '../../server/testing/test-client.ts'
import { describeWith } from '../services/suites.ts'
import type { Desk } from './desk.ts'
import { PAGE, PATIENCE, useDesk } from './desk.ts'
import { eventually } from './eventually.ts'
import { bar, comeAsTeam, signIn } from './inline-visit.ts'
import type { Place } from './visit.ts'
import { openPlace } from './visit.ts'

/** What a camera writes beside a picture. */
const EXIF = jpegSegment(0xe1, Buffer.from('Exif\0\0II*\0\x08\0\0\0\0\0\0\0\0\0 N 45.4642 E 9.1900'))
const jpeg = picture('jpeg')
const LAMP = {
  name: 'lamp.jpg',
  mimeType: 'image/jpeg',
  buffer: Buffer.concat([jpeg.subarray(0, 2), EXIF, jpeg.subarray(2)]),
}
const ASKED = 'Is this the right lamp?'

/** A thread with two pictures. */
const askWithPictures = async (anna: TestClient, page: Place['page']) => {
  const images = [
    { id: await anna.upload(picture('png')), alt: 'A lamp' },
    { id: await anna.upload(jpeg, 'image/jpeg'), alt: 'A neighbour' },
  ]
  return (await anna.run('thread.post', { page, kind: 'question', body: ASKED, images })).id
}
const read = (who: TestClient, thread: string) => who.get<ThreadDetail>(`threads/${thread}`)
const hiddenOf = async (who: TestClient, thread: string) =>
  (await read(who, thread)).thread.images?.map(({ hidden }) => hidden)
const repliesOf = async (who: TestClient, thread: string) =>
  (await read(who, thread)).replies.map(({ images = [] }) => images.map(({ alt }: ImageView) => alt))

describeWith('chromiumPath')('pictures at the desk', () => {
  const desk = useDesk()
  let now: Desk
  let thread: string
  beforeEach(async () => {
    now = desk()
    thread = await askWithPictures(now.anna, PAGE)
  })

  test('[G7] are taken out one by one by a message’s menu, and put back by undoing it', async () => {
    const page = await now.sit(now.giulia, `/t/${thread}?view=all`)
    const asked = page.locator('article.root')
    await asked.getByRole('button', { name: 'A neighbour' }).waitFor()
    await asked.locator('.menu > button').click()
    await asked.getByRole('button', { name: 'Hide image 2' }).click()
    await asked.getByText('removed this image').waitFor()
    expect(await hiddenOf(now.anna, thread)).toEqual([false, true])
    await page
      .getByRole('region', { name: 'What you can undo' })
      .getByRole('button', { name: 'Undo' })
      .first()
      .click()
    await asked.getByRole('button', { name: 'A neighbour' }).waitFor()
    expect(await hiddenOf(now.anna, thread)).toEqual([false, false])
  })

  test('[G6] go with a reply after its wait, and come back with it when it is taken back', async () => {
    const page = await now.sit(now.giulia, `/t/${thread}?view=all`)
    const box = page.locator('.answer-box')
    await box.getByRole('textbox', { name: 'Your reply to Anna' }).fill('It is this one.')
    await box.getByLabel('Add images').setInputFiles(LAMP)
    await box.getByRole('textbox', { name: 'Describe this image' }).fill('The right lamp')
    await box.getByRole('button', { name: 'Reply', exact: true }).click()
    await page.locator('.sending-note').getByRole('img', { name: 'The right lamp' }).waitFor()
    await page.getByRole('button', { name: 'Undo send' }).click()
    expect(await box.getByRole('textbox', { name: 'Describe this image' }).inputValue()).toBe(
      'The right lamp',
    )
    await box.getByRole('button', { name: 'Reply', exact: true }).click()
    await eventually(async () => (await repliesOf(now.anna, thread))[0]?.[0] === 'The right lamp', PATIENCE)
  })

  test('[G6] go with a note, for the team alone, also where it was begun as a reply', async () => {
    const page = await now.sit(now.giulia, `/t/${thread}?view=all`)
    const box = page.locator('.answer-box')
    await box.getByRole('textbox', { name: 'Your reply to Anna' }).fill('See our shelf.')
    await box.getByLabel('Add images').setInputFiles(LAMP)
    await box.getByRole('textbox', { name: 'Describe this image' }).fill('Our shelf')
    await box.getByRole('button', { name: 'Internal note' }).click()
    await box.getByRole('button', { name: 'Add note' }).click()
    await page.locator('.internal').getByRole('button', { name: 'Our shelf' }).waitFor()
    await eventually(async () => (await repliesOf(now.giulia, thread))[0]?.[0] === 'Our shelf', PATIENCE)
    expect(JSON.stringify(await read(now.anna, thread))).not.toContain('Our shelf')
  })
})

describeWith('chromiumPath')('pictures of the team on a brand’s page', () => {
  let place: Place
  beforeAll(async () => {
    place = await openPlace()
  })
  afterEach(async () => {
    await place.leave()
    expect(place.complaints.splice(0)).toEqual([])
  })
  afterAll(() => place?.close())

  test('[P13] are taken out and put back where visitors see it, and added to an answer', {
    timeout: 120_000,
  }, async () => {
    const { app, site } = place
    const anna = await app.visitor('Anna', site)
    const giulia = await app.staff('Giulia', 'agent', site)
    const thread = await askWithPictures(anna, place.page)
    const page = await comeAsTeam(place, giulia)
    await signIn(page, 'Giulia')
    await page.getByRole('link', { name: ASKED }).first().click()
    const asked = page.locator('article.root')
    await asked.getByRole('button', { name: 'Hide image 2' }).click()
    await asked.getByText('Lume removed this image').waitFor()
    expect(await hiddenOf(anna, thread)).toEqual([false, true])
    await asked.getByRole('button', { name: 'Show image 2 again' }).click()
    await asked.getByRole('button', { name: 'A neighbour' }).waitFor()
    expect(await hiddenOf(anna, thread)).toEqual([false, false])

    const box = page.locator('.answer-box')
    await box.getByRole('textbox', { name: 'Your reply to Anna' }).fill('It is this one.')
    await box.getByLabel('Add images').setInputFiles(LAMP)
    await box.getByRole('textbox', { name: 'Describe this image' }).fill('The right lamp')
    await box.getByRole('button', { name: 'Reply', exact: true }).click()
    // Nobody who leaves now, or looks as visitors do, loses it.
    await bar(page, 'Giulia').getByRole('button', { name: 'View as visitor' }).click()
    await bar(page, 'Giulia').getByRole('button', { name: 'View as visitor' }).click()
    await eventually(async () => (await repliesOf(anna, thread))[0]?.[0] === 'The right lamp', PATIENCE)
  })
})
