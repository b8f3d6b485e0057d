import { REASON_MAX, STATUSES, STATUSES_BY_KIND } from '../../../server/contract/limits.ts'
import type { Kind } from '../../../server/contract/site.ts'
import type { Status } from '../../../server/contract/thread.ts'
import type { ThreadItem } from '../../model/types.ts'
import { useRef, useSignal } from '../../signals/render.ts'
import { statusOf } from '../../thread/status.ts'
import { Field } from '../../ui/field.tsx'
import { idsOf } from '../moves/hand.ts'
import { call } from '../moves/inverse.ts'
import { useCrew } from '../team.ts'
import { Audience } from './audience.tsx'
import { PanelForm } from './panel-form.tsx'
import { ReasonField } from './reason-field.tsx'

const takes = (kind: Kind, status: Status) => (STATUSES_BY_KIND[kind] as readonly Status[]).includes(status)

interface Props {
  items: readonly ThreadItem[]
  onCancel: () => void
  onDone: () => void
}

const isAddress = (text: string) => /^https?:\/\//i.test(text) && URL.canParse(text)

/** Says where an idea or a problem stands. Declining without a reason, or shipping without a link, does not leave it. */
export const StatusForm = ({ items, onCancel, onDone }: Props) => {
  const { change, t } = useCrew()
  const kinds = [...new Set(items.map(item => item.row.value.kind))]
  const choices = STATUSES.filter(one => kinds.some(kind => takes(kind, one)))
  const only = items.length === 1 ? items[0]?.id.value : null
  const status = useSignal<Status>(items[0]?.row.peek().status ?? 'open')
  const reason = useSignal('')
  const link = useSignal('')
  const errors = useSignal<{ reason?: string; link?: string; form?: string }>({})
  const field = useRef<HTMLTextAreaElement>()
  const linkField = useRef<HTMLInputElement>()
  const declines = status.value === 'declined'
  const ships = status.value === 'shipped'

  const nameOf = (one: Status) => {
    const kind = kinds.find(kind => takes(kind, one)) ?? 'idea'
    const known = statusOf({ kind, status: one, answered: false })
    return known ? t(known.text) : t('status.open')
  }

  const save = async () => {
    const [words, address] = [reason.peek().trim(), link.peek().trim()]
    if (declines && !words) {
      errors.value = { reason: t('s.reasonNeeded') }
      field.current?.focus()
      return
    }
    if (ships && !isAddress(address)) {
      errors.value = { link: t(address ? 's.linkWrong' : 's.linkNeeded') }
      linkField.current?.focus()
      return
    }
    const given = { ...(words && { reason: words }), ...(ships && { link: address }) }
    const those = items.filter(item => takes(item.row.peek().kind, status.peek()))
    const calls = idsOf(those).map(thread =>
      call('thread.status', { thread, status: status.peek(), ...given }),
    )
    const trouble = await change(calls, { quiet: true })
    if (trouble === null) onDone()
    else errors.value = { form: trouble }
  }

  return (
    <PanelForm deed={t('s.status')} onSend={save} onCancel={onCancel}>
      <fieldset class="radios">
        <legend>{t('s.newStatus')}</legend>
        {choices.map(one => (
          <label key={one}>
            <input
              type="radio"
              name="status"
              value={one}
              checked={status.value === one}
              onChange={() => {
                status.value = one
                errors.value = {}
              }}
            />
            {nameOf(one)}
          </label>
        ))}
      </fieldset>
      <ReasonField
        id="status-reason"
        label={t('s.reasonLabel')}
        optional={!declines}
        hint={t('s.reason')}
        max={REASON_MAX}
        fieldRef={field}
        error={errors.value.reason}
        value={reason.value}
        onInput={value => {
          reason.value = value
          errors.value = {}
        }}
      />
      {ships && (
        <Field
          id="status-link"
          type="url"
          label={t('s.link')}
          inputRef={linkField}
          hint={t('s.linkHint')}
          errorPrefix={t('err.prefix')}
          error={errors.value.link}
          value={link.value}
          onInput={value => {
            link.value = value
            errors.value = {}
          }}
        />
      )}
      {errors.value.form && (
        <p class="error" role="alert">
          {errors.value.form}
        </p>
      )}
      {only && <Audience thread={only} />}
    </PanelForm>
  )
}
