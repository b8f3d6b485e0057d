import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { eventually } from '../../server/testing/eventually.ts'

export interface ServerProcess {
  /** Everything said so far. */
  readonly out: string
  readonly err: string
  /** Resolves when the process has said so many lines. */
  lines(count: number): Promise<string[]>
  stop(signal: NodeJS.Signals): void
  /** The exit code. */
  ended(): Promise<number | null>
}

/** A data folder that is gone when the test is over. */
export async function temporaryFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'parla-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  return folder
}

/** The built server as an operator runs it, with nothing in its environment but what is given. */
export function startServer(args: string[], env: Record<string, string>): ServerProcess {
  const child = spawn(process.execPath, ['dist/server/main.js', ...args], {
    env: { PATH: process.env.PATH, HOST: '127.0.0.1', PORT: '0', DEMO_PORT: '0', ...env },
  })
  const exit = once(child, 'close')
  const said = { out: '', err: '' }
  child.stdout.setEncoding('utf8').on('data', text => {
    said.out += text
  })
  child.stderr.setEncoding('utf8').on('data', text => {
    said.err += text
  })
  onTestFinished(async () => {
    child.kill('SIGKILL')
    await exit
  })
  return {
    get out() {
      return said.out
    },
    get err() {
      return said.err
    },
    lines: count =>
      eventually(() => {
        const lines = said.out.split('\n').slice(0, -1)
        if (child.exitCode !== null) throw new Error(`Ended with ${child.exitCode}: ${said.err}`)
        return lines.length >= count ? lines : null
      }, 45_000),
    stop: signal => void child.kill(signal),
    ended: async () => (await exit)[0] as number | null,
  }
}
