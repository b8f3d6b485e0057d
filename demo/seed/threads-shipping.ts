import { days, hours } from './ago.ts'
import type { SeedThread } from './types.ts'

/** Post and prices, in both languages of the site. */
export const shippingThreads: readonly SeedThread[] = [
  {
    page: '/en/shipping',
    kind: 'problem',
    author: 'katrin',
    minutesAgo: days(2.3),
    language: 'en',
    votes: 2,
    assignee: 'giulia',
    body: 'Tracking says delivered, but there is no parcel. I asked the neighbours on both sides and the bakery, where everything usually ends up.',
    status: {
      to: 'progress',
      by: 'giulia',
      minutesAgo: days(2.1),
      reason:
        'The carrier is looking for it. If it is not at your door by Friday a new lamp leaves on Saturday, whatever they find.',
    },
    replies: [
      {
        author: 'giulia',
        minutesAgo: days(2.2),
        body: 'Please don’t post your order number here, I found you by your first name. I have the driver’s photo: it shows a blue door with a brass fish on it. Is that you?',
      },
      {
        author: 'katrin',
        minutesAgo: days(2.15),
        to: 0,
        votes: 3,
        body: 'No! But I know exactly whose fish that is. They are on holiday until Thursday 😅',
      },
      {
        author: 'giulia',
        minutesAgo: days(2.1),
        note: true,
        body: 'Reserved a terracotta one just in case, tag on it. If the fish family has it, cancel.',
      },
      {
        author: 'katrin',
        minutesAgo: hours(4.2),
        body: 'The fish people came home early. I have the lamp, and an invitation to dinner.',
      },
    ],
  },
  {
    page: '/en/shipping',
    kind: 'question',
    author: 'mareike',
    minutesAgo: 52,
    language: 'en',
    votes: 1,
    body: 'Until when should I order for it to reach Hamburg before the 24th? It is for my father and he must not be in the dark.',
  },
  {
    page: '/it/spedizioni',
    kind: 'question',
    author: 'elena',
    minutesAgo: days(26.1),
    language: 'it',
    votes: 5,
    body: 'Posso ritirare in bottega senza pagare la spedizione? Lavoro a due passi ma esco alle 18:30, quando voi avete già chiuso.',
    replies: [
      {
        author: 'luca',
        minutesAgo: days(25.9),
        accepted: true,
        votes: 7,
        body: 'Io l’ho fatto il mese scorso: all’ordine scegli “passo io”, e se arrivi tardi te la lasciano al bar Otello lì di fronte, aperto fino alle 21. Ti fanno anche il caffè.',
      },
      {
        author: 'giulia',
        minutesAgo: days(25.7),
        official: true,
        votes: 4,
        body: 'Confermo tutto, compreso il caffè. Basta scrivere “bar” nelle note.',
      },
    ],
  },
  {
    page: '/it/spedizioni',
    kind: 'problem',
    author: 'matteo',
    minutesAgo: days(18.2),
    language: 'it',
    votes: 6,
    body: 'Al pagamento mi chiede la provincia anche se spedisco a San Marino. Ho provato `RSM`, `SM` e per disperazione “nessuna”: niente, torna sempre rosso.',
    status: {
      to: 'shipped',
      by: 'giulia',
      minutesAgo: days(16.9),
      reason:
        'Sistemato: per San Marino e Città del Vaticano la provincia non serve più. Hai fatto bene a provarle tutte, ci hai risparmiato una mattina.',
      link: 'https://lume.example/it/spedizioni',
    },
    replies: [
      {
        author: 'giulia',
        minutesAgo: days(18),
        body: 'Che vergogna, San Marino si vede quasi dal tetto. Lo guardo oggi.',
      },
      {
        author: 'matteo',
        minutesAgo: days(16.5),
        votes: 2,
        body: 'Passato al primo colpo. Una Repubblica intera vi ringrazia.',
      },
    ],
  },
  {
    page: '/en/shipping',
    kind: 'question',
    author: 'amelie',
    minutesAgo: days(33.6),
    language: 'fr',
    votes: 2,
    body: 'Livrez-vous en Belgique avec une facture au nom d’une association ? Nous aimerions six Lucciola pour la bibliothèque du quartier, et la trésorière est très stricte.',
    replies: [
      {
        author: 'teresa',
        minutesAgo: days(33.3),
        official: true,
        accepted: true,
        votes: 4,
        body: 'Bien sûr, et nous aimons les trésorières strictes. Il nous faut le nom et l’adresse de l’association, et son numéro de TVA si elle en a un. À partir de deux lampes le port est gratuit dans l’Union. Pour une bibliothèque, Marco ajoute volontiers une boîte de pièces. *Pardonnez mon français, je l’ai appris à Lyon en 1989.*',
      },
      {
        author: 'amelie',
        minutesAgo: days(32.9),
        to: 0,
        votes: 3,
        body: 'Votre français est charmant. La trésorière a souri, ce qui n’était pas arrivé depuis 2019.',
      },
    ],
  },
]
