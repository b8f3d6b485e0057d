import type { Signal } from '../../signals/signal.ts'
import { useTeam } from '../team.ts'

/** Where a thread stands beside its own page. */
export type Where = 'home' | 'everywhere' | 'pages'

const TEXTS = { home: 'ask.home', everywhere: 'ask.everywhere', pages: 'ask.pages' } as const

interface Props {
  choices: readonly Where[]
  where: Signal<Where>
  /** Addresses, one a line. */
  pages: Signal<string>
  error: string | null
}

/** Asks on which pages a thread is announced. */
export const Places = ({ choices, where, pages, error }: Props) => {
  const { t } = useTeam()
  return (
    <fieldset class="radios">
      <legend>{t('ask.where')}</legend>
      {choices.map(one => (
        <label key={one}>
          <input
            type="radio"
            name="ask-where"
            checked={where.value === one}
            onChange={() => {
              where.value = one
            }}
          />
          {t(TEXTS[one])}
        </label>
      ))}
      {where.value === 'pages' && (
        <textarea
          id="ask-pages"
          class="ask-pages"
          dir="ltr"
          rows={3}
          spellcheck={false}
          aria-label={t('ask.pages')}
          aria-invalid={error ? true : undefined}
          aria-describedby="ask-pages-error"
          value={pages.value}
          onInput={event => {
            pages.value = event.currentTarget.value
          }}
        />
      )}
      <p class="error" id="ask-pages-error">
        {error}
      </p>
    </fieldset>
  )
}
