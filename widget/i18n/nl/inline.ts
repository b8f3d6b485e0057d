import type { Translation } from '../catalogue.ts'
import type { messages as en } from '../en/inline.ts'

/** What the team reads on a brand’s page, and in the window that lets it answer there. */
export const messages: Translation<typeof en> = {
  'in.unanswered': { one: '{n} hier onbeantwoord', other: '{n} hier onbeantwoord' },
  'in.flagged': { one: '{n} gemeld', other: '{n} gemeld' },
  'in.left': 'Eindigt over {duration}',
  'in.over': 'Je tijd hier is om. Wat je schreef is veilig.',
  'in.renew': 'Verlengen',
  'in.inbox': 'Inbox openen',
  'in.asVisitor': 'Bekijken als bezoeker',
  'in.seeing': 'Dit zien bezoekers. Wat je nu schrijft, schrijf je als bezoeker.',
  'in.waiting': 'Wacht al {duration}',
  'in.looking': { one: '{names} kijkt hier ook naar', other: '{names} kijken hier ook naar' },
  'in.began': 'Je antwoordt hier als {name}',
  'in.title': 'Log in om hier te antwoorden',
  'in.window': 'Ga verder in het venster dat is geopend.',
  'in.blocked': 'Geen venster, of er gebeurt niets?',
  'in.openIt': 'Inlogpagina openen',
  'in.code': 'Code die ze toont',
  'in.use': 'Code gebruiken',
  'in.codeEmpty': 'Vul de code in',
  'in.codeWrong': 'Die code is fout, gebruikt of te oud. Haal een nieuwe.',
  'pass.title': 'Antwoorden op {origin}',
  'pass.ask': 'Mag deze pagina van {brand} {duration} lang als {name} schrijven?',
  'pass.may':
    'Ze mag antwoorden, notities toevoegen, het officiële antwoord markeren, de status wijzigen en verbergen. Verder niets, en nergens anders.',
  'pass.allow': 'Toestaan',
  'pass.unsure':
    'Je browser zegt niet welke pagina het vraagt. Ga alleen verder als je zelf van {origin} komt.',
  'pass.typeIt': 'Typ deze code op {origin}',
  'pass.codeWhy': 'Hij werkt één keer, twee minuten lang, alleen op die pagina. Geef hem aan niemand.',
  'pass.done': 'Klaar. Je kunt dit venster sluiten.',
  'pass.foreign': '{origin} is geen toegestane pagina van {brand}',
  'pass.noRole': 'Je rol leest en antwoordt niet',
  'pass.noSite': 'Je zit niet in het team van deze site',
  'pass.lost': 'Begin op de pagina waar je wilt antwoorden',
}
