import { OWN_TEXT_MAX } from '../../../../server/contract/limits.ts'
import type { Message } from '../../../i18n/catalogue.ts'
import { useSignal } from '../../../signals/render.ts'
import { Field } from '../../../ui/field.tsx'
import { useFirstFocus } from '../../use-first-focus.ts'
import { SettingsForm } from '../settings-form.tsx'
import type { SettingsTexts } from '../texts.ts'
import type { useSave } from '../use-save.ts'
import type { Form, Forms, Wrong } from './places.ts'
import { formsOf, messageOf, numbersOf, placesIn, wrongOf } from './places.ts'

/** Numbers that a form is shown to be for. */
const SHOWN = 3

interface Props {
  t: SettingsTexts
  locale: string
  ours: Message
  own: Message | undefined
  saving: ReturnType<typeof useSave>
  /** Goes up with what is typed, as long as it can take the place of ours. */
  onDraft: (text: Message) => void
  onSend: (text: Message) => void
  onClose: () => void
}

/** Words in the place of one of the widget's texts: a field, or one per plural form. */
export const TextForm = ({ t, locale, ours, own, saving, onDraft, onSend, onClose }: Props) => {
  const forms = Object.keys(formsOf(ours)) as Form[]
  const before = formsOf(own ?? ours)
  // Of a text that was set elsewhere some forms may be missing: `other` stands for them.
  const written = useSignal<Forms>(
    Object.fromEntries(forms.map(form => [form, before[form] ?? before.other ?? ''])),
  )
  const wrong = useSignal<Wrong | null>(null)
  const isCounted = typeof ours !== 'string'
  const numbers = numbersOf(locale)
  const places = placesIn(formsOf(ours).other ?? '')
  useFirstFocus(`own-${forms[0]}`)

  const labelOf = (form: Form) => {
    if (!isCounted) return t('own.text')
    const known = numbers.get(form) ?? []
    const some = known.slice(0, SHOWN).join(', ')
    return t('own.textFor', { numbers: known.length > SHOWN ? `${some}…` : some })
  }
  const errorOf = (form: Form) => {
    const found = wrong.value
    if (found?.form !== form) return undefined
    if (found.what === 'empty') return t('own.empty')
    return t(found.what === 'missing' ? 'own.missing' : 'own.strange', { place: found.place })
  }
  const change = (form: Form, words: string) => {
    written.value = { ...written.peek(), [form]: words }
    if (wrong.peek()?.form === form) wrong.value = null
    if (!wrongOf(locale, ours, written.peek())) onDraft(messageOf(ours, written.peek()))
  }
  const send = () => {
    wrong.value = wrongOf(locale, ours, written.peek())
    const found = wrong.peek()
    if (found) document.getElementById(`own-${found.form}`)?.focus()
    else onSend(messageOf(ours, written.peek()))
  }
  return (
    <SettingsForm
      look="kept-form"
      deed={t('set.save')}
      busy={saving.busy.value}
      outcome={saving.outcome.value}
      onSend={send}
      onCancel={onClose}
    >
      {forms.map(form => (
        <Field
          key={form}
          id={`own-${form}`}
          label={labelOf(form)}
          hint={t('own.ours', { text: formsOf(ours)[form] ?? '' })}
          errorPrefix={t('err.prefix')}
          error={errorOf(form)}
          maxlength={OWN_TEXT_MAX}
          value={written.value[form] ?? ''}
          onInput={words => change(form, words)}
        />
      ))}
      {places.length > 0 && <p class="hint">{t('own.keep', { places: places.join(' ') })}</p>}
    </SettingsForm>
  )
}
