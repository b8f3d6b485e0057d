import type { ThreadItem } from '../../model/types.ts'
import type { AnyItem, Widget } from '../../thread/widget.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { HideForm } from '../forms/hide-form.tsx'
import { StatusForm } from '../forms/status-form.tsx'
import { call } from '../moves/inverse.ts'
import type { Crew } from '../team.ts'

/** Asks what a decision needs, over the page; the focus returns to where it was. */
export const showForm = (
  what: 'status' | 'hide',
  item: AnyItem,
  { change, t }: Crew,
  { dialog, focus }: Widget,
): void => {
  const id = item.id.peek()
  if (id === null) return
  /** The browser tells of a closing later: by then another form may be open. */
  const onClose = () => {
    if (dialog.peek() === form) dialog.value = null
  }
  const title =
    what === 'status' ? t('s.status') : t('kind' in item.row.peek() ? 's.hideThread' : 's.hideTitle')
  const form = (
    <Dialog key={`${what} ${id}`} id="team-form" title={title} closeLabel={t('keys.close')} onClose={onClose}>
      {close =>
        what === 'status' ? (
          <StatusForm items={[item as ThreadItem]} onCancel={close} onDone={close} />
        ) : (
          <HideForm
            onCancel={close}
            onHide={async reason => {
              const trouble = await change([call('message.hide', { id, reason })], { quiet: true })
              if (trouble === null) {
                close()
                focus('kind' in item.row.peek() ? 'heading' : `reply-${item.key}`)
              }
              return trouble
            }}
          />
        )
      }
    </Dialog>
  )
  dialog.value = form
}
