import { ago, anna, detail, giulia, marco, reply, snapshot, text, thread, tom } from '../rows.ts'
import type { Scene, Stage } from '../scene.ts'

const CAN = ['reply', 'note', 'status', 'hide'] as const
const head = thread('pause', {
  kind: 'idea',
  replies: 3,
  lastReply: { author: tom, at: ago(3) },
  can: [...CAN],
})
const read = detail(head, [
  reply('yes', 1, {
    author: giulia,
    body: text('Yes – open Settings.'),
    can: ['official', 'hide'],
  }),
  reply('note', 2, {
    author: marco,
    note: true,
    createdAt: ago(9),
    body: text('Finance says yes, see the policy.'),
    can: ['hide'],
  }),
  reply('discount', 3, {
    author: tom,
    createdAt: ago(3),
    body: text('Does it keep my discount?'),
    can: ['hide'],
  }),
])
const answers = { snapshot: snapshot([head, thread('dark', { author: anna })]), thread: read }

const open = async ({ hand }: Stage) => {
  await hand.find('.toolbar .chips')
  await hand.find('.team-facts')
  await hand.click(`#title-${head.id}`)
  await hand.find('.answer-box textarea')
}

export const team: Readonly<Record<string, Scene>> = {
  'team.list': {
    team: 'lasts',
    answers,
    act: async ({ hand }) => {
      await hand.find('.toolbar .chips')
      await hand.until(() => document.querySelector('[data-mode]') !== null)
    },
  },
  'team.thread': {
    team: 'lasts',
    answers,
    act: async stage => {
      await open(stage)
      stage.wire.looking({ thread: head.id, people: [{ id: marco.id, name: marco.name }] })
      await stage.hand.until(() => Boolean(stage.hand.now('.onlookers')?.textContent))
    },
  },
  'team.note': {
    team: 'lasts',
    answers,
    act: async stage => {
      await open(stage)
      await stage.hand.click('.mode-switch .note')
      await stage.hand.write('.for-team textarea', 'Ask finance about the discount.')
    },
  },
  'team.over': {
    team: 'over',
    answers,
    act: async stage => {
      await open(stage)
      await stage.hand.write('.answer-box textarea', 'It does.')
    },
  },
  'team.hiding': {
    team: 'lasts',
    answers,
    act: async stage => {
      await open(stage)
      await stage.hand.click('#reply-r_discount .actions .bare:last-of-type')
      await stage.hand.find('#hide-reason')
    },
  },
}
