import { days, hours } from './ago.ts'
import type { SeedThread } from './types.ts'

/** The bike lamp, talked about on the home pages. */
export const falenaThreads: readonly SeedThread[] = [
  {
    page: '/en/',
    kind: 'problem',
    author: 'wes',
    minutesAgo: days(55.5),
    language: 'en',
    votes: 16,
    labels: ['mount'],
    body: 'Falena slides down on smooth handlebars. On cobbles it ends up lighting my front tyre after two minutes. Carbon bar, 31.8 mm, strap as tight as I dare.',
    status: {
      to: 'shipped',
      by: 'marco',
      minutesAgo: days(37.2),
      reason:
        'There is a new rubber pad with a wave in it. It is in every box from `F-1210` on, and free for everyone else: tell us the address and it comes in an envelope.',
      link: 'https://lume.example/falena-pad',
    },
    replies: [
      {
        author: 'inaki',
        minutesAgo: days(55.1),
        votes: 5,
        body: 'Same in San Sebastián, with rain it is worse.',
      },
      {
        author: 'marco',
        minutesAgo: days(54.6),
        votes: 6,
        body: 'I rode with your bar width over Via Saragozza at lunch. 140 seconds. You were generous, it is terrible. Give me three weeks.',
      },
      {
        author: 'wes',
        minutesAgo: days(36),
        votes: 9,
        body: '> 140 seconds\n\nPad arrived. Forty minutes of Belgian cobbles and it has not moved a millimetre. I will remember that a man in Bologna rode around with a stopwatch for me.',
      },
    ],
  },
  {
    page: '/en/',
    kind: 'question',
    author: 'maeve',
    minutesAgo: days(9.3),
    language: 'en',
    votes: 6,
    body: 'Which cell does Falena take, and can I buy it in any shop? I am riding from Cork to Bari in May and would rather not wait for the post in a field.',
    replies: [
      {
        author: 'marco',
        minutesAgo: days(9.1),
        official: true,
        accepted: true,
        votes: 9,
        body: 'An ordinary 18650 with a button top, the kind they have in every electronics shop and most vape shops, which is the only good thing I know about vape shops. One charge is 5 hours on full, 18 on low. It also runs *while* charging over USB-C, so a power bank will get you to Bari.',
      },
      {
        author: 'maeve',
        minutesAgo: days(8.9),
        to: 0,
        votes: 3,
        body: 'Sold. If I come through Bologna I am knocking on your door.',
      },
      {
        author: 'teresa',
        minutesAgo: days(8.7),
        to: 1,
        votes: 8,
        body: 'Knock hard, the lathe is loud. There will be tortellini.',
      },
    ],
  },
  {
    page: '/en/',
    kind: 'idea',
    author: 'zosia',
    minutesAgo: days(24.8),
    language: 'en',
    votes: 11,
    body: 'Offer the Falena strap in a child size. My son’s bars are 19 mm and the strap goes round twice. He is extremely proud of it and it points at the moon.',
    replies: [
      {
        author: 'giulia',
        minutesAgo: days(24.5),
        votes: 4,
        body: 'A lamp for the moon was not the plan, but I like him. How far is it from the last hole to where it should close? A photo with a ruler would help.',
      },
      { author: 'zosia', minutesAgo: days(24.4), to: 0, body: '31 mm, measured twice, once by him.' },
    ],
  },
  {
    page: '/en/',
    kind: 'praise',
    author: 'linh',
    minutesAgo: days(31.9),
    language: 'en',
    votes: 8,
    body: 'First bike light where nobody has shouted at me. The beam stops at waist height. A man in a car even said *complimenti* at a red light.',
  },
  {
    page: '/it/',
    kind: 'problem',
    author: 'fede',
    minutesAgo: hours(27),
    language: 'it',
    votes: 3,
    labels: ['mount'],
    assignee: 'giulia',
    body: 'Il tappino di gomma della presa USB della Falena non chiude più. È rimasto aperto una notte sotto la pioggia e adesso ho paura di ricaricarla. Ha un anno e mezzo.',
    replies: [
      {
        author: 'giulia',
        minutesAgo: hours(25.5),
        body: 'Hai fatto bene a non ricaricarla. Lasciala aperta un giorno vicino al termosifone (vicino, non sopra) e guarda se nella presa ci sono puntini verdi. Il tappino nuovo te lo mando domani con la bici, gratis.',
      },
      {
        author: 'fede',
        minutesAgo: hours(3.6),
        to: 0,
        body: 'Niente verde, tutto asciutto. Però abito in via Mascarella, passo io a prenderlo!',
      },
    ],
  },
]
