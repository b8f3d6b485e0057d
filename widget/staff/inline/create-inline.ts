import type { InlineStanding, Pass } from '../../../server/contract/passes.ts'
import type { WidgetConfig } from '../../config.ts'
import type { Hosted, TeamHere } from '../../host/hosted.ts'
import { createConversation } from '../../model/conversation.ts'
import type { InlineConversation } from '../../model/inline-conversation.ts'
import { createInlineConversation } from '../../model/inline-conversation.ts'
import { place } from '../../mount.tsx'
import { effect, signal } from '../../signals/signal.ts'
import type { Duty } from './duty.ts'
import { createDuty } from './duty.ts'
import type { Here } from './here.ts'
import { createMemoryStorage } from './memory-storage.ts'
import { showSignIn } from './show-sign-in.tsx'
import { AsTeam, AsVisitor } from './views.tsx'

const TEAM_LINK = /-team$/

/** What one of the team does with a widget: signs in, answers, looks at it as visitors do, and leaves it as it was. */
export const createInline = (hosted: Hosted, restart: (hosted: Hosted) => void): TeamHere => {
  const { from } = hosted
  let duty: Duty | null = null
  let conversation: InlineConversation | null = null
  let colleagues: InlineStanding['team'] = []
  let closeSignIn: (() => void) | null = null
  const asVisitor = signal(false)
  const storage = createMemoryStorage(`parla:inline:${hosted.config.site}`)
  const forget = () => {
    if (duty) indexedDB.deleteDatabase(storage.name + duty.me.peek().id)
  }

  const focusBar = () =>
    setTimeout(() => from.host.firstElementChild?.shadowRoot?.getElementById('team-bar')?.focus())

  /** Draws it anew, open where it was. */
  const again = () => {
    const { opened, shown } = hosted.widget.conversation
    const [thread, isShown] = [opened.peek()?.id, shown.peek()]
    restart(hosted)
    const now = hosted.widget.conversation
    now.shown.value = isShown
    if (thread) now.open(thread).catch(() => {})
  }
  const here: Here = {
    get duty() {
      return duty as Duty
    },
    get config() {
      return hosted.config
    },
    get conversation() {
      return asVisitor.peek() ? null : conversation
    },
    colleagues: () => colleagues,
    readTeam: () =>
      void conversation?.read<InlineStanding>('/standing').then(
        ({ team }) => {
          colleagues = team
        },
        () => {},
      ),
    asVisitor,
    lookAsVisitor: on => {
      asVisitor.value = on
      again()
      focusBar()
    },
    renew: () => ask(),
    leave: async () => {
      const leaving = conversation
      forget()
      duty?.end()
      duty = null
      delete hosted.mount
      again()
      // Where nobody hears it the pass ends by itself.
      await leaving?.leave().catch(() => {})
    },
  }

  const draw = ({ target, config }: { target: HTMLElement; config: WidgetConfig }) => {
    const { me, token, lose, over } = here.duty
    if (asVisitor.peek()) return place({ target, config }, createConversation(config), AsVisitor(here))
    const made = createInlineConversation(config, { me: me.peek(), token: token.peek() }, storage)
    conversation = made
    const placed = place({ target, config }, made, AsTeam(here, made))
    // The line was refused: the session is over, or the clock was late.
    const stop = effect(() => {
      if (made.link.value !== 'paused' || over.peek()) return
      made.read('/standing').catch(thrown => {
        if (thrown.failure?.code === 'unauthenticated') lose()
      })
    })
    return {
      ...placed,
      destroy: () => {
        stop()
        placed.destroy()
      },
    }
  }

  const take = (pass: Pass) => {
    const before = duty
    closeSignIn?.()
    if (before && before.me.peek().id === pass.me.id) {
      before.take(pass)
      conversation?.renew(pass.token)
      focusBar()
      return
    }
    before?.end()
    duty = createDuty(pass)
    asVisitor.value = false
    hosted.mount = draw
    again()
    focusBar()
  }
  const ask = () => {
    closeSignIn?.()
    const { hash } = location
    if (TEAM_LINK.test(hash)) history.replaceState(history.state, '', hash.replace(TEAM_LINK, ''))
    const close = showSignIn(hosted.from.host, hosted.config, take)
    closeSignIn = () => {
      closeSignIn = null
      close()
    }
  }
  from.end.addEventListener('abort', () => {
    closeSignIn?.()
    duty?.end()
  })
  return { ask }
}
