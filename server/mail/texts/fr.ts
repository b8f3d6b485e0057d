import type { MailTexts } from './en.ts'

export const texts: MailTexts = {
  staff: '{name} (équipe {brand})',
  visitor: '{name} (visiteur)',
  'confirm.subject': '{brand} : confirmez votre adresse e-mail',
  'confirm.text':
    'Quelqu’un, vous sans doute, a donné cette adresse à {brand} pour être prévenu des réponses. Confirmez-la, et nous vous écrirons dès que quelqu’un répond.',
  'confirm.open': 'Confirmer cette adresse',
  'confirm.ignore':
    'Ce n’était pas vous ? Il n’y a rien à faire : tant que l’adresse n’est pas confirmée, vous ne recevrez rien d’autre. Le lien est valable trois jours.',
  'news.subject': '{brand} : du nouveau dans une conversation que vous suivez',
  'news.votedSubject': '{brand} : du nouveau sur ce que vous avez soutenu',
  'news.wrote': '{name} a écrit :',
  'news.status': '{name} a choisi l’état « {status} » :',
  'news.see': 'À voir ici :',
  'news.open': 'Lire et répondre',
  'why.follows': 'Vous recevez ce message parce que vous suivez cette conversation.',
  'why.voted': 'Vous recevez ce message parce que vous avez voté.',
  'why.stop': 'Ne plus recevoir ces messages',
  'page.confirmTitle': 'Confirmez votre adresse e-mail',
  'page.confirmText':
    '{brand} vous écrira quand quelqu’un répond dans une conversation que vous suivez, et au sujet de ce que vous avez soutenu.',
  'page.confirm': 'Confirmer',
  'page.confirmedTitle': 'Votre adresse est confirmée',
  'page.confirmedText':
    '{brand} vous écrira quand quelqu’un répond. Chaque message contient un lien pour ne plus en recevoir.',
  'page.stopTitle': 'Messages de {brand}',
  'page.stopText': 'Que ne voulez-vous plus recevoir ?',
  'page.stopOne': 'Les messages sur cette conversation',
  'page.stopAll': 'Tous les messages de {brand}',
  'page.stoppedTitle': 'C’est fait',
  'page.stoppedOne': 'Vous ne recevrez plus de messages sur cette conversation.',
  'page.stoppedAll': 'Nous avons supprimé votre adresse. {brand} ne vous écrira plus.',
  'page.overTitle': 'Ce lien n’est plus valable',
  'page.overText':
    'Il a déjà servi, ou il est trop ancien. Si vous avez confirmé votre adresse, tout va bien.',
  'status.open': 'Ouverte',
  'status.review': 'À l’étude',
  'status.planned': 'Prévue',
  'status.progress': 'En cours',
  'status.shipped': 'Disponible',
  'status.declined': 'Non retenue',
  'status.fixing': 'En correction',
  'status.fixed': 'Corrigé',
  'status.wontfix': 'Ne sera pas corrigé',
}
