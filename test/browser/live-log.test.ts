import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeEach, expect, test } from 'vitest'
import type { TestClient } from '../../server/testing/test-client.ts'
import { describeWith } from '../services/suites.ts'
import { eventually } from './eventually.ts'
import { listen } from './heard.ts'
import type { Place } from './visit.ts'
import { openPlace } from './visit.ts'

const QUESTION = 'Is the lamp waterproof?'
const PATIENCE = 120_000

/** Writes down how far anything that stays has moved. Times come after the first paint; what they move is nobody else's doing. */
const watchShifts = async (page: Page) => {
  await page.locator('time:not(:empty)').first().waitFor()
  await page.evaluate(() => {
    Object.assign(window, { shifts: 0 })
    new PerformanceObserver(list => {
      for (const entry of list.getEntries())
        (window as unknown as { shifts: number }).shifts += (
          entry as PerformanceEntry & { value: number }
        ).value
    }).observe({ type: 'layout-shift', buffered: false })
  })
  return () => page.evaluate(() => (window as unknown as { shifts: number }).shifts)
}

describeWith('chromiumPath')('what is read out', () => {
  let place: Place
  let anna: TestClient
  let giulia: TestClient
  let thread: string

  beforeEach(async () => {
    place ??= await openPlace()
    anna = await place.app.visitor('Anna', place.site)
    giulia = await place.app.staff('Giulia', 'agent', place.site)
    thread = (await anna.run('thread.post', { page: place.page, kind: 'question', body: QUESTION })).id
  })
  afterEach(async () => {
    await place.leave()
    await anna.run('message.delete', { id: thread })
    expect(place.complaints.splice(0)).toEqual([])
  })
  afterAll(() => place?.close())

  test('[A7] of one’s own actions: each result, once', { timeout: PATIENCE }, async () => {
    const page = await place.come({ permissions: ['clipboard-read', 'clipboard-write'] })
    const log = await listen(page)
    const vote = page.getByRole('button', { name: /^Me too/ }).first()
    await vote.click()
    await log.until('polite: Vote added')
    await vote.click()
    await log.until('polite: Vote removed')
    await page.getByRole('button', { name: 'Search conversations' }).click()
    await page.getByRole('searchbox').fill('lamp')
    await log.until('polite: 1 result')
    await page.keyboard.press('Escape')
    await page.getByRole('link', { name: QUESTION }).first().click()
    await page.getByRole('heading', { name: QUESTION }).waitFor()
    await page.getByRole('textbox', { name: 'Your reply' }).fill('Mine is.')
    await page.getByRole('button', { name: 'Reply', exact: true }).last().click()
    await page.getByRole('textbox', { name: 'Name' }).fill('Tom')
    await page.getByRole('button', { name: 'Reply', exact: true }).last().click()
    await log.until('polite: Posted. Everyone can see it now.')
    const own = page.getByRole('article').filter({ hasText: 'Mine is.' }).last()
    const choose = async (choice: string) => {
      await own.getByRole('button', { name: 'More options' }).click()
      await own.getByRole('button', { name: choice, exact: true }).click()
    }
    await choose('Copy link')
    await log.until('polite: Link copied')
    await choose('Delete')
    await log.until('polite: Message deleted')
    await page.getByRole('button', { name: 'Undo' }).click()
    await log.until('polite: Message restored')
    // Whoever replies follows.
    await page.getByRole('button', { name: 'Stop notifying me' }).click()
    expect(await log.until('polite: You won’t be notified any more')).toEqual([
      'polite: Vote added',
      'polite: Vote removed',
      'polite: 1 result',
      'polite: Posted. Everyone can see it now.',
      'polite: Link copied',
      'polite: Message deleted',
      'polite: Message restored',
      'polite: You won’t be notified any more',
    ])
  })

  test('[A7] of others: their posts and replies by number and name, and nothing else of theirs; the list stays where it is', {
    timeout: PATIENCE,
  }, async () => {
    const page = await place.come()
    await page.getByRole('link', { name: QUESTION }).first().waitFor()
    const log = await listen(page)
    const shifts = await watchShifts(page)
    const card = page.getByRole('article', { name: QUESTION }).first()
    const top = () => card.evaluate(one => one.getBoundingClientRect().top)
    const height = () => page.locator('.home').evaluate(one => one.clientHeight)
    const before = [await top(), await height()]
    // Of these nothing is said: votes of others, a status, an answer's preview.
    const tom = await place.app.visitor('Tom', place.site)
    await tom.run('vote.set', { id: thread, on: true })
    await card.getByRole('button', { name: 'Me too, 2 votes' }).waitFor()
    const { id: reply } = await giulia.run('reply.post', { thread, body: 'It is.' })
    await giulia.run('answer.official', { reply, on: true })
    await card.getByText('Answered').waitFor()
    place.app.clock.pass(1_000)
    await anna.run('thread.post', { page: place.page, kind: 'idea', body: 'Could it float?' })
    await page.getByRole('button', { name: '1 new post' }).waitFor()
    expect(await log.until('polite: 1 new post')).toEqual(['polite: 1 new post'])
    expect([await top(), await height()]).toEqual(before)
    expect(await shifts()).toBe(0)
    // The answer is shown with the next list.
    await page.getByRole('button', { name: '1 new post' }).click()
    await card.getByText('It is.').waitFor()

    await page.getByRole('link', { name: QUESTION }).first().click()
    await page.getByRole('heading', { name: QUESTION }).waitFor()
    // What comes before it is read would be no news.
    await page.getByRole('textbox', { name: 'Your reply' }).waitFor()
    giulia.socket?.emit('writing')
    await giulia.run('reply.post', { thread, body: 'And it swims.' })
    await log.until('polite: New reply from Giulia, Lume team')
    await anna.run('reply.post', { thread, body: 'Thank you.' })
    expect(await log.until('polite: New reply from Anna')).toEqual([
      'polite: 1 new post',
      'polite: New reply from Giulia, Lume team',
      'polite: New reply from Anna',
    ])
  })

  test('[A7] of the network: that it has gone, after a while, and that it is back, once', {
    timeout: PATIENCE,
  }, async () => {
    const page = await place.come()
    await page.getByRole('link', { name: QUESTION }).first().waitFor()
    const log = await listen(page)
    await page.context().setOffline(true)
    await log.until('polite: You’re offline. You can keep writing.')
    await page.context().setOffline(false)
    expect(await log.until('polite: You’re back online')).toEqual([
      'polite: You’re offline. You can keep writing.',
      'polite: You’re back online',
    ])
    // The browser itself complains of what it could not load.
    place.complaints.splice(0)
    await eventually(async () => (await page.getByText('You’re offline').count()) === 0)
  })
})
