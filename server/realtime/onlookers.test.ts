import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { eventually } from '../testing/eventually.ts'
import type { TestApp } from '../testing/test-app.ts'
import { startTestApp, TEST_ORIGIN } from '../testing/test-app.ts'
import type { TestClient } from '../testing/test-client.ts'

const PAGE = { key: `${TEST_ORIGIN}/`, url: `${TEST_ORIGIN}/` }

let test: TestApp
let thread: string
let anna: TestClient
let giulia: TestClient
let marco: TestClient

beforeAll(async () => {
  test = await startTestApp()
  anna = await test.visitor('Anna')
})
beforeEach(async () => {
  thread = (await anna.run('thread.post', { page: PAGE, kind: 'idea', body: 'Blue' })).id
  giulia = await test.staff('Giulia')
  marco = await test.staff('Marco')
})
afterAll(() => test.close())

const names = (client: TestClient) =>
  client.lookings
    .at(-1)
    ?.people.map(({ name }) => name)
    .sort()

it('[V7] two of the team who have a thread open know of each other, in the admin and on the page', async () => {
  const inline = await test.inline(marco)
  await giulia.connect()
  await inline.connect()
  await anna.connect()
  await anna.look(thread)
  await giulia.look(thread)
  await inline.look(thread)
  await eventually(() => names(giulia)?.join() === 'Giulia,Marco' && names(inline)?.join() === 'Giulia,Marco')
  expect(giulia.lookings.at(-1)?.thread).toBe(thread)
  await giulia.look(null)
  await eventually(() => names(inline)?.join() === 'Marco')
  await giulia.look(thread)
  giulia.disconnect()
  await eventually(() => inline.lookings.length >= 4 && names(inline)?.join() === 'Marco')
  expect(anna.lookings).toEqual([])
})

it('[V7] who has it open twice is there once, and stays until both are closed', async () => {
  const inline = await test.inline(giulia)
  for (const client of [giulia, inline, marco]) {
    await client.connect()
    await client.look(thread)
  }
  await eventually(() => names(marco)?.join() === 'Giulia,Marco')
  inline.disconnect()
  await eventually(() => marco.lookings.length >= 2 && names(marco)?.join() === 'Giulia,Marco')
  giulia.disconnect()
  await eventually(() => names(marco)?.join() === 'Marco')
})

it('[V7] a viewer is told and not named; nobody hears of another thread', async () => {
  const vera = await test.staff('Vera', 'viewer')
  const other = (await anna.run('thread.post', { page: PAGE, kind: 'idea', body: 'Red' })).id
  for (const client of [marco, vera, giulia]) await client.connect()
  await marco.look(thread)
  await giulia.look(other)
  await vera.look(thread)
  await eventually(() => names(vera)?.join() === 'Marco')
  expect(JSON.stringify(marco.lookings)).not.toContain('Vera')
  expect(JSON.stringify(marco.lookings)).not.toContain('Giulia')
})
