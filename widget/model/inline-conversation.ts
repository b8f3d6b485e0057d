import type { CommandInput, CommandName } from '../../server/contract/commands.ts'
import type { Pass } from '../../server/contract/passes.ts'
import type { Looking } from '../../server/contract/presence.ts'
import type { Read } from '../api/http.ts'
import { createReader, failureOf, settle } from '../api/http.ts'
import type { Storage } from '../api/storage.ts'
import type { WidgetConfig } from '../config.ts'
import type { ReadonlySignal } from '../signals/signal.ts'
import { computed, signal } from '../signals/signal.ts'
import { converse } from './conversation.ts'
import type { StaffSign } from './core.ts'
import { createCore } from './core.ts'
import { newId } from './new-id.ts'
import { staffEffects } from './staff-effects.ts'
import type { Conversation } from './types.ts'

const LEAVING_TRIES = 5
/** Milliseconds, longer with each. */
const LEAVING_PAUSE = 1_000

/** The conversations of a brand's page as one of the team sees them there, by a pass. */
export interface InlineConversation extends Conversation {
  /** Who else of the team looks at the opened thread. */
  readonly onlookers: ReadonlySignal<Looking['people']>
  /** What a pass may read beside the conversation. */
  read: Read
  /** Does it though the page may be leaving: the browser goes on with it. False where it was not done. */
  runLeaving: <N extends CommandName>(name: N, input: CommandInput<N>) => Promise<boolean>
  /** To be run when it ends, while all of it is still there. */
  beforeEnd: (run: () => void) => void
  /** Goes on with another pass of the same person; what failed without one is sent. */
  renew: (token: string) => void
  /** Ends the pass, and says no word more. */
  leave: () => Promise<void>
}

/**
 * @param storage of this visit only: nothing the team writes or reads is to stay in a brand's page
 */
export const createInlineConversation = (
  config: WidgetConfig,
  { me, token }: Pick<Pass, 'me' | 'token'>,
  storage: Storage,
): InlineConversation => {
  const sign: StaffSign = {}
  const core = createCore(config, sign)
  const end = new AbortController()
  const looking = signal<Looking | null>(null)
  const show = (pass: string) => {
    sign.pass = pass
    core.init = { credentials: 'omit', headers: { Authorization: `Bearer ${pass}` } }
  }
  show(token)
  core.base = `${config.origin}/api/v1/sites/${config.site}/inline`
  core.read = (path, query, init) =>
    createReader(core.base, core.init)(path, query, { signal: end.signal, ...init })
  core.storage = storage
  core.effects = staffEffects
  // What is theirs alone no pass is told of.
  core.streams = computed(() => [core.stream()])
  core.hears = {
    looking: told => {
      looking.value = told
    },
  }
  core.session.value = { token: null, id: me.id, name: me.name }
  core.ends.add(() => end.abort())
  const conversation = converse(core)
  void conversation.home.reload()

  const tryAgain = async () => {
    const { retry } = await conversation.writer()
    for (const item of conversation.opened.peek()?.replies.peek() ?? [])
      if (item.delivery.peek()?.failure?.code === 'unauthenticated') retry(item.key)
  }
  const leaving: Promise<boolean>[] = []
  const lastDeeds: (() => void)[] = []
  const runLeaving = async (name: CommandName, input: unknown) => {
    const init = {
      ...core.init,
      method: 'POST',
      keepalive: true,
      headers: { ...core.init.headers, 'Content-Type': 'application/json', 'Idempotency-Key': newId() },
      body: JSON.stringify(input),
    }
    for (let tries = 1; tries <= LEAVING_TRIES; tries++) {
      try {
        await settle(fetch(`${core.base}/commands/${name}`, init))
        return true
      } catch (thrown) {
        // Its fate is not known: the same once more, where the page is still here.
        if (failureOf(thrown).code !== 'network') return false
        await new Promise(resolve => setTimeout(resolve, tries * LEAVING_PAUSE))
      }
    }
    return false
  }
  return {
    ...conversation,
    writer: async () => ({ ...(await conversation.writer()), name: '' }),
    onlookers: computed(() => {
      const { people, thread } = looking.value ?? { people: [], thread: null }
      return thread === conversation.opened.value?.id ? people.filter(({ id }) => id !== me.id) : []
    }),
    read: (path, query, init) => core.read(path, query, init),
    runLeaving: (name, input) => {
      const run = runLeaving(name, input)
      leaving.push(run)
      return run
    },
    beforeEnd: run => void lastDeeds.push(run),
    destroy: () => {
      for (const run of lastDeeds) run()
      conversation.destroy()
    },
    renew: pass => {
      show(pass)
      core.live?.renew()
      void tryAgain()
    },
    leave: async () => {
      const { base, init } = core
      await Promise.allSettled(leaving)
      await fetch(base, { ...init, method: 'DELETE', keepalive: true })
    },
  }
}
