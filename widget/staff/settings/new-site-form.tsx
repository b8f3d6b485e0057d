import { useMemo } from 'preact/hooks'
import type { Locale } from '../../../server/contract/site.ts'
import { addSite } from '../../api/account.ts'
import type { Formats } from '../../i18n/formats.ts'
import type { Translate } from '../../i18n/translate.ts'
import { Field } from '../../ui/field.tsx'
import type { Account } from '../account.ts'
import { Door } from '../door.tsx'
import { doorFailure } from '../door-failure.ts'
import { DoorFoot } from '../door-foot.tsx'
import type { Router } from '../router.ts'
import type { StaffTexts } from '../texts.ts'
import { useDoorForm } from '../use-door-form.ts'
import { useFirstFocus } from '../use-first-focus.ts'
import { brandOf, readOrigins } from './origins.ts'
import { createSettingsTexts } from './texts.ts'

interface Props {
  account: Account
  router: Router
  t: Translate<StaffTexts>
  formats: Formats
  locale: Locale
}

/** The first site of a new owner: a domain and a name, proposed from the domain. Then the tag to paste. */
export const NewSiteForm = ({ account, router, t: staff, formats, locale }: Props) => {
  const t = useMemo(() => createSettingsTexts(formats), [])
  const { values, errors, busy, write, submit } = useDoorForm({
    fields: ['domain', 'brand'],
    check(name, value) {
      if (name === 'brand') return value.trim() === '' ? t('set.brandEmpty') : undefined
      const read = readOrigins(value)
      return 'wrong' in read ? t('set.originWrong', { origin: read.wrong }) : undefined
    },
    async send({ domain, brand }) {
      const read = readOrigins(domain)
      const { id } = await addSite({
        brand: brand.trim(),
        locale,
        origins: 'origins' in read ? read.origins : [],
        timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
      })
      router.go({ site: id, room: 'settings', part: 'install', query: '' }, { replace: true })
      await account.enter()
    },
    explain: failure => ({
      about: 'form',
      text: failure.code === 'forbidden' ? staff('door.noSiteWhy') : doorFailure(failure, staff, formats),
    }),
  })
  useFirstFocus('domain')
  return (
    <Door title={t('new.title')} why={t('new.why')}>
      <form
        noValidate
        onSubmit={event => {
          event.preventDefault()
          void submit()
        }}
      >
        <Field
          id="domain"
          label={t('new.domain')}
          hint={t('new.domainHint')}
          errorPrefix={staff('err.prefix')}
          error={errors.value.domain}
          value={values.value.domain}
          onInput={domain => {
            const proposed = brandOf(values.peek().domain)
            const { brand } = values.peek()
            write('domain', domain)
            if (brand === '' || brand === proposed) write('brand', brandOf(domain))
          }}
        />
        <Field
          id="brand"
          label={t('set.brand')}
          errorPrefix={staff('err.prefix')}
          error={errors.value.brand}
          value={values.value.brand}
          onInput={brand => write('brand', brand)}
        />
        <DoorFoot
          verb={t('new.make')}
          busy={busy.value}
          prefix={staff('err.prefix')}
          error={errors.value.form}
        />
      </form>
      <button type="button" class="quiet" onClick={() => void account.signOut().catch(() => {})}>
        {staff('door.signOut')}
      </button>
    </Door>
  )
}
