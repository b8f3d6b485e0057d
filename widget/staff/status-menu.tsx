import type { ThreadItem } from '../model/types.ts'
import { statusOf } from '../thread/status.ts'
import { Icon } from '../ui/icon.tsx'
import { useHint } from './hints.ts'
import { DOWN } from './icons.ts'
import { useTeam } from './team.ts'

/** Where the thread stands, and the way to say where it stands from now on. */
export const StatusMenu = ({ item }: { item: ThreadItem }) => {
  const { dialog, t } = useTeam()
  const hint = useHint()
  const status = statusOf({ ...item.row.value, answered: false, locked: false })
  const name = status ? t(status.text) : t('status.open')
  return (
    <button
      type="button"
      id="status"
      class="status-menu"
      aria-haspopup="dialog"
      {...hint('status')}
      onClick={() => {
        dialog.value = { what: 'status', items: [item] }
      }}
    >
      <span class={`dot ${status?.look ?? 'open'}`} />
      {name}
      <span class="sr">{t('s.status')}</span>
      <Icon d={DOWN} />
    </button>
  )
}
