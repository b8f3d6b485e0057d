import type { ClientConfig, QueryArrayResult } from 'pg'
import pg from 'pg'

/** Texts that are prepared on one connection; lists of ids make a few more of them than there are queries in the code. */
const PREPARED_MAX = 500

/** What a statement answers was changed by a migration since it was prepared, as a newer node makes one beside us. */
const OUTDATED = 'cached plan must not change result type'

type Ask = (query: unknown, values?: unknown, callback?: unknown) => Promise<QueryArrayResult>

/**
 * A connection that waits less. Statements are prepared once: planning costs more than running most of them does. Nobody
 * waits for the beginning of a transaction, nor for the end of one that only read: the next statement goes out behind
 * it, and fails where it failed.
 */
export class QuickClient extends pg.Client {
  readonly #names = new Map<string, string>()
  #generation = 0
  #reads = false
  #held = false

  constructor(config?: string | ClientConfig) {
    super({
      ...(typeof config === 'string' ? { connectionString: config } : config),
      pipeline: true,
    } as ClientConfig)
  }

  override query = ((query: unknown, values?: unknown, callback?: unknown) => {
    const ask = (...what: [unknown, unknown?, unknown?]) => (super.query as Ask).call(this, ...what)
    if (typeof query !== 'string' || !Array.isArray(values) || callback) return ask(query, values, callback)
    if (/^(begin|start transaction)/.test(query)) {
      this.#reads = query.endsWith('read only')
      this.#hold()
      return unawaited(ask(query))
    }
    if (query === 'commit' && this.#reads) return unawaited(ask(query))
    const answer = ask({ text: query, values, name: this.#nameOf(query) })
    this.#letGo()
    return answer.catch((error: unknown) => {
      if (isOutdated(error)) this.#forget()
      throw error
    })
  }) as pg.Client['query']

  /** Keeps what is written until the next statement, or until this turn of the event loop ends. */
  #hold(): void {
    if (this.#held) return
    this.#held = true
    this.connection.stream.cork()
    setImmediate(() => this.#letGo())
  }

  #letGo(): void {
    if (!this.#held) return
    this.#held = false
    this.connection.stream.uncork()
  }

  /** Undefined: it stays unprepared. */
  #nameOf(text: string): string | undefined {
    const known = this.#names.get(text)
    if (known || this.#names.size >= PREPARED_MAX) return known
    const name = `parla_${this.#generation}_${this.#names.size}`
    this.#names.set(text, name)
    return name
  }

  /** From the next query on, everything is prepared anew. */
  #forget(): void {
    this.#names.clear()
    this.#generation++
  }
}

async function unawaited(answer: Promise<unknown>): Promise<{ rows: never[]; rowCount: 0; command: '' }> {
  answer.catch(() => undefined)
  return { rows: [], rowCount: 0, command: '' }
}

/** Whether the statement did nothing and may run again, prepared anew. */
export const isOutdated = (error: unknown) => error instanceof Error && error.message === OUTDATED
