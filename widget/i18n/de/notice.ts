import type { Translation } from '../catalogue.ts'
import type { messages as en } from '../en/notice.ts'

/** What is only read out. */
export const messages: Translation<typeof en> = {
  'notice.posted': 'Veröffentlicht. Alle können es jetzt sehen.',
  'notice.vote_added': 'Stimme abgegeben',
  'notice.vote_removed': 'Stimme zurückgenommen',
  'notify.done': 'Wir sagen dir, wenn jemand antwortet',
  'notice.unfollowing': 'Du wirst nicht mehr benachrichtigt',
  'notice.saved': 'Änderungen gespeichert',
  'notice.restored': 'Nachricht wiederhergestellt',
  'notice.reply': 'Neue Antwort von {name}',
  'notice.replyStaff': 'Neue Antwort von {name}, Team {brand}',
  'notice.online': 'Du bist wieder online',
}
