import { spawnSync } from 'node:child_process'
import { copyFile, mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { nanoid } from 'nanoid'
import { expect, it, onTestFinished } from 'vitest'
import { ServerNode } from '../../../cluster/server-node.ts'
import { eventually } from '../../../server/testing/eventually.ts'
import { TEST_ORIGIN } from '../../../server/testing/test-app.ts'
import { TestClient } from '../../../server/testing/test-client.ts'
import { findProgram, installPackages } from '../../services/commands.ts'
import { leaveOut } from '../../services/suites.ts'
import { extent } from '../extent.ts'
import { OWN_ORIGIN, serverOn } from '../machines/under-test.ts'
import type { Chance } from '../random.ts'
import { saidChance } from '../random.ts'
import { figures } from '../report/figures.ts'
import { createCast } from '../world/cast.ts'
import type { DiskStep } from './disk-writes.ts'
import { cutPower, readDiskSteps } from './disk-writes.ts'

const WRITES = extent(25, 300)
const CUTS = extent(10, 50)
const PAGE = { key: 'https://lume.example/', url: 'https://lume.example/' }

interface CutParts {
  luck: Chance
  /** The database from before the trace. */
  before: string
  /** The folder the server wrote to. */
  data: string
  /** Whether a write that was not synced reached the disk all the same. */
  survives: () => boolean
}

function tracer(output: string): string[] | null {
  const find = () => findProgram(['strace'])
  const strace = find() ?? (installPackages('strace') ? find() : null)
  const calls = 'trace=write,writev,pwrite64,ftruncate,fsync,fdatasync'
  const command = [strace ?? 'strace', '-D', '-f', '-yy', '-xx', '-s', '70000', '-e', calls, '-o', output]
  const { status } = spawnSync(command[0] as string, [...command.slice(1), 'true'])
  return status === 0 ? command : null
}

it('[W1] a power cut loses what was not synced, and nothing that was acknowledged', {
  timeout: extent(90_000, 15 * 60_000),
}, async context => {
  const luck = saidChance('power cut')
  const folder = await mkdtemp(join(tmpdir(), 'parla-power-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  const output = join(folder, 'trace')
  const under = tracer(output)
  if (!under) leaveOut(context, 'strace: install strace, where it may trace')
  const where = { DATA_DIR: join(folder, 'data') }
  const cast = await createCast(where, { visitors: 0, team: 5 })
  const before = join(folder, 'before.db')
  await copyFile(join(where.DATA_DIR, 'parla.db'), before)
  const first = await ServerNode.start({ ...serverOn(where), under })
  onTestFinished(() => first.kill())
  const writers = cast.members.map(
    ({ cookie }) =>
      new TestClient({
        url: first.url,
        origin: TEST_ORIGIN,
        ownOrigin: OWN_ORIGIN,
        site: cast.site.id,
        cookie: cookie as string,
      }),
  )
  let left = WRITES
  await Promise.all(
    writers.map(async writer => {
      while (left-- > 0)
        await writer.run('thread.post', { page: PAGE, kind: 'idea', body: `Write ${left}` }, nanoid())
    }),
  )
  await first.kill()
  const trace = await eventually(async () => {
    const text = await readFile(output, 'latin1')
    return text.includes('+++ killed by SIGKILL') ? text : null
  }, 20_000)

  const steps = readDiskSteps(trace)
  const acks = steps.filter(({ type }) => type === 'ack').length
  expect(acks).toBe(WRITES)
  const parts = { luck, before, data: where.DATA_DIR }
  const lost: string[] = []
  let dropped = 0
  for (let i = 0; i < CUTS; i++) {
    const found = await cut(steps, { ...parts, survives: () => luck.next() < 0.5 })
    lost.push(...found.lost)
    dropped += found.dropped
  }
  // The control: were the last sync before each acknowledgement a lie, cuts would lose.
  const lies = withoutSyncs(steps)
  let missed = 0
  for (let i = 0; i < CUTS; i++) missed += (await cut(lies, { ...parts, survives: () => false })).lost.length
  figures('power cut', {
    [`acknowledged writes lost in ${CUTS} cuts`]: {
      measured: lost.length,
      target: '0 in 50',
      reached: lost.length === 0,
    },
    'unsynced writes dropped in them': { measured: dropped, target: 'stated', reached: true },
    'lost where syncs do nothing (negative control)': {
      measured: missed,
      target: '> 0',
      reached: missed > 0,
    },
  })
  expect(lost).toEqual([])
  expect(missed).toBeGreaterThan(0)
})

/** The moment just after an acknowledgement left is the hardest; others are as likely as these. */
function moment(steps: readonly DiskStep[], luck: Chance): number {
  const acked = steps.flatMap(({ type }, i) => (type === 'ack' ? [i + 1] : []))
  return luck.next() < 0.5 ? (luck.one(acked) as number) : luck.between(acked[0] as number, steps.length)
}

/** Cuts the power at some moment, opens what is left, and looks for what had been acknowledged by then. */
async function cut(steps: readonly DiskStep[], { luck, before, data, survives }: CutParts) {
  const count = moment(steps, luck)
  const folder = await mkdtemp(join(tmpdir(), 'parla-cut-'))
  const file = join(folder, 'parla.db')
  await copyFile(before, file)
  let dropped = 0
  cutPower(steps, {
    count,
    files: new Map(['parla.db', 'parla.db-wal'].map(name => [join(data, name), join(folder, name)])),
    survives() {
      const kept = survives()
      if (!kept) dropped++
      return kept
    },
  })
  const acked = steps.slice(0, count).flatMap(step => (step.type === 'ack' ? [step.id] : []))
  try {
    const db = new Database(file)
    onTestFinished(() => void db.close())
    if (db.pragma('integrity_check', { simple: true }) !== 'ok') return { lost: acked, dropped }
    const find = db.prepare('select id from thread where id = ?')
    return { lost: acked.filter(id => find.get(id) === undefined), dropped }
  } catch {
    // What cannot even be opened has lost everything.
    return { lost: acked, dropped }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

const withoutSyncs = (steps: readonly DiskStep[]) => {
  const first = steps.findIndex(({ type }) => type === 'ack')
  return steps.filter(({ type }, i) => i < first || type !== 'sync')
}
