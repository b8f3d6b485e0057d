import { PASSWORD_MIN } from '../../../server/contract/limits.ts'
import type { OpenSessions } from '../../../server/contract/team.ts'
import { changePassword, endSession, listSessions } from '../../api/account.ts'
import { failureOf } from '../../api/http.ts'
import { ago } from '../../i18n/ago.ts'
import { useEffect, useSignal } from '../../signals/render.ts'
import { useWidget } from '../../thread/widget.ts'
import { PasswordField } from '../password-field.tsx'
import { useTeam } from '../team.ts'
import { browserName } from './browser-name.ts'
import type { PartProps } from './part.ts'
import { SettingsForm } from './settings-form.tsx'
import { useSave } from './use-save.ts'

/** One's own password, sessions and keys. */
export const AccountPart = ({ t, explain }: PartProps) => {
  const { invisible, singleKeys, t: staff } = useTeam()
  const { now, t: words } = useWidget()
  const current = useSignal('')
  const next = useSignal('')
  const wrong = useSignal<{ field: 'current' | 'next'; text: string } | null>(null)
  const sessions = useSignal<OpenSessions['sessions']>([])
  const { busy, outcome, run } = useSave(t('set.passwordChanged'))

  const load = () =>
    listSessions().then(
      list => {
        sessions.value = list.sessions
        return null
      },
      thrown => explain(thrown),
    )
  useEffect(() => {
    void load()
  }, [])
  const submit = () => {
    wrong.value = null
    if (next.peek().length < PASSWORD_MIN) {
      wrong.value = { field: 'next', text: staff('door.passwordShort', { n: PASSWORD_MIN }) }
      document.getElementById('set-next')?.focus()
      return
    }
    void run(async () => {
      try {
        await changePassword({ current: current.peek(), next: next.peek() })
        current.value = ''
        next.value = ''
        return load()
      } catch (thrown) {
        if (failureOf(thrown).code !== 'credentials_invalid') return explain(thrown)
        wrong.value = { field: 'current', text: t('set.passwordWrong') }
        document.getElementById('set-current')?.focus()
        return t('set.passwordWrong')
      }
    })
  }
  const end = async (id: string) => {
    await endSession(id).catch(explain)
    await load()
  }
  const field = (name: 'current' | 'next') => ({
    id: `set-${name}`,
    errorPrefix: t('err.prefix'),
    error: wrong.value?.field === name ? wrong.value.text : undefined,
    show: staff('door.show'),
  })
  return (
    <div class="settings-fields">
      <SettingsForm
        deed={t('set.change')}
        busy={busy.value}
        outcome={wrong.value ? null : outcome.value}
        onSend={submit}
      >
        <h2>{t('set.password')}</h2>
        <PasswordField
          {...field('current')}
          label={t('set.passwordNow')}
          value={current.value}
          onInput={value => {
            current.value = value
          }}
          autocomplete="current-password"
        />
        <PasswordField
          {...field('next')}
          label={t('set.passwordNext')}
          hint={wrong.value ? undefined : t('set.passwordHint')}
          value={next.value}
          onInput={value => {
            next.value = value
          }}
          autocomplete="new-password"
        />
      </SettingsForm>
      <section>
        <h2>{t('set.sessions')}</h2>
        <ul class="members">
          {sessions.value.map(({ id, agent, seen, current: here }) => (
            <li key={id}>
              <span class="member-name">
                <bdi title={agent}>{browserName(agent) || t('set.unknownBrowser')}</bdi>{' '}
                <span class="hint">{here ? t('set.here') : ago(words, seen, now.value)}</span>
              </span>
              {!here && (
                <button type="button" class="quiet" onClick={() => void end(id)}>
                  {t('set.end')}
                </button>
              )}
            </li>
          ))}
        </ul>
      </section>
      <section>
        <h2>{staff('keys.title')}</h2>
        <label class="tick">
          <input
            type="checkbox"
            checked={singleKeys.value}
            onChange={event => {
              singleKeys.value = event.currentTarget.checked
            }}
          />
          {staff('keys.single')}
        </label>
      </section>
      <section>
        <h2>{t('set.invisible')}</h2>
        <label class="tick">
          <input
            type="checkbox"
            checked={invisible.value}
            aria-describedby="invisible-hint"
            onChange={event => {
              invisible.value = event.currentTarget.checked
            }}
          />
          {t('set.invisible')}
        </label>
        <p class="hint" id="invisible-hint">
          {t('set.invisibleHint')}
        </p>
      </section>
    </div>
  )
}
