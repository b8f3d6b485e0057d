import { afterAll, beforeAll, expect, test } from 'vitest'
import { createRateLimits } from '../features/rate-limits.ts'
import type { MailServer } from '../testing/mail-server.ts'
import { startMailServer } from '../testing/mail-server.ts'
import { linkIn } from '../testing/mail-world.ts'
import type { TestApp } from '../testing/test-app.ts'
import { startTestApp } from '../testing/test-app.ts'

let mail: MailServer
let testApp: TestApp
let link: string
beforeAll(async () => {
  mail = await startMailServer()
  testApp = await startTestApp({ smtpUrl: mail.url })
  const anna = await testApp.visitor('Anna')
  await anna.run('person.email', { address: 'anna@lume.example', language: 'ar' })
  await testApp.app.jobs.turn('delivery')
  link = linkIn((await mail.to('anna@lume.example'))[0] as never)
})
afterAll(async () => {
  await testApp.close()
  await mail.close()
})

test('[N3] the page of a link is in the language of its letter, and runs nothing', async () => {
  const response = await fetch(link)
  const page = await response.text()
  expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8')
  expect(page).toContain('<html lang="ar" dir="rtl">')
  expect(page).toContain('<meta name="robots" content="noindex"/>')
  expect(page).toContain(`<form method="post" action="${new URL(link).pathname}">`)
  expect(page).not.toMatch(/<script|style="|anna@/)
  expect(Object.fromEntries(response.headers)).toMatchObject({
    'cache-control': 'no-store',
    'referrer-policy': 'no-referrer',
    'x-frame-options': 'DENY',
  })
  const policy = response.headers.get('content-security-policy')
  for (const part of ["default-src 'none'", "form-action 'self'", "frame-ancestors 'none'"])
    expect(policy).toContain(part)
  expect((await fetch(`${testApp.app.url}/mail/style.css`)).headers.get('content-type')).toBe(
    'text/css; charset=utf-8',
  )
})

test('[N9] a foreign Host changes no link', async () => {
  const { port } = new URL(testApp.app.url)
  const ask = await testApp.visitor('Tom')
  const { request } = await import('node:http')
  const body = JSON.stringify({ address: 'tom@lume.example' })
  const status = await new Promise<number | undefined>((resolve, reject) => {
    const asked = request({
      ...{
        host: '127.0.0.1',
        port,
        method: 'POST',
        path: `/api/v1/sites/${testApp.site.id}/commands/person.email`,
      },
      headers: {
        ...{ host: 'evil.example', 'x-forwarded-host': 'evil.example', origin: 'https://lume.example' },
        ...{
          authorization: `Bearer ${ask.token}`,
          'content-type': 'application/json',
          'idempotency-key': 'host-header-1',
        },
      },
    })
    asked.on('response', response => resolve(response.resume().statusCode)).on('error', reject)
    asked.end(body)
  })
  expect(status).toBe(200)
  await testApp.app.jobs.turn('delivery')
  const [letter] = await mail.to('tom@lume.example')
  expect(letter?.raw).not.toContain('evil.example')
  expect(linkIn(letter as never).startsWith(testApp.app.url)).toBe(true)
})

test.each(['unknown', 'a'.repeat(43), '..%2f..', '%00', "'--"])(
  '[N3] the link %s was never given: 410, in the reader’s language',
  async token => {
    for (const [method, path] of [
      ['GET', ''],
      ['POST', ''],
      ['POST', '/stop'],
    ] as const) {
      const url = `${testApp.app.url}/mail/${token}${path}`
      const response = await fetch(url, { method, headers: { 'accept-language': 'it' } })
      expect(response.status).toBe(410)
      expect(await response.text()).toContain('Questo link non è più valido')
    }
  },
)

test('[N3] a link does what it was given for, and nothing else', async () => {
  expect((await fetch(`${link}/stop`, { method: 'POST' })).status).toBe(410)
  expect((await fetch(link, { method: 'DELETE' })).status).toBe(404)
  expect((await fetch(link, { method: 'POST' })).status).toBe(200)
})

test('[O6] who asks for letters again and again is told to wait', async () => {
  const limited = await startTestApp({ smtpUrl: mail.url, limits: createRateLimits() })
  const eva = await limited.visitor('Eva')
  const ask = (i: number) => eva.run('person.email', { address: `eva${i}@lume.example` })
  for (let i = 0; i < 10; i++) await ask(i)
  await expect(ask(10)).rejects.toMatchObject({ problem: { code: 'rate_limited' } })
  await limited.close()
})

test('[N1] without a mail server there is no mail: no address is taken, and the snapshot offers none', async () => {
  const none = await startTestApp()
  const anna = await none.visitor('Anna')
  await expect(anna.run('person.email', { address: 'anna@lume.example' })).rejects.toMatchObject({
    problem: { code: 'forbidden' },
  })
  await anna.run('person.email', { address: null })
  expect(await none.stranger().get('snapshot')).toMatchObject({ offers: ['images'] })
  expect(await testApp.stranger().get('snapshot')).toMatchObject({ offers: ['images', 'mail'] })
  const page = { key: 'https://lume.example/', url: 'https://lume.example/' }
  const thread = (await anna.run('thread.post', { page, kind: 'question', body: 'Hello?' })).id
  await (await none.staff('Giulia')).run('reply.post', { thread, body: 'Hello' })
  for (const table of ['news', 'outbox', 'address'] as const)
    expect(await none.app.store.read(db => db.selectFrom(table).selectAll().execute())).toEqual([])
  await none.close()
})
