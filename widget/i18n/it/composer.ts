import type { Translation } from '../catalogue.ts'
import type { messages as en } from '../en/composer.ts'

/** Writing: the opened composer, what becomes of a post, and lists that have nothing to show yet. */
export const messages: Translation<typeof en> = {
  'composer.replyPlaceholder': 'Scrivi una risposta…',
  'composer.replyLabel': 'La tua risposta a {name}',
  'composer.kind': 'Che tipo di messaggio è?',
  'composer.suggested': 'Suggerito',
  'guess.problem':
    'non (funziona|va|si apre|carica|riesco|riesce|parte|risponde)|errore|guasto|rott[oa]|si blocca|bloccat[oa]',
  'guess.idea':
    'vorrei|sarebbe (bello|utile|comodo|meglio)|si potrebbe|potreste|mi piacerebbe|propongo|aggiungete|suggerisco',
  'guess.question':
    "(chi|che|cosa|quando|dove|perch[eé]|qual[ei]?|come|quant[oiae]|posso|si può|c[’']è|è possibile|avete|potete)",
  'guess.praise': 'grazie|complimenti|brav(issim)?[ioae]|ottimo|adoro|fantastic[oa]|bellissim[oa]',
  'composer.post': 'Pubblica',
  'composer.reply': 'Rispondi',
  'composer.cancel': 'Annulla',
  'composer.discard': 'Elimina bozza',
  'composer.restored': 'Bozza recuperata',
  'composer.public': 'Tutti possono leggerlo',
  'composer.left': { one: '{n} carattere rimasto', other: '{n} caratteri rimasti' },
  'composer.privacy': 'Non inserire numeri d’ordine, indirizzi o password',
  'composer.privacyFound': 'Sembra un dato personale. Lo vedrebbero tutti.',
  'composer.postAnyway': 'Pubblica comunque',
  'similar.found': { one: '{n} conversazione simile', other: '{n} conversazioni simili' },
  'similar.use': 'È proprio questo',
  'similar.none': 'Nessuna di queste',
  'who.title': 'Come ti chiami?',
  'who.name': 'Nome',
  'who.nameHint': 'Compare accanto al messaggio. Va bene anche un soprannome.',
  'who.as': 'Pubblichi come {name}',
  'who.change': 'Cambia',
  'who.forget': 'Dimenticami su questo dispositivo',
  'who.forgotten': 'Questo dispositivo non ti riconosce più',
  'empty.title': 'Non ha ancora scritto nessuno',
  'empty.body': {
    one: '{names} di {brand} legge ogni messaggio.',
    other: '{names} di {brand} leggono ogni messaggio.',
  },
  'starter.question': 'Fai una domanda',
  'starter.idea': 'Proponi un’idea',
  'starter.problem': 'Segnala un problema',
  'empty.query': 'Nessun risultato per «{query}»',
  'empty.kind': 'Ancora niente in «{kind}»',
  'empty.unanswered': 'Tutti hanno una risposta',
  'empty.filter': 'Nessun risultato con questi filtri',
  'empty.post': 'Pubblicalo',
  'list.clear': 'Azzera i filtri',
  'err.long': {
    one: 'Accorcia il messaggio di {n} carattere',
    other: 'Accorcia il messaggio di {n} caratteri',
  },
}
