import { join, resolve } from 'node:path'
import { inspect } from 'node:util'
import { startDemo } from '../demo/start.ts'
import { createApp } from './app.ts'
import { addSite } from './cli/add-site.ts'
import { sentencesFor } from './cli/for-operator.ts'
import { makeSecret } from './cli/make-secret.ts'
import { rotateEpochs } from './cli/rotate-epoch.ts'
import type { Config } from './config.ts'
import { readConfig } from './config.ts'
import { systemClock } from './lib/clock.ts'
import { createLoadGauge } from './lib/load-gauge.ts'
import { createLogger } from './lib/logger.ts'
import { openStore } from './store/open.ts'
import type { Store } from './store/store.ts'

/** Milliseconds live viewers are given to leave when the process is asked to stop. */
const GRACE_MS = 3_000

const say = (line: string) => process.stdout.write(`${line}\n`)

async function serve(config: Config, withDemo: boolean) {
  const logger = createLogger(config.logLevel)
  // A defect in one request must not end the others.
  process.on('unhandledRejection', error => logger.error({ err: error }, 'unhandled rejection'))
  const app = await createApp({
    config,
    clock: systemClock,
    logger,
    load: createLoadGauge(config.overload),
    assetsDir: resolve(import.meta.dirname, '..'),
  })
  const demo = withDemo ? await startDemo(app, { port: config.demoPort, now: systemClock.now() }) : null
  const code = await app.staff.issueSetupCode()

  if (demo) say(`Demo   ${demo.url}`)
  say(`Admin  ${app.url}/admin`)
  if (code) say(`Code   ${code}   (creates the owner, once)`)

  const stop = async () => {
    await demo?.close()
    await app.drain(GRACE_MS)
    process.exit(0)
  }
  process.once('SIGTERM', stop)
  process.once('SIGINT', stop)
}

/** Does something with the record and says what. */
async function withStore(config: Config, work: (store: Store) => Promise<string>) {
  const store = await openStore({ databaseUrl: config.databaseUrl, file: join(config.dataDir, 'parla.db') })
  try {
    say(await work(store))
  } finally {
    await store.close()
  }
}

function runAddSite(config: Config, args: string[]) {
  const url = config.publicUrl ?? `http://localhost:${config.port}`
  return withStore(config, store => addSite(args, { store, clock: systemClock, url }))
}

async function main([command, ...args]: string[]) {
  const config = readConfig(process.env)
  if (command === 'site:add') await runAddSite(config, args)
  else if (command === 'site:secret')
    await withStore(config, store => makeSecret(args, { store, clock: systemClock }))
  else if (command === 'epoch:rotate') await withStore(config, store => rotateEpochs(args, store))
  else await serve(config, command === '--demo')
}

main(process.argv.slice(2)).catch((error: unknown) => {
  process.stderr.write(`${sentencesFor(error) ?? inspect(error)}\n`)
  process.exit(1)
})
