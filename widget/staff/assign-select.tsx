import type { ThreadItem } from '../model/types.ts'
import { useTeam } from './team.ts'

/** Who answers for a thread; the server refuses when a colleague was faster. */
export const AssignSelect = ({ item, thread }: { item: ThreadItem; thread: string }) => {
  const { act, conversation, me, t } = useTeam()
  const assignee = item.row.value.staff?.assignee ?? null
  const team = conversation.inbox.team.value
  const known = assignee && !team.some(({ id }) => id === assignee.id) ? [assignee, ...team] : team
  const others = known.filter(({ id }) => id !== me.id)
  return (
    <select
      class="assign"
      aria-label={t('s.assign')}
      value={assignee?.id ?? ''}
      onChange={async event => {
        const select = event.currentTarget
        const to = select.value || null
        await act('thread.assign', { thread, to, from: assignee?.id ?? null })
        // What was chosen stands only if the server agreed.
        select.value = item.row.peek().staff?.assignee?.id ?? ''
      }}
    >
      <option value="">{t('s.unassigned')}</option>
      <option value={me.id}>{t('s.you', { name: me.name })}</option>
      {others.map(({ id, name }) => (
        <option key={id} value={id}>
          {name}
        </option>
      ))}
    </select>
  )
}
