/** Texts that are rightly the same as in English, by locale, and why. */
export const SAME_WORDS: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  it: {
    'the usual word': ['Email', 'Link', 'Offline', 'Online', 'Password', 'Privacy'],
    'written alike': ['Idea', 'No', '{n} note', '{n} link'],
  },
  ar: { 'on the keys': ['Ctrl+Enter'] },
  fr: {
    'written alike': [
      ...['Question', 'Questions', 'Site', '{n} conversation', '{n} conversations'],
      ...['{n} vote', '{n} votes', 'Votes', '{n} note', '{n} notes'],
      ...['{n} message', '{n} messages', '{n} minute', '{n} minutes'],
    ],
  },
  es: { 'written alike': ['Idea', 'Ideas', 'No', 'Error:'] },
  de: {
    'the usual word': ['Link', 'Status', 'Status: {status}', 'Moderation'],
    'written alike': ['Name', 'Problem', 'Team', 'Domain', '(optional)'],
  },
  'pt-BR': {
    'on the keys': ['Ctrl+Enter'],
    'the usual word': ['Link', 'Site', 'Status: {status}', 'Status', '{n} link', '{n} links'],
  },
  nl: {
    'the usual word': [
      'Labels',
      'Label',
      'Link',
      'Privacy',
      'Status: {status}',
      'Status',
      '{n} link',
      '{n} links',
      '{names} is online',
    ],
    'written alike': ['Open', 'Later'],
    'on the keys': ['Ctrl+Enter'],
  },
  ja: { 'on the keys': ['Ctrl+Enter'] },
}
