import type { Translation } from '../catalogue.ts'
import type { messages as en } from '../en/state.ts'

/** What became of a message: on its way, held, refused, deleted, removed. */
export const messages: Translation<typeof en> = {
  'send.pending': 'Envoi…',
  'send.held': 'En attente de vérification. Vous seul pouvez le voir.',
  'send.queued': 'Sera envoyé quand vous serez de nouveau en ligne',
  'send.failed': 'Non envoyé. Votre texte est en sécurité ici.',
  'send.edit': 'Modifier',
  'send.discard': 'Supprimer',
  'thread.deleted': 'Supprimé par son auteur',
  'thread.removed': 'Retiré par {brand} : {reason}',
  'thread.removedPlain': 'Retiré par {brand}',
  'action.deleted': 'Message supprimé',
  'action.undo': 'Rétablir',
  'err.prefix': 'Erreur :',
  'err.empty': 'Écrivez un message',
  'err.name': 'Saisissez un nom ou un pseudo',
  'err.nameTaken': 'Ce nom appartient à l’équipe {brand}. Choisissez-en un autre.',
  'err.nameRefused': 'Ce nom ne peut pas être utilisé ici. Choisissez-en un autre.',
  'err.rate': 'Vous publiez très vite. Réessayez dans {duration}.',
  'err.kind': 'Ce type de message n’est pas accepté ici. Choisissez-en un autre.',
  'err.closed': 'Cette conversation est fermée.',
  'err.banned': 'Vous ne pouvez plus écrire ici.',
  'err.merged': 'Cette conversation a été fusionnée avec une autre. Modifiez votre message pour l’y envoyer.',
  'err.gone': 'Cette conversation n’existe plus',
  'err.reload': 'Cette page n’est plus à jour. Rechargez-la et envoyez à nouveau.',
  'err.elsewhere': 'Les lire sur une page à part',
  'err.network': 'Pas de connexion. Réessayez.',
  'err.server': 'Quelque chose a échoué de notre côté. Réessayez.',
}
