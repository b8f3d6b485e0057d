import type { Translation } from '../catalogue.ts'
import type { messages as en } from '../en/notice.ts'

/** What is only read out. */
export const messages: Translation<typeof en> = {
  'notice.posted': 'Publié. Tout le monde peut le voir maintenant.',
  'notice.vote_added': 'Vote ajouté',
  'notice.vote_removed': 'Vote retiré',
  'notify.done': 'Nous vous préviendrons des réponses',
  'notice.unfollowing': 'Vous ne serez plus prévenu',
  'notice.saved': 'Modifications enregistrées',
  'notice.restored': 'Message restauré',
  'notice.reply': 'Nouvelle réponse de {name}',
  'notice.replyStaff': 'Nouvelle réponse de {name}, équipe {brand}',
  'notice.online': 'Vous êtes de nouveau en ligne',
}
