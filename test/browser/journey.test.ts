import { get } from 'node:http'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { journeyFiles } from '../guards/budgets.ts'
import { BuiltApp } from '../guards/built.ts'
import { describeWith } from '../services/suites.ts'
import type { Place } from './visit.ts'
import { openPlace } from './visit.ts'

/** The budget of `test/guards/budgets.ts`, in bytes on the wire. */
const MOST = 38_000

/** Bytes of the body as a browser is sent it. The browser itself does not say so of what it finds in its cache. */
const bytesOf = (url: string) =>
  new Promise<number>((resolve, reject) => {
    get(url, { headers: { 'accept-encoding': 'br' } }, response => {
      let bytes = 0
      response.on('data', part => {
        bytes += part.length
      })
      response.on('end', () => resolve(bytes))
    }).on('error', reject)
  })

describeWith('chromiumPath')('a visitor who reads, votes, searches, posts and replies', () => {
  let place: Place
  beforeAll(async () => {
    place = await openPlace()
    const anna = await place.app.visitor('Anna', place.site)
    for (const body of ['Is the lamp waterproof? It stands on a balcony.', 'Could the shade be blue?']) {
      const { id } = await anna.run('thread.post', { page: place.page, kind: 'question', body })
      await anna.run('reply.post', { thread: id, body: 'Asking for a friend.' })
    }
  })
  afterAll(() => place?.close())

  test('loads the scripts that the budget counts, and no others', async () => {
    const page = await place.come()
    const scripts = new Set<string>()
    page.on('requestfinished', request => {
      const url = request.url()
      if (new URL(url).pathname.endsWith('.js')) scripts.add(url)
    })
    await page.reload()
    const widget = page.getByRole('region', { name: 'Talk with Lume' })

    await widget.getByRole('link', { name: 'Is the lamp waterproof?' }).click()
    await widget.getByText('Asking for a friend.').waitFor()
    await widget.getByRole('button', { name: 'Me too, 1 vote' }).click()
    await widget.getByRole('button', { name: 'Me too, 2 votes' }).waitFor()
    await widget.getByRole('textbox', { name: 'Your reply to Anna' }).fill('Mine has stood in the rain.')
    await widget.getByRole('button', { name: 'Reply', exact: true }).last().click()
    await widget.getByRole('textbox', { name: 'Name' }).fill('Tom')
    await widget.getByRole('button', { name: 'Reply', exact: true }).last().click()
    await widget.getByRole('article').getByText('Mine has stood in the rain.').waitFor()
    await widget.getByRole('button', { name: 'Back to all conversations' }).click()

    await widget.getByRole('button', { name: 'Search conversations' }).click()
    await widget.getByRole('searchbox').fill('shade')
    await widget.locator('.results').getByText('1 result', { exact: true }).waitFor()
    await page.keyboard.press('Escape')

    await widget
      .getByRole('textbox', { name: 'Your message' })
      .fill('Could the shade of it be a darker blue?')
    await widget.getByRole('button', { name: 'Post', exact: true }).click()
    await widget.getByText('Just posted by you').waitFor()
    const own = widget.getByRole('link', { name: 'Could the shade of it be a darker blue?' })
    await expect.poll(() => own.getAttribute('href')).toMatch(/#parla-t_/)
    await own.click()
    await widget.getByRole('heading', { name: 'Could the shade of it be a darker blue?' }).waitFor()

    const counted = journeyFiles(new BuiltApp('widget'), 'en')
    expect([...scripts].map(url => url.split('/').at(-1)).sort()).toEqual(
      counted.map(path => path.split('/').at(-1)).sort(),
    )
    const bytes = (await Promise.all([...scripts].map(bytesOf))).reduce((sum, size) => sum + size, 0)
    expect(bytes).toBeGreaterThan(0)
    expect(bytes).toBeLessThanOrEqual(MOST)
    expect(place.complaints).toEqual([])
  })
})
