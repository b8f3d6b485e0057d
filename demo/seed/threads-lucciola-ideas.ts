import { days } from './ago.ts'
import type { SeedThread } from './types.ts'

/** What people wish the desk lamp could do. */
export const lucciolaIdeaThreads: readonly SeedThread[] = [
  {
    page: '/en/lucciola',
    kind: 'idea',
    author: 'nora',
    minutesAgo: days(62.4),
    language: 'en',
    votes: 58,
    labels: ['electronics'],
    assignee: 'marco',
    body: 'Please make Lucciola run from USB-C. I move between two desks and a kitchen table, and the only thing I still carry a separate plug for is the lamp. It draws 7 W, any phone charger could do that.',
    status: {
      to: 'planned',
      by: 'marco',
      minutesAgo: days(12.2),
      reason:
        'The prototype has been burning on my bench for three weeks and nothing smells. It will be a new base with a socket instead of the fixed cable, and it will fit every Lucciola since 2009, so nobody has to buy the lamp again. We are waiting for the sockets we trust, then we order 200.',
    },
    replies: [
      {
        author: 'jonas',
        minutesAgo: days(62),
        votes: 11,
        body: 'Yes! And please let the *cable* be replaceable too, that is the part that always dies.',
      },
      {
        author: 'marco',
        minutesAgo: days(60.3),
        votes: 13,
        body: 'Honest difficulty: the light wants 24 V and most chargers only promise 5, 9, 15 or 20. So there has to be a small converter in the base, and a converter is one more thing that can break. I want to find one you could swap with the hex key.',
      },
      {
        author: 'nora',
        minutesAgo: days(60.1),
        to: 1,
        votes: 3,
        body: 'I would happily pay for one more screw.',
      },
      {
        author: 'vojta',
        minutesAgo: days(40),
        votes: 5,
        body: 'If it helps: the ones with a CH224 trigger chip are easy to find and about as big as a thumbnail. `20 V` and a small boost stage, done.',
      },
      {
        author: 'marco',
        minutesAgo: days(39.5),
        to: 3,
        votes: 4,
        body: 'That is the one on my bench now. Grazie, Vojtěch.',
      },
      {
        author: 'ben',
        minutesAgo: days(3.1),
        body: 'Is there a list I can put my name on, or is voting here the list?',
      },
      {
        author: 'giulia',
        minutesAgo: days(2.9),
        to: 5,
        votes: 6,
        body: 'Voting here is the list. Everyone who voted hears from us the day it is real.',
      },
    ],
  },
  {
    page: '/en/lucciola',
    kind: 'idea',
    author: 'aron',
    minutesAgo: days(52.7),
    language: 'en',
    votes: 21,
    labels: ['drawings'],
    body: 'Publish the 3D file of the shade ring. Mine cracked in a move and I have a printer right here. I would rather print it tonight than make you post eight grams across Europe.',
    status: {
      to: 'shipped',
      by: 'giulia',
      minutesAgo: days(33.1),
      reason:
        'All the small parts are there now, as STEP and STL, free to print and to change. If you improve one, show us.',
      link: 'https://lume.example/drawings',
    },
    replies: [
      {
        author: 'marco',
        minutesAgo: days(52.5),
        votes: 5,
        body: 'You are right, and I am a bit ashamed that you had to ask. Print it in PETG, PLA goes soft near the lamp. File is coming, I have to find the version without my swear words in the comments.',
      },
      {
        author: 'aron',
        minutesAgo: days(32.8),
        votes: 7,
        body: 'Printed, fits on the first try. I made the lip 0.4 mm thicker, sending it back to you.',
      },
    ],
  },
  {
    page: '/en/lucciola',
    kind: 'idea',
    author: 'dana',
    minutesAgo: days(6.6),
    language: 'en',
    votes: 13,
    body: 'A wall version of Lucciola would save my hallway. Same arm and shade, just a round plate with two screws instead of the base.',
    status: {
      to: 'review',
      by: 'giulia',
      minutesAgo: days(5.9),
      reason:
        'Second in the count under “What should we make next?”. We look at it properly after the bed lamp, because they may share a joint.',
    },
    replies: [
      {
        author: 'chiara',
        minutesAgo: days(6.2),
        votes: 3,
        body: 'My hallway too. I said it in the other one but I say it again here.',
      },
    ],
  },
]
