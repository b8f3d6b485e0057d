import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import type { Inbox } from '../../server/contract/inbox.ts'
import { PAGE_SIZE } from '../../server/contract/limits.ts'
import { describeWith } from '../services/suites.ts'
import { PAGE, PATIENCE, useDesk } from './desk.ts'

const ROOMS = [
  '?view=all',
  '/moderation',
  '/insights',
  ...['site', 'install', 'texts', 'team', 'rules', 'kept', 'log', 'keys', 'account'].map(
    part => `/settings/${part}`,
  ),
]

interface Finding {
  id: string
  nodes: { html: string }[]
}

describeWith('chromiumPath')('the rooms of the admin', () => {
  const desk = useDesk()
  /** What axe finds against WCAG 2.2 A and AA: each rule with the elements that break it. */
  const findings = async (page: Page) => {
    const axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
    // A policy that lets in the page's own scripts alone is left to the debugger.
    await page.evaluate(axe)
    return page.evaluate(async () => {
      const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']
      const { axe } = window as unknown as {
        axe: { run(how: object): Promise<{ violations: Finding[] }> }
      }
      const { violations } = await axe.run({ runOnly: { type: 'tag', values: tags } })
      return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`))
    })
  }
  const settle = async (page: Page) => {
    await page.locator('.skeleton').waitFor({ state: 'detached' })
    // Narrow, the list's own title is out of sight beside a thread.
    await page.locator('#room-title, #inbox-title').first().waitFor({ state: 'attached' })
  }

  /** Words of the admin's own that stand on two lines: people's texts may break anywhere. */
  const brokenWords = (page: Page) =>
    page.evaluate(() => {
      const found: string[] = []
      const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
      for (let text = texts.nextNode(); text; text = texts.nextNode()) {
        const { parentElement: parent, textContent } = text
        // What is there for screen readers alone has no room at all.
        if (
          !parent?.checkVisibility() ||
          parent.clientWidth < 4 ||
          parent.closest('[dir=auto], bdi, code, textarea, option, .sr')
        )
          continue
        for (const { 0: word, index } of (textContent ?? '').matchAll(/\p{L}{2,}/gu)) {
          const range = document.createRange()
          range.setStart(text, index)
          range.setEnd(text, index + word.length)
          const lines = new Set([...range.getClientRects()].map(({ top }) => Math.round(top / 4)))
          if (lines.size > 1) found.push(word)
        }
      }
      return found
    })

  it.each([
    ['light', 'en-GB', 1280],
    ['dark', 'it-IT', 320],
    ['light', 'ar', 720],
  ] as const)(
    '[D7] are sound for assistive technology: %s, %s, %i px',
    async (colorScheme, locale, width) => {
      const { anna, app, giulia, post, sit, site } = desk()
      const owner = await app.staff('Teresa', 'owner', site)
      const idea = await post('A timer that dims the lamp', 'idea')
      await post('Look at http://a.example http://b.example http://c.example')
      const tom = await app.visitor('Tom', site)
      await tom.run('message.report', { id: idea, reason: 'spam', words: 'Advertising' })
      await giulia.run('thread.status', { thread: idea, status: 'planned', reason: 'Next spring' })
      await giulia.run('thread.label', { thread: idea, label: 'lamps', on: true })
      await owner.post('saved-replies', { name: 'Delivery', language: null, body: 'Three days' })
      await anna.run('reply.post', { thread: idea, body: 'When?' })
      const found: string[] = []
      for (const room of [...ROOMS, `/t/${idea}?view=all`]) {
        const page = await sit(owner, room, { colorScheme, locale, viewport: { width, height: 800 } })
        await settle(page)
        if (room.startsWith('/t/')) await page.locator('.answer-box').waitFor()
        for (const one of await findings(page)) found.push(`${room} ${one}`)
        const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
        for (const word of await brokenWords(page)) found.push(`${room} breaks “${word}”`)
        if (wide > 0) found.push(`${room} is ${wide} px wider than the window`)
      }
      expect(found).toEqual([])
    },
    600_000,
  )

  it('[D7] stand under a policy that lets in their own scripts alone and no frame around them', async () => {
    const { app, giulia } = desk()
    const answer = await fetch(`${app.app.url}/admin`, { headers: { cookie: giulia.parts.cookie ?? '' } })
    const policy = answer.headers.get('content-security-policy') ?? ''
    const rules = new Map(policy.split(';').map(rule => [rule.trim().split(' ')[0], rule.trim()]))
    expect(rules.get('script-src')).toBe("script-src 'self'")
    expect(rules.get('frame-ancestors')).toBe("frame-ancestors 'none'")
    expect(answer.headers.get('x-frame-options')).toBe('DENY')
  })

  it('[D8] show ten thousand conversations a page at a time', async () => {
    const { anna, app, giulia, sit, site } = desk()
    const first = (await anna.run('thread.post', { page: PAGE, kind: 'idea', body: 'The very first' })).id
    // Ten thousand like it, made in one statement.
    await app.app.store.write(async db => {
      const row = await db.selectFrom('thread').selectAll().where('id', '=', first).executeTakeFirstOrThrow()
      const rows = Array.from({ length: 10_000 }, (_, n) => ({
        ...row,
        id: `t_many${n}`,
        title: `Conversation ${n}`,
        position: row.position + n + 1,
        activity: row.activity + n + 1,
      }))
      for (let at = 0; at < rows.length; at += 100)
        await db
          .insertInto('thread')
          .values(rows.slice(at, at + 100))
          .execute()
    })
    const page = await sit(giulia, '?view=all')
    const asked: string[] = []
    page.on('request', request => {
      // Also to count anew: no page is asked for twice.
      if (new URL(request.url()).pathname.endsWith('/inbox')) asked.push(request.url())
    })
    const rows = page.locator('.row')
    await expect.poll(() => rows.count(), { timeout: PATIENCE }).toBe(PAGE_SIZE)
    const nodes = () => page.evaluate(() => document.querySelectorAll('*').length)
    const before = await nodes()
    for (let more = 1; more <= 5; more++) {
      await page.getByRole('button', { name: 'Show more' }).click()
      await expect.poll(() => rows.count(), { timeout: PATIENCE }).toBe(PAGE_SIZE * (more + 1))
    }
    expect(asked).toHaveLength(5)
    expect((await nodes()) - before).toBeLessThan(5 * PAGE_SIZE * 40)
    // Narrowed, it asks once and lets go of the rows.
    await page.keyboard.press('1')
    await page.getByText('Nothing here under').waitFor()
    await page.keyboard.press('2')
    await expect.poll(() => rows.count(), { timeout: PATIENCE }).toBe(PAGE_SIZE)
    expect(asked).toHaveLength(7)
    expect(await nodes()).toBeLessThan(before + 200)
    const { total } = await giulia.get<Inbox>('inbox?view=all&kind=idea')
    expect(total).toBe(10_001)
    expect(site.id).toBe(anna.parts.site)
  }, 600_000)
})
