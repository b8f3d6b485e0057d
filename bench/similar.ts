import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import { createExecute } from '../server/features/execute.ts'
import { unlimited } from '../server/features/rate-limits.ts'
import { similarThreads } from '../server/features/reads/similar.ts'
import { systemClock } from '../server/lib/clock.ts'
import { openStore } from '../server/store/open.ts'
import { insertPerson, notVouchedFor } from '../server/store/people.ts'
import { createSite } from '../server/testing/people.ts'

/*
 * How long similar threads take on a site of 10,000 threads: `npm run bench:similar`. Uses a throw-away SQLite file, or
 * the empty Postgres database that DATABASE_URL names.
 */

const THREADS = 10_000
const ASKED = 100
const PAGE = { key: 'https://lume.example/', url: 'https://lume.example/' }
const LITTLE = 'the a my is to of for on with it can how do I when not and after in your'.split(' ')
const SYLLABLES = 'lam bul pau dim inv swi tol gar ver mon pri fle cor dar bat not rec cha ord sta'.split(' ')

/** The same sentences at every run: a third of them little words, the rest from a vocabulary of 8,000. */
function createSpeaker(seed: number) {
  const next = (below: number) => {
    seed = (seed * 1_103_515_245 + 12_345) % 2 ** 31
    return seed % below
  }
  const pick = (from: string[]) => from[next(from.length)] ?? ''
  const word = () => (next(3) === 0 ? pick(LITTLE) : pick(SYLLABLES) + pick(SYLLABLES) + pick(SYLLABLES))
  return (words: number) => Array.from({ length: words }, word).join(' ')
}

const folder = await mkdtemp(join(tmpdir(), 'parla-bench-'))
const store = await openStore({
  databaseUrl: process.env.DATABASE_URL ?? null,
  file: join(folder, 'parla.db'),
})
try {
  const site = await createSite(store, 'Bench', [], Date.now())
  const id = `p_${site.id}`
  const person = {
    id,
    site_id: site.id,
    account_id: null,
    role: null,
    name: 'Anna',
    created_at: Date.now(),
    ...notVouchedFor,
  }
  await store.write(db => insertPerson(db, person))
  const execute = createExecute({ store, clock: systemClock, limits: unlimited, onCommit: () => undefined })
  const say = createSpeaker(1)
  for (let i = 0; i < THREADS; i += 100)
    await Promise.all(
      Array.from({ length: 100 }, (_, j) => {
        const input = { page: PAGE, kind: 'question', body: `${say(9)}. ${say(40)}` }
        return execute(
          { id: `bench-${i + j}-thread`, name: 'thread.post', input },
          { site, person, role: null },
        )
      }),
    )
  const times: number[] = []
  const { user } = process.cpuUsage()
  for (let i = 0; i < ASKED; i++) {
    const q = say(14)
    const before = performance.now()
    await similarThreads(store, site, { q })
    times.push(performance.now() - before)
  }
  const busy = (process.cpuUsage().user - user) / 1000 / ASKED
  times.sort((a, b) => a - b)
  const [median, slow, slowest] = [ASKED / 2, ASKED * 0.95, ASKED - 1].map(i => times[i]?.toFixed(1))
  process.stdout.write(
    `${store.dialect}, ${THREADS} threads: median ${median} ms, 95 in 100 within ${slow} ms, slowest ${slowest} ms; ${busy.toFixed(1)} ms of this process each\n`,
  )
} finally {
  await store.close()
  await rm(folder, { recursive: true })
}
