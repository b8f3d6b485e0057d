import { Balancer } from '../../../cluster/balancer.ts'
import { ServerNode } from '../../../cluster/server-node.ts'
import type { ThrowAwayPostgres } from '../../services/postgres.ts'
import { startPostgres } from '../../services/postgres.ts'
import type { ThrowAwayRedis } from '../../services/redis-server.ts'
import { startRedis } from '../../services/redis-server.ts'
import { FaultProxy } from '../proxy/fault-proxy.ts'
import { serverOn } from './under-test.ts'

/** Three nodes behind a balancer, on a Postgres and a Redis of their own. */
export interface ThreeNodes {
  where: { DATABASE_URL: string }
  postgres: ThrowAwayPostgres
  redis: ThrowAwayRedis
  /** Between the nodes and Redis. */
  redisLine: FaultProxy
  nodes: readonly ServerNode[]
  balancer: Balancer
  close(): Promise<void>
}

/** Null where Postgres or Redis is not installed. */
export async function startThreeNodes(): Promise<ThreeNodes | null> {
  const postgres = await startPostgres()
  const redis = await startRedis()
  if (!postgres || !redis) {
    await Promise.all([postgres?.stop(), redis?.stop()])
    return null
  }
  const redisLine = await FaultProxy.to({ host: '127.0.0.1', port: Number(new URL(redis.url).port) })
  const where = { DATABASE_URL: postgres.url }
  const parts = serverOn(where, {
    REDIS_URL: `redis://127.0.0.1:${redisLine.port}`,
    TRUSTED_PROXIES: '127.0.0.1',
  })
  const nodes = await Promise.all([ServerNode.start(parts), ServerNode.start(parts), ServerNode.start(parts)])
  const balancer = await Balancer.over(nodes.map(({ port }) => port))
  return {
    where,
    postgres,
    redis,
    redisLine,
    nodes,
    balancer,
    async close() {
      await balancer.close()
      await Promise.all(nodes.map(node => node.kill()))
      await redisLine.close()
      await Promise.all([postgres.stop(), redis.stop()])
    },
  }
}
