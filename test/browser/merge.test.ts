import { expect, it } from 'vitest'
import type { ThreadDetail } from '../../server/contract/reads.ts'
import { describeWith } from '../services/suites.ts'
import { PATIENCE, useDesk } from './desk.ts'
import { eventually } from './eventually.ts'

describeWith('chromiumPath')('merging at the desk', () => {
  const desk = useDesk()
  const read = async (id: string) => (await desk().anna.get<ThreadDetail>(`threads/${id}`)).thread

  it('[D1] [P4] shows what two come to together, leads there, and parts them again', async () => {
    const { anna, giulia, post, sit, site, app } = desk()
    const dark = await post('Dark mode for invoices, I read them at night', 'idea')
    const night = await post('Could invoices have a dark mode at night?', 'idea')
    const far = await post('A lamp for the balcony', 'idea')
    const tom = await app.visitor('Tom', site)
    for (const id of [dark, night]) await tom.run('vote.set', { id, on: true })
    const page = await sit(giulia, `/t/${night}?view=all`)
    const { keyboard } = page
    await page.locator('.answer-box').waitFor()
    await keyboard.press('m')
    const dialog = page.getByRole('dialog', { name: 'Merge into…' })
    // What says the same is there unasked, and the thread itself is not.
    await dialog.getByRole('radio').first().waitFor()
    expect(await dialog.getByRole('radio').count()).toBe(1)
    await dialog.getByRole('searchbox').fill('balcony')
    await dialog.getByText('A lamp for the balcony').waitFor()
    await dialog.getByRole('searchbox').fill('')
    await dialog.getByText('Says much the same').waitFor()
    await dialog.getByRole('radio').check()
    // Anna and Tom, each once.
    await dialog.getByText('Together 2 votes, each person counted once').waitFor()
    await dialog.getByText('2 people will hear about this').waitFor()
    await dialog.getByRole('button', { name: 'Merge' }).click()
    await page.getByRole('heading', { name: 'Dark mode for invoices', level: 2 }).waitFor()
    expect(await read(night)).toMatchObject({ merged: { id: dark } })
    expect((await read(dark)).votes).toBe(2)

    await keyboard.press('z')
    await eventually(async () => (await read(night)).merged === undefined, PATIENCE)
    await giulia.run('thread.merge', { thread: night, into: far })
    await page.goto(`${app.app.url}/admin/s/${site.id}/t/${night}?view=all`)
    await page.getByRole('link', { name: 'Merged into “A lamp for the balcony”' }).waitFor()
    await page.locator('.link-mark.on').waitFor()
    await page.getByRole('button', { name: 'Undo the merge' }).click()
    await eventually(async () => (await read(night)).merged === undefined, PATIENCE)
    await anna.run('reply.post', { thread: night, body: 'Still here' })
  })

  it('[D1] [P4] merges all that is ticked into one of them, in one step back', async () => {
    const { giulia, post, sit, site, app } = desk()
    const dark = await post('Dark mode for invoices', 'idea')
    const others = [await post('Invoices are too bright', 'idea'), await post('A night theme', 'idea')]
    const tom = await app.visitor('Tom', site)
    for (const id of [dark, ...others]) await tom.run('vote.set', { id, on: true })
    const page = await sit(giulia, `?view=all`)
    for (const name of ['Dark mode for invoices', 'Invoices are too bright', 'A night theme'])
      await page.getByRole('checkbox', { name: `Select “${name}”` }).check()
    await page.locator('.bulk-bar').getByRole('button', { name: 'Merge into…' }).click()
    const dialog = page.getByRole('dialog', { name: 'Merge into…' })
    await dialog.getByText('3 conversations').waitFor()
    await dialog.getByText('Which one do the others lead to?').waitFor()
    expect(await dialog.getByRole('radio').count()).toBe(3)
    await dialog.getByRole('radio', { name: /Dark mode for invoices/ }).check()
    // Anna began all three and Tom supports all three: two people.
    await dialog.getByText('Together 2 votes, each person counted once').waitFor()
    await dialog.getByText('2 people will hear about this').waitFor()
    await dialog.getByRole('button', { name: 'Merge' }).click()
    const merged = () => Promise.all(others.map(async id => (await read(id)).merged?.id))
    await expect.poll(merged, { timeout: PATIENCE }).toEqual([dark, dark])
    expect((await read(dark)).votes).toBe(2)
    await page.locator('.undo-bar').getByText('2 conversations updated').waitFor()
    await page.keyboard.press('z')
    await expect.poll(merged, { timeout: PATIENCE }).toEqual([undefined, undefined])
    expect(await page.locator('.undo-bar').count()).toBe(0)
  })

  it('[D1] says who was faster, and loses nothing', async () => {
    const { giulia, post, sit } = desk()
    const dark = await post('Dark mode for invoices, I read them at night', 'idea')
    const night = await post('Could invoices have a dark mode at night?', 'idea')
    const far = await post('A lamp for the balcony', 'idea')
    const page = await sit(giulia, `/t/${night}?view=all`)
    await page.locator('.answer-box').waitFor()
    await page.keyboard.press('m')
    const dialog = page.getByRole('dialog', { name: 'Merge into…' })
    await dialog.getByRole('button', { name: 'Merge' }).click()
    await dialog.getByRole('alert').getByText('Choose a conversation first').waitFor()
    await dialog.getByRole('radio').check()
    await giulia.run('thread.merge', { thread: night, into: far })
    await dialog.getByRole('button', { name: 'Merge' }).click()
    await dialog.getByRole('alert').getByText('Someone was faster').waitFor()
    expect(await read(night)).toMatchObject({ merged: { id: far } })
    expect((await read(dark)).votes).toBe(1)
  })
})
