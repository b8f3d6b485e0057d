import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeEach, expect, test } from 'vitest'
import { PASS_MS } from '../../server/contract/limits.ts'
import type { ThreadDetail } from '../../server/contract/reads.ts'
import type { TestClient } from '../../server/testing/test-client.ts'
import { describeWith } from '../services/suites.ts'
import { eventually } from './eventually.ts'
import { allow, askToSignIn, bar, comeAsTeam, signIn } from './inline-visit.ts'
import type { Place } from './visit.ts'
import { openPlace } from './visit.ts'

const PATIENCE = 60_000

describeWith('chromiumPath')('the team on a brand’s page', () => {
  let place: Place
  let anna: TestClient
  let giulia: TestClient
  let thread: string

  beforeEach(async () => {
    place ??= await openPlace()
    const { app, page, site } = place
    anna = await app.visitor('Anna', site)
    giulia = await app.staff('Giulia', 'agent', site)
    thread = (await anna.run('thread.post', { page, kind: 'idea', body: 'Could the lamp be blue?' })).id
  }, PATIENCE)
  afterEach(async () => {
    await place.leave()
    expect(place.complaints.splice(0)).toEqual([])
  })
  afterAll(() => place?.close())

  const title = { name: 'Could the lamp be blue?' }
  const read = (who: TestClient) => who.get<ThreadDetail>(`threads/${thread}`)

  test('[P14] [V7] answers, notes, decides and hides where the visitor sees it live, and leaves no trace', {
    timeout: 240_000,
  }, async () => {
    const { app, site } = place
    const visitor = await place.come()
    await visitor.getByRole('link', title).first().click()
    await visitor.getByRole('heading', title).waitFor()
    const loaded: string[] = []
    visitor.on('request', request => loaded.push(request.url()))

    const page = await comeAsTeam(place, giulia)
    await signIn(page, 'Giulia')
    await page.getByRole('link', title).first().click()
    await page.getByRole('heading', title).waitFor()
    await bar(page, 'Giulia').getByText('1 unanswered here').waitFor()

    const box = page.locator('.answer-box')
    await box.getByRole('button', { name: 'Internal note' }).click()
    await page.locator('.answer-box.for-team').waitFor()
    await box.getByRole('textbox', { name: 'Internal note' }).fill('Ask the workshop first.')
    await box.getByRole('button', { name: 'Add note' }).click()
    await page.locator('.internal').getByText('Ask the workshop first.').waitFor()

    await box.getByRole('button', { name: 'Public reply' }).click()
    await box.getByRole('textbox', { name: 'Your reply to Anna' }).fill('In spring, we hope.')
    await box.getByRole('button', { name: 'Reply', exact: true }).click()
    const heard = visitor.locator('.reply').filter({ hasText: 'In spring, we hope.' })
    await heard
      .or(visitor.getByRole('button', { name: '1 new reply' }))
      .first()
      .waitFor()
    expect(await visitor.locator('body').innerText()).not.toContain('Ask the workshop first.')
    expect(JSON.stringify(await read(anna))).not.toContain('workshop')

    const own = page.locator('.reply').filter({ hasText: 'In spring, we hope.' })
    await own.getByRole('button', { name: 'Mark as official answer' }).click()
    await visitor.getByRole('region', { name: 'Official answer' }).waitFor()

    await page.getByRole('button', { name: 'Change status' }).click()
    const form = page.getByRole('dialog', { name: 'Change status' })
    await form.getByLabel('Planned').check()
    await form.getByLabel('Reason, for everyone to read').fill('The glass is ordered.')
    await form.getByRole('button', { name: 'Change status' }).click()
    await visitor.getByText('The glass is ordered.').first().waitFor()

    const { id: rude } = await anna.run('reply.post', { thread, body: 'You are all thieves.' })
    const row = page.locator('.reply').filter({ hasText: 'thieves' })
    await page.getByRole('button', { name: '1 new reply' }).or(row).first().click()
    await row.getByRole('button', { name: 'Hide' }).click()
    const why = page.getByRole('dialog', { name: 'Hide this message' })
    await why.getByRole('button', { name: 'Insults or hate' }).click()
    await why.getByRole('button', { name: 'Hide', exact: true }).click()
    await eventually(async () => {
      const detail = await read(anna)
      return detail.replies.find(({ id }) => id === rude)?.removal?.reason === 'Insults or hate'
    })

    const marco = await app.staff('Marco', 'agent', site)
    const colleague = await comeAsTeam(place, marco)
    await signIn(colleague, 'Marco')
    await colleague.getByRole('link', title).first().click()
    await page.getByText('Marco is also looking at this').waitFor()
    await colleague.getByText('Giulia is also looking at this').waitFor()

    await bar(page, 'Giulia').getByRole('button', { name: 'View as visitor' }).click()
    await page.getByText('Visitors see this.').waitFor()
    await page.getByRole('heading', title).waitFor()
    await page.locator('.reply').first().waitFor()
    expect(await page.locator('.internal, .answer-box').count()).toBe(0)
    await bar(page, 'Giulia').getByRole('button', { name: 'View as visitor' }).click()
    await page.locator('.internal').getByText('Ask the workshop first.').waitFor()

    await bar(page, 'Giulia').getByRole('button', { name: 'Sign out' }).click()
    await bar(page, 'Giulia').waitFor({ state: 'detached' })
    await page.getByRole('heading', title).waitFor()
    expect(await page.locator('.internal, .answer-box').count()).toBe(0)
    const kept = () =>
      page.evaluate(async () => [
        ...Object.keys(localStorage).filter(name => name.includes('inline') || name.includes('staff')),
        ...(await indexedDB.databases()).map(({ name }) => name).filter(name => name?.includes('inline')),
      ])
    await expect.poll(kept).toEqual([])
    expect(loaded.filter(url => url.includes('team.js'))).toEqual([])
  })

  test('[P14] goes on with another pass when one ends, and loses no draft', {
    timeout: 120_000,
  }, async () => {
    const page = await comeAsTeam(place, giulia)
    await page.clock.install()
    await signIn(page, 'Giulia')
    await page.getByRole('link', title).first().click()
    const field = page.getByRole('textbox', { name: 'Your reply to Anna' })
    await field.fill('We are on it.')
    await bar(page, 'Giulia')
      .getByText('Ends in 15 min')
      .or(bar(page, 'Giulia').getByText('Ends in 14 min'))
      .waitFor()
    place.app.clock.pass(PASS_MS + 1_000)
    await page.clock.fastForward(PASS_MS + 1_000)
    await bar(page, 'Giulia').getByText('Your time here is over.').waitFor()
    await page.locator('.answer-box').getByRole('button', { name: 'Reply', exact: true }).waitFor()

    const opened = page.waitForEvent('popup')
    await page.locator('.answer-box').getByRole('button', { name: 'Reply', exact: true }).click()
    await allow(await opened)
    await bar(page, 'Giulia').getByText('Your time here is over.').waitFor({ state: 'hidden' })
    expect(await field.inputValue()).toBe('We are on it.')
    await page.locator('.answer-box').getByRole('button', { name: 'Reply', exact: true }).click()
    await eventually(async () => (await read(anna)).replies.length > 0, PATIENCE)
    expect((await read(anna)).replies.map(({ author }) => author.name)).toEqual(['Giulia'])
    // The browser complains of what was refused.
    expect(place.complaints.splice(0).every(text => text.includes('401'))).toBe(true)
  })

  test('[P13] a sign-out at the admin ends it on the page', { timeout: 120_000 }, async () => {
    const page = await comeAsTeam(place, giulia)
    await signIn(page, 'Giulia')
    await page.getByRole('link', title).first().click()
    await page.getByRole('textbox', { name: 'Your reply to Anna' }).fill('Too late.')
    const left = await fetch(`${place.app.app.url}/api/v1/admin/session`, {
      method: 'DELETE',
      headers: { Cookie: giulia.parts.cookie ?? '', 'X-Parla-Admin': '1', Origin: place.app.app.url },
    })
    expect(left.status).toBe(204)
    await bar(page, 'Giulia').getByText('Your time here is over.').waitFor()
    // The browser complains of what was refused.
    expect(place.complaints.splice(0).every(text => text.includes('401'))).toBe(true)
    expect((await read(anna)).replies).toEqual([])
  })

  test('[P14] where the page cannot be spoken to a code is carried over by hand', {
    timeout: 120_000,
  }, async () => {
    const page = await comeAsTeam(place, giulia)
    await page.evaluate(() => {
      window.open = () => null
    })
    await page.locator('#parla-menu').click()
    await page.getByRole('button', { name: 'Team sign-in' }).click()
    const door = page.getByRole('dialog', { name: 'Sign in to answer here' })
    const opened = page.context().waitForEvent('page')
    await door.getByRole('link', { name: 'Open the sign-in page' }).click()
    const popup = await opened
    await popup.getByText('Your browser does not say which page asks.').waitFor()
    await popup.getByRole('button', { name: 'Allow' }).click()
    const code = await popup.locator('output').textContent()
    await door.getByLabel('Code that it shows').fill('AAAA-AAAA')
    await door.getByRole('button', { name: 'Use the code' }).click()
    await door.getByText('That code is wrong').waitFor()
    expect(place.complaints.splice(0).length).toBe(1)
    await door.getByLabel('Code that it shows').fill(code?.toLowerCase() ?? '')
    await door.getByRole('button', { name: 'Use the code' }).click()
    await bar(page, 'Giulia').waitFor()
  })

  test('[P14] a window that the page did not ask is told nothing and gives nothing', {
    timeout: 120_000,
  }, async () => {
    const page = await comeAsTeam(place, giulia)
    const popup = await askToSignIn(page)
    await popup.getByRole('button', { name: 'Allow' }).waitFor()
    const opened = page.context().waitForEvent('page')
    await page.evaluate(
      address => {
        window.open(address, 'another')
      },
      popup.url().replace(/state=[^&]*/, 'state=somebodyElsesStateOfManySigns'),
    )
    const other = await opened
    await other.getByText('Your browser does not say which page asks.').waitFor()
    await other.getByRole('button', { name: 'Allow' }).click()
    await other.getByRole('heading', { name: 'Type this code on' }).waitFor()
    expect(await bar(page, 'Giulia').count()).toBe(0)
  })

  test('[P14] acts on a card without opening it first, and takes a reply back before it goes', {
    timeout: 120_000,
  }, async () => {
    const page = await comeAsTeam(place, giulia)
    await page.clock.install()
    await signIn(page, 'Giulia')
    const card = page.getByRole('article', title).first()
    await card.getByText(/Waiting \d/).waitFor()
    expect(await card.locator('.team-does').evaluate(one => getComputedStyle(one).opacity)).toBe('0')
    const height = await card.evaluate(one => one.clientHeight)
    await card.hover()
    await card.getByRole('button', { name: 'Change status' }).click()
    expect(await card.evaluate(one => one.clientHeight)).toBe(height)
    const form = page.getByRole('dialog', { name: 'Change status' })
    await form.getByLabel('Planned').check()
    await form.getByRole('button', { name: 'Change status' }).click()
    await card.getByText('Planned').waitFor()

    await card.getByRole('button', { name: 'Internal note' }).click()
    await page.locator('.answer-box.for-team').waitFor()
    await page.getByRole('button', { name: 'Back to all conversations' }).click()
    await card.hover()
    await card.getByRole('button', { name: 'Reply to Anna' }).click()
    const field = page.getByRole('textbox', { name: 'Your reply to Anna' })
    await page.locator('.answer-box.for-all').waitFor()
    await field.fill('In sprang, we hope.')
    const reply = page.locator('.answer-box').getByRole('button', { name: 'Reply', exact: true })
    await reply.click()
    await page.getByText('Sending in').waitFor()
    await page.getByRole('button', { name: 'Undo send' }).click()
    await expect.poll(() => field.inputValue()).toBe('In sprang, we hope.')
    await field.fill('In spring, we hope.')
    await reply.click()
    expect((await read(anna)).replies.filter(one => !one.status)).toEqual([])
    // Whoever leaves the thread does not mean to take it back.
    await page.getByRole('button', { name: 'Back to all conversations' }).click()
    await eventually(async () => (await read(anna)).replies.some(one => !one.status))
    expect(JSON.stringify((await read(anna)).replies)).toContain('In spring, we hope.')
  })

  test.each([
    ['the page is left', (page: Page) => page.goto('about:blank')],
    ['they sign out', (page: Page) => bar(page, 'Giulia').getByRole('button', { name: 'Sign out' }).click()],
    [
      'they look as visitors do',
      (page: Page) => bar(page, 'Giulia').getByRole('button', { name: 'View as visitor' }).click(),
    ],
  ])('[P14] a reply in its last seconds goes when %s', { timeout: 120_000 }, async (_, leave) => {
    const page = await comeAsTeam(place, giulia)
    await page.clock.install()
    await signIn(page, 'Giulia')
    await page.getByRole('link', title).first().click()
    await page.getByRole('textbox', { name: 'Your reply to Anna' }).fill('We are on it.')
    await page.locator('.answer-box').getByRole('button', { name: 'Reply', exact: true }).click()
    await page.getByText('Sending in').waitFor()
    await leave(page)
    await eventually(async () => (await read(anna)).replies.length > 0)
    expect((await read(anna)).replies.map(({ author }) => author.name)).toEqual(['Giulia'])
  })

  test('[P14] a reply that comes too late while one looks away is there again as a draft', {
    timeout: 120_000,
  }, async () => {
    const page = await comeAsTeam(place, giulia)
    await page.clock.install()
    await signIn(page, 'Giulia')
    await page.getByRole('link', title).first().click()
    const field = page.getByRole('textbox', { name: 'Your reply to Anna' })
    await field.fill('We are on it.')
    await page.locator('.answer-box').getByRole('button', { name: 'Reply', exact: true }).click()
    await page.getByText('Sending in').waitFor()
    const marco = await place.app.staff('Marco', 'agent', place.site)
    await marco.run('reply.post', { thread, body: 'It is blue by now.' })
    const look = bar(page, 'Giulia').getByRole('button', { name: 'View as visitor' })
    const refused = page.waitForResponse(response => response.status() === 409)
    await look.click()
    await refused
    await look.click()
    await expect.poll(() => field.inputValue().catch(() => '')).toBe('We are on it.')
    expect((await read(anna)).replies.map(({ author }) => author.name)).toEqual(['Marco'])
    // The browser complains of what was refused.
    expect(place.complaints.splice(0).every(text => text.includes('409'))).toBe(true)
  })

  test('[P14] “Open on the page” at the desk opens the brand’s page at the conversation', {
    timeout: 120_000,
  }, async () => {
    const { app, site } = place
    const page = await comeAsTeam(place, giulia)
    await page.goto(`${app.app.url}/admin/s/${site.id}/t/${thread}?view=all`)
    const opened = page.context().waitForEvent('page')
    await page.getByRole('link', { name: 'Open on the page' }).click()
    const there = await opened
    const door = there.getByRole('dialog', { name: 'Sign in to answer here' })
    await door.waitFor()
    // Its window opens by itself, if the browser lets it: nobody clicked there.
    const asking = await eventually(() =>
      there
        .context()
        .pages()
        .find(one => one.url().includes('/inline#')),
    )
    await allow(asking)
    await bar(there, 'Giulia').waitFor()
    await there.locator('.reader').getByRole('heading', title).waitFor()
  })

  test('[P14] “Open on the page” leads from a conversation at the desk to its sign-in', {
    timeout: 120_000,
  }, async () => {
    const page = await comeAsTeam(place, giulia, { path: `/#parla-${thread}-team` })
    const door = page.getByRole('dialog', { name: 'Sign in to answer here' })
    await door.waitFor()
    await page.getByRole('heading', title).waitFor()
    expect(new URL(page.url()).hash).toBe(`#parla-${thread}`)
  })
})
