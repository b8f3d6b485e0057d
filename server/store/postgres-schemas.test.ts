import { expect, it } from 'vitest'
import { createTestDatabase } from '../../test/services/database.ts'
import { describeWith } from '../../test/services/suites.ts'
import { openPostgres } from './postgres.ts'
import { listSites } from './sites.ts'

describeWith('databaseUrl')('Postgres with several schemas', () => {
  it('[O2] migrates each, whatever lies in the others', async () => {
    const databases = await Promise.all([1, 2, 3].map(() => createTestDatabase()))
    try {
      for (const { url } of databases) {
        const store = await openPostgres(url)
        expect(await store.read(listSites)).toEqual([])
        await store.close()
      }
    } finally {
      for (const database of databases) await database.drop()
    }
  })
})
