import type { AddressInfo } from 'node:net'
import express from 'express'
import { expect, onTestFinished, test } from 'vitest'
import { createKeptPages } from './kept-pages.ts'

/** A server of one page, whose position and text the test decides. */
async function startPage() {
  const state = { position: 'e 1', text: 'One', made: 0 }
  const kept = createKeptPages()
  const app = express()
  app.disable('etag')
  app.get('/', (req, res) =>
    kept.send(req, res, {
      address: '/',
      position: state.position,
      async make() {
        state.made++
        return { type: 'text/plain', text: state.text, indexed: true }
      },
    }),
  )
  const server = app.listen(0)
  onTestFinished(() => void server.close())
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`
  const get = (tag?: string | null) => fetch(url, { headers: tag ? { 'if-none-match': tag } : {} })
  return { state, get }
}

test('[Q5] a page is made once while nothing happens, however many ask at once', async () => {
  const { state, get } = await startPage()
  const answers = await Promise.all(Array.from({ length: 20 }, () => get()))
  expect(await Promise.all(answers.map(answer => answer.text()))).toEqual(Array(20).fill('One'))
  await get()
  expect(state.made).toBe(1)
})

test('[Q5] what was kept is not served once something has happened', async () => {
  const { state, get } = await startPage()
  const tag = (await get()).headers.get('etag')
  Object.assign(state, { position: 'e 2', text: 'Two' })
  const changed = await get(tag)
  expect([changed.status, await changed.text(), state.made]).toEqual([200, 'Two', 2])
})

test('[Q5] what was made anew and says the same is not sent again', async () => {
  const { state, get } = await startPage()
  const tag = (await get()).headers.get('etag')
  state.position = 'e 2'
  expect([(await get(tag)).status, state.made]).toEqual([304, 2])
})
