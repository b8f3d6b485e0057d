import type { TestProject } from 'vitest/node'
import { findPostgres } from './postgres.ts'
import { provideOnce } from './provide.ts'
import { findRedis } from './redis-server.ts'

export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const stopPostgres = await provideOnce(project, 'databaseUrl', findPostgres)
  const stopRedis = await provideOnce(project, 'redisUrl', findRedis)
  return async () => {
    await Promise.all([stopPostgres(), stopRedis()])
  }
}
