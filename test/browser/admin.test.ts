import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { DEMO_SITE } from '../../demo/start.ts'
import { launchBrowser } from '../services/browser.ts'
import { describeWith } from '../services/suites.ts'
import type { Stage } from './stage.ts'
import { setStage } from './stage.ts'

const CREDENTIALS = { email: 'teresa@lume.example', password: 'four plain quiet words' }
const PLANS = 'Tracking says delivered, but there is no parcel'

describeWith('chromiumPath')('the admin view', () => {
  let stage: Stage
  let browser: Browser
  let url: string
  let page: Page
  let complaints: string[]

  const open = async () => {
    const context = await browser.newContext({ viewport: { width: 1280, height: 860 }, locale: 'en-GB' })
    context.setDefaultTimeout(10_000)
    page = await context.newPage()
    page.on('pageerror', error => complaints.push(error.message))
    page.on('console', message => {
      if (['error', 'warning'].includes(message.type())) complaints.push(message.text())
    })
  }
  const signIn = async () => {
    await page.getByLabel('Email').fill(CREDENTIALS.email)
    await page.getByLabel('Password', { exact: true }).fill(CREDENTIALS.password)
    await page.getByRole('button', { name: 'Sign in' }).click()
    await page.getByRole('heading', { name: /Unanswered|All/, level: 2 }).waitFor()
    // A page that is left while it connects complains of it.
    await page.locator('.link-mark.on').waitFor()
  }
  const focused = () => page.evaluate(() => document.activeElement?.id ?? '')
  const composer = () => page.locator('.answer-box')

  beforeAll(async () => {
    stage = await setStage({ nodes: 1 })
    url = (stage.nodes[0] as Stage['nodes'][number]).app.url
    browser = await launchBrowser()
    const owner = { ...CREDENTIALS, code: stage.code, name: 'Teresa Galli' }
    const made = await fetch(`${url}/api/v1/admin/owner`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-parla-admin': '1' },
      body: JSON.stringify(owner),
    })
    expect(made.status).toBe(201)
  })
  afterAll(async () => {
    await browser?.close()
    await stage?.close()
  })
  beforeEach(() => {
    complaints = []
  })

  it('lets in whoever has the password, and nobody after they left', async () => {
    await open()
    await page.goto(`${url}/admin`)
    await page.getByRole('button', { name: 'Sign in' }).click()
    await page.getByText('Enter your password').waitFor()
    await expect.poll(focused).toBe('email')
    await signIn()
    await expect.poll(focused).toBe('inbox-title')
    expect(complaints).toEqual([])

    await page.getByRole('button', { name: /Teresa Galli/ }).click()
    await page.getByRole('button', { name: 'Sign out' }).click()
    await page.getByRole('heading', { name: 'Team sign-in' }).waitFor()
    await page.reload()
    await page.getByRole('heading', { name: 'Team sign-in' }).waitFor()
    expect(complaints).toEqual([])
    await page.getByLabel('Email').fill(CREDENTIALS.email)
    await page.getByLabel('Password', { exact: true }).fill('not the password')
    await page.getByRole('button', { name: 'Sign in' }).click()
    await page.getByText('Email and password don’t match').waitFor()
    await page.context().close()
  })

  it('goes by keyboard from the list through a thread and back', async () => {
    await open()
    await page.goto(`${url}/admin/s/${DEMO_SITE}?view=all`)
    await signIn()
    await page.goto(`${url}/admin/s/${DEMO_SITE}?view=all`)
    await page.getByRole('link', { name: PLANS }).waitFor()
    await page.keyboard.press('j')
    const first = page.locator('.row-title').first()
    await expect.poll(focused).toBe(await first.getAttribute('id'))
    await page.keyboard.press('Enter')
    await expect.poll(focused).toBe('heading')
    const thread = page.url()
    expect(thread).toMatch(/\/t\/t_/)
    await page.keyboard.press('j')
    await expect.poll(() => page.url()).not.toBe(thread)
    await page.goBack()
    await expect.poll(() => page.url()).toBe(thread)
    await page.keyboard.press('Escape')
    await expect.poll(focused).toBe(await first.getAttribute('id'))
    await page.keyboard.press('?')
    await page.getByRole('dialog', { name: 'Keyboard shortcuts' }).waitFor()
    await page.getByLabel('Single-key shortcuts').uncheck()
    await page.keyboard.press('Escape')
    await page.keyboard.press('?')
    expect(await page.getByRole('dialog').count()).toBe(0)
    expect(complaints).toEqual([])
    await page.context().close()
  })

  it('[V4] writes notes that no reply can be mistaken for, and always opens with a reply', async () => {
    await open()
    await page.goto(`${url}/admin`)
    await signIn()
    await page.getByRole('link', { name: 'All', exact: false }).first().click()
    await page.getByRole('link', { name: PLANS }).click()
    await page.getByRole('button', { name: 'Public reply', pressed: true }).waitFor()
    await page.keyboard.press('n')
    await page.getByRole('button', { name: 'Add note' }).waitFor()
    await page.locator('.answer-box.for-team textarea:focus').waitFor()
    await page.keyboard.type('Marco has the courier on the phone.')
    expect(await composer().getAttribute('class')).toContain('for-team')
    await page.keyboard.press('Control+Enter')
    const note = page.getByRole('article').filter({ hasText: 'Marco has the courier' })
    await note.getByText('Internal note').waitFor()

    const id = page.url().match(/t_[\w-]+/)?.[0]
    const origin = new URL((stage.nodes[0] as Stage['nodes'][number]).demo.url).origin
    const seen = await fetch(`${url}/api/v1/sites/${DEMO_SITE}/threads/${id}`, { headers: { origin } })
    expect(seen.status).toBe(200)
    expect(await seen.text()).not.toContain('Marco has the courier')

    await page.keyboard.type('Half a thought')
    await page.keyboard.press('Escape')
    await page.keyboard.press('Escape')
    await page.getByRole('link', { name: PLANS }).click()
    await page.getByRole('button', { name: 'Public reply', pressed: true }).waitFor()
    await page.getByRole('button', { name: /Internal note.*Draft/ }).waitFor()
    expect(await composer().getByRole('textbox').inputValue()).toBe('')
    expect(complaints).toEqual([])
    await page.context().close()
  })

  it('asks for a reason before it declines, and shows the decision', async () => {
    await open()
    await page.goto(`${url}/admin`)
    await signIn()
    await page.getByRole('link', { name: 'All', exact: false }).first().click()
    await page.getByRole('link', { name: PLANS }).click()
    await page.getByRole('button', { name: /Change status/ }).click()
    await page.getByRole('radio', { name: 'Won’t fix' }).check()
    await page.getByRole('button', { name: 'Change status', exact: true }).click()
    await page.getByText('Write a reason first').waitFor()
    await page.getByLabel(/Reason/).fill('The courier found it.')
    await page.getByRole('button', { name: 'Change status', exact: true }).click()
    await page.getByRole('region', { name: 'Status: Won’t fix' }).getByText('The courier found it.').waitFor()
    await expect.poll(focused).toBe('status')
    expect(complaints).toEqual([])
    await page.context().close()
  })

  it.each([320, 720, 1080, 1440])('fits a window %d pixels wide', async width => {
    await open()
    await page.setViewportSize({ width, height: 700 })
    await page.goto(`${url}/admin`)
    const spill = () =>
      page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
    expect(await spill()).toBe(0)
    await signIn()
    expect(await spill()).toBe(0)
    await page.locator('.row-title').first().click()
    await page.getByRole('button', { name: 'Internal note' }).waitFor()
    expect(await spill()).toBe(0)
    await page.context().close()
  })
})
