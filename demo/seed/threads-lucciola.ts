import { days, hours } from './ago.ts'
import type { SeedThread } from './types.ts'

/** Questions and faults on the English page of the desk lamp. */
export const lucciolaThreads: readonly SeedThread[] = [
  {
    page: '/en/lucciola',
    kind: 'problem',
    author: 'tom',
    minutesAgo: days(15.2),
    language: 'en',
    votes: 18,
    labels: ['dimmer'],
    assignee: 'marco',
    body: 'The dimmer buzzes when I turn it below about a quarter. Not loud, but at night in a quiet room it is the only thing I hear. It is three months old, number `L-4417` under the base. It stops if I hold the knob, which is not a long-term solution.',
    status: {
      to: 'progress',
      by: 'marco',
      minutesAgo: days(8.4),
      reason:
        'Found it: one batch of a capacitor, lamps `L-4380` to `L-4520`. New ones are here and I am testing them at 1 % in the quietest room we have, which is the cellar.',
    },
    replies: [
      {
        author: 'mareike',
        minutesAgo: days(14.9),
        votes: 4,
        body: 'Same here, `L-4402`. I thought it was the fridge.',
      },
      {
        author: 'giulia',
        minutesAgo: days(14.8),
        body: 'Thank you both, and sorry for the nights. Marco is collecting numbers: if yours does it, please write what stands under the base.',
      },
      {
        author: 'soren',
        minutesAgo: days(13.3),
        votes: 1,
        body: '`L-4391`. Only on the lowest third, gone when warm.',
      },
      {
        author: 'marco',
        minutesAgo: days(13),
        note: true,
        body: 'All three are from the same week. I think it is the 22 µF from the new supplier. Ordered the old ones again, do not promise a date yet.',
      },
      {
        author: 'teresa',
        minutesAgo: days(12.8),
        note: true,
        body: 'If it is the batch, we replace all 140, also for people who have not noticed. I will write to them once you are sure.',
      },
      {
        author: 'marco',
        minutesAgo: days(8.3),
        official: true,
        votes: 16,
        body: 'It is our fault and not your electricity. If your number lies between `L-4380` and `L-4520` we send you a new driver for nothing, whether it buzzes or not:\n\n1. Unplug, turn the lamp over, four screws.\n2. The green board slides out to the left.\n3. New board in, same screws, done. Ten minutes.\n\nIf you would rather not, post us the base and we do it.',
      },
      {
        author: 'tom',
        minutesAgo: days(8.1),
        to: 5,
        votes: 3,
        body: 'Can’t argue with that. I will do it myself, I have been looking for an excuse to use the key.',
      },
      {
        author: 'lotte',
        minutesAgo: hours(9.5),
        body: 'Mine is L-4376, just outside, and it hums a little too. Or am I imagining it now?',
      },
    ],
  },
  {
    page: '/en/lucciola',
    kind: 'question',
    author: 'priya',
    minutesAgo: days(28.6),
    language: 'en',
    votes: 9,
    body: 'Is there a cooler light module for drawing? I colour by hand and 2700 K turns every blue into a lie.',
    replies: [
      {
        author: 'marco',
        minutesAgo: days(28.4),
        official: true,
        accepted: true,
        votes: 12,
        body: 'There is one at 4000 K, CRI 97, that we keep for a restorer in Ferrara and never put on the site. Same three pins, same €21, you swap it with the key in two minutes and keep the warm one for the evening. I put one aside with your name on it.',
      },
      {
        author: 'priya',
        minutesAgo: days(28.2),
        to: 0,
        votes: 2,
        body: 'Oh that is wonderful. Blue is blue again! Please do put it on the site.',
      },
      {
        author: 'giulia',
        minutesAgo: days(27),
        votes: 3,
        body: 'It is on the list of parts from next week. We were keeping a good thing in a drawer.',
      },
    ],
  },
  {
    page: '/en/lucciola',
    kind: 'question',
    author: 'jo',
    minutesAgo: hours(2.1),
    language: 'en',
    votes: 1,
    body: 'does the brass go dark over time? and if yes can i stop it, or is that the point',
  },
]
