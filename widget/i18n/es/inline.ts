import type { Translation } from '../catalogue.ts'
import type { messages as en } from '../en/inline.ts'

/** What the team reads on a brand’s page, and in the window that lets it answer there. */
export const messages: Translation<typeof en> = {
  'in.unanswered': { one: '{n} sin respuesta aquí', other: '{n} sin respuesta aquí' },
  'in.flagged': { one: '{n} denunciada', other: '{n} denunciadas' },
  'in.left': 'Termina en {duration}',
  'in.over': 'Tu tiempo aquí ha terminado. Lo que escribiste está a salvo.',
  'in.renew': 'Renovar',
  'in.inbox': 'Abrir la bandeja de entrada',
  'in.asVisitor': 'Ver como visitante',
  'in.seeing': 'Los visitantes ven esto. Lo que escribas ahora lo escribes como visitante.',
  'in.waiting': 'Esperando {duration}',
  'in.looking': { one: '{names} también está mirando esto', other: '{names} también están mirando esto' },
  'in.began': 'Aquí respondes como {name}',
  'in.title': 'Inicia sesión para responder aquí',
  'in.window': 'Sigue en la ventana que se ha abierto.',
  'in.blocked': '¿No hay ventana o no pasa nada?',
  'in.openIt': 'Abrir la página de acceso',
  'in.code': 'Código que muestra',
  'in.use': 'Usar el código',
  'in.codeEmpty': 'Escribe el código',
  'in.codeWrong': 'Ese código es incorrecto, ya se usó o es demasiado antiguo. Pide otro.',
  'pass.title': 'Responder en {origin}',
  'pass.ask': '¿Puede esta página de {brand} escribir como {name} durante {duration}?',
  'pass.may':
    'Puede responder, añadir notas, marcar la respuesta oficial, cambiar el estado y ocultar. Nada más, y en ningún otro sitio.',
  'pass.allow': 'Permitir',
  'pass.unsure': 'Tu navegador no dice qué página lo pide. Sigue solo si vienes tú de {origin}.',
  'pass.typeIt': 'Escribe este código en {origin}',
  'pass.codeWhy': 'Sirve una vez, en dos minutos, solo en esa página. No se lo des a nadie.',
  'pass.done': 'Listo. Puedes cerrar esta ventana.',
  'pass.foreign': '{origin} no es una página permitida de {brand}',
  'pass.noRole': 'Tu rol lee y no responde',
  'pass.noSite': 'No estás en el equipo de este sitio',
  'pass.lost': 'Empieza en la página en la que quieres responder',
}
