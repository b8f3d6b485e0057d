import { join } from 'node:path'
import { ROOT } from '../../../build/root.ts'
import type { Where } from '../world/cast.ts'

/** The server as built for these tests. */
export const SERVER_UNDER_TEST = join(ROOT, 'test/artifacts/server-under-test/server/main.js')

/** The servers' own origin, wherever clients find them. */
export const OWN_ORIGIN = 'http://parla.test'

/** How a server under test is started on a record. It must not take a busy machine for its own fault. */
export const serverOn = (where: Where, more: Record<string, string> = {}) => ({
  script: SERVER_UNDER_TEST,
  env: { ...where, PUBLIC_URL: OWN_ORIGIN, OVERLOAD_MS: '5000', ...more },
})
