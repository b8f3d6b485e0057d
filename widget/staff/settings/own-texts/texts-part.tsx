import { LOCALES } from '../../../../server/contract/limits.ts'
import type { Locale } from '../../../../server/contract/site.ts'
import type { Message } from '../../../i18n/catalogue.ts'
import { useEffect, useSignal } from '../../../signals/render.ts'
import { useWidget } from '../../../thread/widget.ts'
import { useTeam } from '../../team.ts'
import { languageName } from '../language-name.ts'
import type { PartProps } from '../part.ts'
import { Preview } from '../preview.tsx'
import { Saved } from '../saved.tsx'
import { useSave } from '../use-save.ts'
import { TextForm } from './text-form.tsx'
import { spoken, TextRow } from './text-row.tsx'
import type { Texts } from './use-own-texts.ts'
import { useOwnTexts } from './use-own-texts.ts'

/** Texts that are listed at once. */
const PAGE = 25
/** Milliseconds after the last key until what was found is read out. */
const QUIET = 1_000

/** What the widget says, language by language, and what this site says in its place. */
export const TextsPart = (props: PartProps) => {
  const { t, settings, may } = props
  const { router, t: staff } = useTeam()
  const { focus, said } = useWidget()
  const { locale, texts, trouble, load, keep } = useOwnTexts(props)
  const query = useSignal('')
  const mineOnly = useSignal(false)
  const most = useSignal(PAGE)
  /** The key of the one that is being changed. */
  const open = useSignal<string | null>(null)
  const draft = useSignal<Texts>({})
  const revision = useSignal(0)
  const saving = useSave(t('set.saved'))
  const locked = !may('configure')
  const here = locale.value

  const { ours = {}, own = {} } = texts.value ?? {}
  const wanted = query.value.trim().toLocaleLowerCase(here)
  const fits = (key: string) =>
    (!mineOnly.value || own[key] !== undefined) &&
    [key, ...spoken(ours[key]), ...spoken(own[key])].some(words =>
      words.toLocaleLowerCase(here).includes(wanted),
    )
  const found = Object.keys(ours).filter(fits)
  useEffect(() => {
    if (!wanted && !mineOnly.value) return
    const rest = setTimeout(() => {
      said.value = { voice: 'polite', text: t('list.results', { n: found.length }) }
    }, QUIET)
    return () => clearTimeout(rest)
  }, [wanted, mineOnly.value, found.length])

  const close = (key: string | null) => {
    open.value = null
    draft.value = {}
    if (key) focus(`change-${key}`)
  }
  const say = (key: string, text: Message | null) =>
    void saving
      .run(() => keep(key, text))
      .then(good => {
        if (!good) return
        revision.value++
        close(key)
      })
  const showMore = () => {
    const next = found[most.peek()]
    most.value += PAGE
    if (next) focus(`change-${next}`)
  }
  return (
    <div class="install">
      <div class="install-choices">
        <p class="hint">{t('own.why')}</p>
        {locked && <p class="settings-note">{t('set.readOnly')}</p>}
        <label class="settings-row">
          {t('set.widgetLanguage')}
          <select
            value={here}
            onChange={event => {
              close(null)
              most.value = PAGE
              locale.value = event.currentTarget.value as Locale
            }}
          >
            {LOCALES.map(one => (
              <option key={one} value={one}>
                {languageName(one)}
              </option>
            ))}
          </select>
        </label>
        <input
          type="search"
          class="text-search"
          dir="auto"
          aria-label={t('own.search')}
          placeholder={t('own.search')}
          value={query.value}
          onInput={event => {
            query.value = event.currentTarget.value
            most.value = PAGE
          }}
        />
        <label class="tick">
          <input
            type="checkbox"
            checked={mineOnly.value}
            onChange={event => {
              mineOnly.value = event.currentTarget.checked
            }}
          />
          {t('own.mine')}
        </label>
        {trouble.value && (
          <p class="settings-trouble" role="alert">
            {trouble.value}
            <button type="button" class="quiet" onClick={load}>
              {t('action.retry')}
            </button>
          </p>
        )}
        <ul class="members">
          {found.slice(0, most.value).map(key => (
            <li key={key}>
              {open.value === key ? (
                <TextForm
                  t={t}
                  locale={here}
                  ours={ours[key] as Message}
                  own={own[key]}
                  saving={saving}
                  onDraft={text => {
                    draft.value = { [key]: text }
                  }}
                  onSend={text => say(key, text)}
                  onClose={() => close(key)}
                />
              ) : (
                <TextRow
                  t={t}
                  locale={here}
                  name={key}
                  ours={ours[key] as Message}
                  own={own[key]}
                  locked={locked}
                  onChange={() => {
                    saving.outcome.value = null
                    draft.value = {}
                    open.value = key
                  }}
                  onReset={() => say(key, null)}
                />
              )}
            </li>
          ))}
        </ul>
        {texts.value && found.length === 0 && <p class="hint">{t('own.none')}</p>}
        <p class="settings-foot">
          {found.length > most.value && (
            <button type="button" class="quiet" onClick={showMore}>
              {staff('s.more')}
            </button>
          )}
          {open.value === null && <Saved outcome={saving.outcome.value} />}
        </p>
      </div>
      <Preview
        t={t}
        site={router.place.value.site ?? ''}
        look={{ ...settings.value?.look, language: here, mode: 'inline' }}
        revision={revision.value}
        texts={draft.value}
      />
    </div>
  )
}
