import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Inbox } from '../../server/contract/inbox.ts'
import type { TestClient } from '../../server/testing/test-client.ts'
import { describeWith } from '../services/suites.ts'
import type { Place } from './visit.ts'
import { openPlace } from './visit.ts'

const IDEA = 'Could the shade be blue?'
const OTHER = 'An app that dims all lamps of a room at once, please, also when one is away'

describeWith('chromiumPath')('who comes back', () => {
  let place: Place
  let giulia: TestClient
  const ids: string[] = []
  beforeAll(async () => {
    place = await openPlace()
    giulia = await place.app.staff('Giulia', 'agent', place.site)
    const anna = await place.app.visitor('Anna', place.site)
    for (const body of [IDEA, OTHER, 'Could it float?'])
      ids.push((await anna.run('thread.post', { page: place.page, kind: 'idea', body })).id)
  })
  afterAll(() => place?.close())

  const ship = (thread: string) => {
    place.app.clock.pass(60_000)
    const link = 'https://lume.example/new'
    return giulia.run('thread.status', { thread, status: 'shipped', reason: 'Since today', link })
  }

  test('[U4] is greeted, once, by what they voted for and is there', async () => {
    const page = await place.come()
    const widget = page.getByRole('region', { name: 'Talk with Lume' })
    for (const title of [IDEA, 'An app that dims']) {
      const card = widget.getByRole('article').filter({ hasText: title })
      await card.getByRole('button', { name: /^Vote/ }).click()
      await card.getByRole('button', { name: 'Vote, 2 votes' }).waitFor()
    }
    const [first, second, third] = ids as [string, string, string]
    // They are drawn before the server has them.
    const votes = async () =>
      (await giulia.get<Inbox>('inbox?view=all')).threads
        .map(({ votes }) => votes)
        .sort()
        .join()
    await expect.poll(votes).toBe('1,2,2')
    await ship(first)
    await ship(third)
    // Whoever is here sees it happen.
    await widget.getByRole('article').filter({ hasText: IDEA }).getByText('Shipped').waitFor()
    expect(await widget.getByText('You asked for').count()).toBe(0)

    await page.reload()
    const greeting = widget.getByRole('button', { name: `You asked for “${IDEA}”. It’s here.` })
    await greeting.waitFor()
    const top = () => widget.locator('.cards').evaluate(list => list.getBoundingClientRect().top)
    const before = await top()
    await greeting.click()
    await widget.getByRole('heading', { name: IDEA }).waitFor()
    await widget.getByRole('button', { name: 'Back to all conversations' }).click()
    await widget.getByRole('link', { name: IDEA }).waitFor()
    expect(await greeting.count()).toBe(0)
    expect(await top()).toBe(before)

    await ship(second)
    await page.reload()
    const next = widget.getByRole('button', {
      name: /^You asked for “An app that dims .*…”\. It’s here\.$/,
    })
    await next.waitFor()
    await widget.getByRole('button', { name: 'Close', exact: true }).click()
    await next.waitFor({ state: 'detached' })
    await widget.getByRole('heading', { name: 'Talk with Lume' }).and(page.locator(':focus')).waitFor()
    const looked = page.waitForResponse(response => response.url().includes('status=shipped'))
    const known = page.waitForResponse(response => response.url().endsWith('/me'))
    await page.reload()
    await Promise.all([looked, known])
    await widget.getByRole('link', { name: IDEA }).waitFor()
    expect(await widget.getByText('You asked for').count()).toBe(0)
    expect(place.complaints).toEqual([])
  })
})
