import { writeFile } from 'node:fs/promises'
import type { AddressInfo } from 'node:net'
import { createServer } from 'node:net'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { describe, expect, it, onTestFinished } from 'vitest'
import { eventually } from '../../server/testing/eventually.ts'
import { smallDisk } from '../faults/machines/small-disk.ts'
import { startServer, temporaryFolder } from './server-process.ts'

/** The demo's conversations are written through the real commands, each with its own sync to the disk. */
const DEMO_MS = 40_000

/** The answer, asked for again while the server is busy, as clients do: it has just started, on a machine at work. */
const read = (url: string) =>
  eventually(async () => {
    const answer = await fetch(url)
    return answer.status === 503 ? null : answer.json()
  }, 30_000)

describe('the built server', () => {
  it(
    'starts with the demo, says three lines and nothing else, and stops when asked to',
    async () => {
      const dataDir = await temporaryFolder()
      const server = startServer(['--demo'], { DATA_DIR: dataDir })
      const lines = await server.lines(3)
      expect(lines.map(line => line.split(/\s+/)[0])).toEqual(['Demo', 'Admin', 'Code'])
      const [demo, admin] = lines.map(line => line.split(/\s+/)[1] as string)
      expect(await (await fetch(demo as string)).text()).toContain('parla.js')
      const origin = new URL(admin as string).origin
      const snapshot = await read(`${origin}/api/v1/sites/s_lume/snapshot`)
      expect(snapshot.counts.all).toBeGreaterThan(30)
      expect(snapshot.site.brand).toBe('Lume & Figli')
      server.stop('SIGTERM')
      expect(await server.ended()).toBe(0)
      expect(server.err).toBe('')

      const again = startServer(['--demo'], { DATA_DIR: dataDir })
      const [, adminAgain] = (await again.lines(3)).map(line => line.split(/\s+/)[1] as string)
      const after = await read(`${new URL(adminAgain as string).origin}/api/v1/sites/s_lume/snapshot`)
      expect(after.asOf).toBe(snapshot.asOf)
    },
    DEMO_MS,
  )

  it('[O1] names every environment variable that does not fit, and exits 1', async () => {
    const server = startServer([], { PORT: 'x', REDIS_URL: 'y', DATABASE_URL: 'z' })
    expect(await server.ended()).toBe(1)
    expect(server.err).toMatch(/PORT[\s\S]*DATABASE_URL[\s\S]*REDIS_URL/)
    expect(server.err).not.toContain('    at ')
  })

  it('[O2] refuses a database of a newer version with one sentence', async () => {
    const dataDir = await temporaryFolder()
    const first = startServer([], { DATA_DIR: dataDir })
    await first.lines(2)
    first.stop('SIGTERM')
    await first.ended()
    const db = new Database(join(dataDir, 'parla.db'))
    db.prepare("insert into kysely_migration (name, timestamp) values ('9999', 'later')").run()
    db.close()
    const server = startServer([], { DATA_DIR: dataDir })
    expect(await server.ended()).toBe(1)
    expect(server.err).toMatch(/newer version of Parla/)
    expect(server.err).not.toContain('    at ')
  })

  it('says so when the port is taken', async () => {
    const holder = createServer().listen(0, '127.0.0.1')
    onTestFinished(() => void holder.close())
    await new Promise(resolve => holder.once('listening', resolve))
    const { port } = holder.address() as AddressInfo
    const server = startServer([], { PORT: String(port), DATA_DIR: await temporaryFolder() })
    expect(await server.ended()).toBe(1)
    expect(server.err).toMatch(/EADDRINUSE/)
  })

  it.each<[string, (folder: string) => Promise<Record<string, string>> | Record<string, string>, RegExp]>([
    ['a file where the folder should be', () => ({ DATA_DIR: '/dev/null' }), /DATA_DIR/],
    [
      'a file that is no database',
      async folder => {
        await writeFile(
          join(folder, 'parla.db'),
          'no database at all, and long enough to be read as one'.repeat(99),
        )
        return { DATA_DIR: folder }
      },
      /backup/,
    ],
    [
      'a Postgres that is not there',
      () => ({ DATABASE_URL: 'postgres://parla@127.0.0.1:1/parla' }),
      /DATABASE_URL/,
    ],
  ])('[O1] says what to do about %s, and exits 1', async (_, surroundings, advice) => {
    const server = startServer([], await surroundings(await temporaryFolder()))
    expect(await server.ended()).toBe(1)
    expect(server.err).toMatch(advice)
    expect(server.err).not.toContain('    at ')
  })

  it(
    '[O4] says that the disk is full when the demo cannot be written, and goes on when there is room',
    async context => {
      const disk = await smallDisk()
      if (!disk) return context.skip('No small disk can be had here')
      onTestFinished(() => disk.remove())
      disk.fill(process.pid)
      const server = startServer(['--demo'], { DATA_DIR: disk.folder })
      expect(await server.ended()).toBe(1)
      expect(server.err).toContain('disk is full')
      expect(server.err).not.toContain('    at ')
      disk.free(process.pid)
      const again = startServer(['--demo'], { DATA_DIR: disk.folder })
      await again.lines(3)
    },
    DEMO_MS,
  )

  it(
    '[F10] begins a new epoch when the operator says so, and whoever follows a running server is told',
    async () => {
      const env = { DATA_DIR: await temporaryFolder() }
      const server = startServer(['--demo'], env)
      const origin = new URL((await server.lines(2))[1]?.split(/\s+/)[1] as string).origin
      const site = `${origin}/api/v1/sites/s_lume`
      const { epoch, asOf } = await read(`${site}/snapshot`)
      const pull = () => read(`${site}/changes?stream=public&epoch=${epoch}&since=${asOf}&wait=20`)
      const told = pull()

      const wrong = startServer(['epoch:rotate', '--site', 's_unknown'], env)
      expect(await wrong.ended()).toBe(1)
      expect(wrong.err).toMatch(/No site s_unknown[\s\S]*Usage/)
      const operator = startServer(['epoch:rotate'], env)
      expect(await operator.ended()).toBe(0)
      expect(operator.out).toMatch(/^Site s_lume for .*: a new epoch has begun\n$/)

      expect(await told).toMatchObject({ reset: 'epoch' })
      expect(await pull()).toMatchObject({ reset: 'epoch', head: asOf })
    },
    DEMO_MS,
  )

  it('adds a site and prints its snippet', async () => {
    const env = { DATA_DIR: await temporaryFolder() }
    const wrong = startServer(['site:add'], env)
    expect(await wrong.ended()).toBe(1)
    expect(wrong.err).toMatch(/--brand[\s\S]*Usage/)
    const server = startServer(['site:add', '--brand', 'Acme', '--origin', 'https://acme.example/shop'], env)
    expect(await server.ended()).toBe(0)
    expect(server.out).toMatch(
      /<script async src="http:\/\/localhost:0\/parla\.js" data-site="s_[\w-]+"><\/script>/,
    )
  })
})
