import type { Formats } from '../i18n/formats.ts'
import type { Translate } from '../i18n/translate.ts'
import { Field } from '../ui/field.tsx'
import type { Account } from './account.ts'
import { Door } from './door.tsx'
import { doorFailure, entryError } from './door-failure.ts'
import { DoorFoot } from './door-foot.tsx'
import { PasswordField } from './password-field.tsx'
import type { StaffTexts } from './texts.ts'
import { useDoorForm } from './use-door-form.ts'
import { useFirstFocus } from './use-first-focus.ts'

interface Props {
  account: Account
  t: Translate<StaffTexts>
  formats: Formats
}

export const SignInForm = ({ account, t, formats }: Props) => {
  const { values, errors, busy, write, submit } = useDoorForm({
    fields: ['email', 'password'],
    check: (name, value) => entryError(name, value, t),
    send: ({ email, password }) => account.signIn({ email: email.trim(), password }),
    explain: failure => ({ about: 'form', text: doorFailure(failure, t, formats) }),
  })
  useFirstFocus('email')
  const { email, password } = values.value
  return (
    <Door title={t('door.title')} why={account.ended.value ? t('door.ended') : undefined}>
      <form
        noValidate
        onSubmit={event => {
          event.preventDefault()
          void submit()
        }}
      >
        <Field
          id="email"
          type="email"
          autocomplete="username"
          label={t('door.email')}
          errorPrefix={t('err.prefix')}
          error={errors.value.email}
          value={email}
          onInput={value => write('email', value)}
        />
        <PasswordField
          id="password"
          autocomplete="current-password"
          label={t('door.password')}
          show={t('door.show')}
          errorPrefix={t('err.prefix')}
          error={errors.value.password}
          value={password}
          onInput={value => write('password', value)}
        />
        <DoorFoot
          verb={t('door.signIn')}
          busy={busy.value}
          prefix={t('err.prefix')}
          error={errors.value.form}
        />
      </form>
    </Door>
  )
}
