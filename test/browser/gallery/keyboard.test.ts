import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { describeWith } from '../../services/suites.ts'
import type { Exhibition } from './exhibition.ts'
import { LONG, openExhibition, show } from './exhibition.ts'
import type { Stop } from './inspect/focus.ts'
import { focused } from './inspect/focus.ts'

describeWith('chromiumPath')('by keyboard alone', () => {
  let exhibition: Exhibition
  let page: Page
  beforeAll(async () => {
    exhibition = await openExhibition()
    page = await exhibition.enter('en')
  }, LONG)
  afterAll(() => exhibition?.close())

  /** What has the focus, tab by tab, until it has left the widget. */
  const walk = async () => {
    const stops: Stop[] = []
    for (;;) {
      await page.keyboard.press('Tab')
      const stop = await focused(page)
      if (!stop) return stops
      stops.push(stop)
      if (stops.length > 100) throw new Error(`No way out: ${JSON.stringify(stops.slice(-4))}`)
    }
  }
  const press = async (selector: string, key: string) => {
    await page.locator(selector).first().focus()
    await page.keyboard.press(key)
  }

  test('[A6] one walks through the list in the order in which one reads it, and out again', async () => {
    await show(page, 'home.full', 360)
    const there = await walk()
    expect(there.map(({ name }) => name)).toEqual([
      'Skip conversations',
      'More options',
      'Your message',
      // The composer opens when it is entered.
      'Add images',
      'Post',
      'All',
      'Questions 22',
      'Ideas 14',
      'Problems 7',
      'Praise 3',
      'This page',
      'Sort',
      'Status',
      'Search conversations',
      'How we answer here',
      'Me too, 5 votes',
      'Can I pause my plan?',
      'Me too, 14 votes',
      'Dark mode for invoices',
      'Vote, 86 votes',
      'تصدير الفواتير لا ينتهي على سفاري',
      'Me too, 7 votes',
      'The new invoices are lovely, thank you',
      'Agree, 3 votes',
      'Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetz by fax, and a title of some length',
      'Vote, 1 vote',
      'Show 10 more',
    ])
  })

  const rows: readonly [after: string, scene: string, act: () => Promise<unknown>, id: string][] = [
    ['opening a thread', 'thread.full', async () => {}, 'heading'],
    ['going back', 'thread.full', () => press('.bar button', 'Enter'), 'title-t_pause'],
    ['posting', 'post.sending', async () => {}, 'title-'],
    ['a post that failed', 'post.failed', async () => {}, 'title-'],
    ['posting nothing', 'writing.empty', async () => {}, 'textarea'],
    ['posting without a name', 'writing.name-missing', async () => {}, 'post-name'],
    ['replying', 'thread.reply-sent', async () => {}, 'textarea'],
    ['deleting', 'thread.deleted', async () => {}, 'undo-r_mine'],
    ['editing', 'thread.editing', async () => {}, 'textarea'],
    ['not editing', 'thread.editing', () => press('.reply form textarea', 'Escape'), 'menu-r_mine'],
    [
      'leaving what one has edited',
      'thread.editing',
      async () => {
        await page.locator('.reply form textarea').fill('Longer than it was')
        await press('.reply form textarea', 'Escape')
      },
      'textarea',
    ],
    ['asking for new posts', 'home.new-posts', () => press('.pill', 'Enter'), 'title-t_new-103'],
    ['asking for new replies', 'thread.new-replies', () => press('.pill', 'Enter'), 'reply-r_fresh'],
    ['showing more', 'home.more-shown', async () => {}, 'title-t_dark'],
    ['showing earlier replies', 'thread.earlier-shown', async () => {}, 'reply-r_begun'],
    ['showing more of what is found', 'home.more-found', async () => {}, 'title-t_dark'],
    ['looking at a page without posts', 'home.nothing-on-page', async () => {}, 'This page'],
    ['clearing the filters', 'home.nothing-on-page', () => press('.nothing button', 'Enter'), 'all'],
    ['a filter that failed', 'home.filter-failed', async () => {}, 'Ideas'],
    ['trying it again in vain', 'home.filter-failed', () => press('.more', 'Enter'), 'Try again'],
    ['taking a status back', 'home.search-in-status', () => press('.chip:nth-child(6)', 'Enter'), 'all'],
    ['earlier replies that failed', 'thread.earlier-failed', async () => {}, 'Try again'],
    ['searching', 'home.search', async () => {}, 'Search conversations'],
    ['filtering', 'home.full', () => press('.chip:nth-child(3)', 'Enter'), 'Ideas 14'],
    ['sorting', 'home.full', () => press('select', 'ArrowDown'), 'Sort'],
    ['leaving the search', 'home.search', () => press('.search input', 'Escape'), 'search'],
    ['clearing the filters', 'home.nothing-in-filter', () => press('.nothing button', 'Enter'), 'all'],
    ['sending again', 'thread.reply-failed', () => press('.refused button', 'Enter'), 'reply-'],
    ['discarding a message', 'thread.reply-failed', () => press('.refused :last-child', 'Enter'), 'textarea'],
    ['closing a menu', 'thread.menu', () => press('.menu li button', 'Escape'), 'menu-r_mine'],
    [
      'closing the panel',
      'launcher.open',
      () => press('.panel .close', 'Enter'),
      'Open conversations with Acme',
    ],
    [
      'leaving the panel',
      'launcher.open',
      () => press('.panel textarea', 'Escape'),
      'Open conversations with Acme',
    ],
    ['closing the menu', 'home.menu', () => press('.menu li button', 'Escape'), 'parla-menu'],
    [
      'looking at a picture',
      'thread.picture',
      () => page.keyboard.press('Escape'),
      'The lamp on a desk, seen from the front',
    ],
    ['leaving a dialog', 'thread.reporting', () => page.keyboard.press('Escape'), 'menu-r_discount'],
  ]
  test.each(rows)('[A6] after %s the focus is where one goes on', async (_after, scene, act, id) => {
    await show(page, scene, 360)
    await act()
    await expect.poll(async () => (await focused(page))?.at.join(' ') ?? 'the page').toContain(id)
  })
})
