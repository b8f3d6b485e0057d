import type { Translation } from '../catalogue.ts'
import type { messages as en } from '../en/state.ts'

/** What became of a message: on its way, held, refused, deleted, removed. */
export const messages: Translation<typeof en> = {
  'send.pending': 'Versturen…',
  'send.held': 'Wacht op controle. Alleen jij kunt het zien.',
  'send.queued': 'Wordt verstuurd zodra je weer online bent',
  'send.failed': 'Niet verstuurd. Je tekst staat hier veilig.',
  'send.edit': 'Bewerken',
  'send.discard': 'Weggooien',
  'thread.deleted': 'Verwijderd door de schrijver',
  'thread.removed': 'Verwijderd door {brand}: {reason}',
  'thread.removedPlain': 'Verwijderd door {brand}',
  'action.deleted': 'Bericht verwijderd',
  'action.undo': 'Ongedaan maken',
  'err.prefix': 'Fout:',
  'err.empty': 'Schrijf een bericht',
  'err.name': 'Vul een naam of bijnaam in',
  'err.nameTaken': 'Die naam is van het team van {brand}. Kies een andere.',
  'err.nameRefused': 'Die naam kan hier niet. Kies een andere.',
  'err.rate': 'Je plaatst heel snel achter elkaar. Probeer het over {duration} opnieuw.',
  'err.kind': 'Dit soort bericht kan hier niet. Kies een ander soort.',
  'err.closed': 'Dit gesprek is gesloten.',
  'err.banned': 'Je kunt hier niet meer schrijven.',
  'err.merged': 'Dit gesprek is samengevoegd met een ander. Bewerk je bericht om het daar te plaatsen.',
  'err.gone': 'Dit gesprek bestaat niet meer',
  'err.reload': 'Deze pagina is verouderd. Laad haar opnieuw en verstuur nog eens.',
  'err.elsewhere': 'Lees ze op een eigen pagina',
  'err.network': 'Geen verbinding. Probeer het opnieuw.',
  'err.server': 'Er ging iets mis aan onze kant. Probeer het opnieuw.',
}
