import { expect, onTestFinished, test } from 'vitest'
import type { AdminEntry } from '../contract/person.ts'
import { startTestApp } from '../testing/test-app.ts'

test('the admin view learns in one request whether there is an owner and who is signed in', async () => {
  const testApp = await startTestApp()
  onTestFinished(() => testApp.close())
  const read = async (headers = {}) => {
    const answer = await fetch(`${testApp.app.url}/api/v1/admin/entry`, { headers })
    return [answer.status, (await answer.json()) as AdminEntry] as const
  }
  expect(await read()).toEqual([200, { owner: false, session: null }])

  const giulia = await testApp.staff('Giulia')
  expect(await read()).toEqual([200, { owner: true, session: null }])
  expect(await read({ cookie: 'parla=unknown' })).toEqual([200, { owner: true, session: null }])
  const sites = [
    { id: testApp.site.id, brand: 'Lume', me: { id: giulia.personId, name: 'Giulia', role: 'agent' } },
  ]
  expect(await read({ cookie: giulia.parts.cookie })).toMatchObject([
    200,
    { owner: true, session: { sites } },
  ])
})
