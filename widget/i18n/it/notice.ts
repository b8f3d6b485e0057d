import type { Translation } from '../catalogue.ts'
import type { messages as en } from '../en/notice.ts'

/** What is only read out. */
export const messages: Translation<typeof en> = {
  'notice.posted': 'Pubblicato. Ora lo vedono tutti.',
  'notice.vote_added': 'Voto aggiunto',
  'notice.vote_removed': 'Voto rimosso',
  'notify.done': 'Ti avviseremo delle risposte',
  'notice.unfollowing': 'Non riceverai più avvisi',
  'notice.saved': 'Modifiche salvate',
  'notice.restored': 'Messaggio ripristinato',
  'notice.reply': 'Nuova risposta di {name}',
  'notice.replyStaff': 'Nuova risposta di {name}, team {brand}',
  'notice.online': 'Sei di nuovo online',
}
