import { z } from 'zod'
import { AppError } from '../../lib/app-error.ts'
import { pingStore } from '../../store/ping.ts'
import { route } from '../route.ts'

const Ok = z.strictObject({ status: z.literal('ok') })
const ok = { status: 'ok' } as const

export const isAlive = route({
  name: 'isAlive',
  summary: 'The process answers',
  method: 'get',
  path: '/healthz',
  who: 'open',
  answer: { status: 200, schema: Ok, example: ok },
  run: async () => ok,
})

export const isReady = route({
  name: 'isReady',
  summary: 'The store answers, and the server is neither starting nor draining',
  method: 'get',
  path: '/readyz',
  who: 'open',
  answer: { status: 200, schema: Ok, example: ok },
  problems: ['busy'],
  async run({ deps }) {
    if (!deps.ready()) throw new AppError('busy', { retryAfter: 5 })
    await pingStore(deps.store)
    return ok
  },
})
