import { spawnSync } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { nanoid } from 'nanoid'
import { expect, it, onTestFinished } from 'vitest'
import { ServerNode } from '../../../cluster/server-node.ts'
import { eventually } from '../../../server/testing/eventually.ts'
import { Follower } from '../../../server/testing/follower.ts'
import { TEST_ORIGIN } from '../../../server/testing/test-app.ts'
import { TestClient } from '../../../server/testing/test-client.ts'
import { findProgram, installPackages } from '../../services/commands.ts'
import { leaveOut } from '../../services/suites.ts'
import { extent } from '../extent.ts'
import { OWN_ORIGIN, serverOn } from '../machines/under-test.ts'
import { figures } from '../report/figures.ts'
import { createCast } from '../world/cast.ts'
import { readSyncTrace } from './sync-trace.ts'

const WRITES = extent(20, 500)
/** A socket's budget is no more. */
const SOCKET_WRITES = 20
const PAGE = { key: 'https://lume.example/', url: 'https://lume.example/' }

/** The tracer with its arguments, or null where there is none or it may not trace. */
function tracer(output: string): string[] | null {
  const find = () => findProgram(['strace'])
  const strace = find() ?? (installPackages('strace') ? find() : null)
  const calls = 'trace=write,writev,pwrite64,fsync,fdatasync'
  const command = [strace ?? 'strace', '-D', '-f', '-yy', '-s', '4096', '-e', calls, '-o', output]
  const { status } = spawnSync(command[0] as string, [...command.slice(1), 'true'])
  return status === 0 ? command : null
}

it('[W1] the log is on the disk before an acknowledgement leaves, by either door', async context => {
  const folder = await mkdtemp(join(tmpdir(), 'parla-trace-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  const output = join(folder, 'trace')
  const under = tracer(output)
  if (!under) leaveOut(context, 'strace: install strace, where it may trace')
  const where = { DATA_DIR: folder }
  const cast = await createCast(where, { visitors: 0, team: 1 })
  const node = await ServerNode.start({ ...serverOn(where), under })
  onTestFinished(() => node.kill())
  const client = new TestClient({
    url: node.url,
    origin: TEST_ORIGIN,
    ownOrigin: OWN_ORIGIN,
    site: cast.site.id,
    cookie: cast.members[0]?.cookie as string,
  })
  const writer = new Follower({ client, streams: ['staff'] })
  onTestFinished(() => writer.stop())
  writer.start()
  await eventually(() => writer.connected)

  for (let i = 0; i < WRITES; i++)
    await writer.attempt('thread.post', { page: PAGE, kind: 'idea', body: `Write ${i}` }, nanoid(), 'http')
  for (let i = 0; i < SOCKET_WRITES; i++)
    await writer.attempt('thread.post', { page: PAGE, kind: 'idea', body: `More ${i}` }, nanoid(), 'socket')
  await node.kill()
  const written = await eventually(async () => {
    const text = await readFile(output, 'latin1')
    return text.includes('+++ killed by SIGKILL') ? text : null
  })
  const trace = readSyncTrace(written)
  figures('fsync before ack', {
    'acknowledgements that left before the sync': {
      measured: `${trace.early + trace.unpaid} of ${trace.acks}`,
      target: '0',
      reached: trace.early + trace.unpaid === 0,
    },
  })
  expect(trace).toMatchObject({ acks: WRITES + SOCKET_WRITES, early: 0, unpaid: 0 })
})
