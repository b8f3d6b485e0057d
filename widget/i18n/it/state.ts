import type { Translation } from '../catalogue.ts'
import type { messages as en } from '../en/state.ts'

/** What became of a message: on its way, held, refused, deleted, removed. */
export const messages: Translation<typeof en> = {
  'send.pending': 'Invio in corso…',
  'send.held': 'In attesa di revisione. Lo vedi solo tu.',
  'send.queued': 'Verrà inviato quando torni online',
  'send.failed': 'Non inviato. Il tuo testo è al sicuro qui.',
  'send.edit': 'Modifica',
  'send.discard': 'Elimina',
  'thread.deleted': 'Eliminato dall’autore',
  'thread.removed': 'Rimosso da {brand}: {reason}',
  'thread.removedPlain': 'Rimosso da {brand}',
  'action.deleted': 'Messaggio eliminato',
  'action.undo': 'Ripristina',
  'err.prefix': 'Errore:',
  'err.empty': 'Scrivi un messaggio',
  'err.name': 'Inserisci un nome o un soprannome',
  'err.nameTaken': 'Questo nome appartiene al team {brand}. Scegline un altro.',
  'err.nameRefused': 'Questo nome non si può usare qui. Scegline un altro.',
  'err.rate': 'Stai pubblicando molto in fretta. Riprova tra {duration}.',
  'err.kind': 'Qui non si accettano messaggi di questo tipo. Scegline un altro.',
  'err.closed': 'Questa conversazione è chiusa.',
  'err.banned': 'Non puoi più scrivere qui.',
  'err.merged': 'Questa conversazione è stata unita a un’altra. Modifica il messaggio per inviarlo lì.',
  'err.gone': 'Questa conversazione non esiste più',
  'err.reload': 'Questa pagina non è aggiornata. Ricaricala e invia di nuovo.',
  'err.elsewhere': 'Leggile su una pagina a parte',
  'err.network': 'Nessuna connessione. Riprova.',
  'err.server': 'Qualcosa non ha funzionato da parte nostra. Riprova.',
}
