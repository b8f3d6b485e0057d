import { randomBytes } from 'node:crypto'
import { Client } from 'pg'
import { provided } from './suites.ts'

export interface TestDatabase {
  /** Connects to the test Postgres with `search_path` set to a schema of its own, then `public`. */
  readonly url: string
  readonly schema: string
  /** Deletes the schema with all in it. */
  drop(): Promise<void>
}

/** Makes an empty, throw-away schema that acts as a database of its own, with pg_trgm usable in it. */
export async function createTestDatabase(): Promise<TestDatabase> {
  const server = provided('databaseUrl')
  const schema = `test_${randomBytes(8).toString('hex')}`
  await runSql(server, `create schema ${schema}`)
  return {
    url: withSearchPath(server, `${schema},public`),
    schema,
    drop: () => runSql(server, `drop schema if exists ${schema} cascade`),
  }
}

async function runSql(url: string, statement: string): Promise<void> {
  const client = new Client({ connectionString: url })
  await client.connect()
  try {
    await client.query(statement)
  } finally {
    await client.end()
  }
}

function withSearchPath(url: string, path: string): string {
  const joint = url.includes('?') ? '&' : '?'
  return `${url}${joint}options=${encodeURIComponent(`-c search_path=${path}`)}`
}
