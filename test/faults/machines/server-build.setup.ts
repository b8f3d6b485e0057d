import { dirname, join } from 'node:path'
import { createBuilder } from 'vite'
import { ROOT } from '../../../build/root.ts'
import { SERVER_UNDER_TEST } from './under-test.ts'

/**
 * Builds the server as `npm run build` does, but aside: a full run takes half an hour, in which `dist` may be built
 * anew under its feet.
 */
export async function setup(): Promise<void> {
  // Else the build would take itself for a test and leave development code in.
  const { NODE_ENV, VITEST } = process.env
  delete process.env.VITEST
  process.env.NODE_ENV = 'production'
  try {
    const builder = await createBuilder({ configFile: join(ROOT, 'vite.config.ts') })
    const server = builder.environments.ssr
    if (!server) throw new Error('The build has no server')
    server.config.build.outDir = dirname(SERVER_UNDER_TEST)
    await builder.build(server)
  } finally {
    process.env.NODE_ENV = NODE_ENV ?? ''
    if (VITEST) process.env.VITEST = VITEST
  }
}
