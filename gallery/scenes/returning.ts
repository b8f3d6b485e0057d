import { ago, marco, own, snapshot, thread, tom } from '../rows.ts'
import type { Scene } from '../scene.ts'

const session = { token: 'token', id: 'p_me', name: 'Anna R.' }
const stored = { seen: { since: ago(60 * 24), at: {} } }

const shipped = thread('dark', {
  kind: 'idea',
  title: 'Dark mode for invoices, and for the statements that come once a year',
  author: tom,
  status: 'shipped',
  statusNote: { reason: 'Since today.', link: 'https://acme.example/new', by: marco, at: ago(90) },
  votes: 86,
})
const closed = thread('old', { title: 'How do I export last year?', locked: true, can: ['vote'], votes: 2 })
const reported = thread('rude', { title: 'You are all robots', author: tom })
const held = thread('held', { title: 'Which of these three links is right?', visibility: 'held' })

const mine = { epoch: 'e_gallery', asOf: 100, threads: [thread('pause')], total: 1, next: null }
const press = '.toolbar .chip:nth-last-child(2)'

/** Home of somebody who was here before. */
export const returning: Readonly<Record<string, Scene>> = {
  'home.greeting': {
    session,
    stored,
    answers: {
      snapshot: snapshot([shipped, closed], {
        counts: { all: 2, question: 1, idea: 1, problem: 0, praise: 0 },
      }),
      own: [own('t_dark', { author: false, can: [], source: null })],
    },
    act: async ({ hand }) => void (await hand.find('.greeting')),
  },
  'home.folded': {
    session,
    answers: {
      snapshot: snapshot([closed, reported]),
      own: [own('t_rude', { author: false, voted: false, reported: true, can: [], source: null })],
    },
    act: async ({ hand }) => void (await hand.find('.tombstone .link')),
  },
  'home.mine': {
    session,
    stored,
    answers: { snapshot: snapshot([closed]), mine, own: [own('t_held', { thread: held })] },
    act: async ({ hand, conversation }) => {
      // What is the viewer's own is known a moment after the first screen.
      await hand.find(press)
      await hand.until(() => conversation.link.value === 'live')
      await hand.click(press)
      await hand.find('.card .state')
    },
  },
  'home.mine-nothing': {
    session,
    answers: { snapshot: snapshot([closed]), mine: { ...mine, threads: [], total: 0, next: null } },
    act: async ({ hand }) => {
      await hand.click(press)
      await hand.find('.nothing .choices')
    },
  },
}
