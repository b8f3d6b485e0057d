import { randomBytes } from 'node:crypto'
import { provided } from './suites.ts'

export interface TestRedis {
  readonly url: string
  /** Put before every key and channel, so that tests that run side by side never meet. */
  readonly prefix: string
}

export function testRedis(): TestRedis {
  return { url: provided('redisUrl'), prefix: `test:${randomBytes(8).toString('hex')}:` }
}
