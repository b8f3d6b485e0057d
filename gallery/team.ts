import type { WidgetConfig } from '../widget/config.ts'
import { createInlineConversation } from '../widget/model/inline-conversation.ts'
import type { Mounted } from '../widget/mount.tsx'
import { place } from '../widget/mount.tsx'
import { signal } from '../widget/signals/signal.ts'
import { createDuty } from '../widget/staff/inline/duty.ts'
import type { Here } from '../widget/staff/inline/here.ts'
import { createMemoryStorage } from '../widget/staff/inline/memory-storage.ts'
import { AsTeam } from '../widget/staff/inline/views.tsx'

/** Draws the widget as Giulia sees it, who is signed in on the page: her pass lasts, or is over. */
export const mountTeam = (target: HTMLElement, config: WidgetConfig, pass: 'lasts' | 'over'): Mounted => {
  const me = { id: 'p_giulia', name: 'Giulia', role: 'agent' } as const
  const duty = createDuty({ token: 'pass', expiresAt: 0, me })
  if (pass === 'over') duty.lose()
  const conversation = createInlineConversation(config, { me, token: 'pass' }, createMemoryStorage('gallery'))
  const here: Here = {
    duty,
    config,
    conversation,
    colleagues: () => [],
    readTeam: () => {},
    asVisitor: signal(false),
    lookAsVisitor: () => {},
    renew: () => {},
    leave: async () => {},
  }
  const placed = place({ target, config }, conversation, AsTeam(here, conversation))
  return {
    ...placed,
    destroy: () => {
      duty.end()
      placed.destroy()
    },
  }
}
