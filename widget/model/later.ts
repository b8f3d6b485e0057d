import type { Core } from './core.ts'
import type { Desk } from './desk.ts'
import { createDesk } from './desk.ts'
import type { Home } from './home.ts'
import type { Finding } from './search.ts'
import { find } from './search.ts'
import type { Closable } from './thread.ts'
import { openThread } from './thread.ts'

/** All that somebody who does more than read the first screen needs, in one chunk. */
export interface Later {
  desk: Desk
  openThread: (id: string) => Closable
  find: (search: Finding, turn: number) => Promise<void>
}

export const createLater = (core: Core, home: Home): Later => ({
  desk: createDesk(core, home),
  openThread: id => openThread(core, id),
  find: (search, turn) => find(core, home.state, search, turn),
})
