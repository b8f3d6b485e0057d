import { HOSTED, KINDS, LOCALES, PAPER_URL_MAX } from '../../../server/contract/limits.ts'
import type { SiteSettings } from '../../../server/contract/settings.ts'
import { useSignal } from '../../signals/render.ts'
import { KINDS_WORDS } from '../../thread/kinds-words.ts'
import { Field } from '../../ui/field.tsx'
import { useTeam } from '../team.ts'
import { languageName } from './language-name.ts'
import { OfficeHoursField } from './office-hours.tsx'
import { readOrigins } from './origins.ts'
import { readPaperAddress } from './paper-address.ts'
import type { PartProps } from './part.ts'
import { SettingsForm } from './settings-form.tsx'
import { hostedAddress } from './snippet.ts'
import { useSave } from './use-save.ts'

const HOUR = 60

/** Brand, places, times and kinds of one site. */
export const SitePart = ({ t, settings, may, save }: PartProps) => {
  const { router } = useTeam()
  const draft = useSignal(settings.peek() as SiteSettings)
  const origins = useSignal(draft.peek().origins.join('\n'))
  const privacy = useSignal(draft.peek().privacyUrl ?? '')
  const terms = useSignal(draft.peek().termsUrl ?? '')
  const wrong = useSignal<{ field: string; text: string } | null>(null)
  const { busy, outcome, run } = useSave(t('set.saved'))
  const locked = !may('configure')
  const set = (changes: Partial<SiteSettings>) => {
    draft.value = { ...draft.value, ...changes }
  }
  const complain = (field: string, text: string) => {
    wrong.value = { field, text }
    document.getElementById(`set-${field}`)?.focus()
  }
  const errorOf = (field: string) => (wrong.value?.field === field ? wrong.value.text : undefined)
  const submit = () => {
    wrong.value = null
    const { brand, locale, kinds, closed, timeZone, officeHours, targetMinutes, hosted } = draft.value
    const read = readOrigins(origins.value)
    if (brand.trim() === '') return complain('brand', t('set.brandEmpty'))
    if ('wrong' in read) return complain('origins', t('set.originWrong', { origin: read.wrong }))
    if (kinds.length === 0) return complain('kinds', t('set.kindsEmpty'))
    if (officeHours.some(({ opens, closes }) => opens >= closes))
      return complain('hours', t('set.hoursWrong'))
    const [privacyUrl, termsUrl] = [readPaperAddress(privacy.value), readPaperAddress(terms.value)]
    if (privacyUrl === false) return complain('privacy', t('set.paperWrong'))
    if (termsUrl === false) return complain('terms', t('set.paperWrong'))
    const changes = { brand, locale, kinds, closed, timeZone, officeHours, targetMinutes, hosted }
    void run(() => save({ ...changes, privacyUrl, termsUrl, origins: read.origins }))
  }
  return (
    <SettingsForm
      deed={locked ? null : t('set.save')}
      busy={busy.value}
      outcome={outcome.value}
      onSend={submit}
    >
      {locked && <p class="settings-note">{t('set.readOnly')}</p>}
      <fieldset disabled={locked} class="settings-fields">
        <Field
          id="set-brand"
          label={t('set.brand')}
          errorPrefix={t('err.prefix')}
          error={errorOf('brand')}
          value={draft.value.brand}
          onInput={brand => set({ brand })}
        />
        <div class="field">
          <label for="set-origins">{t('set.origins')}</label>
          <textarea
            id="set-origins"
            dir="ltr"
            rows={3}
            spellcheck={false}
            value={origins.value}
            aria-invalid={errorOf('origins') ? true : undefined}
            aria-describedby="set-origins-hint set-origins-error"
            onInput={event => {
              origins.value = event.currentTarget.value
            }}
          />
          <p class="error" id="set-origins-error">
            {errorOf('origins')}
          </p>
          <p class="hint" id="set-origins-hint">
            {t('set.originsHint')}
          </p>
        </div>
        <label class="settings-row">
          {t('set.language')}
          <select
            value={draft.value.locale}
            onChange={event => set({ locale: event.currentTarget.value as SiteSettings['locale'] })}
          >
            {LOCALES.map(locale => (
              <option key={locale} value={locale}>
                {languageName(locale)}
              </option>
            ))}
          </select>
        </label>
        {(
          [
            ['privacy', privacy, t('set.privacy')],
            ['terms', terms, t('set.terms')],
          ] as const
        ).map(([name, typed, label]) => (
          <Field
            key={name}
            id={`set-${name}`}
            type="url"
            label={label}
            hint={name === 'terms' ? t('set.papersHint') : undefined}
            errorPrefix={t('err.prefix')}
            error={errorOf(name)}
            maxlength={PAPER_URL_MAX}
            value={typed.value}
            onInput={address => {
              typed.value = address
            }}
          />
        ))}
        <label class="settings-row">
          {t('set.zone')}
          <select
            value={draft.value.timeZone}
            onChange={event => set({ timeZone: event.currentTarget.value })}
          >
            {[...new Set([draft.value.timeZone, 'UTC', ...Intl.supportedValuesOf('timeZone')])].map(zone => (
              <option key={zone}>{zone}</option>
            ))}
          </select>
        </label>
        <label class="settings-row">
          {t('set.target')}
          <select
            value={String(draft.value.targetMinutes)}
            onChange={event => set({ targetMinutes: Number(event.currentTarget.value) })}
          >
            {[...new Set([draft.value.targetMinutes, ...[1, 2, 4, 8, 24, 48, 72].map(n => n * HOUR)])]
              .sort((a, b) => a - b)
              .map(minutes => (
                <option key={minutes} value={minutes}>
                  {t('set.hoursCount', { n: Math.round((minutes / HOUR) * 10) / 10 })}
                </option>
              ))}
          </select>
        </label>
        <fieldset class="settings-kinds" id="set-kinds" tabIndex={-1}>
          <legend>{t('set.kinds')}</legend>
          {KINDS.map(kind => (
            <label key={kind} class="tick">
              <input
                type="checkbox"
                checked={draft.value.kinds.includes(kind)}
                onChange={event =>
                  set({
                    kinds: KINDS.filter(one =>
                      one === kind ? event.currentTarget.checked : draft.value.kinds.includes(one),
                    ),
                  })
                }
              />
              {t(KINDS_WORDS[kind])}
            </label>
          ))}
          {errorOf('kinds') && <p class="error">{errorOf('kinds')}</p>}
        </fieldset>
        <div id="set-hours" tabIndex={-1}>
          <OfficeHoursField
            t={t}
            hours={draft.value.officeHours}
            disabled={locked}
            onChange={officeHours => set({ officeHours })}
          />
          {errorOf('hours') && <p class="error">{errorOf('hours')}</p>}
        </div>
        <label class="tick">
          <input
            type="checkbox"
            checked={draft.value.closed}
            onChange={event => set({ closed: event.currentTarget.checked })}
          />
          {t('set.closed')}
        </label>
        <div>
          <label class="settings-row">
            {t('set.hosted')}
            <select
              value={draft.value.hosted}
              aria-describedby="set-hosted-hint"
              onChange={event => set({ hosted: event.currentTarget.value as SiteSettings['hosted'] })}
            >
              {HOSTED.map(choice => (
                <option key={choice} value={choice}>
                  {t(`hosted.${choice}`)}
                </option>
              ))}
            </select>
          </label>
          <p class="hint" id="set-hosted-hint">
            {t('set.hostedHint')}{' '}
            {settings.value?.hosted !== 'off' && (
              <a href={hostedAddress('', router.place.value.site ?? '')} target="_blank" rel="noopener">
                {t('set.hostedSee')}
              </a>
            )}
          </p>
        </div>
        <p class="hint">{t(settings.peek()?.mail ? 'set.mailOn' : 'set.mailOff')}</p>
      </fieldset>
    </SettingsForm>
  )
}
