import type { ThreadDetail } from '../../server/contract/reads.ts'
import type { ThreadView } from '../../server/contract/thread.ts'
import type { Answers, Refused } from '../answers.ts'
import { ago, anna, giulia, me, reply, snapshot, text, thread, tom } from '../rows.ts'
import type { Scene, Stage } from '../scene.ts'

export const known = { token: 'token', id: 'p_me', name: 'Anna R.' }
export const head = thread('pause', { replies: 4, lastReply: { author: tom, at: ago(3) } })
const answer = reply('yes', 1, {
  author: giulia,
  official: true,
  accepted: true,
  votes: 6,
  body: [
    {
      t: 'p',
      c: [
        'Yes – open ',
        { t: 'code', text: 'Settings → Plan → Pause' },
        '. ',
        { t: 'em', c: ['Your data'] },
        ' stays:',
      ],
    },
    { t: 'list', ordered: false, items: [[{ t: 'p', c: ['history'] }], [{ t: 'p', c: ['discount'] }]] },
    { t: 'quote', c: [{ t: 'p', c: ['would rather not lose my history'] }] },
    {
      t: 'pre',
      text: 'curl https://api.acme.example/v1/plans/pause?a_rather_long_line=that_does_not_fit_on_a_phone',
    },
    { t: 'p', c: [{ t: 'link', href: 'https://acme.example/help', c: ['More about pausing'] }] },
  ],
})
export const asking = reply('discount', 2, {
  author: tom,
  votes: 2,
  createdAt: ago(3),
  to: { id: 'r_yes', author: giulia, quote: 'Yes – open Settings' },
  body: text('Does it keep my discount? وماذا عن الخصم؟'),
})
const edited = reply('edited', 3, {
  author: anna,
  editedAt: ago(1),
  createdAt: ago(2),
  body: text('It does. I asked.'),
})
const mine = reply('mine', 4, { author: me, createdAt: ago(1), body: text('Thanks, that helps.'), can: [] })
export const all = [reply('first', 0), answer, asking, edited, mine]

export const open = async ({ hand }: Stage, ready = '.answering textarea') => {
  await hand.find('.toolbar .chips')
  await hand.click(`#title-${head.id}`)
  await hand.find(ready)
}

export const opened = (
  read: ThreadDetail | Refused,
  more: {
    ready?: string
    answers?: Answers
    act?: Scene['act']
    session?: Scene['session']
    stored?: Scene['stored']
  } = {},
): Scene => ({
  ...(more.session && { session: more.session }),
  ...(more.stored && { stored: more.stored }),
  answers: { snapshot: snapshot(['thread' in read ? read.thread : head]), thread: read, ...more.answers },
  act: async stage => {
    await open(stage, more.ready)
    await more.act?.(stage)
  },
})

export const with_ = (changed: Partial<ThreadView>) => ({ ...head, ...changed })
export const answering = (words: string) => async (stage: Stage) => {
  const field = '.answering textarea'
  // The thread's heading has the focus before anybody could be here.
  const heading = await stage.hand.find('#heading')
  await stage.hand.until(() => (heading.getRootNode() as ShadowRoot).activeElement === heading)
  await stage.hand.click(field)
  await stage.hand.find('.answering .send .main')
  await stage.hand.write(field, words)
  if (words) await stage.hand.click('.answering .send .main')
}
