import { days, hours } from './ago.ts'
import type { SeedThread } from './types.ts'

/** The English page of the bench. */
export const repairThreads: readonly SeedThread[] = [
  {
    page: '/en/repairs',
    kind: 'question',
    author: 'oisin',
    minutesAgo: days(44.6),
    language: 'en',
    votes: 7,
    body: 'Do you really repair lamps you did not make? I have a 1960s desk lamp with a melted transformer. Two shops told me to keep it as decoration.',
    replies: [
      {
        author: 'marco',
        minutesAgo: days(44.4),
        official: true,
        accepted: true,
        votes: 10,
        body: 'Two thirds of what is on my bench is not ours. A transformer from the sixties is usually a pleasure: they are screwed, not glued. Could you post two photos, one of the label and one of where it melted? And please keep it unplugged, “decoration” was good advice in the meantime.',
      },
      {
        author: 'oisin',
        minutesAgo: days(43.1),
        to: 0,
        body: 'Posted it on Monday, wrapped in a jumper that is also a gift for whoever it fits.',
      },
      {
        author: 'marco',
        minutesAgo: days(31.5),
        votes: 12,
        body: 'For everyone reading: new transformer wound to the old size, €61 in all, the original switch lives. The jumper fits Giulia.',
      },
    ],
  },
  {
    page: '/en/repairs',
    kind: 'praise',
    author: 'ben',
    minutesAgo: days(20.3),
    language: 'en',
    votes: 17,
    body: 'I came to repair Saturday with one lamp and left with two working ones and a recipe. The woman next to me had brought a chandelier in a pram. Nobody sold me anything. I did not know places like this were still allowed.',
    replies: [
      {
        author: 'ines',
        minutesAgo: days(20),
        votes: 22,
        body: 'Ero io quella della carrozzina! Il lampadario adesso fa luce in cucina. Ines',
      },
      {
        author: 'teresa',
        minutesAgo: days(19.8),
        votes: 6,
        body: 'And the recipe was Ines’s, I hope you know what an honour that is.',
      },
    ],
  },
  {
    page: '/en/repairs',
    kind: 'idea',
    author: 'ani',
    minutesAgo: days(49),
    language: 'en',
    votes: 33,
    labels: ['parts'],
    body: 'Sell the wearing parts together as one small box. Washers, a switch, a fuse, the screws that roll under the cupboard. I would put it in the drawer and feel prepared for life.',
    status: {
      to: 'shipped',
      by: 'giulia',
      minutesAgo: days(17.6),
      reason:
        'You asked, we packed: 23 pieces in a tin, €29, with a drawing of where each one goes. The tins come from the pastry shop next door, so they smell of almonds for a while.',
      link: 'https://lume.example/en/shipping#prices',
    },
    replies: [
      {
        author: 'sigrun',
        minutesAgo: days(48.2),
        votes: 4,
        body: 'Please include two of everything that is smaller than a lentil.',
      },
      {
        author: 'giulia',
        minutesAgo: days(47.8),
        to: 0,
        votes: 9,
        body: '“Smaller than a lentil: two” is now an official rule of this workshop.',
      },
      {
        author: 'ani',
        minutesAgo: days(15.4),
        votes: 5,
        body: 'Mine came today. It does smell of almonds. I have not needed a single washer and I am very happy.',
      },
    ],
  },
  {
    page: '/en/repairs',
    kind: 'question',
    author: 'mihai',
    minutesAgo: days(11.7),
    language: 'en',
    votes: 2,
    assignee: 'marco',
    body: 'What would it cost to rewire a brass lamp with seven arms? It was my grandparents’ in Iași. The cloth on the wires turns to dust when you look at it.',
    replies: [
      {
        author: 'marco',
        minutesAgo: days(11.4),
        body: 'Between €75 and €140, depending on whether the arms open. Do you see a tiny slot, like for a coin, where each arm meets the body? And is there any lead solder, dull grey, on the joints?',
      },
      {
        author: 'mihai',
        minutesAgo: hours(31),
        to: 0,
        body: 'Finally got to my mother’s. Yes to the slots, all seven! No grey anywhere. There is a number stamped inside, `RPR 1934`, does that help?',
      },
    ],
  },
  {
    page: '/en/repairs',
    kind: 'problem',
    author: 'sam',
    minutesAgo: days(4.4),
    language: 'en',
    votes: 1,
    body: 'I have not heard anything about my lamp since it arrived with you. Posted ten days ago, tracking says delivered last week. I know you say you write the same day, so maybe the mail went astray?',
    status: { to: 'review', by: 'giulia', minutesAgo: days(4.2) },
    replies: [
      {
        author: 'giulia',
        minutesAgo: days(4.2),
        votes: 3,
        body: 'It is here, it has a tag, it is the green one, and the mail did not go astray: I forgot to write it. I am sorry. Marco opens it tomorrow morning and you get the price by noon.',
      },
      {
        author: 'giulia',
        minutesAgo: days(4.1),
        note: true,
        body: 'My mistake, two tags from that day were behind the till. The other one (Bastien) I have written to.',
      },
      {
        author: 'sam',
        minutesAgo: days(3.3),
        to: 0,
        votes: 2,
        body: 'Price came at 11:40. All good, thanks for just saying it.',
      },
    ],
  },
  {
    page: '/en/repairs',
    kind: 'question',
    author: 'ploy',
    minutesAgo: 34,
    language: 'en',
    body: 'Is there a repair Saturday next month, or do you skip it? I would be coming from Milan with a floor lamp on the train and would rather not meet a closed door.',
  },
]
