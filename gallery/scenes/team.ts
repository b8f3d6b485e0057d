import { ago, anna, detail, giulia, marco, reply, snapshot, text, thread, tom } from '../rows.ts'
import type { Scene, Stage } from '../scene.ts'
import { choose } from './writing.ts'

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
const waiting = reply('waiting', 1, {
  visibility: 'held',
  body: text('Look at my shop.'),
  can: ['show', 'hide'],
})
const hidden = reply('hidden', 2, {
  visibility: 'removed',
  removal: { by: 'brand', reason: 'Advertising' },
  body: text('Look at my shop again.'),
  can: ['show'],
})
const image = (id: string, alt: string, isHidden = false) => ({
  ...{ id, alt, hidden: isHidden },
  ...{ width: 640, height: 480 },
})
const pictured = reply('pictured', 2, {
  author: tom,
  body: text('It looks like this on mine.'),
  images: [image('m_front', 'The lamp on a desk, seen from the front'), image('m_gone', 'A neighbour', true)],
  can: ['hide'],
})
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
  'team.pictures': {
    team: 'lasts',
    answers: { ...answers, thread: detail(head, [pictured]) },
    act: async stage => {
      await open(stage)
      await stage.hand.write('.answer-box textarea', 'It is this one.')
      await choose(stage, 'the-lamp-on-our-shelf.png')
      await stage.hand.find('.chosen canvas')
    },
  },
  'team.standing': {
    team: 'lasts',
    answers: { ...answers, thread: detail(head, [waiting, hidden]) },
    act: async stage => {
      await open(stage)
      await stage.hand.find('.standing')
    },
  },
  'team.sending': {
    team: 'lasts',
    answers,
    act: async stage => {
      await open(stage)
      await stage.hand.click('.answer-box textarea')
      await stage.hand.find('.answer-box .send .main')
      await stage.hand.write('.answer-box textarea', 'It does, as long as you come back within a year.')
      await stage.hand.click('.answer-box .send .main')
      await stage.hand.find('.sending-note')
    },
  },
  'team.doubt': {
    team: 'lasts',
    answers,
    act: async stage => {
      await open(stage)
      await stage.hand.click('.answer-box textarea')
      await stage.hand.find('.answer-box .send .main')
      await stage.hand.write('.answer-box textarea', 'Hello {{name}}, it does.')
      await stage.hand.click('.answer-box .send .main')
      await stage.hand.find('[role=alertdialog]')
    },
  },
  'team.status': {
    team: 'lasts',
    answers,
    act: async stage => {
      await open(stage)
      await stage.hand.click('.root .actions .bare:nth-of-type(3)')
      await stage.hand.find('dialog input')
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
  'team.sign-in': {
    team: 'asks',
    answers,
    act: async ({ hand }) => void (await hand.find('.team-door form')),
  },
  'team.sign-in-blocked': {
    team: 'blocked',
    answers,
    act: async ({ hand }) => {
      await hand.find('.team-door form')
      await hand.click('.team-door .main')
      await hand.find('.team-door .error')
    },
  },
}
