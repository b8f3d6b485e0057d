import { ago, detail, own, reply, snapshot, thread, tom } from '../rows.ts'
import type { Scene } from '../scene.ts'
import { usual } from './home.ts'

const unread = thread('pause', { replies: 3, lastReply: { author: tom, at: ago(1) } })

export const launcher: Readonly<Record<string, Scene>> = {
  'launcher.closed': {
    mode: 'launcher',
    answers: { snapshot: usual },
    act: async ({ hand }) => void (await hand.find('.launcher > .open')),
  },
  'launcher.labelled': {
    mode: 'launcher',
    label: 'Ask us',
    answers: { snapshot: usual },
    act: async ({ hand }) => void (await hand.find('.open .label')),
  },
  'launcher.unread': {
    mode: 'launcher',
    session: { token: 'token', id: 'p_me', name: 'Anna R.' },
    stored: { seen: { since: ago(60), at: {} } },
    answers: {
      snapshot: snapshot([unread]),
      own: [own('t_pause', { following: true })],
      thread: detail(unread, [
        reply('old', 0, { createdAt: ago(90) }),
        reply('one', 1, { createdAt: ago(3) }),
        reply('two', 2, { createdAt: ago(1) }),
      ]),
    },
    act: async ({ hand }) => void (await hand.find('.launcher .news')),
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
