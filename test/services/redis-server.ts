import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createClient } from 'redis'
import { findProgram, installPackages } from './commands.ts'
import { freePort } from './free-port.ts'
import type { RunningService } from './running-service.ts'
import { borrowed } from './running-service.ts'

const PROGRAMS = ['redis-server', 'valkey-server']

/** Redis where it answers, or else a throw-away instance, installed first where we may; null if there is none. */
export async function findRedis(): Promise<RunningService | null> {
  const configured = process.env.TEST_REDIS_URL
  const url = configured ?? 'redis://127.0.0.1:6379'
  if (await answers(url)) return borrowed(url)
  if (configured) return null
  if (!findProgram(PROGRAMS)) installPackages('redis-server')
  return startRedis()
}

/** A Redis of one's own, to do to it what must not be done to one that others use. */
export interface ThrowAwayRedis extends RunningService {
  /** Kills it, waits for `meanwhile`, and starts it on the same port with nothing in it. */
  restart(meanwhile?: () => Promise<void>): Promise<void>
}

/** A fresh Redis on a port of the kernel's choice, keeping nothing on disk, gone when it stops. */
export async function startRedis(): Promise<ThrowAwayRedis | null> {
  const program = findProgram(PROGRAMS)
  if (!program) return null
  const folder = mkdtempSync(join(tmpdir(), 'parla-redis-'))
  const port = await freePort()
  const settings = { port, bind: '127.0.0.1', dir: folder, save: '', appendonly: 'no' }
  const args = Object.entries(settings).flatMap(([name, value]) => [`--${name}`, String(value)])
  const launch = () => spawn(program, args, { stdio: ['ignore', 'pipe', 'ignore'] })
  let server = launch()
  const kill = () => server.kill('SIGKILL')
  process.once('exit', kill)
  const end = async () => {
    if (server.exitCode === null && kill()) await once(server, 'exit')
  }
  const stop = async () => {
    process.off('exit', kill)
    await end()
    rmSync(folder, { recursive: true, force: true })
  }
  const restart = async (meanwhile?: () => Promise<void>) => {
    await end()
    await meanwhile?.()
    server = launch()
    if (!(await saysReady(server.stdout))) throw new Error('Redis did not start again')
  }
  if (await saysReady(server.stdout)) return { url: `redis://127.0.0.1:${port}`, stop, restart }
  await stop()
  return null
}

async function saysReady(output: NodeJS.ReadableStream): Promise<boolean> {
  for await (const text of output) {
    if (String(text).includes('Ready to accept connections')) {
      output.resume()
      return true
    }
  }
  return false
}

async function answers(url: string): Promise<boolean> {
  const client = createClient({ url, socket: { connectTimeout: 3_000, reconnectStrategy: false } })
  client.on('error', () => {})
  try {
    await client.connect()
    return true
  } catch {
    return false
  } finally {
    if (client.isOpen) client.destroy()
  }
}
