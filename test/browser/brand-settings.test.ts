import type { FrameLocator, Page } from 'playwright-core'
import { expect, it } from 'vitest'
import type { OwnTexts } from '../../server/contract/own-texts.ts'
import type { SiteSettings } from '../../server/contract/settings.ts'
import { describeWith } from '../services/suites.ts'
import { useDesk } from './desk.ts'

describeWith('chromiumPath')('what a brand decides of its widget', () => {
  const desk = useDesk()
  const ownerOf = async () => {
    const { app, site } = desk()
    return app.staff('Teresa', 'owner', site)
  }
  const preview = (page: Page): FrameLocator => page.frameLocator('.preview iframe')
  const press = (page: Page, ...keys: string[]) =>
    keys.reduce((before, key) => before.then(() => page.keyboard.press(key)), Promise.resolve())
  /** What has the focus, by its name. */
  const focused = (page: Page) => page.evaluate(() => document.activeElement?.id)

  it('[H9] puts words of its own in the place of a text by keyboard, and reads them in the widget', async () => {
    const owner = await ownerOf()
    const { app, site, sit } = desk()
    const page = await sit(owner, '/settings/texts')
    await page.getByRole('searchbox', { name: 'Search texts' }).focus()
    await page.keyboard.type('talk with')
    await page.getByRole('button', { name: 'Change Talk with {brand}' }).waitFor()
    await page.waitForFunction(() => document.querySelectorAll('.members li').length === 1)
    // Past “Only your own” to the only one that was found.
    await press(page, 'Tab', 'Tab')
    expect(await focused(page)).toBe('change-frame.title')
    await press(page, 'Enter')
    const field = page.getByRole('textbox', { name: 'Your text' })
    await field.waitFor()
    expect(await field.inputValue()).toBe('Talk with {brand}')
    await press(page, 'ControlOrMeta+a')
    await page.keyboard.type('Our workshop listens')
    await press(page, 'Enter')
    await page.getByText('Error: {brand} is missing').waitFor()
    expect(await focused(page)).toBe('own-other')
    expect(await field.getAttribute('aria-invalid')).toBe('true')
    await press(page, 'ControlOrMeta+a')
    await page.keyboard.type('The workshop of {brand} listens')
    // The real widget says it before it is kept.
    await preview(page).getByRole('heading', { name: 'The workshop of Lume listens' }).waitFor()
    expect((await owner.get<OwnTexts>('texts/en')).texts).toEqual({})
    await press(page, 'Enter')
    await page.getByText('Saved').first().waitFor()
    expect((await owner.get<OwnTexts>('texts/en')).texts).toEqual({
      'frame.title': 'The workshop of {brand} listens',
    })
    await page.waitForFunction(() => document.activeElement?.id === 'change-frame.title')
    await preview(page).getByRole('heading', { name: 'The workshop of Lume listens' }).waitFor()

    const visitor = await page.context().newPage()
    await visitor.goto(`${app.app.url}/trial/${site.id}`)
    await visitor.getByRole('heading', { name: 'The workshop of Lume listens' }).waitFor()
    await visitor.close()

    // From “Change” to the way back.
    await press(page, 'Tab', 'Enter')
    await preview(page).getByRole('heading', { name: 'Talk with Lume' }).waitFor()
    expect((await owner.get<OwnTexts>('texts/en')).texts).toEqual({})
    await page.waitForFunction(() => document.activeElement?.id === 'change-frame.title')
  })

  it('[H9] has a field for each plural form, and Escape keeps nothing', async () => {
    const owner = await ownerOf()
    const page = await desk().sit(owner, '/settings/texts')
    await page.getByRole('combobox', { name: 'Language' }).selectOption('ar')
    await page.getByRole('searchbox').fill('thread.replies')
    await page.locator('[id="change-thread.replies"]').press('Enter')
    const fields = page.getByRole('textbox', { name: /^Your text for / })
    await fields.first().waitFor()
    expect(await fields.count()).toBe(6)
    await page.getByRole('textbox', { name: 'Your text for 3, 4, 5…' }).fill('{n} أصوات')
    await press(page, 'Escape')
    await fields.first().waitFor({ state: 'detached' })
    await expect.poll(() => focused(page)).toBe('change-thread.replies')
    expect((await owner.get<OwnTexts>('texts/ar')).texts).toEqual({})
    await page.locator('[id="change-thread.replies"]').press('Enter')
    await page.getByRole('textbox', { name: 'Your text for 3, 4, 5…' }).fill('{n} أصوات')
    await press(page, 'Enter')
    await page.getByText('Saved').first().waitFor()
    expect((await owner.get<OwnTexts>('texts/ar')).texts['thread.replies']).toMatchObject({
      few: '{n} أصوات',
    })
    await page.getByRole('searchbox').fill('')
    await page.getByRole('checkbox', { name: 'Only your own' }).check()
    await page.locator('.members code').nth(1).waitFor({ state: 'detached' })
    expect(await page.locator('.members code').allTextContents()).toEqual(['thread.replies'])
    await page.goto(`${page.url().replace(/texts$/, 'install')}`)
    await page.getByText('data-texts="site"').waitFor()
    await page.goto(`${page.url().replace(/install$/, 'log')}`)
    await page.getByText('Changed a text of the widget').waitFor()
    await page.getByText('thread.replies · ar').waitFor()
  })

  it('[H9] has the focus in the first field as soon as there are fields', async () => {
    const page = await desk().sit(await ownerOf(), '/settings/texts')
    const focusedAtOnce = await page.locator('[id="change-frame.title"]').evaluate(
      change =>
        new Promise(resolve => {
          new MutationObserver((_, watch) => {
            const field = document.getElementById('own-other')
            if (!field) return
            watch.disconnect()
            resolve(document.activeElement === field)
          }).observe(document.body, { childList: true, subtree: true })
          ;(change as HTMLElement).click()
        }),
    )
    expect(focusedAtOnce).toBe(true)
  })

  it('[H9] shows the texts to those who may not change them', async () => {
    const { giulia, sit } = desk()
    const page = await sit(giulia, '/settings/texts')
    await page.getByText('Only owners and admins can change this.').waitFor()
    await page.getByText('Talk with {brand}').waitFor()
    expect(await page.getByRole('button', { name: /^Change/ }).count()).toBe(0)
  })

  it('[U7] names its privacy policy and terms, and the widget leads there', async () => {
    const owner = await ownerOf()
    const { app, site, sit } = desk()
    const page = await sit(owner, '/settings/site')
    const privacy = page.getByRole('textbox', { name: 'Privacy policy (optional)' })
    await privacy.fill('lume.example/privacy')
    await press(page, 'Enter')
    await page.getByText('Error: Write the whole address, like https://acme.com/privacy').waitFor()
    expect(await focused(page)).toBe('set-privacy')
    await privacy.fill(' https://lume.example/privacy ')
    await page.getByRole('textbox', { name: 'Terms (optional)' }).fill('https://lume.example/terms')
    await press(page, 'Enter')
    await page.getByText('Saved').first().waitFor()
    expect(await owner.get<SiteSettings>('settings')).toMatchObject({
      privacyUrl: 'https://lume.example/privacy',
      termsUrl: 'https://lume.example/terms',
    })
    const visitor = await page.context().newPage()
    await visitor.goto(`${app.app.url}/trial/${site.id}`)
    const link = visitor.getByRole('link', { name: 'Privacy' })
    expect(await link.getAttribute('href')).toBe('https://lume.example/privacy')
    const { height } = (await link.boundingBox()) ?? { height: 0 }
    expect(height).toBeGreaterThanOrEqual(24)
    await visitor.getByRole('textbox', { name: 'Your message' }).fill('Does the lamp fold?')
    await visitor.getByRole('button', { name: 'Post', exact: true }).click()
    const terms = visitor.getByRole('link', { name: 'terms' })
    expect(await terms.getAttribute('href')).toBe('https://lume.example/terms')
    await visitor.close()
  })
})
