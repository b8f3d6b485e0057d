import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { pino } from 'pino'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, inject, it } from 'vitest'
import type { App } from '../../server/app.ts'
import { createApp } from '../../server/app.ts'
import { readConfig } from '../../server/config.ts'
import { unlimited } from '../../server/features/rate-limits.ts'
import { systemClock } from '../../server/lib/clock.ts'
import { unmeasured } from '../../server/lib/load-gauge.ts'
import { launchBrowser } from '../services/browser.ts'
import { describeWith } from '../services/suites.ts'

const PATIENCE = 30_000

describeWith('chromiumPath')('the first run', () => {
  let app: App
  let dataDir: string
  let browser: Browser
  let context: BrowserContext
  const complaints: string[] = []

  beforeAll(async () => {
    expect(inject('buildFailure')).toBeNull()
    dataDir = await mkdtemp(join(tmpdir(), 'parla-'))
    app = await createApp({
      config: readConfig({ PORT: '0', HOST: '127.0.0.1', DATA_DIR: dataDir }),
      clock: systemClock,
      logger: pino({ level: 'silent' }),
      limits: unlimited,
      load: unmeasured,
      assetsDir: resolve('dist'),
    })
    browser = await launchBrowser()
    context = await browser.newContext({ viewport: { width: 1280, height: 900 }, locale: 'en-GB' })
    context.setDefaultTimeout(PATIENCE)
  })
  afterAll(async () => {
    await context?.close()
    await browser?.close()
    await app?.close()
    if (dataDir) await rm(dataDir, { recursive: true, force: true })
  })
  const open = async (url: string): Promise<Page> => {
    const page = await context.newPage()
    page.on('pageerror', error => complaints.push(error.message))
    page.on('console', message => {
      if (['error', 'warning'].includes(message.type())) complaints.push(message.text())
    })
    await page.goto(url)
    return page
  }

  it('[D6] leads from nothing to the first answer, by what is on screen alone', async () => {
    const began = performance.now()
    const page = await open(`${app.url}/admin`)
    await page.getByLabel('One-time code').fill((await app.staff.issueSetupCode()) as string)
    await page.getByLabel('Your name').fill('Teresa Galli')
    await page.getByLabel('Email').fill('teresa@lume.example')
    await page.getByLabel('Password', { exact: true }).fill('four plain quiet words')
    await page.getByRole('button', { name: 'Create account' }).click()
    await page.locator('#domain').fill('lume.example')
    await page.locator('form').getByRole('button').last().click()
    // The tag is the first thing one gets to see; then the list says what comes next.
    await page.getByText('<script').first().waitFor()
    await page.getByRole('link', { name: 'Inbox' }).click()
    const steps = page.getByRole('region', { name: 'First steps' })
    await steps.getByText('1 of 5 done').waitFor()

    // Skipped, it waits to be taken up again, also after a reload.
    await steps.getByRole('button', { name: 'Skip' }).click()
    await steps.locator('[aria-current=step]').getByText('Waiting for your site').waitFor()
    // It has the focus once the server knows.
    await page.locator('#first-run:focus').waitFor()
    await page.locator('.link-mark.on').waitFor()
    await page.reload()
    await steps.locator('[aria-current=step]').getByText('Waiting for your site').waitFor()
    await steps.getByRole('button', { name: 'Undo' }).click()
    const [trial] = await Promise.all([
      context.waitForEvent('page'),
      steps.getByRole('link', { name: 'Try it on a page' }).click(),
    ])
    trial.on('pageerror', error => complaints.push(error.message))
    const widget = trial.locator('[data-parla], .parla, body')
    await widget.first().waitFor()
    const box = trial.getByRole('textbox', { name: 'Your message' })
    await box.fill('Does it remember its brightness?')
    await trial.getByRole('button', { name: 'Post' }).click()
    await trial.getByLabel('Name', { exact: true }).fill('Tom')
    await trial.getByRole('button', { name: 'Post' }).click()

    // It comes by itself, beside the list.
    await steps.getByText('Your first post just arrived').waitFor()
    await steps.getByRole('button', { name: 'Reply' }).click()
    await page.locator('.answer-box textarea:focus').waitFor()
    await page.keyboard.type('Yes, and the colour too.')
    await page.keyboard.press('Control+Enter')
    await trial.getByText('Yes, and the colour too.').first().waitFor()
    const took = Math.round((performance.now() - began) / 1000)
    process.stdout.write(`From an empty installation to the first answer: ${took} s\n`)

    await steps.getByText('It is answered').waitFor()
    await steps.getByText('And then').waitFor()
    const site = new URL(page.url()).pathname.split('/')[3]
    const left = () =>
      page.evaluate(async id => {
        const headers = { 'X-Parla-Admin': '1' }
        const settings = await fetch(`/api/v1/admin/sites/${id}/settings`, { headers })
        return (await settings.json()).firstRun
      }, site)
    await steps.getByRole('button', { name: 'Put this away' }).click()
    await steps.waitFor({ state: 'detached' })
    await expect.poll(left).toBeNull()
    await page.reload()
    await page.locator('.link-mark.on').waitFor()
    await page.getByText('Everyone has an answer').waitFor()
    expect(await steps.count()).toBe(0)
    expect(complaints).toEqual([])
  }, 240_000)
})
