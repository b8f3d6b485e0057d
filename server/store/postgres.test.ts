import { sql } from 'kysely'
import { expect, it, onTestFinished } from 'vitest'
import { createTestDatabase } from '../../test/services/database.ts'
import { describeWith } from '../../test/services/suites.ts'
import { eventually } from '../testing/eventually.ts'
import { storeContract } from './contract-suite.ts'
import { openPostgres } from './postgres.ts'
import type { Db } from './store.ts'

storeContract(
  'Postgres',
  async () => {
    const database = await createTestDatabase()
    const store = await openPostgres(database.url)
    return {
      store,
      async discard() {
        await store.close()
        await database.drop()
      },
    }
  },
  describeWith('databaseUrl'),
)

describeWith('databaseUrl')('a connection to Postgres that breaks within a transaction', () => {
  it('[O4] refuses the write as busy, and the next one goes well', async () => {
    const database = await createTestDatabase()
    const store = await openPostgres(database.url, 1)
    const operator = await openPostgres(database.url, 1)
    onTestFinished(async () => {
      await Promise.all([store.close(), operator.close()])
      await database.drop()
    })
    const ask = async (db: Db) =>
      (await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(db)).rows[0]?.pid
    const broken = store.write(async db => {
      const pid = await ask(db)
      await operator.read(other => sql`select pg_terminate_backend(${pid})`.execute(other))
      // Nothing is asked while the news arrives, as between two queries of a command.
      await eventually(() =>
        operator.read(async other => {
          const { rows } = await sql`select 1 from pg_stat_activity where pid = ${pid}`.execute(other)
          return rows.length === 0
        }),
      )
      await new Promise(resolve => setImmediate(resolve))
      return ask(db)
    })
    await expect(broken).rejects.toMatchObject({ code: 'busy' })
    expect(await store.write(ask)).toBeGreaterThan(0)
  })
})

describeWith('databaseUrl')('a connection to Postgres that prepares its statements', () => {
  async function two() {
    const database = await createTestDatabase()
    const store = await openPostgres(database.url, 1)
    const operator = await openPostgres(database.url, 1)
    onTestFinished(async () => {
      await Promise.all([store.close(), operator.close()])
      await database.drop()
    })
    return { store, operator }
  }
  const everything = (db: Db) => db.selectFrom('lease').selectAll().execute()

  it('[O4] reads on when a newer node changes a table under it', async () => {
    const { store, operator } = await two()
    for (let i = 0; i < 8; i++) expect(await store.read(everything)).toEqual([])
    await operator.write(db => db.schema.alterTable('lease').addColumn('newer', 'text').execute())
    expect(await store.read(everything)).toEqual([])
    expect(await store.write(everything)).toEqual([])
  })

  it('plans a statement once', async () => {
    const { store } = await two()
    for (let i = 0; i < 3; i++) await store.read(everything)
    const { rows } = await store.read(db =>
      sql<{ asked: number }>`
        select generic_plans + custom_plans as asked from pg_prepared_statements
        where statement = 'select * from "lease"'`.execute(db),
    )
    expect(rows).toEqual([{ asked: 3 }])
  })

  it('fails with what came before: nothing runs after a transaction that could not begin', async () => {
    const { store, operator } = await two()
    const pid = await store.read(
      async db => (await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(db)).rows[0]?.pid,
    )
    const blocked = operator.write(async db => {
      await sql`lock table lease`.execute(db)
      // Expected from the start: it may fail before whoever ended its connection hears that it is done.
      const refused = expect(
        store.write(async other => {
          await other.deleteFrom('lease').execute()
          return other.selectFrom('lease').selectAll().execute()
        }),
      ).rejects.toMatchObject({ code: 'busy' })
      await eventually(async () => {
        const { rows } = await sql`select 1 from pg_locks where pid = ${pid} and not granted`.execute(db)
        return rows.length > 0
      })
      await sql`select pg_terminate_backend(${pid})`.execute(db)
      return refused
    })
    await blocked
    expect(await store.write(everything)).toEqual([])
  })
})
