import { execFile, execFileSync, spawn } from 'node:child_process'
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { Client } from 'pg'
import { findProgram, installPackages, isRoot } from './commands.ts'
import { freePort } from './free-port.ts'
import type { RunningService } from './running-service.ts'
import { borrowed } from './running-service.ts'

const USUAL_ADDRESSES = [
  'postgres://postgres@127.0.0.1:5432/test',
  'postgres:///test?host=/var/run/postgresql',
]

/** A Postgres of one's own, to do to it what must not be done to one that others use. */
export interface ThrowAwayPostgres extends RunningService {
  /**
   * Stops and starts it; `immediate` as after a crash. `meanwhile` may do with its folder what it likes, and `copy`
   * copies a folder with its owners.
   */
  restart(
    mode: 'fast' | 'immediate',
    meanwhile?: (folder: string, copy: (from: string, to: string) => Promise<void>) => Promise<void>,
  ): Promise<void>
}

const runFile = promisify(execFile)

/** One in which pg_trgm sees letters beyond ASCII. */
const LOCALE = process.platform === 'darwin' ? 'en_US.UTF-8' : 'C.UTF-8'

/** Postgres where it answers, or else a throw-away instance, installed first where we may; null if there is none. */
export async function findPostgres(): Promise<RunningService | null> {
  const configured = process.env.TEST_DATABASE_URL
  for (const url of configured ? [configured] : USUAL_ADDRESSES) {
    if (await isUsable(url)) return borrowed(url)
  }
  if (configured) return null
  if (!findProgram(['initdb'], debianFolders())) installPackages('postgresql')
  return startPostgres()
}

/** A fresh Postgres on a port of the kernel's choice in a folder of its own, both gone when it stops. */
export async function startPostgres(): Promise<ThrowAwayPostgres | null> {
  const initdb = findProgram(['initdb'], debianFolders())
  const pgCtl = findProgram(['pg_ctl'], debianFolders())
  if (!initdb || !pgCtl) return null
  const folder = mkdtempSync(join(tmpdir(), 'parla-postgres-'))
  const user = isRoot() ? postgresUser() : null
  if (user) chownSync(folder, user.uid, user.gid)
  const run = (program: string, ...args: string[]) =>
    execFileSync(program, args, { ...user, cwd: folder, stdio: ['ignore', 'ignore', 'inherit'] })

  const data = join(folder, 'data')
  const port = await freePort()
  const settings = `-p ${port} -k ${folder} -h 127.0.0.1 -c fsync=off -c max_connections=200`
  const stopNow = () => {
    if (existsSync(join(data, 'postmaster.pid'))) run(pgCtl, '-D', data, '-w', '-m', 'immediate', 'stop')
    rmSync(folder, { recursive: true, force: true })
  }
  const stop = async () => {
    process.off('exit', stopNow)
    stopNow()
  }
  const start = ['-D', data, '-w', '-l', join(folder, 'log'), '-o', settings, 'start']
  const restart: ThrowAwayPostgres['restart'] = async (mode, meanwhile) => {
    // Not the blocking kind: whoever is connected shall notice while it happens.
    const control = (...args: string[]) => runFile(pgCtl, args, { ...user, cwd: folder })
    await control('-D', data, '-w', '-m', mode, 'stop')
    await meanwhile?.(data, async (from, to) => void (await runFile('cp', ['-a', from, to])))
    // Its output must not be waited for: the server inherits it, and does not end.
    await new Promise<void>((resolve, reject) => {
      const starting = spawn(pgCtl, start, { ...user, cwd: folder, stdio: 'ignore' })
      starting.once('error', reject)
      starting.once('exit', code => (code === 0 ? resolve() : reject(new Error(`pg_ctl ended with ${code}`))))
    })
  }
  process.once('exit', stopNow)
  try {
    run(initdb, '-D', data, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', `--locale=${LOCALE}`, '--no-sync')
    run(pgCtl, ...start)
    const url = `postgres://postgres@127.0.0.1:${port}/postgres`
    if (await isUsable(url)) return { url, stop, restart }
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : error}\n`)
  }
  await stop()
  return null
}

/** Whether schemas can be made there; makes pg_trgm available to all of them on the way. */
async function isUsable(url: string): Promise<boolean> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 3_000 })
  try {
    await client.connect()
    // Two runs that create the extension at once would collide: the lock lets one of them find it done.
    await client.query('begin; select pg_advisory_xact_lock(7275)')
    await client.query('create extension if not exists pg_trgm schema public; commit')
    return true
  } catch {
    return false
  } finally {
    await client.end().catch(() => {})
  }
}

/** Debian keeps the server's programs out of the PATH, newest version first here. */
function debianFolders(): string[] {
  const home = '/usr/lib/postgresql'
  try {
    return readdirSync(home)
      .sort((a, b) => Number(b) - Number(a))
      .map(version => join(home, version, 'bin'))
  } catch {
    return []
  }
}

/** Postgres refuses to run as root, so root runs it as the user that its package made. */
function postgresUser(): { uid: number; gid: number } {
  const id = (flag: string) => Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8' }))
  return { uid: id('-u'), gid: id('-g') }
}
