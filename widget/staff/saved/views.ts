import type { SavedView } from '../../../server/contract/saved.ts'
import type { InboxNarrowing } from '../../model/staff-types.ts'
import type { Team } from '../team.ts'

const entries = (filter: InboxNarrowing) =>
  Object.entries(filter)
    .filter(([, value]) => value !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))

const isSame = (a: InboxNarrowing, b: InboxNarrowing) =>
  JSON.stringify(entries(a)) === JSON.stringify(entries(b))

/** The saved view that the inbox shows now, filter for filter; null when it shows something else. */
export const savedViewNow = ({
  conversation,
  kept,
}: Pick<Team, 'conversation' | 'kept'>): SavedView | null => {
  const { inbox } = conversation
  const [view, filter] = [inbox.view.value, inbox.filter.value]
  return kept.views.value.find(one => one.view === view && isSame(one.filter, filter)) ?? null
}

export const showSavedView = ({ conversation, router }: Team, { view, filter }: SavedView): void => {
  // Before the address changes, so that this is what it asks for, and once.
  void conversation.inbox.narrow(filter, view)
  router.go({ room: 'inbox', view, thread: null })
}

/** Deletes a view; it can be taken back as everything can. */
export const dropSavedView = async (team: Team, view: SavedView): Promise<void> => {
  const { deeds, desk, explain, kept, t, trouble } = team
  try {
    await desk.write('DELETE', `/saved-views/${view.id}`)
    const { id: _, ...kind } = view
    deeds.add({
      text: t('did.to', { what: t('views.dropped'), title: view.name }),
      undo: () =>
        desk
          .write('POST', '/saved-views', kind)
          .then(() => kept.loadViews())
          .then(
            () => null,
            thrown => explain(thrown),
          ),
    })
    await kept.loadViews()
  } catch (thrown) {
    trouble.value = explain(thrown)
  }
}
