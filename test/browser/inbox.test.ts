import type { Page } from 'playwright-core'
import { beforeEach, expect, it } from 'vitest'
import { PAGE_SIZE } from '../../server/contract/limits.ts'
import type { Snapshot, ThreadDetail } from '../../server/contract/reads.ts'
import type { TestClient } from '../../server/testing/test-client.ts'
import { describeWith } from '../services/suites.ts'
import type { Desk } from './desk.ts'
import { PATIENCE, useDesk } from './desk.ts'
import { eventually } from './eventually.ts'

describeWith('chromiumPath')('the inbox', () => {
  const desk = useDesk()
  let app: Desk['app']
  let site: Desk['site']
  let anna: TestClient
  let giulia: TestClient
  beforeEach(() => {
    ;({ app, site, anna, giulia } = desk())
  })
  const post: Desk['post'] = (...said) => desk().post(...said)
  const read: Desk['read'] = (...asked) => desk().read(...asked)
  const sit: Desk['sit'] = (...how) => desk().sit(...how)
  const replies = async (thread: string) =>
    (await anna.get<ThreadDetail>(`threads/${thread}`)).replies.map(({ body }) => JSON.stringify(body))
  const focusedClass = (page: Page) => page.evaluate(() => document.activeElement?.className ?? '')

  it('is cleared in a morning by keyboard alone', async () => {
    const threads: string[] = []
    for (const n of [1, 2, 3, 4]) threads.push(await post(`Question number ${n}?`))
    const page = await sit(giulia)
    const { keyboard } = page
    await page.locator('.row').nth(3).waitFor()

    await keyboard.press('j')
    await expect.poll(() => focusedClass(page), { timeout: PATIENCE }).toContain('row-title')
    await keyboard.press('Enter')
    for (const n of [1, 2, 3, 4]) {
      await page.getByRole('heading', { name: `Question number ${n}?`, level: 2 }).waitFor()
      await page.locator('#heading:focus').waitFor()
      await keyboard.press('r')
      await page.locator('.answer-box textarea:focus').waitFor()
      await keyboard.type(`Answer number ${n}.`)
      await keyboard.press('Control+Enter')
      await page.getByText('Sending in').waitFor()
      await keyboard.press('Escape')
      await keyboard.press('e')
    }
    await eventually(async () => (await read(giulia, 'unanswered')).total === 0, PATIENCE)
    for (const [at, thread] of threads.entries())
      await eventually(
        async () => (await replies(thread)).join().includes(`Answer number ${at + 1}.`),
        PATIENCE,
      )
    await page.getByRole('region', { name: 'What you can undo' }).getByText('Done').first().waitFor()
    await page.reload()
    await page.getByText('Everyone has an answer').waitFor()
    // A page that is left while it connects complains of it.
    await page.locator('.link-mark.on').waitFor()
  }, 180_000)

  it('does many at once, and takes back what was done', async () => {
    for (const n of [1, 2, 3]) await post(`Idea number ${n}`, 'idea')
    const page = await sit(giulia, '?view=all')
    const { keyboard } = page
    await page.locator('.row').nth(2).waitFor()
    await keyboard.press('j')
    await keyboard.press('x')
    await keyboard.press('Shift+J')
    await page.getByRole('region', { name: '2 selected' }).waitFor()
    await keyboard.press('Control+k')
    await page.getByRole('combobox', { name: 'Search or run a command' }).waitFor()
    await keyboard.type('assign to me')
    await keyboard.press('Enter')
    await eventually(async () => (await read(giulia, 'mine')).total === 2, PATIENCE)
    // The server has it before the answer is here.
    const undoable = page.getByRole('region', { name: 'What you can undo' })
    await undoable.waitFor()
    await keyboard.press('z')
    await eventually(async () => (await read(giulia, 'mine')).total === 0, PATIENCE)
    await keyboard.press('s')
    await page.getByRole('dialog', { name: 'Change status' }).getByText('2 conversations').waitFor()
    await keyboard.press('ArrowDown')
    await keyboard.press('Enter')
    const inReview = async () =>
      (await read(giulia, 'all')).threads.filter(({ status }) => status === 'review').length
    await eventually(async () => (await inReview()) === 2, PATIENCE)
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    await undoable.waitFor()
    await keyboard.press('z')
    await eventually(async () => (await inReview()) === 0, PATIENCE)
  })

  it('hides more than the list shows at first in one go, and shows it all again', async () => {
    const n = 5 * PAGE_SIZE
    for (let at = 0; at < n; at++) await post(`Buy number ${at}`)
    const page = await sit(giulia, '?view=all')
    const rows = page.locator('.row')
    for (let shown = PAGE_SIZE; shown < n; shown += PAGE_SIZE) {
      await expect.poll(() => rows.count(), { timeout: PATIENCE }).toBe(shown)
      await page.getByRole('button', { name: 'Show more' }).click()
    }
    await expect.poll(() => rows.count(), { timeout: PATIENCE }).toBe(n)
    await rows.getByRole('checkbox').evaluateAll(boxes => boxes.map(box => (box as HTMLInputElement).click()))
    await page.getByRole('region', { name: `${n} selected` }).waitFor()
    await page.keyboard.press('h')
    await page.getByRole('dialog').getByRole('button', { name: 'Advertising' }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Hide' }).click()
    const open = async () => (await anna.get<Snapshot>('snapshot')).threads.length
    await eventually(async () => (await open()) === 0, PATIENCE)
    await page.getByRole('region', { name: 'What you can undo' }).getByText(`${n}`).first().waitFor()
    await page.keyboard.press('z')
    await eventually(async () => (await open()) === PAGE_SIZE, PATIENCE)
  })

  it('leads from the command menu to another one, which stays', async () => {
    await post('Who takes this?')
    const page = await sit(giulia)
    await page.locator('.row').first().waitFor()
    await page.keyboard.press('j')
    await page.keyboard.press('Control+k')
    await page.getByRole('option', { name: 'Assign to…' }).click()
    const next = page.getByRole('combobox', { name: 'Assign to…' })
    await next.waitFor()
    await page.evaluate(() => new Promise(drawn => requestAnimationFrame(() => requestAnimationFrame(drawn))))
    expect(await next.count()).toBe(1)
    await next.fill('giulia')
    await page.keyboard.press('Enter')
    await eventually(async () => (await read(giulia, 'mine')).total === 1, PATIENCE)
  })

  it('finds words in messages and notes, and says when there are none', async () => {
    await post('Is the lamp waterproof?')
    await post('Does the brass go dark?')
    const page = await sit(giulia)
    await page.locator('.row').nth(1).waitFor()
    await page.keyboard.press('/')
    await page.keyboard.type('brass')
    await expect
      .poll(() => page.locator('.row-title').allTextContents(), { timeout: PATIENCE })
      .toEqual(['Does the brass go dark?'])
    await page.locator('#inbox-search').fill('xylophone')
    await page.getByText('Nothing matches').waitFor()
    await page.getByRole('button', { name: 'Clear filters' }).click()
    await expect.poll(() => page.locator('.row').count(), { timeout: PATIENCE }).toBe(2)
  })

  it('shows a colleague’s answer before another one is sent', async () => {
    const thread = await post('Who answers first?')
    const marco = await app.staff('Marco', 'agent', site)
    const page = await sit(giulia, `/t/${thread}`)
    await page.evaluate(id => localStorage.setItem(`parla:staff:${id}:wait`, '20'), site.id)
    await page.locator('.answer-box').waitFor()
    await page.keyboard.press('r')
    await page.locator('.answer-box textarea:focus').waitFor()
    await page.keyboard.type('Me, of course.')
    await marco.run('reply.post', { thread, body: 'Already here.' })
    const newer = page.getByRole('region', { name: '1 new reply since you began' })
    await newer.getByText('Already here.').waitFor()
    await page.keyboard.press('Control+Enter')
    await page.getByRole('alertdialog').waitFor()
    // Doing nothing does no harm: the focus is on not sending.
    await page.keyboard.press('Enter')
    await page.getByRole('alertdialog').waitFor({ state: 'detached' })
    expect(await page.locator('.answer-box textarea').inputValue()).toBe('Me, of course.')
    await page.locator('.answer-box textarea').press('Control+Enter')
    await page.getByRole('button', { name: 'Send anyway' }).press('Enter')
    await page.getByText('Sending in').waitFor()
    await page.getByRole('button', { name: /Undo send/ }).click()
    expect(await page.locator('.answer-box textarea').inputValue()).toBe('Me, of course.')
    expect(await replies(thread)).toHaveLength(1)
  })

  it('gives a thread to one of two who claim it at once', async () => {
    const thread = await post('Whose is this?')
    const marco = await app.staff('Marco', 'agent', site)
    const [hers, his] = await Promise.all([sit(giulia, `/t/${thread}`), sit(marco, `/t/${thread}`)])
    for (const page of [hers, his]) await page.locator('.answer-box').waitFor()
    await Promise.all([hers.keyboard.press('i'), his.keyboard.press('i')])
    const shown = (page: Page) =>
      page.locator('select.assign').evaluate(s => (s as HTMLSelectElement).selectedOptions[0]?.text)
    // Whoever was later may have seen the other's claim, and taken it over.
    const agree = async () => {
      const name = (await read(giulia, 'all')).threads[0]?.staff?.assignee?.name ?? 'nobody yet'
      return [await shown(hers), await shown(his)].every(text => text?.includes(name))
    }
    await expect.poll(agree, { timeout: PATIENCE }).toBe(true)
  })

  it('is judged by keyboard, with the way back', async () => {
    await post('Look at http://a.example http://b.example http://c.example')
    await post('And at http://d.example http://e.example http://f.example')
    const page = await sit(giulia)
    // Together: a chord waits a moment only.
    await Promise.all([page.keyboard.press('g'), page.keyboard.press('m')])
    await page.getByRole('heading', { name: 'Moderation', level: 1 }).waitFor()
    await page.locator('.entry').nth(1).waitFor()
    await page.keyboard.press('j')
    await page.keyboard.press('y')
    const approved = page.locator('.entry.decided').filter({ hasText: 'a.example' })
    await approved.getByText('Shown to everyone').waitFor()
    const titles = async () =>
      (await anna.get<{ threads: { title: string; visibility: string }[] }>('snapshot')).threads
    await eventually(async () => (await titles()).length === 1, PATIENCE)
    // The next one has the focus, and is refused with a reason everybody reads.
    await page.keyboard.press('h')
    await page.getByRole('button', { name: 'Advertising' }).press('Enter')
    await page.getByRole('dialog').getByRole('button', { name: 'Hide' }).press('Enter')
    await page.locator('.entry.decided').nth(1).waitFor()
    await page.keyboard.press('z')
    await expect.poll(() => page.locator('.entry.decided').count(), { timeout: PATIENCE }).toBe(1)
    await approved.getByRole('button', { name: 'Undo' }).click()
    await eventually(async () => (await titles()).length === 0, PATIENCE)
    await expect.poll(() => page.locator('.entry.decided').count()).toBe(0)
  })
})
