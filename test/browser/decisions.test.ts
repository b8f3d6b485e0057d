import { expect, it } from 'vitest'
import type { Snapshot, ThreadDetail } from '../../server/contract/reads.ts'
import { describeWith } from '../services/suites.ts'
import { PATIENCE, useDesk } from './desk.ts'
import { eventually } from './eventually.ts'

const OTHER = 'https://lume.example/lamps'
const ELSEWHERE = 'https://lume.example/elsewhere'

describeWith('chromiumPath')('decisions at the desk', () => {
  const desk = useDesk()

  it('[D9] the team asks its customers, on the pages it names', async () => {
    const { anna, giulia, sit } = desk()
    const page = await sit(giulia, '?view=all', { viewport: { width: 1400, height: 860 } })
    await page.getByRole('button', { name: 'Ask your customers' }).click()
    const dialog = page.getByRole('dialog', { name: 'Ask your customers' })
    await dialog.getByRole('button', { name: 'Ask', exact: true }).click()
    await dialog.getByText('Write a message').waitFor()
    await dialog.getByLabel('What would you like to know?').fill('Which lamp should we make next?')
    await dialog.getByLabel('On these pages, one address a line').first().check()
    await dialog.locator('#ask-pages').fill('not a page')
    await dialog.getByRole('button', { name: 'Ask', exact: true }).click()
    await dialog.getByText('Not an address of a page: not a page').waitFor()
    await dialog.locator('#ask-pages').fill(`${OTHER}#top\n`)
    await dialog.getByRole('button', { name: 'Ask', exact: true }).click()
    await page.getByRole('heading', { name: 'Which lamp should we make next?', level: 2 }).waitFor()
    const shown = async (at: string) => {
      const { announced = [], threads } = await anna.get<Snapshot>(`snapshot?page=${encodeURIComponent(at)}`)
      return [...announced, ...threads].map(({ title }) => title)
    }
    const asked = ['Which lamp should we make next?']
    expect(await shown(OTHER)).toEqual(asked)
    expect(await shown(ELSEWHERE)).toEqual([])
    // And on every page, and on none but its own again.
    const note = page.locator('.standing').filter({ hasText: 'Also announced on' })
    await note.getByRole('button', { name: 'Change' }).click()
    const again = page.getByRole('dialog', { name: 'Announce on other pages…' })
    await again.getByLabel('On every page').check()
    await again.getByRole('button', { name: 'Save' }).click()
    await expect.poll(() => shown(ELSEWHERE), { timeout: PATIENCE }).toEqual(asked)
    const everywhere = page.locator('.standing').filter({ hasText: 'Announced on every page' })
    await everywhere.getByRole('button', { name: 'Take it off other pages' }).click()
    await expect.poll(() => shown(ELSEWHERE), { timeout: PATIENCE }).toEqual([])
    expect(await shown(OTHER)).toEqual(asked)
    await page.locator('.undo-bar').getByRole('button', { name: '1 earlier' }).first().waitFor()
    await page.locator('.undo-bar').getByRole('button', { name: /Undo/ }).first().click()
    await expect.poll(() => shown(ELSEWHERE), { timeout: PATIENCE }).toEqual(asked)
  })

  it('[D11] declining asks for a reason and shipping for a link, and undo brings both back', async () => {
    const { anna, giulia, post, sit } = desk()
    const idea = await post('A dimmer', 'idea')
    const standing = async () => {
      const { status, statusNote } = (await anna.get<ThreadDetail>(`threads/${idea}`)).thread
      return [status, statusNote?.reason, statusNote?.link]
    }
    const page = await sit(giulia, `/t/${idea}?view=all`)
    const dialog = page.getByRole('dialog', { name: 'Change status' })
    const save = dialog.getByRole('button', { name: 'Change status' })
    const reason = dialog.getByLabel('Reason, for everyone to read')
    const become = async (status: string) => {
      await page.locator('#status').click()
      await dialog.getByLabel(status, { exact: true }).check()
    }
    await become('Shipped')
    await save.click()
    await dialog.getByText('Add a link first').waitFor()
    await dialog.getByLabel('Link').fill('javascript:alert(1)')
    await save.click()
    await dialog.getByText('Enter an address that begins with https://').waitFor()
    await dialog.getByLabel('Link').fill('https://lume.example/dimmer')
    await reason.fill('You asked, we did')
    await save.click()
    await dialog.waitFor({ state: 'hidden' })
    const shipped = ['shipped', 'You asked, we did', 'https://lume.example/dimmer']
    expect(await standing()).toEqual(shipped)
    await become('Declined')
    await save.click()
    await dialog.getByText('Write a reason first').waitFor()
    await reason.fill('It hums')
    await save.click()
    await dialog.waitFor({ state: 'hidden' })
    expect(await standing()).toEqual(['declined', 'It hums', null])
    await page.getByText('Why: It hums').waitFor()
    await page.locator('.undo-bar').getByRole('button', { name: /Undo/ }).first().click()
    await expect.poll(standing, { timeout: PATIENCE }).toEqual(shipped)
  })

  it('[V6] what was reported says why, and is let stand or hidden', async () => {
    const { anna, app, giulia, post, sit, site } = desk()
    const idea = await post('Cheap watches', 'idea')
    const other = await post('A timer', 'idea')
    const tom = await app.visitor('Tom', site)
    await tom.run('message.report', { id: idea, reason: 'spam', words: 'They sell things' })
    await tom.run('message.report', { id: other, reason: 'abuse' })
    const page = await sit(giulia, `/t/${idea}?view=all`)
    const note = page.locator('.standing').filter({ hasText: 'Reported by 1 person' })
    await note.getByText('They sell things').waitFor()
    expect(await note.textContent()).toContain('Advertising')
    await page.goto(`${app.app.url}/admin/s/${site.id}/moderation`)
    await page.getByRole('button', { name: /^Reported 2/ }).click()
    await page.locator('.link-mark.on').waitFor()
    const entry = page.locator('.entry').filter({ hasText: 'A timer' })
    await entry.getByText('Insults or hate').waitFor()
    await entry.getByRole('button', { name: /Keep it/ }).click()
    await entry.getByText('Shown to everyone').waitFor()
    const watches = page.locator('.entry').filter({ hasText: 'Cheap watches' })
    await watches.getByRole('button', { name: /Mark as spam/ }).click()
    const seen = async () => (await anna.get<Snapshot>('snapshot')).threads.map(({ title }) => title)
    await eventually(async () => (await seen()).join() === 'A timer', PATIENCE)
    await watches.getByRole('button', { name: 'Undo' }).click()
    await eventually(async () => (await seen()).length === 2, PATIENCE)
  })

  it('[P10] colleagues are offered after @, and a public mention of one is asked about', async () => {
    const { app, anna, giulia, post, sit, site } = desk()
    await app.staff('Marco Bini', 'agent', site)
    const thread = await post('When will it arrive?')
    const page = await sit(giulia, `/t/${thread}`)
    await page.locator('.answer-box textarea').waitFor()
    await page.keyboard.press('n')
    await page.locator('.answer-box textarea:focus').waitFor()
    await page.keyboard.type('@An')
    await page.keyboard.press('Backspace')
    await page.keyboard.press('Backspace')
    await page.keyboard.type('Mar')
    await page.locator('.people [role=option]').getByText('Marco Bini').waitFor()
    // A note never calls in a visitor.
    expect(await page.locator('.people').textContent()).not.toContain('Anna')
    await page.keyboard.press('Enter')
    await expect
      .poll(() => page.locator('.answer-box textarea').inputValue(), { timeout: PATIENCE })
      .toBe('@Marco Bini ')
    await page.locator('.answer-box').getByRole('button', { name: 'Public reply' }).click()
    await page.locator('.answer-box textarea').press('Control+Enter')
    await page.getByRole('alertdialog').getByText('@Marco Bini').waitFor()
    await page.keyboard.press('Enter')
    expect((await anna.get<ThreadDetail>(`threads/${thread}`)).replies).toEqual([])
  })
})
