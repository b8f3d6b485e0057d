import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { launchBrowser } from '../services/browser.ts'
import { createTestDatabase } from '../services/database.ts'
import { testRedis } from '../services/redis.ts'
import { describeWith } from '../services/suites.ts'
import type { Stage } from './stage.ts'
import { setStage } from './stage.ts'

const QUESTION = 'Does the Lucciola fit a desk of 48 mm?'
const MORE = 'Mine is an old door on two trestles.'
const ANSWER = 'Yes: the clamp opens to 60 mm.'

/** The outcome, as three people live it: one asks, one watches, one answers. */
function tellStory(set: () => Promise<{ stage: Stage; discard(): Promise<void> }>) {
  let stage: Stage
  let discard: () => Promise<void>
  let browser: Browser
  const contexts: BrowserContext[] = []
  const complaints: string[] = []
  beforeAll(async () => {
    ;({ stage, discard } = await set())
    browser = await launchBrowser()
  })
  afterAll(async () => {
    for (const context of contexts) await context.close()
    await browser?.close()
    await discard?.()
  })

  const patience = 10_000
  const somebody = async (url: string): Promise<Page> => {
    const context = await browser.newContext({ viewport: { width: 1080, height: 900 }, locale: 'en-GB' })
    contexts.push(context)
    context.setDefaultTimeout(patience)
    const page = await context.newPage()
    page.on('pageerror', error => complaints.push(error.message))
    page.on('console', message => {
      if (['error', 'warning'].includes(message.type())) complaints.push(message.text())
    })
    await page.goto(url)
    return page
  }
  /** The widget is asked for only when its place comes near. */
  const come = (page: Page) => page.locator('#talk').scrollIntoViewIfNeeded()
  const widget = (page: Page) => page.getByRole('region', { name: /Talk with Lume & Figli/ })

  it('a question is asked, seen, answered and remembered', async () => {
    const [home, other] = [stage.nodes[0], stage.nodes.at(-1)] as [
      Stage['nodes'][number],
      Stage['nodes'][number],
    ]
    const asker = await somebody(`${home.demo.url}/en/`)
    const watcher = await somebody(`${other.demo.url}/en/`)

    await come(watcher)
    await widget(watcher).getByRole('link', { name: 'What should we make next?' }).waitFor()
    expect(await watcher.evaluate(() => [localStorage.length, document.cookie])).toEqual([0, ''])

    await come(asker)
    await widget(asker).getByRole('textbox', { name: 'Your message' }).fill(`${QUESTION} ${MORE}`)
    await widget(asker).getByRole('button', { name: 'Post', exact: true }).click()
    await widget(asker).getByRole('textbox', { name: 'Name' }).fill('Anna R.')
    await widget(asker).getByRole('button', { name: 'Post', exact: true }).click()
    await widget(asker).getByRole('link', { name: QUESTION }).waitFor()

    await widget(watcher)
      .getByRole('button', { name: /new post/ })
      .click()
    await widget(watcher).getByRole('link', { name: QUESTION }).click()
    await widget(watcher).getByText(`${QUESTION} ${MORE}`).waitFor()

    const staff = await somebody(`${home.app.url}/admin`)
    await staff.getByLabel('One-time code').fill(stage.code)
    await staff.getByLabel('Your name').fill('Giulia Ferri')
    await staff.getByLabel('Email').fill('giulia@lume.example')
    await staff.getByLabel('Password', { exact: true }).fill('four plain quiet words')
    await staff.getByRole('button', { name: 'Create account' }).click()
    await staff.getByRole('link', { name: new RegExp(QUESTION.slice(0, 20)) }).click()
    await staff.getByRole('textbox', { name: /reply/i }).fill(ANSWER)
    await staff.getByRole('button', { name: 'Reply', exact: true }).click()
    await staff.getByRole('article').getByText(ANSWER).waitFor()
    await staff.getByRole('button', { name: 'Mark as official answer' }).first().click()

    const official = (page: Page) => widget(page).getByRole('region', { name: 'Official answer' })
    await official(watcher).getByText(ANSWER).waitFor()
    await official(watcher).getByText('Lume & Figli team').waitFor()
    await widget(asker).getByRole('link', { name: QUESTION }).click()
    await official(asker).getByText(ANSWER).waitFor()

    // What is one's own, /me says: a menu that is opened before cannot offer it.
    const known = asker.waitForResponse(response => response.url().endsWith('/me'))
    await asker.reload()
    await come(asker)
    await widget(asker).getByRole('link', { name: QUESTION }).click()
    await known
    await widget(asker).getByRole('button', { name: 'More options' }).first().click()
    await widget(asker).getByRole('button', { name: 'Edit' }).waitFor()
    await widget(asker)
      .getByRole('textbox', { name: /Your reply/ })
      .fill('Thank you, it fits.')
    await widget(asker).getByRole('button', { name: 'Reply', exact: true }).click()
    await widget(watcher).getByText('Thank you, it fits.').waitFor()

    expect(complaints).toEqual([])
  })
}

describeWith('chromiumPath')('the story, on SQLite', () => {
  tellStory(async () => {
    const stage = await setStage({ nodes: 1 })
    return { stage, discard: stage.close }
  })
})

describeWith(
  'chromiumPath',
  'databaseUrl',
  'redisUrl',
)('the story, on two nodes with Postgres and Redis', () => {
  tellStory(async () => {
    const database = await createTestDatabase()
    const redis = testRedis()
    const stage = await setStage({
      nodes: 2,
      databaseUrl: database.url,
      redisUrl: redis.url,
      redisPrefix: redis.prefix,
    })
    return {
      stage,
      async discard() {
        await stage.close()
        await database.drop()
      },
    }
  })
})
