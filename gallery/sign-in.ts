import type { WidgetConfig } from '../widget/config.ts'
import { createConversation } from '../widget/model/conversation.ts'
import type { Mounted } from '../widget/mount.tsx'
import { showSignIn } from '../widget/staff/inline/show-sign-in.tsx'

/** Draws what one of the team signs in by, on a page whose browser opens windows or does not. */
export const mountSignIn = (target: HTMLElement, config: WidgetConfig, mayOpen: boolean): Mounted => {
  const conversation = createConversation(config)
  const realOpen = window.open
  window.open = () => (mayOpen ? ({ closed: false, postMessage() {} } as unknown as Window) : null)
  let close = showSignIn(target, config, () => {})
  return {
    conversation,
    update: changes => {
      close()
      close = showSignIn(target, { ...config, ...changes }, () => {})
    },
    destroy: () => {
      close()
      window.open = realOpen
      conversation.destroy()
    },
  }
}
