import type { Translation } from '../catalogue.ts'
import type { messages as en } from '../en/notice.ts'

/** What is only read out. */
export const messages: Translation<typeof en> = {
  'notice.posted': 'Geplaatst. Iedereen kan het nu zien.',
  'notice.vote_added': 'Stem toegevoegd',
  'notice.vote_removed': 'Stem ingetrokken',
  'notify.done': 'We laten je weten als er antwoorden zijn',
  'notice.unfollowing': 'Je krijgt geen meldingen meer',
  'notice.saved': 'Wijzigingen opgeslagen',
  'notice.restored': 'Bericht teruggezet',
  'notice.reply': 'Nieuw antwoord van {name}',
  'notice.replyStaff': 'Nieuw antwoord van {name}, team {brand}',
  'notice.online': 'Je bent weer online',
}
