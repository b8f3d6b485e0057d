import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import type { ThreadDetail } from '../../server/contract/reads.ts'
import { picture } from '../../server/images/pictures.fixture.ts'
import type { TestClient } from '../../server/testing/test-client.ts'
import { describeWith } from '../services/suites.ts'
import type { Desk } from './desk.ts'
import { PAGE, useDesk } from './desk.ts'
import { comeAsTeam, signIn } from './inline-visit.ts'
import type { Place } from './visit.ts'
import { openPlace } from './visit.ts'

const ASKED = 'Is this the right lamp?'

/** A thread with two pictures. */
const askWithPictures = async (anna: TestClient, page: Place['page']) => {
  const images = [
    { id: await anna.upload(picture('png')), alt: 'A lamp' },
    { id: await anna.upload(picture('jpeg'), 'image/jpeg'), alt: 'A neighbour' },
  ]
  return (await anna.run('thread.post', { page, kind: 'question', body: ASKED, images })).id
}
const read = (who: TestClient, thread: string) => who.get<ThreadDetail>(`threads/${thread}`)
const hiddenOf = async (who: TestClient, thread: string) =>
  (await read(who, thread)).thread.images?.map(({ hidden }) => hidden)

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

  test('[P13] are taken out and put back where visitors see it', {
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
  })
})
