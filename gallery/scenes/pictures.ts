import type { Answers } from '../answers.ts'
import { detail, reply, text, tom } from '../rows.ts'
import type { Scene } from '../scene.ts'
import { usual } from './home.ts'
import { head, known, opened } from './opened.ts'
import { choose, QUESTION, write } from './writing.ts'

const image = (id: string, alt: string, hidden = false) => ({ id, alt, hidden, width: 640, height: 480 })
const pictured = reply('pictured', 2, {
  author: tom,
  body: text('It looks like this on mine.'),
  images: [
    image('m_front', 'The lamp on a desk, seen from the front'),
    image('m_back', ''),
    image('m_gone', '', true),
    image('m_plug', 'Its plug'),
  ],
})

/** Of a post whose pictures cannot be sent, once it says so. */
const refused = (upload: NonNullable<Answers['upload']>, state: string): Scene => ({
  session: known,
  answers: { snapshot: usual, silent: true, own: [], upload },
  act: async stage => {
    await write(QUESTION)(stage)
    await choose(stage, 'my-desk-in-the-morning.png')
    await stage.hand.find('.chosen canvas')
    await stage.hand.click('.home .send .main')
    await stage.hand.find(state)
  },
})

export const pictures: Readonly<Record<string, Scene>> = {
  'writing.pictures': {
    session: known,
    answers: { snapshot: usual, own: [] },
    act: async stage => {
      await write(QUESTION)(stage)
      await choose(stage, 'my-desk-in-the-morning.png', 'a-rather-long-file-name-of-a-manual.pdf')
      await stage.hand.find('.chosen canvas')
      await stage.hand.find('.chosen .error')
    },
  },
  'writing.uploading': {
    session: known,
    answers: { snapshot: usual, silent: true, own: [] },
    act: async stage => {
      await write(QUESTION)(stage)
      await choose(stage, 'my-desk-in-the-morning.png')
      await stage.hand.find('.chosen canvas')
      await stage.hand.click('.home .send .main')
      await stage.hand.find('.card .state')
    },
  },
  'thread.pictures': opened(detail(head, [pictured]), {
    act: async ({ hand }) => void (await hand.find('.picture')),
  }),
  'thread.picture': opened(detail(head, [pictured]), {
    act: async ({ hand }) => {
      await hand.click('.picture')
      await hand.find('.viewer canvas')
    },
  }),
  'thread.pictures-failed': opened(detail(head, [pictured]), {
    answers: { picture: 'cut' },
    act: async ({ hand }) => void (await hand.find('.picture .hint')),
  }),
  'thread.picture-failed': opened(detail(head, [pictured]), {
    answers: { picture: 'cut' },
    act: async ({ hand }) => {
      await hand.click('.picture')
      await hand.find('.viewer .hint')
    },
  }),
  'post.pictures-queued': refused('cut', '.card .state'),
  'post.pictures-refused': refused({ code: 'images_full' }, '.card .refused button'),
}
