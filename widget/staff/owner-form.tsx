import { PASSWORD_MIN } from '../../server/contract/limits.ts'
import type { Formats } from '../i18n/formats.ts'
import type { Translate } from '../i18n/translate.ts'
import type { Failure } from '../model/types.ts'
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

const aboutOf = ({ code }: Failure) => {
  if (code === 'setup_code_invalid') return 'code'
  return code === 'name_refused' ? 'name' : 'form'
}

/** The very first screen: whoever has the code that the server printed becomes the owner. */
export const OwnerForm = ({ account, t, formats }: Props) => {
  const { values, errors, busy, write, submit } = useDoorForm({
    fields: ['code', 'name', 'email', 'password'],
    check: (name, value) => entryError(name === 'password' ? 'newPassword' : name, value, t),
    send: ({ code, name, email, password }) =>
      account.createOwner({ code: code.trim(), name: name.trim(), email: email.trim(), password }),
    explain: failure => ({ about: aboutOf(failure), text: doorFailure(failure, t, formats) }),
  })
  useFirstFocus('code')
  const field = (id: 'code' | 'name' | 'email' | 'password') => ({
    id,
    errorPrefix: t('err.prefix'),
    error: errors.value[id],
    value: values.value[id],
    onInput: (value: string) => write(id, value),
  })
  return (
    <Door title={t('door.owner')} why={t('door.ownerWhy')}>
      <form
        noValidate
        onSubmit={event => {
          event.preventDefault()
          void submit()
        }}
      >
        <Field
          {...field('code')}
          label={t('door.code')}
          hint={t('door.codeHint')}
          autocomplete="one-time-code"
          autocapitalize="characters"
          spellcheck={false}
        />
        <Field {...field('name')} label={t('door.name')} autocomplete="name" />
        <Field {...field('email')} type="email" label={t('door.email')} autocomplete="username" />
        <PasswordField
          {...field('password')}
          label={t('door.password')}
          // The error says the same.
          hint={errors.value.password ? undefined : t('door.passwordHint', { n: PASSWORD_MIN })}
          show={t('door.show')}
          autocomplete="new-password"
        />
        <DoorFoot
          verb={t('door.create')}
          busy={busy.value}
          prefix={t('err.prefix')}
          error={errors.value.form}
        />
      </form>
    </Door>
  )
}
