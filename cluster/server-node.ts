import type { ChildProcess } from 'node:child_process'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { eventually } from '../server/testing/eventually.ts'
import { freePort } from '../test/services/free-port.ts'

export interface ServerNodeParts {
  /** The built server's main file. */
  script: string
  args?: readonly string[]
  /** All of its environment but PATH, HOST and PORT. */
  env: Record<string, string>
  /** Put before the command, such as a tracer with its arguments. */
  under?: string[]
}

/** One server process that can be killed and started again on the same port. */
export class ServerNode {
  readonly port: number
  readonly #parts: ServerNodeParts
  #child: ChildProcess | undefined
  #expected = false
  /** All it said, in all its lives, and the end of its log. */
  out = ''
  err = ''
  /** How often it ended without being asked to. */
  crashes = 0

  private constructor(port: number, parts: ServerNodeParts) {
    this.port = port
    this.#parts = parts
  }

  /** Starts a server on a free port and waits until it takes work. */
  static async start(parts: ServerNodeParts): Promise<ServerNode> {
    const node = new ServerNode(await freePort(), parts)
    try {
      await node.start()
    } catch (error) {
      await node.kill()
      throw error
    }
    return node
  }

  get url(): string {
    return `http://127.0.0.1:${this.port}`
  }

  /** Undefined while it does not run. */
  get pid(): number | undefined {
    return this.#child?.pid
  }

  /** Resolves when the server is ready, with the milliseconds it took from the start of the process. */
  async start(): Promise<number> {
    const began = performance.now()
    const { env, script, args = [], under = [] } = this.#parts
    const [program, ...rest] = [...under, process.execPath, script, ...args]
    const child = spawn(program as string, rest, {
      env: { PATH: process.env.PATH, HOST: '127.0.0.1', PORT: String(this.port), ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    child.stdout.setEncoding('utf8').on('data', text => {
      this.out += text
    })
    child.stderr.setEncoding('utf8').on('data', text => {
      this.err = (this.err + text).slice(-20_000)
    })
    this.#child = child
    this.#expected = false
    child.once('exit', () => {
      this.#child = undefined
      if (!this.#expected) this.crashes++
    })
    await eventually(async () => {
      if (!this.#child) throw new Error(`Ended before it was ready: ${this.err}`)
      return (await fetch(`${this.url}/readyz`)).ok
    }, 60_000)
    return performance.now() - began
  }

  /** `kill -9`. */
  kill(): Promise<void> {
    return this.#end('SIGKILL')
  }

  /** Asks it to stop, and waits until it has. */
  stop(): Promise<void> {
    return this.#end('SIGTERM')
  }

  /** Stops it without its noticing, as a suspended machine does, or lets it go on. */
  pause(on: boolean): void {
    this.#child?.kill(on ? 'SIGSTOP' : 'SIGCONT')
  }

  async #end(signal: NodeJS.Signals): Promise<void> {
    const child = this.#child
    if (!child) return
    this.#expected = true
    const exit = once(child, 'exit')
    child.kill(signal)
    await exit
  }
}
