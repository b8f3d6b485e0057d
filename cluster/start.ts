import { ROOT } from '../build/root.ts'
import { eventually } from '../server/testing/eventually.ts'
import { startPostgres } from '../test/services/postgres.ts'
import { startRedis } from '../test/services/redis-server.ts'
import type { RunningService } from '../test/services/running-service.ts'
import { Balancer } from './balancer.ts'
import { ServerNode } from './server-node.ts'

const NODES = 3
/** How often nodes that ended are looked for. */
const REVIVE_MS = 2_000

const say = (line: string) => process.stdout.write(`${line}\n`)

/** The service the environment names, or one of our own that is gone afterwards. */
async function find(variable: string, start: () => Promise<RunningService | null>): Promise<RunningService> {
  const url = process.env[variable]
  if (url) return { url, stop: async () => undefined }
  const own = await start()
  if (!own) throw new Error(`Set ${variable}, or install what it stands for: this machine has neither.`)
  return own
}

/** Several nodes of the built server on one Postgres and one Redis, behind one address, until a signal comes. */
async function main(): Promise<void> {
  const postgres = await find('DATABASE_URL', startPostgres)
  const redis = await find('REDIS_URL', startRedis)
  const port = Number(process.env.PORT ?? 8080)
  const env = {
    DATABASE_URL: postgres.url,
    REDIS_URL: redis.url,
    PUBLIC_URL: process.env.PUBLIC_URL ?? `http://localhost:${port}`,
    DEMO_PORT: process.env.DEMO_PORT ?? '8081',
    TRUSTED_PROXIES: '127.0.0.1',
  }
  const script = `${ROOT}/dist/server/main.js`
  // One after the other: the first makes the tables and the demo.
  const nodes: ServerNode[] = []
  for (let i = 0; i < NODES; i++)
    nodes.push(await ServerNode.start({ script, env, args: i === 0 ? ['--demo'] : [] }))
  const balancer = await Balancer.over(
    nodes.map(node => node.port),
    { port },
  )
  say(await eventually(() => /^Demo[\s\S]*^Admin.*\n(Code.*\n)?/m.exec(nodes[0]?.out ?? '')?.[0].trimEnd()))
  for (const node of nodes) say(`Node   ${node.url}   (process ${node.pid}: kill it, and see)`)

  let ending = false
  const revive = setInterval(async () => {
    for (const node of nodes) {
      if (node.pid !== undefined || ending) continue
      say(`Node   ${node.url}   ended; starting it again`)
      await node.start()
      say(`Node   ${node.url}   (process ${node.pid}) is back`)
    }
  }, REVIVE_MS)
  const stop = async () => {
    if (ending) return
    ending = true
    clearInterval(revive)
    await Promise.all(nodes.map(node => node.stop()))
    await balancer.close()
    await Promise.all([postgres.stop(), redis.stop()])
    process.exit(0)
  }
  process.on('SIGINT', stop)
  process.on('SIGTERM', stop)
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : error}\n`)
  process.exit(1)
})
