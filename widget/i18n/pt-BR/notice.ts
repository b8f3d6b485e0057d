import type { Translation } from '../catalogue.ts'
import type { messages as en } from '../en/notice.ts'

/** What is only read out. */
export const messages: Translation<typeof en> = {
  'notice.posted': 'Publicado. Agora todo mundo pode ver.',
  'notice.vote_added': 'Voto adicionado',
  'notice.vote_removed': 'Voto removido',
  'notify.done': 'Vamos avisar você das respostas',
  'notice.unfollowing': 'Você não será mais avisado',
  'notice.saved': 'Alterações salvas',
  'notice.restored': 'Mensagem recuperada',
  'notice.reply': 'Nova resposta de {name}',
  'notice.replyStaff': 'Nova resposta de {name}, equipe {brand}',
  'notice.online': 'Você está on-line de novo',
}
