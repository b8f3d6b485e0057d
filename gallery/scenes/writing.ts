import { own, site, snapshot, text, thread } from '../rows.ts'
import type { Scene, Stage } from '../scene.ts'
import { usual } from './home.ts'

const FIELD = '.home .writing textarea'
const POST = '.home .send .main'
export const QUESTION = 'Can I pause my plan? I’m away for two months and would rather not lose my history.'
const known = { token: 'token', id: 'p_me', name: 'Anna R.' }

export const write =
  (words: string) =>
  async ({ hand }: Stage) => {
    await hand.find('.toolbar .chips')
    await hand.click(FIELD)
    await hand.find(POST)
    await hand.write(FIELD, words)
  }

const post = async (stage: Stage) => {
  await write(QUESTION)(stage)
  await stage.hand.click(POST)
}

const held = thread('held', { visibility: 'held', can: [], votes: 1 })

export const choose = async ({ hand }: Stage, ...names: string[]) => {
  const field = (await hand.find('.pick input')) as HTMLInputElement
  const files = new DataTransfer()
  const drawn = new OffscreenCanvas(40, 30)
  drawn.getContext('2d')?.fillRect(0, 0, 20, 30)
  const picture = await drawn.convertToBlob()
  for (const name of names) files.items.add(new File([name.endsWith('.png') ? picture : name], name))
  field.files = files.files
  field.dispatchEvent(new Event('change', { bubbles: true }))
}

export const writing: Readonly<Record<string, Scene>> = {
  'writing.begun': { answers: { snapshot: usual }, act: write('') },
  'writing.kind': {
    answers: { snapshot: usual },
    act: async stage => {
      // The mark tells in every language.
      await write('I’m away for two months. Can I pause my plan?')(stage)
      await stage.hand.find('.kinds .hinted')
    },
  },
  'writing.keys': {
    answers: { snapshot: usual },
    act: async stage => {
      await write('')(stage)
      const post = await stage.hand.find(POST)
      for (let times = 0; times < 3; times++)
        post.dispatchEvent(new MouseEvent('click', { detail: 1, bubbles: true, cancelable: true }))
      await write(QUESTION)(stage)
      // Under a finger there is nothing to be told of keys.
      if (matchMedia('(pointer: fine)').matches) await stage.hand.find('.hint span')
    },
  },
  'writing.empty': {
    answers: { snapshot: usual },
    act: async stage => {
      await write('')(stage)
      await stage.hand.click(POST)
      await stage.hand.find('.error')
    },
  },
  'writing.similar': {
    answers: {
      snapshot: usual,
      similar: {
        epoch: 'e_gallery',
        asOf: 100,
        threads: [thread('like', { answered: true }), thread('night', { kind: 'idea', status: 'planned' })],
      },
    },
    act: async stage => {
      await write(QUESTION)(stage)
      await stage.hand.find('.similar li')
    },
  },
  'writing.private': {
    session: known,
    answers: { snapshot: usual, own: [] },
    act: async stage => {
      await write('My number is +39 347 123 45 67. When will you call me back?')(stage)
      await stage.hand.click(POST)
      await stage.hand.find('.error button')
    },
  },
  'writing.other-name': {
    session: known,
    answers: { snapshot: usual, own: [] },
    act: async stage => {
      await write(QUESTION)(stage)
      await stage.hand.click('.send .hint .link')
      await stage.hand.find('.who input')
    },
  },
  'writing.too-fast': {
    session: known,
    answers: {
      snapshot: usual,
      silent: true,
      own: [],
      commands: { 'thread.post': { code: 'rate_limited', retryAfter: 40 } },
    },
    act: async stage => {
      await post(stage)
      await stage.hand.find('.card .refused button')
      await write('And one more thing: can I pause it twice?')(stage)
      await stage.hand.find('.home .details > .error')
    },
  },
  'writing.name': {
    answers: { snapshot: usual },
    act: async stage => {
      await post(stage)
      await stage.hand.find('.who input')
    },
  },
  'writing.terms': {
    answers: { snapshot: { ...usual, site: site({ terms: 'https://acme.example/terms' }) } },
    act: async stage => {
      await post(stage)
      await stage.hand.find('.who a')
    },
  },
  'writing.name-missing': {
    answers: { snapshot: usual },
    act: async stage => {
      await post(stage)
      await stage.hand.find('.who input')
      await stage.hand.click(POST)
      await stage.hand.find('.who [aria-invalid=true]')
    },
  },
  'writing.known': { session: known, answers: { snapshot: usual, own: [] }, act: write(QUESTION) },
  'writing.few-left': {
    session: known,
    answers: { snapshot: usual, own: [] },
    act: write('word '.repeat(1_950)),
  },
  'writing.too-long': {
    session: known,
    answers: { snapshot: usual, own: [] },
    act: async stage => {
      await write('word '.repeat(2_050))(stage)
      await stage.hand.click(POST)
      await stage.hand.find('.error')
    },
  },
  'writing.restored': {
    session: known,
    stored: { drafts: { post: { text: QUESTION, at: Date.now() } } },
    answers: { snapshot: usual, own: [] },
    act: async ({ hand }) => {
      await hand.find('.toolbar .chips')
      await hand.click(FIELD)
      await hand.find('.note')
    },
  },
  'post.sending': {
    session: known,
    answers: { snapshot: usual, silent: true, own: [] },
    act: async stage => {
      await post(stage)
      await stage.hand.find('.card .state')
    },
  },
  'post.queued': {
    session: known,
    answers: { snapshot: usual, silent: true, own: [], commands: { 'thread.post': 'cut' } },
    act: async stage => {
      await post(stage)
      await stage.hand.find('.card .state')
    },
  },
  'post.failed': {
    session: known,
    answers: {
      snapshot: usual,
      silent: true,
      own: [],
      commands: { 'thread.post': { code: 'rate_limited', retryAfter: 40 } },
    },
    act: async stage => {
      await post(stage)
      await stage.hand.find('.card .refused button')
    },
  },
  'post.held': {
    session: known,
    answers: {
      snapshot: snapshot([held]),
      own: [own('t_held', { thread: held, body: text(QUESTION), source: QUESTION })],
    },
    act: async ({ hand }) => void (await hand.find('.card .state')),
  },
}
