import type { Translation } from '../catalogue.ts'
import type { messages as en } from '../en/inline.ts'

/** What the team reads on a brand’s page, and in the window that lets it answer there. */
export const messages: Translation<typeof en> = {
  'in.unanswered': { one: '{n} hier ohne Antwort', other: '{n} hier ohne Antwort' },
  'in.flagged': { one: '{n} gemeldet', other: '{n} gemeldet' },
  'in.left': 'Endet in {duration}',
  'in.over': 'Deine Zeit hier ist um. Was du geschrieben hast, ist sicher.',
  'in.renew': 'Verlängern',
  'in.inbox': 'Posteingang öffnen',
  'in.asVisitor': 'Als Besucher ansehen',
  'in.seeing': 'Das sehen Besucher. Was du jetzt schreibst, schreibst du als Besucher.',
  'in.waiting': 'Wartet seit {duration}',
  'in.looking': { one: '{names} sieht sich das auch an', other: '{names} sehen sich das auch an' },
  'in.began': 'Du antwortest hier als {name}',
  'in.title': 'Melde dich an, um hier zu antworten',
  'in.window': 'Mach in dem Fenster weiter, das sich geöffnet hat.',
  'in.blocked': 'Kein Fenster, oder es passiert nichts?',
  'in.openIt': 'Anmeldeseite öffnen',
  'in.code': 'Code, den sie zeigt',
  'in.use': 'Code verwenden',
  'in.codeEmpty': 'Gib den Code ein',
  'in.codeWrong': 'Der Code ist falsch, benutzt oder zu alt. Hol dir einen neuen.',
  'pass.title': 'Auf {origin} antworten',
  'pass.ask': 'Darf diese Seite von {brand} {duration} lang als {name} schreiben?',
  'pass.may':
    'Sie darf antworten, Notizen hinzufügen, die offizielle Antwort markieren, den Status ändern und ausblenden. Sonst nichts, und nirgends sonst.',
  'pass.allow': 'Erlauben',
  'pass.unsure':
    'Dein Browser sagt nicht, welche Seite fragt. Mach nur weiter, wenn du selbst von {origin} kommst.',
  'pass.typeIt': 'Gib diesen Code auf {origin} ein',
  'pass.codeWhy': 'Er gilt einmal, zwei Minuten lang, nur auf dieser Seite. Gib ihn niemandem.',
  'pass.done': 'Fertig. Du kannst dieses Fenster schließen.',
  'pass.foreign': '{origin} ist keine erlaubte Seite von {brand}',
  'pass.noRole': 'Deine Rolle liest und antwortet nicht',
  'pass.noSite': 'Du bist nicht im Team dieser Website',
  'pass.lost': 'Beginne auf der Seite, auf der du antworten willst',
}
