import axe from 'axe-core'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { MailServer } from '../../server/testing/mail-server.ts'
import { startMailServer } from '../../server/testing/mail-server.ts'
import { linkIn, MINUTE, PAGE } from '../../server/testing/mail-world.ts'
import type { TestApp } from '../../server/testing/test-app.ts'
import { startTestApp } from '../../server/testing/test-app.ts'
import { launchBrowser } from '../services/browser.ts'
import { describeWith } from '../services/suites.ts'

const ADDRESS = 'anna@lume.example'

describeWith('chromiumPath')('the links of letters', () => {
  let mail: MailServer
  let test: TestApp
  let browser: Browser
  let page: Page
  const complaints: string[] = []

  beforeAll(async () => {
    mail = await startMailServer()
    test = await startTestApp({ smtpUrl: mail.url })
    browser = await launchBrowser()
    page = await browser.newPage({ viewport: { width: 320, height: 480 } })
    page.on('console', message => complaints.push(message.text()))
  })
  afterAll(async () => {
    await browser?.close()
    await test?.close()
    await mail?.close()
  })

  const barriers = async (): Promise<string[]> => {
    await page.evaluate(axe.source)
    return page.evaluate(async () => {
      const { axe } = window as unknown as { axe: { run: () => Promise<{ violations: { id: string }[] }> } }
      return (await axe.run()).violations.map(({ id }) => id)
    })
  }
  const fits = () => page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)

  it('[N3] [N7] lead to pages on which one button confirms, and others stop', async () => {
    const anna = await test.visitor('Anna')
    await anna.run('person.email', { address: ADDRESS })
    await test.app.jobs.turn('delivery')
    await page.goto(linkIn((await mail.to(ADDRESS))[0] as never))
    expect([await barriers(), await fits()]).toEqual([[], true])
    await page.getByRole('button', { name: 'Confirm' }).click()
    await page.getByRole('heading', { name: 'Your address is confirmed' }).waitFor()
    expect(await anna.get('me')).toMatchObject({ me: { email: { address: ADDRESS, confirmed: true } } })

    const thread = (await anna.run('thread.post', { page: PAGE, kind: 'question', body: 'Hello?' })).id
    await (await test.visitor('Tom')).run('reply.post', { thread, body: 'Hello' })
    test.clock.pass(3 * MINUTE)
    for (const job of ['letters', 'delivery']) await test.app.jobs.turn(job)
    await page.goto(linkIn((await mail.to(ADDRESS, 2))[1] as never))
    expect([await barriers(), await fits()]).toEqual([[], true])
    await page.getByRole('button', { name: 'All letters from Lume' }).click()
    await page.getByText('We have deleted your address.').waitFor()
    expect((await anna.get<{ me: object }>('me')).me).not.toHaveProperty('email')
    expect(complaints).toEqual([])
  })
})
