import { LOCALES } from '../../../server/contract/limits.ts'
import type { Look, SiteSettings } from '../../../server/contract/settings.ts'
import { ago } from '../../i18n/ago.ts'
import { judgeAccent } from '../../looks/accent.ts'
import { useEffect, useSignal } from '../../signals/render.ts'
import { useWidget } from '../../thread/widget.ts'
import { useTeam } from '../team.ts'
import { languageName } from './language-name.ts'
import type { PartProps } from './part.ts'
import { Preview } from './preview.tsx'
import type { Way } from './snippet.ts'
import { noscriptFor, PRODUCTS, policyFor, snippetFor, styleOf, WAYS } from './snippet.ts'

const LOOK_AGAIN_MS = 4_000
const DEFAULT_ACCENT = '#3b5bdb'

/** The tag, made to measure, with the widget as it will look, and whether it has been seen. */
export const InstallPart = ({ t, settings, may, save }: PartProps) => {
  const { desk, router } = useTeam()
  const { said, now, t: words } = useWidget()
  const site = router.place.value.site ?? ''
  const way = useSignal<Way>('html')
  const copied = useSignal<string | null>(null)
  const look = settings.value?.look ?? {}
  const set = (changes: Look) => {
    const next = { ...look, ...changes }
    if (settings.value) settings.value = { ...settings.value, look: next }
    if (may('configure')) void save({ look: next })
  }
  useEffect(() => {
    const timer = setInterval(() => {
      desk.read<SiteSettings>('/settings').then(
        ({ sights }) => {
          if (settings.value) settings.value = { ...settings.value, sights }
        },
        // The next look says more.
        () => {},
      )
    }, LOOK_AGAIN_MS)
    return () => clearInterval(timer)
  }, [])
  const accent = look.accent ?? DEFAULT_ACCENT
  const worded = (settings.value?.texts.length ?? 0) > 0
  const what = { server: location.origin, site, look, worded }
  const code = snippetFor(way.value, what)
  const noscript = noscriptFor(what, t('set.noscriptText', { brand: settings.value?.brand ?? '' }))
  const copy = (text: string, name: string) =>
    navigator.clipboard.writeText(text).then(
      () => {
        copied.value = name
        said.value = { voice: 'polite', text: t('set.copied') }
      },
      () => {
        said.value = { voice: 'assertive', text: t('set.copyFailed') }
      },
    )
  const sight = settings.value?.sights[0]
  const seenAt = sight && new URL(sight.origin).host
  return (
    <div class="install">
      <div class="install-choices">
        <label class="settings-row">
          {t('set.mode')}
          <select
            value={look.mode ?? 'inline'}
            onChange={event => set({ mode: event.currentTarget.value as 'inline' })}
          >
            <option value="inline">{t('mode.inline')}</option>
            <option value="launcher">{t('mode.launcher')}</option>
          </select>
        </label>
        <label class="settings-row">
          {t('set.widgetLanguage')}
          <select
            value={look.language ?? ''}
            onChange={event => set({ language: (event.currentTarget.value || null) as Look['language'] })}
          >
            <option value="">{t('set.pageLanguage')}</option>
            {LOCALES.map(locale => (
              <option key={locale} value={locale}>
                {languageName(locale)}
              </option>
            ))}
          </select>
        </label>
        {!look.language && settings.value && (
          <p class="hint">{t('set.languageHint', { language: languageName(settings.value.locale) })}</p>
        )}
        <label class="settings-row">
          {t('set.theme')}
          <select
            value={look.theme ?? 'auto'}
            onChange={event => set({ theme: event.currentTarget.value as 'auto' })}
          >
            {(['auto', 'light', 'dark'] as const).map(theme => (
              <option key={theme} value={theme}>
                {t(`theme.${theme}`)}
              </option>
            ))}
          </select>
        </label>
        <label class="settings-row">
          {t('set.accent')}
          <input type="color" value={accent} onChange={event => set({ accent: event.currentTarget.value })} />
        </label>
        <ul class="verdicts">
          {(['light', 'dark'] as const).map(mode => {
            const verdict = judgeAccent(accent, mode)
            return (
              verdict && (
                <li key={mode}>
                  {t(`theme.${mode}`)}:{' '}
                  {t('set.verdict', {
                    button: verdict.onSolid.toFixed(1),
                    link: verdict.textOnGrounds.toFixed(1),
                  })}
                </li>
              )
            )
          })}
        </ul>
        <label class="settings-row">
          {t('set.radius')}
          <input
            type="range"
            min="0"
            max="24"
            value={look.radius ?? 10}
            onChange={event => set({ radius: Number(event.currentTarget.value) })}
          />
        </label>
        <label class="tick">
          <input
            type="checkbox"
            checked={look.density === 'compact'}
            onChange={event => set({ density: event.currentTarget.checked ? 'compact' : 'normal' })}
          />
          {t('set.compact')}
        </label>
        <fieldset class="ways">
          <legend>{t('set.paste')}</legend>
          {WAYS.map(name => (
            <button
              key={name}
              type="button"
              class="quiet"
              aria-pressed={way.value === name}
              onClick={() => {
                way.value = name
                copied.value = null
              }}
            >
              {name in PRODUCTS ? PRODUCTS[name as 'react'] : t(`way.${name as 'html'}`)}
            </button>
          ))}
        </fieldset>
        <p class="hint">{t(`wayhint.${way.value}`)}</p>
        <pre class="snippet" dir="ltr">
          <code>{code}</code>
        </pre>
        {way.value === 'react' && styleOf(look) && (
          <pre class="snippet" dir="ltr">
            <code>{styleOf(look)}</code>
          </pre>
        )}
        <p class="settings-foot">
          <button type="button" class="main" onClick={() => void copy(code, 'code')}>
            {copied.value === 'code' ? t('set.copied') : t('set.copy')}
          </button>
        </p>
        {settings.value?.hosted !== 'off' && (
          <section class="noscript" aria-labelledby="set-noscript">
            <h3 id="set-noscript">{t('set.noscript')}</h3>
            <p class="hint">{t('set.noscriptHint')}</p>
            <pre class="snippet" dir="ltr">
              <code>{noscript}</code>
            </pre>
            <p class="settings-foot">
              <button
                type="button"
                class="quiet"
                aria-describedby="set-noscript"
                onClick={() => void copy(noscript, 'noscript')}
              >
                {copied.value === 'noscript' ? t('set.copied') : t('set.copy')}
              </button>
            </p>
          </section>
        )}
        <p class={sight ? 'sight seen' : 'sight'}>
          {sight
            ? t('set.seen', { domain: seenAt ?? '', ago: ago(words, sight.last, now.value) })
            : t('set.waiting')}
        </p>
        {settings.value?.origins.length === 0 && <p class="settings-bad">{t('set.nobody')}</p>}
        <details>
          <summary>{t('set.policy')}</summary>
          <p class="hint">{t('set.policyHint')}</p>
          <pre class="snippet" dir="ltr">
            <code>{policyFor(location.origin)}</code>
          </pre>
        </details>
      </div>
      <Preview t={t} site={site} look={look} />
    </div>
  )
}
