import { LABEL_MAX } from '../../../server/contract/limits.ts'
import type { ThreadItem } from '../../model/types.ts'
import type { Hand } from './hand.ts'
import { able, idsOf } from './hand.ts'
import { call } from './inverse.ts'

const has = (item: ThreadItem, name: string) => item.row.peek().labels.some(label => label.name === name)

/** Asks for a label: one that all have is taken off, any other is put on, a new one is made. */
export const pickLabel = (items: readonly ThreadItem[], { team }: Hand): void => {
  const { t } = team
  void team.kept.loadLabels().catch(() => {})
  const these = able(items, 'label')
  const put = (label: string) => {
    const on = !these.every(item => has(item, label))
    const calls = idsOf(these.filter(item => has(item, label) !== on)).map(thread =>
      call('thread.label', { thread, label, on }),
    )
    void team.change(calls)
  }
  team.menu.value = {
    title: t('s.labelIt'),
    options: written => {
      const known = team.labels()
      const wish = written.trim().slice(0, LABEL_MAX)
      const isNew = wish !== '' && !known.some(name => name.toLowerCase() === wish.toLowerCase())
      return [
        ...known.map(name => ({
          key: name,
          text: name,
          isOn: these.every(item => has(item, name)),
          onChoose: () => put(name),
        })),
        ...(isNew
          ? [{ key: 'new', text: t('s.newLabel', { name: wish }), always: true, onChoose: () => put(wish) }]
          : []),
      ]
    },
  }
}
