import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeEach, expect, test } from 'vitest'
import { eventually } from '../../server/testing/eventually.ts'
import type { TestClient } from '../../server/testing/test-client.ts'
import { describeWith } from '../services/suites.ts'
import type { Place } from './visit.ts'
import { openPlace } from './visit.ts'

const QUESTION = 'Is the lamp waterproof?'
const PATIENCE = 120_000

interface Told {
  heard: string[]
  shifts: number
}

/** Writes down all that is read out, and how far anything that stays has moved. */
const listen = async (page: Page) => {
  await page.locator('[aria-live=assertive]').waitFor({ state: 'attached' })
  // Times come after the first paint; what they move is nobody else's doing.
  await page.locator('time:not(:empty)').first().waitFor()
  await page.evaluate(() => {
    const told = { heard: [] as string[], shifts: 0 }
    Object.assign(window, { told })
    const host = [...document.querySelectorAll('div')].find(({ shadowRoot }) => shadowRoot)
    for (const region of host?.shadowRoot?.querySelectorAll('[aria-live]') ?? []) {
      new MutationObserver(() => {
        const text = region.textContent?.replace('\u200b', '')
        if (text) told.heard.push(`${region.getAttribute('aria-live')}: ${text}`)
      }).observe(region, { childList: true, characterData: true, subtree: true })
    }
    new PerformanceObserver(list => {
      for (const entry of list.getEntries())
        told.shifts += (entry as PerformanceEntry & { value: number }).value
    }).observe({ type: 'layout-shift', buffered: false })
  })
  const read = () => page.evaluate(() => (window as unknown as { told: Told }).told)
  return {
    read,
    /** All that was read out up to the moment this was the last of it. */
    until: async (last: string) => {
      await expect.poll(async () => (await read()).heard.at(-1), { timeout: 20_000 }).toBe(last)
      return (await read()).heard
    },
  }
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
      await page.getByRole('button', { name: choice, exact: true }).click()
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
    expect((await log.read()).shifts).toBe(0)
    // The answer is shown with the next list.
    await page.getByRole('button', { name: '1 new post' }).click()
    await card.getByText('It is.').waitFor()

    await page.getByRole('link', { name: QUESTION }).first().click()
    await page.getByRole('heading', { name: QUESTION }).waitFor()
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
