import type { ComponentType } from 'preact'
import { render } from 'preact'
import type { WidgetConfig } from './config.ts'
import { createConversation } from './model/conversation.ts'
import type { Conversation } from './model/types.ts'
import { ROOM } from './room.ts'
import { effect } from './signals/signal.ts'
import type { Adopt } from './style-sheets.ts'
import { createStyles } from './style-sheets.ts'
import tokens from './styles/tokens.css?inline'
import { followTheme } from './theme.ts'
import { brandMark } from './ui/brand-mark.ts'
import { Visitor } from './visitor/visitor.tsx'

export interface Mounted {
  readonly conversation: Conversation
  update: (changes: Pick<WidgetConfig, 'theme'>) => void
  /** Takes everything back: nodes, styles, sockets, timers, listeners. */
  destroy: () => void
}

interface From {
  target: HTMLElement
  config: WidgetConfig
  /** The snapshot's answer, where it was asked for already. */
  snapshot?: Promise<Response> | undefined
}

/** Draws a visitor's widget as the last child of `target`, isolated from the page's styles. */
export const mount = ({ target, config, snapshot }: From): Mounted =>
  place(
    { target, config },
    createConversation(config, snapshot, () => import('./model/news.ts')),
    Visitor,
  )

/** The same of what anybody sees of a conversation. */
export const place = (
  { target, config }: From,
  conversation: Conversation,
  Draw: ComponentType<{ conversation: Conversation; config: WidgetConfig; adopt: Adopt }>,
): Mounted => {
  const host = document.createElement('div')
  const root = host.attachShadow({ mode: 'open' })
  let stopTheme = followTheme(host, config.theme)
  const adopt = createStyles(root)

  adopt(tokens)
  // A task of its own: with all that was made before it would be a long one.
  const drawing = setTimeout(() => {
    if (config.mode !== 'headless')
      render(<Draw conversation={conversation} config={config} adopt={adopt} />, root)
  })
  target.append(host)

  const stopFollowing = effect(() => {
    host.style.setProperty('--_mark', brandMark(conversation.site.value?.brand))
    // What was kept for the last visit's height would leave a hole under a shorter list.
    if (conversation.phase.value === 'ready' && target.style.minHeight) target.style.minHeight = `${ROOM}px`
  })
  const remember = () => {
    if (config.mode === 'inline') conversation.rememberHeight(host.offsetHeight)
  }
  addEventListener('pagehide', remember)

  return {
    conversation,
    update: ({ theme }) => {
      stopTheme()
      stopTheme = followTheme(host, theme)
    },
    destroy: () => {
      removeEventListener('pagehide', remember)
      clearTimeout(drawing)
      stopFollowing()
      stopTheme()
      conversation.destroy()
      render(null, root)
      host.remove()
    },
  }
}
