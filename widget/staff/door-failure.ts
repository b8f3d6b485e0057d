import { PASSWORD_MIN } from '../../server/contract/limits.ts'
import type { Formats } from '../i18n/formats.ts'
import type { Translate } from '../i18n/translate.ts'
import type { Failure } from '../model/types.ts'
import type { StaffTexts } from './texts.ts'

const keys: { [C in Failure['code']]?: keyof StaffTexts } = {
  credentials_invalid: 'door.mismatch',
  setup_code_invalid: 'door.codeWrong',
  already_set_up: 'door.already',
  name_refused: 'err.nameRefused',
  network: 'err.network',
}

/** What kept somebody out, and what to do next. */
export const doorFailure = (
  { code, retryAfter }: Failure,
  t: Translate<StaffTexts>,
  formats: Formats,
): string => {
  if (code === 'rate_limited') return t('door.rate', { duration: formats.duration(retryAfter ?? 60) })
  return t(keys[code] ?? 'err.server')
}

const EMAIL = /^[^\s@]+@[^\s@]+\.[^\s@]+$/

/** What is wrong with an entry before anybody is asked; undefined when nothing is. */
export const entryError = (
  field: 'code' | 'name' | 'email' | 'newPassword' | 'password',
  value: string,
  t: Translate<StaffTexts>,
): string | undefined => {
  const empty = value.trim() === ''
  if (field === 'email') return EMAIL.test(value.trim()) ? undefined : t('door.emailWrong')
  if (field === 'newPassword')
    return value.length < PASSWORD_MIN ? t('door.passwordShort', { n: PASSWORD_MIN }) : undefined
  if (!empty) return undefined
  if (field === 'code') return t('door.codeEmpty')
  return t(field === 'name' ? 'door.nameEmpty' : 'door.passwordEmpty')
}
