import type { Message } from '../../../i18n/catalogue.ts'
import type { SettingsTexts } from '../texts.ts'
import { formsOf } from './places.ts'

interface Props {
  t: SettingsTexts
  locale: string
  name: string
  ours: Message
  own: Message | undefined
  locked: boolean
  onChange: () => void
  onReset: () => void
}

export const spoken = (message: Message | undefined): string[] =>
  message === undefined ? [] : Object.values(formsOf(message))

/** What the widget says here, and everywhere else where that is something else. */
export const TextRow = ({ t, locale, name, ours, own, locked, onChange, onReset }: Props) => (
  <>
    <span class="member-name">
      <span class="text-said" lang={locale} dir="auto">
        {spoken(own ?? ours).join(' · ')}
      </span>
      {own !== undefined && (
        <span class="text-said hint" lang={locale} dir="auto">
          {spoken(ours).join(' · ')}
        </span>
      )}
      <code class="hint" dir="ltr">
        {name}
      </code>
    </span>
    {!locked && (
      <span class="member-acts">
        <button type="button" class="quiet" id={`change-${name}`} onClick={onChange}>
          {t('who.change')}
          <span class="sr"> {formsOf(ours).other}</span>
        </button>
        {own !== undefined && (
          <button type="button" class="quiet" onClick={onReset}>
            {t('own.reset')}
            <span class="sr"> {formsOf(ours).other}</span>
          </button>
        )}
      </span>
    )}
  </>
)
