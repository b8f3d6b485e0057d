import type { Translation } from '../catalogue.ts'
import type { messages as en } from '../en/state.ts'

/** What became of a message: on its way, held, refused, deleted, removed. */
export const messages: Translation<typeof en> = {
  'send.pending': 'Enviando…',
  'send.held': 'Pendiente de revisión. Solo lo ves tú.',
  'send.queued': 'Se enviará cuando vuelvas a tener conexión',
  'send.failed': 'No enviado. Tu texto está a salvo aquí.',
  'send.edit': 'Editar',
  'send.discard': 'Descartar',
  'thread.deleted': 'Eliminado por su autor',
  'thread.removed': 'Retirado por {brand}: {reason}',
  'thread.removedPlain': 'Retirado por {brand}',
  'action.deleted': 'Mensaje eliminado',
  'action.undo': 'Deshacer',
  'err.prefix': 'Error:',
  'err.empty': 'Escribe un mensaje',
  'err.name': 'Escribe un nombre o un apodo',
  'err.nameTaken': 'Ese nombre es del equipo de {brand}. Elige otro.',
  'err.nameRefused': 'Ese nombre no se puede usar aquí. Elige otro.',
  'err.rate': 'Estás publicando muy rápido. Vuelve a intentarlo en {duration}.',
  'err.kind': 'Aquí no se aceptan mensajes de este tipo. Elige otro.',
  'err.closed': 'Esta conversación está cerrada.',
  'err.banned': 'Ya no puedes escribir aquí.',
  'err.merged': 'Esta conversación se unió a otra. Edita tu mensaje para enviarlo allí.',
  'err.gone': 'Esta conversación ya no existe',
  'err.reload': 'Esta página no está al día. Recárgala y envía de nuevo.',
  'err.elsewhere': 'Leerlas en una página aparte',
  'err.network': 'Sin conexión. Vuelve a intentarlo.',
  'err.server': 'Algo ha fallado por nuestra parte. Vuelve a intentarlo.',
}
