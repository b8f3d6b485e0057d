import type { Effects } from './effects.ts'
import { blank } from './items.ts'

/** What the team's commands will do to a row. */
export const staffEffects: Effects = {
  'message.hide': ({ reason }, row) => ({ ...blank(row), removal: { by: 'brand', reason } }),
  'answer.official': ({ on }) => ({ official: on }),
  'thread.status': ({ status }) => ({ status }),
  'thread.retitle': ({ title }) => ({ title, retitled: true }),
  'thread.pin': ({ on }) => ({ pinned: on }),
  'thread.lock': ({ on }) => ({ locked: on }),
}
