import { SAVED_NAME_MAX } from '../../../server/contract/limits.ts'
import type { RoleMatrix } from '../../../server/contract/roles.ts'
import { useEffect, useSignal } from '../../signals/render.ts'
import { useWidget } from '../../thread/widget.ts'
import { Field } from '../../ui/field.tsx'
import { PanelForm } from '../forms/panel-form.tsx'
import { useTeam } from '../team.ts'
import { useFirstFocus } from '../use-first-focus.ts'

/** Keeps what the inbox shows now under a name. */
export const SaveViewForm = ({ onCancel, onDone }: { onCancel: () => void; onDone: () => void }) => {
  const { conversation, desk, explain, kept, me, t } = useTeam()
  const { said } = useWidget()
  const name = useSignal('')
  const shared = useSignal(false)
  const mayShare = useSignal(false)
  const error = useSignal<string | undefined>(undefined)
  useEffect(() => {
    desk.read<RoleMatrix>('/roles').then(
      ({ actions }) => {
        mayShare.value = actions.some(
          ({ action, of, roles }) => of === 'site' && action === 'savedViews' && roles.includes(me.role),
        )
      },
      () => {},
    )
  }, [])
  useFirstFocus('view-name')
  const refuse = (words: string) => {
    error.value = words
    document.getElementById('view-name')?.focus()
  }
  const save = async () => {
    const given = name.peek().trim()
    if (!given) return refuse(t('views.nameEmpty'))
    if (kept.views.peek().some(one => one.name === given)) return refuse(t('views.nameTaken'))
    const { view, filter } = conversation.inbox
    const made = { name: given, shared: shared.peek(), view: view.peek(), filter: filter.peek() }
    try {
      await desk.write('POST', '/saved-views', made)
      await kept.loadViews()
      said.value = { voice: 'polite', text: t('views.kept') }
      onDone()
    } catch (thrown) {
      refuse(explain(thrown))
    }
  }
  return (
    <PanelForm deed={t('s.save')} onSend={save} onCancel={onCancel}>
      <Field
        id="view-name"
        label={t('views.saveAs')}
        errorPrefix={t('err.prefix')}
        error={error.value}
        maxlength={SAVED_NAME_MAX}
        value={name.value}
        onInput={value => {
          name.value = value
          error.value = undefined
        }}
      />
      {mayShare.value && (
        <label class="tick">
          <input
            type="checkbox"
            checked={shared.value}
            onChange={event => {
              shared.value = event.currentTarget.checked
            }}
          />
          {t('views.shared')}
        </label>
      )}
    </PanelForm>
  )
}
