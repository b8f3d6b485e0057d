/** What is only read out. */
export const messages = {
  'notice.posted': 'Posted. Everyone can see it now.',
  'notice.vote_added': 'Vote added',
  'notice.vote_removed': 'Vote removed',
  'notify.done': 'We’ll tell you about replies',
  'notice.unfollowing': 'You won’t be notified any more',
  'notice.saved': 'Changes saved',
  'notice.restored': 'Message restored',
  'notice.reply': 'New reply from {name}',
  'notice.replyStaff': 'New reply from {name}, {brand} team',
  'notice.online': 'You’re back online',
} as const
