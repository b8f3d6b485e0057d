import { afterAll, beforeAll, describe } from 'vitest'
import type { TestDatabase } from '../../test/services/database.ts'
import { createTestDatabase } from '../../test/services/database.ts'
import { describeWith } from '../../test/services/suites.ts'
import type { TestApp } from './test-app.ts'
import { startTestApp } from './test-app.ts'

/** The same tests against a server on SQLite and one on Postgres. `app` may be called from the first hook on. */
export function onBoth(title: string, body: (app: () => TestApp) => void): void {
  describe(`${title} on SQLite`, () => {
    let app: TestApp
    beforeAll(async () => {
      app = await startTestApp()
    })
    afterAll(() => app.close())
    body(() => app)
  })
  describeWith('databaseUrl')(`${title} on Postgres`, () => {
    let database: TestDatabase
    let app: TestApp
    beforeAll(async () => {
      database = await createTestDatabase()
      app = await startTestApp({ databaseUrl: database.url })
    })
    afterAll(async () => {
      await app.close()
      await database.drop()
    })
    body(() => app)
  })
}
