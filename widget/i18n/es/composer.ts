import type { Translation } from '../catalogue.ts'
import type { messages as en } from '../en/composer.ts'

/** Writing: the opened composer, what becomes of a post, and lists that have nothing to show yet. */
export const messages: Translation<typeof en> = {
  'composer.replyPlaceholder': 'Escribe una respuesta…',
  'composer.replyLabel': 'Tu respuesta a {name}',
  'composer.kind': '¿Qué tipo de mensaje es?',
  'composer.suggested': 'Sugerido',
  'guess.problem':
    'no (funciona|va|abre|carga|puedo|arranca|responde|se ve)|error|fallo|falla|rot[oa]|averiad[oa]|se (bloquea|cuelga)',
  'guess.idea':
    'me gustaría|estaría (bien|genial)|sería (genial|bueno|útil|mejor)|podríais|podrían añadir|propongo|sugiero|ojalá',
  'guess.question':
    '(quién|qué|cuándo|dónde|por qué|cuál(es)?|cómo|cuánt[oa]s?|puedo|se puede|hay|es posible|tenéis|tienen|¿.*)',
  'guess.praise': 'gracias|genial|estupend[oa]|excelente|me encanta|enhorabuena|maravillos[oa]',
  'composer.post': 'Publicar',
  'composer.reply': 'Responder',
  'composer.cancel': 'Cancelar',
  'composer.discard': 'Eliminar borrador',
  'composer.restored': 'Borrador recuperado',
  'composer.public': 'Todo el mundo puede leer esto',
  'composer.left': { one: 'Queda {n} carácter', other: 'Quedan {n} caracteres' },
  'composer.privacy': 'No incluyas números de pedido, direcciones ni contraseñas',
  'composer.privacyFound': 'Parece un dato personal. Lo vería todo el mundo.',
  'composer.postAnyway': 'Publicar de todos modos',
  'similar.found': { one: '{n} conversación parecida', other: '{n} conversaciones parecidas' },
  'similar.use': 'Es justo esto',
  'similar.none': 'Ninguna de estas',
  'who.title': '¿Cómo te llamas?',
  'who.name': 'Nombre',
  'who.nameHint': 'Aparece junto a tu mensaje. Vale un apodo.',
  'who.as': 'Publicas como {name}',
  'who.change': 'Cambiar',
  'who.forget': 'Olvidarme en este dispositivo',
  'who.forgotten': 'Este dispositivo ya no te conoce',
  'empty.title': 'Nadie ha escrito todavía',
  'empty.body': {
    one: '{names} de {brand} lee cada mensaje.',
    other: '{names} de {brand} leen cada mensaje.',
  },
  'starter.question': 'Hacer una pregunta',
  'starter.idea': 'Proponer una idea',
  'starter.problem': 'Informar de un problema',
  'empty.query': 'Nada coincide con «{query}»',
  'empty.kind': 'Todavía no hay nada en «{kind}»',
  'empty.unanswered': 'Todo el mundo tiene respuesta',
  'empty.filter': 'Nada coincide con estos filtros',
  'empty.post': 'Publicarlo',
  'list.clear': 'Quitar filtros',
  'err.long': { one: 'Acorta tu mensaje {n} carácter', other: 'Acorta tu mensaje {n} caracteres' },
}
