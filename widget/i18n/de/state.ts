import type { Translation } from '../catalogue.ts'
import type { messages as en } from '../en/state.ts'

/** What became of a message: on its way, held, refused, deleted, removed. */
export const messages: Translation<typeof en> = {
  'send.pending': 'Wird gesendet…',
  'send.held': 'Wartet auf Prüfung. Nur du kannst es sehen.',
  'send.queued': 'Wird gesendet, sobald du wieder online bist',
  'send.failed': 'Nicht gesendet. Dein Text ist hier sicher.',
  'send.edit': 'Bearbeiten',
  'send.discard': 'Verwerfen',
  'thread.deleted': 'Vom Verfasser gelöscht',
  'thread.removed': 'Von {brand} entfernt: {reason}',
  'thread.removedPlain': 'Von {brand} entfernt',
  'action.deleted': 'Nachricht gelöscht',
  'action.undo': 'Rückgängig',
  'err.prefix': 'Fehler:',
  'err.empty': 'Schreib eine Nachricht',
  'err.name': 'Gib einen Namen oder Spitznamen ein',
  'err.nameTaken': 'Dieser Name gehört dem Team {brand}. Wähle einen anderen.',
  'err.nameRefused': 'Dieser Name ist hier nicht möglich. Wähle einen anderen.',
  'err.rate': 'Du schreibst sehr schnell. Versuch es in {duration} noch einmal.',
  'err.kind': 'Diese Art von Nachricht ist hier nicht vorgesehen. Wähle eine andere.',
  'err.closed': 'Diese Unterhaltung ist geschlossen.',
  'err.banned': 'Du kannst hier nicht mehr schreiben.',
  'err.merged':
    'Diese Unterhaltung wurde mit einer anderen zusammengeführt. Bearbeite deine Nachricht, um sie dort zu senden.',
  'err.gone': 'Diese Unterhaltung gibt es nicht mehr',
  'err.reload': 'Diese Seite ist veraltet. Lade sie neu und sende noch einmal.',
  'err.elsewhere': 'Auf einer eigenen Seite lesen',
  'err.network': 'Keine Verbindung. Versuch es noch einmal.',
  'err.server': 'Bei uns ist etwas schiefgegangen. Versuch es noch einmal.',
}
