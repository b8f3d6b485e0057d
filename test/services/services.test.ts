import { Client } from 'pg'
import { createClient } from 'redis'
import { describe, expect, onTestFinished, test } from 'vitest'
import { launchBrowser } from './browser.ts'
import { createTestDatabase } from './database.ts'
import { startPostgres } from './postgres.ts'
import { testRedis } from './redis.ts'
import { startRedis } from './redis-server.ts'
import { describeWith, provided } from './suites.ts'

async function ask(url: string, sql: string): Promise<unknown[]> {
  const client = new Client({ connectionString: url })
  await client.connect()
  try {
    const { rows } = await client.query({ text: sql, rowMode: 'array' })
    return rows.flat()
  } finally {
    await client.end()
  }
}

async function ping(url: string): Promise<string> {
  const client = createClient({ url, socket: { reconnectStrategy: false } })
  client.on('error', () => {})
  try {
    await client.connect()
    return await client.ping()
  } finally {
    if (client.isOpen) client.destroy()
  }
}

describeWith('databaseUrl')('the test database', () => {
  test('keeps what two tests create apart and forgets it when dropped', async () => {
    const [one, two] = await Promise.all([createTestDatabase(), createTestDatabase()])
    onTestFinished(() => Promise.all([one.drop(), two.drop()]).then(() => {}))
    await ask(one.url, 'create table thread (id text)')
    await ask(two.url, 'create table thread (id text)')
    await ask(one.url, `insert into thread values ('a')`)
    expect(await ask(one.url, 'select * from thread')).toEqual(['a'])
    expect(await ask(two.url, 'select * from thread')).toEqual([])
    await one.drop()
    await expect(ask(one.url, 'select * from thread')).rejects.toThrow('does not exist')
  })

  test('compares words of any script by their trigrams', async () => {
    const database = await createTestDatabase()
    onTestFinished(() => database.drop())
    await ask(database.url, 'create table thread (title text)')
    await ask(database.url, 'create index on thread using gin (title gin_trgm_ops)')
    expect(await ask(database.url, `select similarity('доставка', 'доставки') > 0.5`)).toEqual([true])
  })
})

describeWith('redisUrl')('the test Redis', () => {
  test('answers, and gives every test a prefix of its own', async () => {
    expect(await ping(testRedis().url)).toBe('PONG')
    expect(testRedis().prefix).not.toBe(testRedis().prefix)
  })
})

describeWith('chromiumPath')('the test browser', () => {
  test('draws a page', async () => {
    const browser = await launchBrowser()
    onTestFinished(() => browser.close())
    const page = await browser.newPage()
    await page.setContent('<h1>Parla</h1>')
    expect(await page.getByRole('heading').textContent()).toBe('Parla')
  })
})

describe('a throw-away service', () => {
  test('is a Postgres that is gone once stopped', { timeout: 30_000 }, async context => {
    const service = await startPostgres()
    if (!service) return context.skip('Postgres is not installed')
    onTestFinished(() => service.stop())
    expect(await ask(service.url, `select similarity('доставка', 'доставки') > 0.5`)).toEqual([true])
    await ask(service.url, 'create table kept (id text)')
    await service.restart('immediate')
    expect(await ask(service.url, 'select * from kept')).toEqual([])
    await service.stop()
    await expect(ask(service.url, 'select 1')).rejects.toThrow('ECONNREFUSED')
  })

  test('is a Redis that is gone once stopped', async context => {
    const service = await startRedis()
    if (!service) return context.skip('Redis is not installed')
    onTestFinished(() => service.stop())
    expect(await ping(service.url)).toBe('PONG')
    await service.restart(() => expect(ping(service.url)).rejects.toThrow('ECONNREFUSED'))
    expect(await ping(service.url)).toBe('PONG')
    await service.stop()
    await expect(ping(service.url)).rejects.toThrow('ECONNREFUSED')
  })
})

test('a missing service says how to get it', () => {
  expect(() => provided('nowhere' as 'redisUrl')).toThrow('no global setup')
})
