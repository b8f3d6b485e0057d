import type { Translation } from '../catalogue.ts'
import type { messages as en } from '../en/notice.ts'

/** What is only read out. */
export const messages: Translation<typeof en> = {
  'notice.posted': 'Publicado. Ya lo puede ver todo el mundo.',
  'notice.vote_added': 'Voto añadido',
  'notice.vote_removed': 'Voto retirado',
  'notify.done': 'Te avisaremos de las respuestas',
  'notice.unfollowing': 'Ya no recibirás avisos',
  'notice.saved': 'Cambios guardados',
  'notice.restored': 'Mensaje recuperado',
  'notice.reply': 'Nueva respuesta de {name}',
  'notice.replyStaff': 'Nueva respuesta de {name}, equipo de {brand}',
  'notice.online': 'Vuelves a tener conexión',
}
