import { afterAll, afterEach, expect, test } from 'vitest'
import { hashPassword } from '../../server/auth/passwords.ts'
import type { ThreadDetail } from '../../server/contract/reads.ts'
import { describeWith } from '../services/suites.ts'
import { eventually } from './eventually.ts'
import { allow, askToSignIn, bar, comeAsTeam } from './inline-visit.ts'
import type { Place } from './visit.ts'
import { openPlace } from './visit.ts'

const TITLE = { name: 'Could the lamp be blue?' }
/** Milliseconds: a reply waits before it goes. */
const PATIENCE = 30_000
const PASSWORD = 'four plain quiet words'

describeWith('chromiumPath')('the team on a brand’s page, however the widget stands there', () => {
  const places: Place[] = []
  const open = async (attributes: string, around = '') => {
    const place = await openPlace({ attributes, around })
    places.push(place)
    const { app, page, site } = place
    const anna = await app.visitor('Anna', site)
    const { id } = await anna.run('thread.post', { page, kind: 'idea', body: TITLE.name })
    return { place, anna, id, giulia: await app.staff('Giulia', 'agent', site) }
  }
  const answers = async (page: Awaited<ReturnType<Place['come']>>) => {
    const box = page.locator('.answer-box')
    await box.getByRole('textbox', { name: 'Your reply to Anna' }).fill('In spring, we hope.')
    await box.getByRole('button', { name: 'Reply', exact: true }).click()
  }
  afterEach(async () => {
    for (const place of places.splice(0)) {
      await place.close()
      expect(place.complaints).toEqual([])
    }
  })
  afterAll(async () => {
    for (const place of places) await place.close()
  })

  test('[P14] signs in with a password inside the window, which knows nobody yet', {
    timeout: 120_000,
  }, async () => {
    const { place, anna, giulia, id } = await open('')
    const { store } = place.app.app
    const password_hash = await hashPassword(PASSWORD)
    await store.write(db =>
      db
        .updateTable('account')
        .set({ email: 'giulia@lume.example', password_hash })
        .where('name', '=', 'Giulia')
        .execute(),
    )
    const page = await place.come()
    const popup = await askToSignIn(page)
    await popup.getByLabel('Email').fill('giulia@lume.example')
    await popup.getByLabel('Password', { exact: true }).fill(PASSWORD)
    await popup.getByRole('button', { name: 'Sign in' }).click()
    await popup.getByRole('heading', { name: 'Answer on' }).waitFor()
    await allow(popup)
    await bar(page, 'Giulia').waitFor()
    await page.getByRole('link', TITLE).first().click()
    await answers(page)
    await eventually(async () => (await anna.get<ThreadDetail>(`threads/${id}`)).replies.length > 0, PATIENCE)
    const { replies } = await anna.get<ThreadDetail>(`threads/${id}`)
    expect(replies.map(({ author }) => author.id)).toEqual([giulia.personId])
  })

  test('[P14] in the panel of a launcher: the bar stands in it, and it goes on where it was', {
    timeout: 120_000,
  }, async () => {
    const { place, anna, giulia, id } = await open('data-mode="launcher"')
    const page = await comeAsTeam(place, giulia, { closed: true })
    await page.getByRole('button', { name: /Open conversations/ }).click()
    await allow(await askToSignIn(page))
    const panel = page.locator('dialog.panel')
    await panel.locator('.team-bar').waitFor()
    await panel.getByRole('link', TITLE).first().click()
    await panel.getByRole('heading', TITLE).waitFor()
    await answers(page)
    await eventually(async () => (await anna.get<ThreadDetail>(`threads/${id}`)).replies.length > 0, PATIENCE)
    await panel.getByRole('button', { name: 'Sign out' }).click()
    await bar(page, 'Giulia').waitFor({ state: 'detached' })
    await panel.getByRole('heading', TITLE).waitFor()
  })

  test('[P14] in a modal that an element of the page opens', { timeout: 120_000 }, async () => {
    const { place, anna, giulia, id } = await open(
      'data-mode="modal"',
      '<button data-parla-open>Ask us</button>',
    )
    const page = await comeAsTeam(place, giulia, { closed: true })
    await page.getByRole('button', { name: 'Ask us' }).click()
    await allow(await askToSignIn(page))
    const panel = page.locator('dialog.panel')
    await panel.locator('.team-bar').waitFor()
    await panel.getByRole('link', TITLE).first().click()
    await answers(page)
    await eventually(async () => (await anna.get<ThreadDetail>(`threads/${id}`)).replies.length > 0, PATIENCE)
  })
})
