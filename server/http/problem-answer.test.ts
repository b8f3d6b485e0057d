import type { Server } from 'node:http'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Writable } from 'node:stream'
import express from 'express'
import { pino } from 'pino'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { ErrorCode } from '../contract/errors.ts'
import { errors } from '../contract/errors.ts'
import { AppError } from '../lib/app-error.ts'
import { answerWithProblem } from './problem-answer.ts'

let server: Server
let url: string
const lines: string[] = []

beforeAll(async () => {
  const log = new Writable({
    write(line, _encoding, done) {
      lines.push(String(line))
      done()
    },
  })
  const app = express()
  app.get('/refuse/:code', req => {
    throw new AppError(req.params.code as ErrorCode, { retryAfter: 7 })
  })
  app.get('/break', () => {
    throw new Error('select secret from account')
  })
  app.get('/break-late', (_req, res) => {
    res.write('half')
    throw new Error('too late')
  })
  app.use(answerWithProblem(pino(log)))
  server = createServer(app)
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterAll(() => {
  server.closeAllConnections()
  server.close()
})

test.each(Object.entries(errors))(
  '%s is a problem document with its own status',
  async (code, { status, title }) => {
    const response = await fetch(`${url}/refuse/${code}`)
    expect(response.status).toBe(status)
    expect(response.headers.get('content-type')).toBe('application/problem+json')
    expect(response.headers.get('retry-after')).toBe('7')
    expect(response.headers.get('cache-control')).toBe('no-store')
    expect(await response.json()).toEqual({
      type: `/api#problem-${code}`,
      title,
      status,
      code,
      retryAfter: 7,
    })
  },
)

test('what nobody expected is told to the log alone, without the query', async () => {
  lines.length = 0
  const response = await fetch(`${url}/break?token=abc`)
  expect(response.status).toBe(500)
  expect(await response.json()).toEqual({
    type: '/api#problem-internal',
    title: errors.internal.title,
    status: 500,
    code: 'internal',
  })
  const [line = ''] = lines
  expect(line).toContain('select secret from account')
  expect(line).not.toContain('abc')
})

test('an answer under way is broken off rather than ended as if it were whole', async () => {
  await expect(fetch(`${url}/break-late`).then(response => response.text())).rejects.toThrow()
})
