import type { Translation } from '../catalogue.ts'
import type { messages as en } from '../en/composer.ts'

/** Writing: the opened composer, what becomes of a post, and lists that have nothing to show yet. */
export const messages: Translation<typeof en> = {
  'composer.replyPlaceholder': 'Écrivez une réponse…',
  'composer.replyLabel': 'Votre réponse à {name}',
  'composer.kind': 'Quel type de message est-ce ?',
  'composer.suggested': 'Suggéré',
  'guess.problem':
    "(ne|n[’']) ?(\\S+ )?(fonctionne|marche|s[’']ouvre|charge|répond|démarre)|impossible de|erreur|bug|cassée?|panne|plante|bloquée?",
  'guess.idea':
    "(ce|ça) serait (\\S+ )?(bien|super|utile|génial|mieux)|j[’']aimerais|pourriez-vous ajouter|je (propose|suggère)|il faudrait",
  'guess.question':
    '(qui|que|quoi|quand|où|pourquoi|quel(le)?s?|comment|combien|est-ce|puis-je|peut-on|y a-t-il|avez-vous|pouvez-vous|peut-il)',
  'guess.praise': "merci|bravo|super travail|génial|excellent|j[’']adore|magnifique|félicitations",
  'composer.post': 'Publier',
  'composer.reply': 'Répondre',
  'composer.cancel': 'Annuler',
  'composer.discard': 'Supprimer le brouillon',
  'composer.restored': 'Brouillon récupéré',
  'composer.public': 'Tout le monde peut lire ceci',
  'composer.left': { one: '{n} caractère restant', other: '{n} caractères restants' },
  'composer.privacy': 'N’indiquez ni numéro de commande, ni adresse, ni mot de passe',
  'composer.privacyFound': 'On dirait une donnée personnelle. Tout le monde la verrait.',
  'composer.postAnyway': 'Publier quand même',
  'similar.found': { one: '{n} conversation similaire', other: '{n} conversations similaires' },
  'similar.use': 'C’est exactement ça',
  'similar.none': 'Aucune de celles-ci',
  'who.title': 'Comment vous appelez-vous ?',
  'who.name': 'Nom',
  'who.nameHint': 'Affiché à côté de votre message. Un pseudo convient.',
  'who.as': 'Publication en tant que {name}',
  'who.change': 'Modifier',
  'who.forget': 'M’oublier sur cet appareil',
  'who.forgotten': 'Cet appareil ne vous connaît plus',
  'empty.title': 'Personne n’a encore écrit',
  'empty.body': {
    one: '{names} de {brand} lit chaque message.',
    other: '{names} de {brand} lisent chaque message.',
  },
  'starter.question': 'Poser une question',
  'starter.idea': 'Proposer une idée',
  'starter.problem': 'Signaler un problème',
  'empty.query': 'Aucun résultat pour « {query} »',
  'empty.kind': 'Rien ici pour l’instant sous « {kind} »',
  'empty.unanswered': 'Tout le monde a une réponse',
  'empty.filter': 'Rien ne correspond à ces filtres',
  'empty.post': 'Publier ce texte',
  'list.clear': 'Effacer les filtres',
  'err.long': {
    one: 'Raccourcissez votre message de {n} caractère',
    other: 'Raccourcissez votre message de {n} caractères',
  },
}
