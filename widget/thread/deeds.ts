import { copyLink } from './copy-link.ts'
import { messageChoices } from './message-choices.ts'
import { showHistory } from './show-history.tsx'

/** What people do with messages once in a while, as one chunk: it comes when a menu is opened. */
export const deeds = { choices: messageChoices, copyLink, showHistory }

// Whoever opens a menu offline sees what it offers, can edit, and finds the way back from deleting.
for (const part of [import('../ui/menu-list.tsx'), import('./instead.ts'), import('./edit-form.tsx')])
  part.catch(() => {})
