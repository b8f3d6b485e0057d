import type { NewSavedReply, NewSavedView, SavedReply, SavedView, SiteLabels } from '../../contract/saved.ts'
import { exampleIds, exampleInstant } from './ids.ts'

export const exampleNewReply = {
  name: 'Delivery times',
  language: 'en',
  body: 'Hello {{name}}, parcels need three to five days.',
} satisfies NewSavedReply
export const exampleReply: SavedReply = {
  id: 'q_Tf3s6XjB9wQh2NcV',
  ...exampleNewReply,
  usedAt: exampleInstant,
}
export const exampleNewView: NewSavedView = {
  name: 'Ideas without an owner',
  view: 'ideas',
  filter: { assignee: 'nobody', sort: 'votes' },
  shared: true,
}
export const exampleView: SavedView = { id: 'v_Lp8d1RkM4yZs7HgE', ...exampleNewView }
export const exampleLabels: SiteLabels = { labels: [{ id: exampleIds.label, name: 'lamps', threads: 1 }] }
