import type { MadeSiteKey, SiteKeys } from '../../../server/contract/keys.ts'
import { useEffect, useSignal } from '../../signals/render.ts'
import { useWidget } from '../../thread/widget.ts'
import { Field } from '../../ui/field.tsx'
import { useTeam } from '../team.ts'
import type { PartProps } from './part.ts'
import { SettingsForm } from './settings-form.tsx'
import { useSave } from './use-save.ts'

/** What the brand's server signs its customers' tokens with. A new one is made by typing the site's name. */
export const KeysPart = ({ t, settings, may, explain }: PartProps) => {
  const { desk } = useTeam()
  const { formats, said } = useWidget()
  const keys = useSignal<SiteKeys['keys']>([])
  const typed = useSignal('')
  const endOthers = useSignal(false)
  const wrong = useSignal<string | undefined>(undefined)
  const secret = useSignal<string | null>(null)
  const { busy, outcome, run } = useSave(t('set.saved'))
  const brand = settings.value?.brand ?? ''
  const owns = may('keys')
  const load = () =>
    desk.read<SiteKeys>('/keys').then(
      found => {
        keys.value = found.keys
        return null
      },
      thrown => explain(thrown),
    )
  useEffect(() => {
    if (owns) void load()
  }, [])
  const make = () => {
    wrong.value = typed.peek().trim() === brand ? undefined : t('key.wrongName')
    if (wrong.peek()) return document.getElementById('key-brand')?.focus()
    void run(async () => {
      try {
        const given = { brand, endOthers: endOthers.peek() }
        const made = await desk.write<MadeSiteKey>('POST', '/keys', given)
        secret.value = made.secret
        typed.value = ''
        return load()
      } catch (thrown) {
        return explain(thrown)
      }
    })
  }
  const copy = () =>
    navigator.clipboard.writeText(secret.peek() ?? '').then(
      () => {
        said.value = { voice: 'polite', text: t('set.copied') }
      },
      () => {
        said.value = { voice: 'assertive', text: t('set.copyFailed') }
      },
    )
  return (
    <div class="settings-fields">
      <p class="hint">{t('key.why')}</p>
      {!owns && <p class="settings-note">{t('key.owners')}</p>}
      {owns && (
        <>
          <ul class="members">
            {keys.value.map(({ id, since, endsAt }) => (
              <li key={id}>
                <span class="member-name">
                  <code dir="ltr">{id}</code>{' '}
                  <span class="hint">
                    {t('key.since', { date: formats.full(since) })}
                    {endsAt !== null && ` · ${t('key.ends', { date: formats.full(endsAt) })}`}
                  </span>
                </span>
              </li>
            ))}
          </ul>
          {keys.value.length === 0 && <p class="hint">{t('key.none')}</p>}
          {secret.value && (
            <div role="status">
              <p class="settings-note">{t('key.once')}</p>
              <pre class="snippet" dir="ltr">
                <code>{secret.value}</code>
              </pre>
              <button type="button" class="quiet" onClick={() => void copy()}>
                {t('set.copy')}
              </button>
            </div>
          )}
          <SettingsForm deed={t('key.make')} busy={busy.value} outcome={outcome.value} onSend={make}>
            <Field
              id="key-brand"
              label={t('key.typeName', { brand })}
              errorPrefix={t('err.prefix')}
              error={wrong.value}
              autocomplete="off"
              value={typed.value}
              onInput={value => {
                typed.value = value
              }}
            />
            <label class="tick">
              <input
                type="checkbox"
                checked={endOthers.value}
                onChange={event => {
                  endOthers.value = event.currentTarget.checked
                }}
              />
              {t('key.endOthers')}
            </label>
          </SettingsForm>
        </>
      )}
    </div>
  )
}
