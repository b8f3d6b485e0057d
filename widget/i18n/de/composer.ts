import type { Translation } from '../catalogue.ts'
import type { messages as en } from '../en/composer.ts'

/** Writing: the opened composer, what becomes of a post, and lists that have nothing to show yet. */
export const messages: Translation<typeof en> = {
  'composer.replyPlaceholder': 'Schreib eine Antwort…',
  'composer.replyLabel': 'Deine Antwort an {name}',
  'composer.kind': 'Was für eine Nachricht ist es?',
  'composer.suggested': 'Vorschlag',
  'guess.problem':
    '(funktioniert|geht|lädt|öffnet|klappt|startet|reagiert)( \\S+)? (nicht|nie)|nicht (mehr )?(funktioniert|geht)|kaputt|fehler|defekt|absturz|stürzt|hängt',
  'guess.idea':
    'wäre (\\S+ )?(toll|schön|gut|super|praktisch|hilfreich)|ich (wünsche|hätte gern)|könntet ihr|vorschlag|ich schlage vor|bitte fügt',
  'guess.question':
    '(wer|was|wann|wo|wohin|woher|warum|wieso|weshalb|welche[rsnm]?|wie|kann|könnte|können|gibt|ist|sind|darf|hat|habt)',
  'guess.praise': 'danke|vielen dank|super|großartig|klasse|toll gemacht|ich liebe|wunderbar',
  'composer.post': 'Veröffentlichen',
  'composer.reply': 'Antworten',
  'composer.cancel': 'Abbrechen',
  'composer.discard': 'Entwurf löschen',
  'composer.restored': 'Entwurf wiederhergestellt',
  'composer.public': 'Alle können das lesen',
  'composer.left': { one: 'Noch {n} Zeichen übrig', other: 'Noch {n} Zeichen übrig' },
  'composer.privacy': 'Keine Bestellnummern, Adressen oder Passwörter angeben',
  'composer.privacyFound': 'Das sieht nach persönlichen Daten aus. Alle würden sie sehen.',
  'composer.postAnyway': 'Trotzdem posten',
  'similar.found': { one: '{n} ähnliche Unterhaltung', other: '{n} ähnliche Unterhaltungen' },
  'similar.use': 'Genau das meine ich',
  'similar.none': 'Nichts davon',
  'who.title': 'Wie heißt du?',
  'who.name': 'Name',
  'who.nameHint': 'Steht neben deiner Nachricht. Ein Spitzname genügt.',
  'who.as': 'Du schreibst als {name}',
  'who.change': 'Ändern',
  'who.forget': 'Mich auf diesem Gerät vergessen',
  'who.forgotten': 'Dieses Gerät kennt dich nicht mehr',
  'empty.title': 'Noch hat niemand geschrieben',
  'empty.body': {
    one: '{names} von {brand} liest jede Nachricht.',
    other: '{names} von {brand} lesen jede Nachricht.',
  },
  'starter.question': 'Frage stellen',
  'starter.idea': 'Idee vorschlagen',
  'starter.problem': 'Problem melden',
  'empty.query': 'Nichts passt zu „{query}“',
  'empty.kind': 'Noch nichts unter „{kind}“',
  'empty.unanswered': 'Alle haben eine Antwort',
  'empty.filter': 'Nichts passt zu diesen Filtern',
  'empty.post': 'Das veröffentlichen',
  'list.clear': 'Filter zurücksetzen',
  'err.long': { one: 'Kürze deine Nachricht um {n} Zeichen', other: 'Kürze deine Nachricht um {n} Zeichen' },
}
