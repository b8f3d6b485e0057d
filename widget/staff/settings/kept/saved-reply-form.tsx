import { BODY_MAX, LOCALES, SAVED_NAME_MAX } from '../../../../server/contract/limits.ts'
import type { SavedReply } from '../../../../server/contract/saved.ts'
import type { Locale } from '../../../../server/contract/site.ts'
import { useSignal } from '../../../signals/render.ts'
import { Field } from '../../../ui/field.tsx'
import { useTeam } from '../../team.ts'
import { useFirstFocus } from '../../use-first-focus.ts'
import { languageName } from '../language-name.ts'
import { SettingsForm } from '../settings-form.tsx'
import type { SettingsTexts } from '../texts.ts'
import { useSave } from '../use-save.ts'

interface Props {
  t: SettingsTexts
  /** Null for a new one. */
  reply: SavedReply | null
  explain: (thrown: unknown) => string
  onClose: () => void
}

export const SavedReplyForm = ({ t, reply, explain, onClose }: Props) => {
  const { desk, kept, t: staff } = useTeam()
  const name = useSignal(reply?.name ?? '')
  const language = useSignal<Locale | null>(reply?.language ?? null)
  const body = useSignal(reply?.body ?? '')
  const wrong = useSignal<{ field: 'name' | 'body'; text: string } | null>(null)
  const { busy, outcome, run } = useSave(t('set.saved'))
  useFirstFocus('reply-name')

  const complain = (field: 'name' | 'body', text: string) => {
    wrong.value = { field, text }
    document.getElementById(`reply-${field}`)?.focus()
  }
  const save = () => {
    wrong.value = null
    const [called, text] = [name.peek().trim(), body.peek().trim()]
    if (!called) return complain('name', staff('views.nameEmpty'))
    const isTaken = kept.replies
      .peek()
      .some(one => one.id !== reply?.id && one.name === called && one.language === language.peek())
    if (isTaken) return complain('name', staff('views.nameTaken'))
    if (!text) return complain('body', t('err.empty'))
    void run(async () => {
      try {
        const given = { name: called, language: language.peek(), body: text }
        await desk.write('POST', '/saved-replies', { ...(reply && { id: reply.id }), ...given })
        await kept.loadReplies()
        onClose()
        return null
      } catch (thrown) {
        return explain(thrown)
      }
    })
  }
  const errorOf = (field: 'name' | 'body') => (wrong.value?.field === field ? wrong.value.text : undefined)
  return (
    <SettingsForm
      look="kept-form"
      deed={t('set.save')}
      busy={busy.value}
      outcome={outcome.value}
      onSend={save}
      onCancel={onClose}
    >
      <Field
        id="reply-name"
        label={t('set.replyName')}
        errorPrefix={t('err.prefix')}
        error={errorOf('name')}
        maxlength={SAVED_NAME_MAX}
        value={name.value}
        onInput={value => {
          name.value = value
        }}
      />
      <label class="settings-row">
        {t('set.replyLanguage')}
        <select
          value={language.value ?? ''}
          onChange={event => {
            language.value = (event.currentTarget.value || null) as Locale | null
          }}
        >
          <option value="">{t('set.anyLanguage')}</option>
          {LOCALES.map(locale => (
            <option key={locale} value={locale}>
              {languageName(locale)}
            </option>
          ))}
        </select>
      </label>
      <div class="field">
        <label for="reply-body">{t('set.replyBody')}</label>
        <textarea
          id="reply-body"
          class="prose-field"
          dir="auto"
          rows={5}
          maxLength={BODY_MAX}
          value={body.value}
          aria-invalid={errorOf('body') ? true : undefined}
          aria-describedby="reply-body-hint reply-body-error"
          onInput={event => {
            body.value = event.currentTarget.value
          }}
        />
        <p class="error" id="reply-body-error">
          {errorOf('body')}
        </p>
        <p class="hint" id="reply-body-hint">
          {t('set.replyPlaces', { name: '{{name}}', page: '{{page}}' })}
        </p>
      </div>
    </SettingsForm>
  )
}
