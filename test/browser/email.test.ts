import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import type { MailServer, Received } from '../../server/testing/mail-server.ts'
import { startMailServer } from '../../server/testing/mail-server.ts'
import { linkIn, MINUTE } from '../../server/testing/mail-world.ts'
import { describeWith } from '../services/suites.ts'
import type { Place } from './visit.ts'
import { openPlace } from './visit.ts'

const ADDRESS = 'anna@lume.example'

describeWith('chromiumPath')('an address for letters', () => {
  let mail: MailServer
  let place: Place
  let page: Page
  beforeAll(async () => {
    mail = await startMailServer()
    place = await openPlace({ smtpUrl: mail.url })
  })
  afterEach(async () => {
    await place.leave()
    expect(place.complaints.splice(0)).toEqual([])
  })
  afterAll(async () => {
    await place?.close()
    await mail?.close()
  })

  const email = () => page.getByRole('textbox', { name: 'Email (optional)' })
  const send = () => page.getByRole('button', { name: 'Post', exact: true }).click()
  const write = async (body: string) => {
    await page.getByRole('textbox', { name: 'Your message' }).fill(body)
    await send()
  }
  /** The last of so many letters. */
  const deliver = async (count: number) => {
    // A turn that was under way may have looked before it was due.
    for (const job of ['letters', 'letters', 'delivery', 'delivery'])
      while (await place.app.app.jobs.turn(job));
    return (await mail.to(ADDRESS, count)).at(-1) as Received
  }

  test('[N10] is asked for beside the name, confirmed by a letter, and told of replies', async () => {
    page = await place.come()
    await write('Is the lamp waterproof?')
    await page.getByRole('textbox', { name: 'Name' }).fill('Anna')
    await email().fill('anna at lume')
    await send()
    await page.getByText('Enter an email like name@example.com, or leave it empty').first().waitFor()
    expect(await email().evaluate(field => field.matches(':focus'))).toBe(true)
    expect(await email().getAttribute('aria-invalid')).toBe('true')
    await email().fill(ADDRESS)
    await send()
    await page.getByText('Just posted by you').waitFor()
    const note = page.locator('.letter')
    await note.getByText(`We sent a letter to ${ADDRESS}.`).waitFor()
    await note.getByRole('button', { name: 'Close' }).click()
    await note.waitFor({ state: 'detached' })

    // Not confirmed yet, which is said where it can be changed.
    await page.getByRole('textbox', { name: 'Your message' }).fill('And is it')
    await page.getByRole('button', { name: 'Change' }).click()
    await page.getByText('Not confirmed yet. Open the letter we sent you.').waitFor()
    expect(await email().inputValue()).toBe(ADDRESS)

    const question = await deliver(1)
    expect((await fetch(linkIn(question), { method: 'POST' })).status).toBe(200)
    const giulia = await place.app.staff('Giulia', 'agent', place.site)
    const { threads } = await giulia.get<{ threads: { id: string }[] }>('inbox?view=all')
    await giulia.run('reply.post', { thread: threads[0]?.id ?? '', body: 'It is, up to a metre.' })
    place.app.clock.pass(3 * MINUTE)
    expect((await deliver(2)).email.text).toContain('It is, up to a metre.')
  })

  test('[N10] an empty field takes it away again', async () => {
    page = await place.come()
    await write('Is there a blue one?')
    await page.getByRole('textbox', { name: 'Name' }).fill('Tom')
    await email().fill('tom@lume.example')
    await send()
    await page.getByText('Just posted by you').waitFor()
    await page.getByRole('textbox', { name: 'Your message' }).fill('Or a red one?')
    await page.getByRole('button', { name: 'Change' }).click()
    await expect.poll(() => email().inputValue()).toBe('tom@lume.example')
    await email().fill('')
    await send()
    await page.getByRole('link', { name: 'Or a red one?' }).waitFor()
    await page.getByRole('textbox', { name: 'Your message' }).fill('Or none?')
    const read = page.waitForResponse(response => response.url().endsWith('/me'))
    await page.getByRole('button', { name: 'Change' }).click()
    expect(await (await read).json()).not.toHaveProperty('me.email')
    expect(await email().inputValue()).toBe('')
  })
})
