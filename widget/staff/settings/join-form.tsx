import { useMemo } from 'preact/hooks'
import { PASSWORD_MIN } from '../../../server/contract/limits.ts'
import type { Invited } from '../../../server/contract/team.ts'
import { acceptInvitation, lookAtInvitation } from '../../api/account.ts'
import { failureOf } from '../../api/http.ts'
import type { Formats } from '../../i18n/formats.ts'
import type { Translate } from '../../i18n/translate.ts'
import type { Failure } from '../../model/types.ts'
import { useEffect, useSignal } from '../../signals/render.ts'
import { Field } from '../../ui/field.tsx'
import type { Account } from '../account.ts'
import { Door } from '../door.tsx'
import { doorFailure, entryError } from '../door-failure.ts'
import { DoorFoot } from '../door-foot.tsx'
import { PasswordField } from '../password-field.tsx'
import type { StaffTexts } from '../texts.ts'
import { useDoorForm } from '../use-door-form.ts'
import { createSettingsTexts } from './texts.ts'

interface Props {
  token: string
  account: Account
  t: Translate<StaffTexts>
  formats: Formats
}

const FIELDS = ['name', 'email', 'password'] as const

/** Where an invitation leads: whoever is signed in joins with a click, others with an account of their own. */
export const JoinForm = ({ token, account, t: staff, formats }: Props) => {
  const t = useMemo(() => createSettingsTexts(formats), [])
  const invited = useSignal<Invited | null>(null)
  const over = useSignal<string | null>(null)
  const explain = (failure: Failure) =>
    failure.code === 'invitation_over' ? t('join.over') : doorFailure(failure, staff, formats)
  useEffect(() => {
    lookAtInvitation(token).then(
      found => {
        invited.value = found
      },
      thrown => {
        over.value = explain(failureOf(thrown))
      },
    )
  }, [])
  const join = async (as?: { name: string; email: string; password: string }) => {
    await acceptInvitation(token, as)
    location.replace('/admin')
  }
  const { values, errors, busy, write, submit } = useDoorForm({
    fields: FIELDS,
    check: (name, value) => entryError(name === 'password' ? 'newPassword' : name, value, staff),
    send: ({ name, email, password }) => join({ name: name.trim(), email: email.trim(), password }),
    explain: failure => ({
      about: failure.code === 'name_refused' ? 'name' : 'form',
      text: failure.code === 'credentials_invalid' ? t('join.known') : explain(failure),
    }),
  })
  const field = (id: (typeof FIELDS)[number]) => ({
    id,
    errorPrefix: staff('err.prefix'),
    error: errors.value[id],
    value: values.value[id],
    onInput: (value: string) => write(id, value),
  })

  if (over.value) return <Door title={t('join.title')} why={over.value} />
  if (!invited.value) return null
  const { brand, role, by } = invited.value
  const session = account.session.value
  return (
    <Door title={t('join.team', { brand })} why={t('join.why', { name: by, role: t(`role.${role}`) })}>
      {session ? (
        <button
          type="button"
          class="main"
          onClick={() =>
            void join().catch(thrown => {
              over.value = explain(failureOf(thrown))
            })
          }
        >
          {t('join.as', { email: session.email })}
        </button>
      ) : (
        <form
          noValidate
          onSubmit={event => {
            event.preventDefault()
            void submit()
          }}
        >
          <Field {...field('name')} label={staff('door.name')} autocomplete="name" />
          <Field {...field('email')} type="email" label={staff('door.email')} autocomplete="username" />
          <PasswordField
            {...field('password')}
            label={staff('door.password')}
            hint={errors.value.password ? undefined : staff('door.passwordHint', { n: PASSWORD_MIN })}
            show={staff('door.show')}
            autocomplete="new-password"
          />
          <DoorFoot
            verb={t('join.join')}
            busy={busy.value}
            prefix={staff('err.prefix')}
            error={errors.value.form}
          />
        </form>
      )}
    </Door>
  )
}
