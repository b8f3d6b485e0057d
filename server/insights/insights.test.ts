import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { createTestDatabase } from '../../test/services/database.ts'
import { describeWith } from '../../test/services/suites.ts'
import { KINDS } from '../contract/limits.ts'
import { newId } from '../lib/ids.ts'
import { openStore } from '../store/open.ts'
import { upsertPage } from '../store/pages.ts'
import { countThread } from '../store/recount.ts'
import type { SiteRow } from '../store/rows.ts'
import { findSite, insertSite } from '../store/sites.ts'
import type { Db, Store } from '../store/store.ts'
import { updateThread } from '../store/threads.ts'
import type { Past, PastThread, Who } from './history.fixture.ts'
import { NOW, PEOPLE, past, TEAM } from './history.fixture.ts'
import { readInsights } from './read-insights.ts'
import { slowly } from './reference.fixture.ts'

const RUNS = 40

const databases = {
  SQLite: async () => {
    const dataDir = mkdtempSync(join(tmpdir(), 'parla-'))
    const store = await openStore({ databaseUrl: null, file: join(dataDir, 'parla.db') })
    return { store, drop: async () => rmSync(dataDir, { recursive: true }) }
  },
  Postgres: async () => {
    const database = await createTestDatabase()
    return { store: await openStore({ databaseUrl: database.url, file: '' }), drop: () => database.drop() }
  },
}

for (const [name, open] of Object.entries(databases)) {
  const suite = name === 'Postgres' ? describeWith('databaseUrl') : describeWith()
  suite(`insights on ${name}`, () => {
    let store: Store
    let drop: () => Promise<void>
    beforeAll(async () => {
      ;({ store, drop } = await open())
    })
    afterAll(async () => {
      await store.close()
      await drop()
    })

    it('[I1] are what a slow count by the definitions gives, on any history', async () => {
      await fc.assert(
        fc.asyncProperty(past, async history => {
          const site = await store.write(db => writeDown(db, history))
          const { days, kind, office } = history
          const { ideas, ...figures } = await store.read(db =>
            readInsights(db, site, { days, kind, office }, NOW),
          )
          const { ideas: slowIdeas, ...slow } = slowly(history)
          expect(figures).toEqual(slow)
          const votes = ideas.map(idea => ({ votes: idea.votes, fresh: idea.fresh }))
          expect(votes.sort((a, b) => b.votes - a.votes || b.fresh - a.fresh)).toEqual(slowIdeas)
        }),
        { numRuns: RUNS },
      )
    }, 120_000)
  })
}

/** A site with this past, as the commands would have left it. */
async function writeDown(db: Db, history: Past): Promise<SiteRow> {
  const site_id = newId('s')
  await insertSite(db, {
    id: site_id,
    brand: 'Lume',
    locale: 'en',
    origins: '[]',
    kinds: JSON.stringify(KINDS),
    closed: 0,
    time_zone: history.timeZone,
    office_hours: JSON.stringify(history.hours),
    target_minutes: history.targetMinutes,
    created_at: 1,
    seq: 0,
  })
  const ids = new Map<Who, string>()
  for (const name of PEOPLE) {
    const id = newId('p')
    ids.set(name, id)
    const account_id = name === 'gone' ? newId('a') : null
    if (account_id)
      await db
        .insertInto('account')
        .values({ id: account_id, email: `${account_id}@x.example`, name, password_hash: '', created_at: 1 })
        .execute()
    const role = TEAM.includes(name) && name !== 'gone' ? 'agent' : null
    await db.insertInto('person').values({ id, site_id, account_id, role, name, created_at: 1 }).execute()
  }
  const page = await upsertPage(db, site_id, { key: 'https://lume.example/', url: 'https://lume.example/' })
  for (const [i, thread] of history.threads.entries())
    await writeThread(
      db,
      { site_id, page_id: page.id, position: i * 10 },
      thread,
      name => ids.get(name) as string,
    )
  return (await findSite(db, site_id)) as SiteRow
}

const message = (at: number, source: string) => ({
  ...{ source, tree: '[]', excerpt: source, votes: 0, created_at: at, edited_at: null, seq: 0 },
  ...{ removed_reason: null, removed_at: null, removed_from: null },
})

async function writeThread(
  db: Db,
  place: { site_id: string; page_id: string; position: number },
  thread: PastThread,
  idOf: (who: Who) => string,
) {
  const id = newId('t')
  const replies = thread.replies.map((reply, i) => ({
    ...message(reply.at, reply.words ? 'words' : ''),
    id: newId('r'),
    site_id: place.site_id,
    thread_id: id,
    author_id: idOf(reply.by),
    position: place.position + i + 1,
    to_id: null,
    note: reply.note ? 1 : 0,
    status: reply.status,
    visibility: reply.visibility,
    removed_by: null,
  }))
  await db
    .insertInto('thread')
    .values({
      ...place,
      ...message(thread.at, 'words'),
      id,
      author_id: idOf(thread.by),
      kind: thread.kind,
      title: 'words',
      status: 'open',
      visibility: thread.visibility,
      removed_by: thread.visibility === 'removed' ? thread.removedBy : null,
      locked: thread.locked ? 1 : 0,
      accepted_id: replies[thread.accepted ?? -1]?.id ?? null,
      activity: place.position,
      activity_at: thread.at,
      retitled: 0,
      replies: 0,
      notes: 0,
      pinned: 0,
      staff_seq: 0,
    })
    .execute()
  if (replies.length > 0) await db.insertInto('reply').values(replies).execute()
  for (const { by, at } of thread.votes)
    await db
      .insertInto('vote')
      .values({ site_id: place.site_id, target_id: id, person_id: idOf(by), created_at: at })
      .execute()
  await updateThread(db, id, await countThread(db, id))
}
