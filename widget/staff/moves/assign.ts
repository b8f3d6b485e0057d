import type { ThreadItem } from '../../model/types.ts'
import type { Hand } from './hand.ts'
import { able } from './hand.ts'
import { call } from './inverse.ts'

/** Asks who answers from now on. */
export const pickAssignee = (items: readonly ThreadItem[], { team }: Hand): void => {
  const { me, t } = team
  const give = (to: string | null) => {
    const calls = able(items, 'assign').flatMap(item => {
      const thread = item.id.peek()
      const from = item.row.peek().staff?.assignee?.id ?? null
      return thread && from !== to ? [call('thread.assign', { thread, to, from })] : []
    })
    void team.change(calls)
  }
  const others = team.conversation.inbox.team.peek().filter(({ id }) => id !== me.id)
  team.menu.value = {
    title: t('s.assignTo'),
    options: () => [
      { key: me.id, text: t('s.you', { name: me.name }), onChoose: () => give(me.id) },
      ...others.map(({ id, name }) => ({ key: id, text: name, onChoose: () => give(id) })),
      { key: 'nobody', text: t('s.unassigned'), onChoose: () => give(null) },
    ],
  }
}
