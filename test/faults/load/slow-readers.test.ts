import { execFileSync } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { nanoid } from 'nanoid'
import { expect, it, onTestFinished } from 'vitest'
import { ServerNode } from '../../../cluster/server-node.ts'
import { eventually } from '../../../server/testing/eventually.ts'
import { TEST_ORIGIN } from '../../../server/testing/test-app.ts'
import { TestClient } from '../../../server/testing/test-client.ts'
import { extent, FULL } from '../extent.ts'
import { OWN_ORIGIN, serverOn } from '../machines/under-test.ts'
import { figures } from '../report/figures.ts'
import { createCast } from '../world/cast.ts'
import type { LightClient, LightClientParts } from './light-client.ts'
import { lightClient } from './light-client.ts'

const SLOW = extent(30, 500)
const READERS = extent(5, 20)
const WRITERS = 10
const THREADS = 50
const EVENTS_PER_SECOND = 100
const LASTING_MS = extent(4_000, 5 * 60_000)
const LATE_MS = 500
const MEMORY_MB = 200
const BODY = 'A few words more each time. '.repeat(20)
const PAGE = { key: 'https://lume.example/', url: 'https://lume.example/' }

/** Megabytes a process has in memory. */
const memoryOf = (pid: number) => Number(execFileSync('ps', ['-o', 'rss=', '-p', String(pid)])) / 1024

it('[F11] hundreds who never read cost the others nothing and the server little', {
  timeout: extent(120_000, 20 * 60_000),
}, async () => {
  const folder = await mkdtemp(join(tmpdir(), 'parla-faults-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  const where = { DATA_DIR: folder }
  const { site, members } = await createCast(where, { visitors: 0, team: WRITERS })
  const node = await ServerNode.start(serverOn(where))
  onTestFinished(() => node.kill())
  const writers = members.map(
    ({ cookie }) =>
      new TestClient({
        url: node.url,
        origin: TEST_ORIGIN,
        ownOrigin: OWN_ORIGIN,
        site: site.id,
        cookie: cookie as string,
      }),
  )
  const writerOf = (i: number) => writers[i % WRITERS] as TestClient
  const threads: string[] = []
  for (let i = 0; i < THREADS; i++)
    threads.push((await writerOf(i).run('thread.post', { page: PAGE, kind: 'idea', body: BODY })).id)

  const clients: LightClient[] = []
  onTestFinished(() => {
    for (const client of clients) client.leave()
  })
  const connect = (more: Partial<LightClientParts> = {}) => {
    const client = lightClient({ url: node.url, site: site.id, origin: TEST_ORIGIN, ...more })
    clients.push(client)
    return client
  }
  const sentAt = new Map<string, number>()
  const delays: number[] = []
  const onFrame = (text: string) => {
    const now = performance.now()
    for (const [, id = ''] of text.matchAll(/"entity":"thread"[^{]*?"mutation":"([\w-]+)"/g)) {
      const sent = sentAt.get(id)
      if (sent !== undefined) delays.push(now - sent)
    }
  }
  const readers = Array.from({ length: READERS }, () => connect({ onFrame }))
  // They do not come back when they are cut: their place is not wanted.
  const slow = Array.from({ length: SLOW }, () => connect({ backoff: { first: 1e9, longest: 1e9 } }))
  await eventually(() => clients.every(client => client.connected), 60_000)
  for (const client of slow) client.read(false)

  const before = memoryOf(node.pid as number)
  const began = performance.now()
  const elapsed = () => performance.now() - began
  let [events, peak] = [0, before]
  const open = new Set<Promise<unknown>>()
  const failed: unknown[] = []
  while (elapsed() < LASTING_MS) {
    const due = (elapsed() / 1_000) * EVENTS_PER_SECOND
    // A machine that cannot keep up is not measured by how long its queue grows.
    for (; events < due && open.size < EVENTS_PER_SECOND; events++) {
      const id = nanoid()
      const input = { id: threads[events % THREADS] as string, body: `${BODY} ${events}` }
      sentAt.set(id, performance.now())
      const edit: Promise<unknown> = writerOf(events)
        .run('message.edit', input, id)
        .catch(error => failed.push(error))
        .finally(() => open.delete(edit))
      open.add(edit)
    }
    await pause(5)
    if (events % 50 === 0) peak = Math.max(peak, memoryOf(node.pid as number))
  }
  const lasted = elapsed() / 1_000
  await Promise.all(open)
  peak = Math.max(peak, memoryOf(node.pid as number))
  for (const client of slow) client.read(true)
  if (FULL) await eventually(() => slow.every(client => !client.connected), 60_000).catch(() => undefined)
  const cut = slow.filter(client => !client.connected).length
  delays.sort((a, b) => a - b)
  const p99 = delays[Math.floor(delays.length * 0.99)] ?? Number.POSITIVE_INFINITY
  const grown = peak - before
  figures('slow readers', {
    [`of ${SLOW} who never read, cut in the end`]: {
      measured: cut,
      target: 'all in full',
      reached: !FULL || cut === SLOW,
    },
    'events a second for the whole time': {
      measured: `${Math.round(events / lasted)} for ${Math.round(lasted)} s`,
      target: '100 for 300 s in full',
      reached: events / lasted >= EVENTS_PER_SECOND * 0.95,
    },
    'the others hear of one after, 99th percentile, from the click': {
      measured: `${Math.round(p99)} ms of ${delays.length}`,
      target: `≤ ${LATE_MS} ms`,
      reached: p99 <= LATE_MS,
    },
    'memory of the server more by': {
      measured: `${Math.round(grown)} MB`,
      target: `≤ ${MEMORY_MB} MB`,
      reached: grown <= MEMORY_MB,
    },
    'ended by itself': { measured: node.crashes, target: '0', reached: node.crashes === 0 },
  })
  expect(readers.every(client => client.connected)).toBe(true)
  expect(failed).toEqual([])
  expect(delays.length).toBeGreaterThan(0)
  // A queue without a bound would hold every event for everybody who does not read.
  expect(grown).toBeLessThan(2 * MEMORY_MB)
  if (FULL) expect(cut).toBe(SLOW)
  expect(node.crashes).toBe(0)
})
