import { ago, own, snapshot, thread, tom } from '../rows.ts'
import type { Scene } from '../scene.ts'
import { usual } from './home.ts'

const unread = thread('pause', { replies: 3, lastReply: { author: tom, at: ago(1) } })

export const launcher: Readonly<Record<string, Scene>> = {
  'launcher.closed': {
    mode: 'launcher',
    answers: { snapshot: usual },
    act: async ({ hand }) => void (await hand.find('.launcher > .open')),
  },
  'launcher.unread': {
    mode: 'launcher',
    session: { token: 'token', id: 'p_me', name: 'Anna R.' },
    stored: { seen: { since: ago(60), at: {} } },
    answers: { snapshot: snapshot([unread]), own: [own('t_pause', { following: true })] },
    // Closed, it hears nothing: whose thread it is was learnt while it was open.
    act: async ({ hand, conversation }) => {
      await hand.click('.launcher > .open')
      await hand.until(() => conversation.unreadReplies.value > 0)
      await hand.click('.panel .close')
      await hand.find('.launcher .news')
    },
  },
  'launcher.open': {
    mode: 'launcher',
    answers: { snapshot: usual },
    act: async ({ hand }) => {
      await hand.click('.launcher > .open')
      await hand.find('.panel .toolbar .chips')
    },
  },
}
