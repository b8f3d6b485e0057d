import composer from '../styles/composer.css?inline'
import thread from '../styles/thread.css?inline'
import { Announcer } from '../thread/announcer.tsx'
import { MessageState, Tombstone } from '../thread/message-state.tsx'
import { ThreadPage } from '../thread/thread-page.tsx'
import { Follow } from './follow.tsx'
import { HeaderMenu } from './header-menu.tsx'
import { NewPosts } from './new-posts.tsx'
import { PostDetails } from './post-details.tsx'
import { PresenceLine } from './presence-line.tsx'
import { Toolbar } from './toolbar.tsx'

/** All that the first paint can do without, as one chunk. */
export const later = {
  Announcer,
  Follow,
  HeaderMenu,
  MessageState,
  NewPosts,
  PostDetails,
  PresenceLine,
  ThreadPage,
  Tombstone,
  Toolbar,
  styles: [composer, thread],
}
export type Later = typeof later
