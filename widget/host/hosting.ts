import type { Snapshot } from '../../server/contract/reads.ts'
import { failureOf } from '../api/http.ts'
import type { WidgetConfig } from '../config.ts'
import { effect } from '../signals/signal.ts'
import type { Obey, TeamCommand } from '../start.ts'
import type { Hosted } from './hosted.ts'
import type { ParlaChanges, ParlaCommands, ParlaToken } from './parla.d.ts'
import { look, restart, settle, watch } from './route.ts'
import { tell } from './tell.ts'

type Acts = { [N in keyof ParlaCommands]: (hosted: Hosted, ...given: ParlaCommands[N]) => unknown } & {
  team: (hosted: Hosted, conversation: TeamCommand[1]) => unknown
}

/** What a widget that takes this one's place before its first list has to do once more. */
const EARLY = ['open', 'close', 'hide', 'show', 'ready', 'identify']
const REFRESHABLE = ['identity_used', 'identity_invalid']

const succession = () => import('./succeed.ts')
const isPanel = ({ config }: Hosted) => config.mode === 'launcher' || config.mode === 'modal'

const show = (hosted: Hosted, on: boolean) => {
  hosted.widget.conversation.shown.value = on
}

/** From now on over one line with the other widgets of the page. */
const share = async ({ from, config, widget }: Hosted) => {
  if (config.share) return
  const { createLines } = await import('../api/lines.ts')
  const door = window.parla as { lines?: WidgetConfig['share'] }
  door.lines ??= createLines()
  from.share = config.share = door.lines
  widget.conversation.rejoin()
}

const update = (hosted: Hosted, { theme, lang, texts, ...address }: ParlaChanges = {}) => {
  const { from } = hosted
  if (theme) hosted.widget.update({ theme })
  Object.assign(from.data, { ...address, ...(theme && { theme }) })
  if (texts) {
    from.data.texts ||= 'page'
    Object.assign(window.parla, { texts: JSON.stringify(texts) })
  }
  if (texts || (lang && lang !== hosted.config.locale)) {
    // Now, for what comes with the chunk may come in another order.
    from.locale = lang ?? hosted.config.locale
    return succession().then(part => part.reword(hosted, texts))
  }
  if (address.scope && address.scope !== hosted.config.scope) return restart(hosted)
  return look(hosted)
}

const identify = async (hosted: Hosted, token: ParlaToken) => {
  const once = async () => {
    const { identify } = await hosted.widget.conversation.writer()
    return identify(typeof token === 'function' ? await token() : token)
  }
  try {
    await once().catch(thrown => {
      if (typeof token !== 'function' || !REFRESHABLE.includes(failureOf(thrown).code)) throw thrown
      return once()
    })
  } catch (thrown) {
    tell(hosted, 'error', { code: failureOf(thrown).code })
  }
}

/** Tells the page of everything from now on. */
const speak = async (hosted: Hosted) => {
  const { follow } = await import('./events.ts')
  if (hosted.follow) return
  hosted.follow = () => follow(hosted, tell)
  hosted.unfollow = hosted.follow()
}

const asking = () => import('./asking.ts').then(part => part.asking)

const acts: Acts = {
  open: (hosted, thread) => {
    const { host } = hosted.from
    if (isPanel(hosted)) show(hosted, true)
    else if (document.querySelector('[data-parla=launcher],[data-parla=modal]')) return
    else host.scrollIntoView({ block: 'nearest' })
    if (thread) hosted.widget.conversation.open(thread).catch(() => {})
    else if (!isPanel(hosted)) host.firstElementChild?.shadowRoot?.getElementById('parla')?.focus()
  },
  ask: async (hosted, text) => (await asking()).ask(hosted, text, obey),
  quote: async (hosted, selector) => (await asking()).offer(hosted, selector, obey),
  close: hosted => isPanel(hosted) && show(hosted, false),
  hide: hosted => {
    hosted.from.host.style.setProperty('display', 'none', 'important')
    show(hosted, false)
  },
  show: hosted => {
    hosted.from.host.style.removeProperty('display')
    settle(hosted)
  },
  update,
  theme: (hosted, theme) => update(hosted, { theme }),
  identify,
  on: (hosted, event, listener) => {
    const hear = ({ detail }: Event & { detail?: unknown }) => listener(detail as never)
    hosted.from.heard ??= new Map()
    hosted.from.heard.set(listener, hear)
    hosted.from.host.addEventListener(`parla:${event}`, hear)
  },
  off: ({ from }, event, listener) => {
    const hear = from.heard?.get(listener)
    if (hear) from.host.removeEventListener(`parla:${event}`, hear)
  },
  ready: async (hosted, run) => {
    const { conversationsOf } = await import('./headless.ts')
    const stop = effect(() => {
      if (hosted.widget.conversation.phase.value !== 'ready') return
      // Not inside the effect: what the page reads there is none of its business.
      queueMicrotask(() => {
        stop()
        run(conversationsOf(hosted))
      })
    })
  },
  team: async (hosted, conversation) => {
    if (hosted.widget.conversation !== conversation) return
    // As in `succeed`.
    const { url } = import.meta
    const team = await import(/* @vite-ignore */ new URL('team.js', url).href)
    team.begin(hosted, restart)
  },
  // The tag does it.
  destroy: () => {},
}

/** Does what the page says. What it says wrongly has no effect. */
export const obey = (hosted: Hosted, command: Parameters<Obey>[0]): unknown => {
  if (hosted.successor) hosted.successor(command)
  if (hosted.successor || hosted.from.end.aborted) return
  const [name, ...given] = command
  if (name === 'meet') return succession().then(part => part.adapt(hosted, given[0] as Snapshot))
  watch(hosted)
  // Nothing of the page's: nobody has to tell it anything for that.
  if (name === 'share') return void share(hosted).catch(() => {})
  if (!Object.hasOwn(acts, name)) return
  if (EARLY.includes(name) && hosted.widget.conversation.phase.peek() === 'loading') {
    hosted.early ??= []
    hosted.early.push(command)
  }
  const act = acts[name] as (hosted: Hosted, ...given: unknown[]) => unknown
  // Told before it is done, or nobody would hear of it; without anybody who tells, done all the same.
  hosted.told = Promise.resolve(hosted.told)
    .then(() => speak(hosted))
    .catch(() => {})
  hosted.told.then(() => act(hosted, ...given)).catch(() => {})
}
