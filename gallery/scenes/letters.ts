import type { Scene, Stage } from '../scene.ts'
import { usual } from './home.ts'
import { QUESTION, write } from './writing.ts'

const POST = '.home .send .main'
const EMAIL = '#post-email'
const withMail = { ...usual, offers: ['images' as const, 'mail' as const] }
const known = { token: 'token', id: 'p_me', name: 'Anna R.' }

const post = async (stage: Stage) => {
  await write(QUESTION)(stage)
  await stage.hand.click(POST)
  await stage.hand.find(EMAIL)
}
const change = async (stage: Stage) => {
  await write('')(stage)
  await stage.hand.click('.home .send .hint .link')
  await stage.hand.find(EMAIL)
}

/** Where one wants to hear of replies. */
export const letters: Readonly<Record<string, Scene>> = {
  'letters.field': { answers: { snapshot: withMail }, act: post },
  'letters.unlikely': {
    answers: { snapshot: withMail },
    act: async stage => {
      await post(stage)
      await stage.hand.write('.who input', 'Anna R.')
      await stage.hand.write(EMAIL, 'anna at acme')
      await stage.hand.click(POST)
      await stage.hand.find('.who [aria-invalid=true]')
    },
  },
  'letters.waiting': {
    session: known,
    answers: { snapshot: withMail, own: [], email: { address: 'anna@acme.example', confirmed: false } },
    act: async stage => {
      await change(stage)
      await stage.hand.find('.who > .hint')
    },
  },
  'letters.sent': {
    session: known,
    answers: {
      snapshot: withMail,
      silent: true,
      own: [],
      email: { address: 'anna.rosalinda.rossi@accounting.acme.example', confirmed: false },
      commands: { 'person.email': 'done' },
    },
    act: async stage => {
      await change(stage)
      await stage.hand.click('.who > .hint .link')
      await stage.hand.find('.letter')
    },
  },
}
