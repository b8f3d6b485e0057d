import Database from 'better-sqlite3'
import { expect, it } from 'vitest'
import { keepPrepared } from './prepared.ts'

it('prepares a statement again only when 500 others have been used since', () => {
  const database = new Database(':memory:')
  const prepared = keepPrepared(database)
  const query = (n: number) => `select ${n} as n`
  const first = prepared.prepare(query(0))
  expect(first.all([])).toEqual([{ n: 0 }])
  for (let n = 1; n < 500; n++) prepared.prepare(query(n))
  expect(prepared.prepare(query(0))).toBe(first)
  for (let n = 500; n < 1_000; n++) prepared.prepare(query(n))
  expect(prepared.prepare(query(0))).not.toBe(first)
  prepared.close()
  expect(database.open).toBe(false)
})
