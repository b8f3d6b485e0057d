import type { Translation } from '../catalogue.ts'
import type { messages as en } from '../en/inline.ts'

/** What the team reads on a brand’s page, and in the window that lets it answer there. */
export const messages: Translation<typeof en> = {
  'in.unanswered': { one: '{n} sans réponse ici', other: '{n} sans réponse ici' },
  'in.flagged': { one: '{n} signalée', other: '{n} signalées' },
  'in.left': 'Fin dans {duration}',
  'in.over': 'Votre temps ici est écoulé. Ce que vous avez écrit est en sécurité.',
  'in.renew': 'Renouveler',
  'in.inbox': 'Ouvrir la boîte de réception',
  'in.asVisitor': 'Voir comme visiteur',
  'in.seeing': 'Les visiteurs voient ceci. Ce que vous écrivez maintenant, vous l’écrivez en visiteur.',
  'in.waiting': 'En attente depuis {duration}',
  'in.looking': { one: '{names} regarde aussi', other: '{names} regardent aussi' },
  'in.began': 'Vous répondez ici en tant que {name}',
  'in.title': 'Connectez-vous pour répondre ici',
  'in.window': 'Continuez dans la fenêtre qui s’est ouverte.',
  'in.blocked': 'Pas de fenêtre, ou rien ne se passe ?',
  'in.openIt': 'Ouvrir la page de connexion',
  'in.code': 'Code affiché',
  'in.use': 'Utiliser le code',
  'in.codeEmpty': 'Saisissez le code',
  'in.codeWrong': 'Ce code est faux, déjà utilisé ou trop ancien. Demandez-en un autre.',
  'pass.title': 'Répondre sur {origin}',
  'pass.ask': 'Cette page de {brand} peut-elle écrire en tant que {name} pendant {duration} ?',
  'pass.may':
    'Elle peut répondre, ajouter des notes, marquer la réponse officielle, changer le statut et masquer. Rien d’autre, et nulle part ailleurs.',
  'pass.allow': 'Autoriser',
  'pass.unsure':
    'Votre navigateur ne dit pas quelle page le demande. Continuez seulement si vous venez vous-même de {origin}.',
  'pass.typeIt': 'Saisissez ce code sur {origin}',
  'pass.codeWhy': 'Il sert une fois, en deux minutes, sur cette page seulement. Ne le donnez à personne.',
  'pass.done': 'C’est fait. Vous pouvez fermer cette fenêtre.',
  'pass.foreign': '{origin} n’est pas une page autorisée de {brand}',
  'pass.noRole': 'Votre rôle lit et ne répond pas',
  'pass.noSite': 'Vous n’êtes pas dans l’équipe de ce site',
  'pass.lost': 'Commencez sur la page où vous voulez répondre',
}
