import type { Translation } from '../catalogue.ts'
import type { messages as en } from '../en/inline.ts'

/** What the team reads on a brand’s page, and in the window that lets it answer there. */
export const messages: Translation<typeof en> = {
  'in.unanswered': { one: '{n} senza risposta qui', other: '{n} senza risposta qui' },
  'in.flagged': { one: '{n} segnalata', other: '{n} segnalate' },
  'in.left': 'Finisce tra {duration}',
  'in.over': 'Il tuo tempo qui è finito. Quello che hai scritto è al sicuro.',
  'in.renew': 'Rinnova',
  'in.inbox': 'Apri posta in arrivo',
  'in.asVisitor': 'Vedi come visitatore',
  'in.seeing': 'I visitatori vedono questo. Quello che scrivi ora lo scrivi da visitatore.',
  'in.waiting': 'In attesa da {duration}',
  'in.looking': { one: 'Anche {names} sta guardando', other: 'Anche {names} stanno guardando' },
  'in.began': 'Qui rispondi come {name}',
  'in.title': 'Accedi per rispondere qui',
  'in.window': 'Continua nella finestra che si è aperta.',
  'in.blocked': 'Nessuna finestra, o non succede nulla?',
  'in.openIt': 'Apri la pagina di accesso',
  'in.code': 'Codice che mostra',
  'in.use': 'Usa il codice',
  'in.codeEmpty': 'Inserisci il codice',
  'in.codeWrong': 'Il codice è sbagliato, usato o scaduto. Richiedine uno nuovo.',
  'pass.title': 'Rispondi su {origin}',
  'pass.ask': 'Questa pagina di {brand} può scrivere come {name} per {duration}?',
  'pass.may':
    'Può rispondere, aggiungere note, segnare la risposta ufficiale, cambiare lo stato e nascondere. Nient’altro, e da nessun’altra parte.',
  'pass.allow': 'Consenti',
  'pass.unsure': 'Il browser non dice quale pagina lo chiede. Continua solo se arrivi tu da {origin}.',
  'pass.typeIt': 'Scrivi questo codice su {origin}',
  'pass.codeWhy': 'Vale una volta, entro due minuti, solo su quella pagina. Non darlo a nessuno.',
  'pass.done': 'Fatto. Puoi chiudere questa finestra.',
  'pass.foreign': '{origin} non è una pagina consentita di {brand}',
  'pass.noRole': 'Il tuo ruolo legge e non risponde',
  'pass.noSite': 'Non fai parte del team di questo sito',
  'pass.lost': 'Comincia dalla pagina su cui vuoi rispondere',
}
