import { expect, it } from 'vitest'
import type { ThreadDetail } from '../../server/contract/reads.ts'
import type { SavedReplies, SavedViews, SiteLabels } from '../../server/contract/saved.ts'
import { describeWith } from '../services/suites.ts'
import { PATIENCE, useDesk } from './desk.ts'
import { eventually } from './eventually.ts'

describeWith('chromiumPath')('what the team keeps', () => {
  const desk = useDesk()

  it('[D2] a saved reply is written after a slash, filled in, and changed before it goes', async () => {
    const { giulia, post, sit, site, anna } = desk()
    const thread = await post('When will it arrive?')
    await giulia.post('saved-replies', {
      name: 'Delivery',
      language: 'en',
      body: 'Hello {{name}}, three days.',
    })
    await giulia.post('saved-replies', {
      name: 'Consegna',
      language: 'it',
      body: 'Ciao {{name}}, tre giorni.',
    })
    await giulia.post('saved-replies', { name: 'Refund', language: null, body: 'By {{date}}.' })
    const page = await sit(giulia, `/t/${thread}`)
    /** Seconds in which a reply can be taken back. */
    const wait = (seconds: number) =>
      page.evaluate(kept => localStorage.setItem(...kept), [
        `parla:staff:${site.id}:wait`,
        `${seconds}`,
      ] as const)
    await wait(20)
    const field = page.locator('.answer-box textarea')
    await field.waitFor()
    await page.keyboard.press('r')
    await page.locator('.answer-box textarea:focus').waitFor()
    await page.keyboard.type('/dlv')
    const list = page.getByRole('listbox', { name: 'Saved replies' })
    await list
      .getByRole('option', { name: /Delivery/ })
      .getByText('Not used yet')
      .waitFor()
    expect(await list.getByRole('option').count()).toBe(1)
    await page.keyboard.press('Enter')
    await expect.poll(() => field.inputValue(), { timeout: PATIENCE }).toBe('Hello Anna, three days.')
    await page.keyboard.type(' Or four.')
    await page.keyboard.press('Control+Enter')
    await page.getByText('Sending in').waitFor()
    await page.getByRole('button', { name: /Undo send/ }).click()
    await page.getByRole('button', { name: /Saved replies/ }).click()
    await page.getByRole('combobox', { name: 'Find a saved reply' }).fill('refund')
    await page.keyboard.press('Enter')
    await expect.poll(() => field.inputValue(), { timeout: PATIENCE }).toContain('By {{date}}.')
    // What nothing is known for does not go without a question.
    await field.press('Control+Enter')
    await page.getByRole('alertdialog').getByText('{{date}}').waitFor()
    await page.keyboard.press('Enter')
    await page.getByRole('alertdialog').waitFor({ state: 'detached' })
    await wait(0)
    await field.fill('Hello Anna, three days. Or four.')
    await field.press('Control+Enter')
    const said = async () => (await anna.get<ThreadDetail>(`threads/${thread}`)).replies.length
    await eventually(async () => (await said()) === 1, PATIENCE)
    const { replies } = await giulia.get<SavedReplies>('saved-replies')
    expect(replies.filter(({ usedAt }) => usedAt !== null).map(({ name }) => name)).toEqual([
      'Delivery',
      'Refund',
    ])
  })

  it('[D3] a view is saved with its filters and order, shown again after a reload, and deleted with a way back', async () => {
    const { giulia, post, sit } = desk()
    const [first, second] = [await post('A timer', 'idea'), await post('A dimmer', 'idea')]
    await giulia.run('thread.assign', { thread: first, to: giulia.personId as string })
    const page = await sit(giulia, '?view=ideas', { viewport: { width: 1400, height: 860 } })
    await page.locator('.row').nth(1).waitFor()
    await page.getByRole('button', { name: 'Filter' }).click()
    await page.getByLabel('Assigned to').selectOption('nobody')
    await page.getByLabel('Order').selectOption('newest')
    const titles = () => page.locator('.row-title').allTextContents()
    await expect.poll(titles, { timeout: PATIENCE }).toEqual(['A dimmer'])
    await page.locator('.filter-panel').getByRole('button', { name: 'Save view' }).click()
    const dialog = page.getByRole('dialog', { name: 'Save view' })
    await dialog.getByRole('button', { name: 'Save', exact: true }).click()
    await dialog.getByText('Write a name').waitFor()
    await dialog.getByLabel('Name of the view').fill('Ideas of nobody')
    await dialog.getByLabel('For the whole team').check()
    await dialog.getByRole('button', { name: 'Save', exact: true }).click()
    await page.getByRole('link', { name: 'Ideas of nobody' }).and(page.locator('[aria-current]')).waitFor()
    await page.reload()
    await page.locator('.link-mark.on').waitFor()
    await page.getByRole('link', { name: 'Ideas by votes' }).click()
    await expect.poll(async () => (await titles()).length, { timeout: PATIENCE }).toBe(2)
    await page.getByRole('link', { name: 'Ideas of nobody' }).click()
    await expect.poll(titles, { timeout: PATIENCE }).toEqual(['A dimmer'])
    const kept = async () => (await giulia.get<SavedViews>('saved-views')).views
    expect(await kept()).toMatchObject([
      {
        name: 'Ideas of nobody',
        view: 'ideas',
        filter: { assignee: 'nobody', sort: 'newest' },
        shared: true,
      },
    ])
    await page.getByRole('button', { name: 'Delete view Ideas of nobody' }).click()
    await eventually(async () => (await kept()).length === 0, PATIENCE)
    await page
      .getByRole('region', { name: 'What you can undo' })
      .getByRole('button', { name: /Undo/ })
      .click()
    await eventually(async () => (await kept()).length === 1, PATIENCE)
    expect(second).not.toBe(first)
  })

  it('[D2] saved replies and labels are kept in the settings', async () => {
    const { app, site, post, sit, giulia } = desk()
    const owner = await app.staff('Teresa', 'owner', site)
    const thread = await post('A timer', 'idea')
    await giulia.run('thread.label', { thread, label: 'lamps', on: true })
    const page = await sit(owner, '/settings/kept')
    await page.getByRole('button', { name: 'Add a saved reply' }).click()
    await page.getByRole('button', { name: 'Save', exact: true }).click()
    await page.getByText('Write a name').waitFor()
    await page.getByLabel('Name', { exact: true }).fill('Delivery')
    await page.getByLabel('Text', { exact: true }).fill('Hello {{name}}')
    await page.getByRole('button', { name: 'Save', exact: true }).click()
    await page.getByRole('button', { name: 'Edit Delivery' }).click()
    await page.getByLabel('Language').selectOption('it')
    await page.getByRole('button', { name: 'Save', exact: true }).click()
    const replies = async () => (await owner.get<SavedReplies>('saved-replies')).replies
    await eventually(async () => (await replies())[0]?.language === 'it', PATIENCE)
    await page.getByRole('button', { name: 'Delete Delivery' }).click()
    await page.getByRole('button', { name: 'Delete “Delivery” for good' }).click()
    await eventually(async () => (await replies()).length === 0, PATIENCE)
    await page.locator('#edit-new:focus').waitFor()

    const labels = async () => (await owner.get<SiteLabels>('labels')).labels.map(({ name }) => name)
    await page.getByLabel('New label').fill('batteries')
    await page.keyboard.press('Enter')
    await eventually(async () => (await labels()).join() === 'batteries,lamps', PATIENCE)
    // It is there to be seen before another may not have its name.
    await page.getByLabel('Name of the label batteries').waitFor()
    await page.getByLabel('Name of the label lamps').fill('batteries')
    await page.keyboard.press('Enter')
    await page.getByText('Another one has this name').first().waitFor()
    await page.getByLabel('Name of the label lamps').fill('lights')
    await page.keyboard.press('Enter')
    await eventually(async () => (await labels()).includes('lights'), PATIENCE)
    await page.getByRole('button', { name: 'Delete lights' }).click()
    await page.getByRole('button', { name: 'Delete “lights” for good' }).click()
    await eventually(async () => (await labels()).join() === 'batteries', PATIENCE)
    // What is there can be put on without its having been seen.
    // Out of the field first.
    await page.locator('#new-label:focus').waitFor()
    await page.keyboard.press('Escape')
    // Together: a chord waits a moment only.
    await Promise.all([page.keyboard.press('g'), page.keyboard.press('i')])
    await page.locator('#inbox-title:focus').waitFor()
    await page.locator('.row-title').first().focus()
    await page.keyboard.press('l')
    await page.getByRole('option', { name: 'batteries' }).click()
    const labelled = async () => (await owner.get<ThreadDetail>(`threads/${thread}`)).thread.labels
    await eventually(async () => (await labelled())[0]?.name === 'batteries', PATIENCE)
  })
})
