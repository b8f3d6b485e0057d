import { days, hours } from './ago.ts'
import type { SeedThread } from './types.ts'

/** The Italian pages: home, lamp and bench. */
export const italianThreads: readonly SeedThread[] = [
  {
    page: '/it/',
    kind: 'praise',
    author: 'paolo',
    minutesAgo: days(42.8),
    language: 'it',
    votes: 12,
    body: 'Grazie a Marco per la pazienza al telefono. Quaranta minuti per spiegare a un professore di latino in pensione quale filo è la fase. Alla fine la lampada si è accesa e io ho detto *fiat lux*, lo confesso.',
    replies: [
      {
        author: 'marco',
        minutesAgo: days(42.6),
        votes: 10,
        body: 'Professore, io a scuola avevo quattro. Facciamo che siamo pari.',
      },
    ],
  },
  {
    page: '/it/',
    kind: 'idea',
    author: 'donato',
    minutesAgo: days(57.1),
    language: 'it',
    votes: 9,
    body: 'Aprite un negozio a Milano, anche piccolo. Comprare una lampada senza averla accesa almeno una volta è difficile, e Bologna per molti di noi è un giorno intero.',
    status: {
      to: 'declined',
      by: 'teresa',
      minutesAgo: days(54.9),
      reason:
        'Un negozio vuol dire una quarta persona che vende e nessuna in più che ripara, e a noi piace il contrario. Ma il problema che racconta è vero: presto tre librerie (Milano, Torino, Roma) terranno una Lucciola accesa sul banco, con la chiave accanto, da aprire e richiudere. Gli indirizzi li scrivo qui sotto.',
    },
    replies: [
      {
        author: 'donato',
        minutesAgo: days(54.5),
        votes: 4,
        body: 'Una libreria è meglio di un negozio. Ritiro la proposta con piacere.',
      },
      {
        author: 'teresa',
        minutesAgo: days(10.5),
        votes: 6,
        body: 'Milano: *Il Segnalibro*, zona Isola. Torino: *Carta e Matita*, San Salvario. Roma: ancora in trattativa, vogliono anche il gatto in vetrina.',
      },
    ],
  },
  {
    page: '/it/lucciola',
    kind: 'idea',
    author: 'bea',
    minutesAgo: days(29.7),
    language: 'it',
    votes: 24,
    labels: ['colori'],
    body: 'La fareste nel giallo dei palazzi di via Zamboni? Non il giallo limone: quello un po’ ocra, che al tramonto diventa arancione. Ho una foto per ogni ora del giorno, se serve.',
    status: {
      to: 'planned',
      by: 'teresa',
      minutesAgo: days(14.6),
      reason:
        'Il verniciatore ha fatto sette campioni e siamo usciti a confrontarli col muro, alle sei di sera, tra gli sguardi di tutti. Il numero quattro è quello. Esce con il prossimo giro di vernice.',
    },
    replies: [
      {
        author: 'giorgio',
        minutesAgo: days(29.1),
        votes: 5,
        body: 'Appoggio. E chiamatela *Zamboni*, non “giallo ocra 03”.',
      },
      {
        author: 'giulia',
        minutesAgo: days(28.9),
        votes: 3,
        body: 'Le foto servono eccome! Soprattutto quella delle sei.',
      },
      {
        author: 'bea',
        minutesAgo: days(14.2),
        votes: 2,
        body: 'Eravate voi con i campioni in mano?! Vi ho visti dal 14 e ho pensato: matti, ma simpatici.',
      },
    ],
  },
  {
    page: '/it/lucciola',
    kind: 'problem',
    author: 'sara',
    minutesAgo: days(21.4),
    language: 'it',
    votes: 4,
    body: 'Il cavo di cotone si è sfilacciato vicino alla base. Due anni di vita, nessun animale in casa, giuro. Si vede il bianco sotto ma la lampada funziona. Posso continuare a usarla?',
    replies: [
      {
        author: 'marco',
        minutesAgo: days(21.2),
        official: true,
        accepted: true,
        votes: 5,
        body: 'Sì, tranquilla: dentro passano 24 volt e il bianco è ancora isolante. Però è un difetto nostro, il passacavo di quell’anno aveva uno spigolo. Ti mando base e passacavo nuovi in garanzia; quella vecchia rimettila nella scatola, ci serve per capire.',
      },
      {
        author: 'sara',
        minutesAgo: days(16.1),
        to: 0,
        votes: 1,
        body: 'Arrivata e montata. Mi avete messo pure i cioccolatini, così non vale.',
      },
    ],
  },
  {
    page: '/it/lucciola',
    kind: 'question',
    author: 'giorgio',
    minutesAgo: 17,
    language: 'it',
    body: 'Il modulo da 4000 K si può montare anche sulla Lucciola del 2012? La mia ha il numero `L-0873` e tre piedini, ma il connettore mi sembra più stretto.',
  },
  {
    page: '/it/riparazioni',
    kind: 'idea',
    author: 'chiara',
    minutesAgo: days(34.9),
    language: 'it',
    votes: 38,
    assignee: 'teresa',
    body: 'Un corso serale per imparare a saldare, una volta al mese. Il sabato delle riparazioni è bellissimo ma c’è sempre la fila, e io più che farmi aggiustare le cose vorrei *imparare*.',
    status: {
      to: 'progress',
      by: 'teresa',
      minutesAgo: days(7.1),
      reason:
        'Dodici saldatori ordinati, tavoli trovati (grazie al centro sociale di via Orfeo). Prima sera: l’ultimo giovedì del mese prossimo, ore 20.',
    },
    replies: [
      {
        author: 'matteo',
        minutesAgo: days(34.5),
        votes: 6,
        body: 'Mi iscrivo subito. Anche se l’ultima volta che ho saldato qualcosa era il mio maglione.',
      },
      {
        author: 'marco',
        minutesAgo: days(33.9),
        votes: 8,
        body: 'Io insegno volentieri, ma solo se qualcuno porta la musica. In bottega comanda la radio di Teresa.',
      },
      { author: 'teresa', minutesAgo: days(33.8), to: 1, votes: 11, body: 'Rai Radio 3 non si tocca.' },
      {
        author: 'luca',
        minutesAgo: hours(11.2),
        body: 'C’è ancora posto per la prima sera? E si può venire in due con un saldatore solo?',
      },
    ],
  },
  {
    page: '/it/riparazioni',
    kind: 'question',
    author: 'ines',
    minutesAgo: days(13.6),
    language: 'it',
    votes: 3,
    body: 'Ho una abat-jour di mia mamma che si accende solo se la tocco. Mio nipote dice che è un fantasma. Io dico che è il filo. Chi ha ragione?',
    replies: [
      {
        author: 'marco',
        minutesAgo: days(13.4),
        official: true,
        accepted: true,
        votes: 19,
        body: 'Signora Ines, ha ragione lei: quasi sempre è la vitina nel portalampada che si è allentata. *Stacchi la spina*, sviti la lampadina e guardi se la linguetta in fondo è schiacciata. Se lo è, non la tocchi: me la porti sabato nella carrozzina. Al nipote dica che i fantasmi preferiscono i neon.',
      },
      {
        author: 'ines',
        minutesAgo: days(13.1),
        to: 0,
        votes: 8,
        body: 'Era la vitina. Mio nipote è rimasto male.',
      },
    ],
  },
]
