import { useChunk } from '../../ui/use-chunk.ts'
import { idsOf } from '../moves/hand.ts'
import { call } from '../moves/inverse.ts'
import { useTeam } from '../team.ts'
import { FormDialog } from './form-dialog.tsx'
import { HideForm } from './hide-form.tsx'
import { StatusForm } from './status-form.tsx'

const TITLES = {
  status: 's.status',
  hide: 's.hideThread',
  merge: 's.merge',
  view: 'views.save',
  ask: 'ask.open',
  announce: 'ask.announce',
} as const

/** The form that was asked for, about one thread or several. */
export const DeskDialog = () => {
  const { change, dialog, selection, t } = useTeam()
  const open = dialog.value
  const Merge = useChunk(
    () => import('../merge/merge-form.tsx').then(part => part.MergeForm),
    open?.what === 'merge',
  )
  const SaveView = useChunk(
    () => import('../saved/save-view-form.tsx').then(part => part.SaveViewForm),
    open?.what === 'view',
  )
  const Ask = useChunk(() => import('../ask/ask-form.tsx').then(part => part.AskForm), open?.what === 'ask')
  const Announce = useChunk(
    () => import('../ask/announce-form.tsx').then(part => part.AnnounceForm),
    open?.what === 'announce',
  )
  if (!open) return null
  const { what, items } = open
  const [first] = items
  /** The browser tells of a closing later: by then another form may be open. */
  const onClose = () => {
    if (dialog.peek() === open) dialog.value = null
  }
  return (
    <FormDialog
      key={what}
      title={t(TITLES[what])}
      about={items.length > 1 ? t('s.conversations', { n: items.length }) : first?.row.value.title}
      onClose={onClose}
    >
      {close => {
        const onDone = () => {
          selection.clear()
          close()
        }
        if (what === 'view') return SaveView && <SaveView onCancel={close} onDone={close} />
        if (what === 'ask') return Ask && <Ask onCancel={close} onDone={close} />
        if (what === 'announce')
          return Announce && first && <Announce item={first} onCancel={close} onDone={onDone} />
        if (what === 'merge') return Merge && <Merge items={items} onCancel={close} onDone={onDone} />
        return what === 'status' ? (
          <StatusForm items={items} onCancel={close} onDone={onDone} />
        ) : (
          <HideForm
            onCancel={close}
            onHide={async reason => {
              const calls = idsOf(items).map(id => call('message.hide', { id, reason }))
              const trouble = await change(calls, { quiet: true })
              if (trouble === null) onDone()
              return trouble
            }}
          />
        )
      }}
    </FormDialog>
  )
}
