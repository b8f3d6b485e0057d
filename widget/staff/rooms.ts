import type { ComponentType } from 'preact'
import type { StaffMe } from '../../server/contract/person.ts'
import type { StaffConversation } from '../model/staff-types.ts'
import { CHART, GEAR, SHIELD } from './icons.ts'
import type { StaffTexts } from './texts.ts'

/** A page of the rail beside the inbox. */
export interface Room {
  /** In the address: `/admin/s/<site>/<name>`. */
  readonly name: string
  readonly text: keyof StaffTexts
  /** For {@link Icon}. */
  readonly icon: string
  /** After `g`. */
  readonly key: string
  /** What waits there. */
  readonly count?: (conversation: StaffConversation) => number
  /** Left out: everybody on the team goes in. */
  readonly isFor?: (me: StaffMe) => boolean
  /** Its chunk; it brings its own styles by `useWidget().adopt`. Its first heading has the id `room-title`. */
  readonly load: () => Promise<{ readonly Page: ComponentType }>
}

/** In the order of the rail. */
export const ROOMS: readonly Room[] = [
  {
    name: 'moderation',
    text: 'mod.title',
    icon: SHIELD,
    key: 'm',
    count: ({ inbox }) => inbox.counts.value.flagged,
    isFor: ({ role }) => role !== 'viewer',
    load: () => import('./moderation/page.tsx'),
  },
  {
    name: 'insights',
    text: 's.insights',
    icon: CHART,
    key: 's',
    load: () => import('./insights/insights-page.tsx'),
  },
  {
    name: 'settings',
    text: 's.settings',
    icon: GEAR,
    key: 't',
    load: () => import('./settings/settings-page.tsx'),
  },
]
