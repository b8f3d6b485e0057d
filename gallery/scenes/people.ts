import type { PersonRef } from '../../server/contract/person.ts'
import { ago, detail, giulia, marco, own, reply, salma, snapshot, text, thread, tom } from '../rows.ts'
import type { Scene } from '../scene.ts'
import { known, open, opened } from './opened.ts'

/** Called like Giulia of the team, and like the brand. */
const namesake: PersonRef = { id: 'p_namesake', name: 'Giulia', staff: false, label: 'visitor' }
const fan: PersonRef = {
  id: 'p_fan',
  name: 'Maximiliane from the Acme fan club',
  staff: false,
  label: 'visitor',
}

const italian = thread('pause', {
  title: 'Posso mettere in pausa il mio piano?',
  excerpt: 'Sono via per due mesi e non vorrei perdere i miei dati.',
  language: 'it',
  author: namesake,
  retitled: true,
  answered: true,
  answer: {
    id: 'r_yes',
    author: giulia,
    excerpt: 'Certo: apri Impostazioni → Piano → Pausa. I dati restano.',
    language: 'it',
    official: true,
    accepted: true,
    at: ago(12),
  },
  replies: 3,
  lastReply: { author: fan, at: ago(3) },
})
const german = thread('dark', {
  kind: 'idea',
  title: 'Rechnungen im dunklen Modus',
  excerpt: 'Nachts auf dem Telefon blendet die weiße Seite.',
  language: 'de',
  author: fan,
  votes: 86,
  replies: 2,
  lastReply: { author: namesake, at: ago(40) },
  createdAt: ago(60 * 26),
})
const talk = detail(
  italian,
  [
    reply('yes', 1, {
      author: giulia,
      language: 'it',
      official: true,
      accepted: true,
      body: text('Certo: apri Impostazioni → Piano → Pausa. I dati restano.'),
    }),
    reply('arabic', 2, {
      author: salma,
      language: 'ar',
      createdAt: ago(9),
      body: text('وماذا عن الخصم؟'),
    }),
    reply('fan', 3, {
      author: fan,
      language: 'en',
      createdAt: ago(6),
      to: { id: 'r_yes', author: giulia, quote: 'Certo: apri Impostazioni' },
      body: text('It stays. I asked.'),
    }),
    reply('asker', 4, { author: namesake, language: 'it', createdAt: ago(3), body: text('Grazie mille!') }),
  ],
  { body: text('Sono via per due mesi e non vorrei perdere i miei dati.') },
)

/** Who is of the team and who is only called so, what was retitled, and whose words are in another language. */
export const people: Readonly<Record<string, Scene>> = {
  'people.list': { answers: { snapshot: snapshot([italian, german]) } },
  'people.thread': opened(talk, { session: known, answers: { own: [own('t_pause', { author: false })] } }),
  'people.team': {
    team: 'lasts',
    answers: {
      snapshot: snapshot([
        { ...italian, can: ['reply', 'note', 'hide'] },
        thread('mark', { kind: 'praise', title: 'Thank you', excerpt: '', author: tom }),
        { ...german, lastReply: { author: marco, at: ago(4) }, can: ['reply', 'note', 'hide'] },
      ]),
      thread: {
        ...talk,
        thread: { ...italian, can: ['reply', 'note', 'hide'] },
        replies: talk.replies.map(one => ({ ...one, can: ['hide'] as const })),
      },
    },
    act: stage => open(stage, '.answer-box textarea'),
  },
}
