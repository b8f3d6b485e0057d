/** What letters and the pages their links lead to say. Every other catalogue has the same keys. */
export const texts = {
  staff: '{name} ({brand} team)',
  visitor: '{name} (visitor)',
  'confirm.subject': '{brand}: confirm your email address',
  'confirm.text':
    'Somebody, we hope you, gave this address to {brand} to hear about replies. Confirm it, and we write to you when somebody replies.',
  'confirm.open': 'Confirm this address',
  'confirm.ignore':
    'It was not you? Then there is nothing to do: no letters come unless this address is confirmed. The link works for three days.',
  'news.subject': '{brand}: news in a conversation you follow',
  'news.votedSubject': '{brand}: news about something you voted for',
  'news.wrote': '{name} wrote:',
  'news.status': '{name} set it to “{status}”:',
  'news.see': 'See it:',
  'news.open': 'Read and reply',
  'why.follows': 'You get this letter because you follow this conversation.',
  'why.voted': 'You get this letter because you voted for this.',
  'why.stop': 'Stop these letters',
  'page.confirmTitle': 'Confirm your email address',
  'page.confirmText':
    '{brand} will write to you when somebody replies in a conversation you follow, and about what you voted for.',
  'page.confirm': 'Confirm',
  'page.confirmedTitle': 'Your address is confirmed',
  'page.confirmedText':
    'You will hear from {brand} when somebody replies. Every letter has a link that stops them.',
  'page.stopTitle': 'Letters from {brand}',
  'page.stopText': 'What do you no longer want to hear about?',
  'page.stopOne': 'This conversation',
  'page.stopAll': 'All letters from {brand}',
  'page.stoppedTitle': 'Done',
  'page.stoppedOne': 'You will get no more letters about this conversation.',
  'page.stoppedAll': 'We have deleted your address. {brand} will write to you no more.',
  'page.overTitle': 'This link no longer works',
  'page.overText': 'It was used already, or it is too old. If you have confirmed your address, all is well.',
  'status.open': 'Open',
  'status.review': 'Under review',
  'status.planned': 'Planned',
  'status.progress': 'In progress',
  'status.shipped': 'Shipped',
  'status.declined': 'Declined',
  'status.fixing': 'Being fixed',
  'status.fixed': 'Fixed',
  'status.wontfix': 'Won’t fix',
}

export type MailText = keyof typeof texts
export type MailTexts = Readonly<Record<MailText, string>>
