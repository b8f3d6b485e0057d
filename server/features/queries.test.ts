import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { CountingStore } from '../testing/counting-store.ts'
import { countingStore } from '../testing/counting-store.ts'
import type { TestApp } from '../testing/test-app.ts'
import { startTestApp } from '../testing/test-app.ts'
import { createExecute } from './execute.ts'
import { unlimited } from './rate-limits.ts'
import { hostedList, hostedMap, hostedThread } from './reads/hosted.ts'
import { inbox } from './reads/inbox.ts'
import { searchThreads, snapshot, threadList } from './reads/lists.ts'
import { myThreads } from './reads/mine.ts'
import { myState } from './reads/own.ts'
import { ownTexts } from './reads/own-texts.ts'
import { threadDetail } from './reads/thread.ts'
import type { Viewer } from './viewer.ts'

const PAGE = { key: 'https://lume.example/', url: 'https://lume.example/' }

/** Statements each use may send to the database, however much there is to read. Lower them when you can. */
const BUDGET = {
  snapshot: 9,
  threadList: 6,
  threadDetail: 10,
  searchThreads: 8,
  myThreads: 10,
  inbox: 10,
  myState: 7,
  hostedList: 6,
  hostedThread: 10,
  hostedMap: 3,
  'vote.set': 16,
  'reply.post': 21,
  'thread.post': 18,
  'thread.status': 20,
  'person.email': 8,
  'site.text': 15,
  ownTexts: 1,
} as const

describe('statements per request', () => {
  let test: TestApp
  let store: CountingStore
  let anna: Viewer
  let tom: Viewer
  let giulia: Viewer
  let teresa: Viewer
  let thread: string
  let idea: string
  beforeAll(async () => {
    test = await startTestApp()
    store = countingStore(test.app.store)
    const clients = [
      await test.visitor('Anna'),
      await test.visitor('Tom'),
      await test.staff('Giulia'),
      await test.staff('Teresa', 'owner'),
    ] as const
    for (let i = 0; i < 12; i++) {
      thread = (await clients[0].run('thread.post', { page: PAGE, kind: 'question', body: `Question ${i}?` }))
        .id
      for (const client of clients) await client.run('reply.post', { thread, body: 'A reply to it' })
      await clients[2].run('thread.label', { thread, label: `label ${i}`, on: true })
    }
    idea = (await clients[0].run('thread.post', { page: PAGE, kind: 'idea', body: 'Make it dark' })).id
    const viewers = await test.app.store.read(db =>
      Promise.all(
        clients.map(async ({ personId }) => {
          const person = await db
            .selectFrom('person')
            .selectAll()
            .where('id', '=', personId as string)
            .executeTakeFirstOrThrow()
          return { site: test.site, person, role: person.role }
        }),
      ),
    )
    ;[anna, tom, giulia, teresa] = viewers as [Viewer, Viewer, Viewer, Viewer]
  })
  afterAll(() => test.close())

  const execute = (name: string, input: unknown, viewer: Viewer) =>
    createExecute({ store, clock: test.clock, limits: unlimited, mail: true, onCommit: () => undefined })(
      { id: `budget-${name.replace('.', '-')}`, name, input },
      viewer,
    )
  const uses: Record<keyof typeof BUDGET, () => Promise<unknown>> = {
    snapshot: () => snapshot(store, test.site, { sort: 'recent' }),
    threadList: () => threadList(store, test.site, { sort: 'trending' }),
    threadDetail: () => threadDetail(store, tom, thread),
    myThreads: () => myThreads(store, tom, {}),
    searchThreads: () => searchThreads(store, tom, { q: 'question reply' }),
    inbox: () => inbox(store, giulia, { view: 'all' }),
    myState: () => myState(store, anna, test.clock.now()),
    hostedList: () => hostedList(store, test.site.id, undefined),
    hostedThread: () => hostedThread(store, test.site.id, { id: thread, after: 0 }),
    hostedMap: () => hostedMap(store, test.site.id, null),
    'vote.set': () => execute('vote.set', { id: thread, on: true }, tom),
    'reply.post': () => execute('reply.post', { thread, body: 'One more' }, tom),
    'thread.post': () => execute('thread.post', { page: PAGE, kind: 'idea', body: 'One more' }, tom),
    'thread.status': () =>
      execute('thread.status', { thread: idea, status: 'planned', reason: 'In May' }, giulia),
    'site.text': () =>
      execute('site.text', { locale: 'en', key: 'composer.placeholder', text: 'Ask us' }, teresa),
    ownTexts: () => ownTexts(store, tom, 'en'),
    'person.email': () => execute('person.email', { address: 'tom@lume.example' }, tom),
  }

  it.each(Object.entries(BUDGET))('%s: at most %i', async (use, budget) => {
    store.taken()
    await uses[use as keyof typeof BUDGET]()
    const taken = store.taken()
    expect(taken).toBeGreaterThan(0)
    expect(taken).toBeLessThanOrEqual(budget)
    // A budget nobody comes near is none.
    expect(taken).toBeGreaterThan(budget - 4)
  })
})
