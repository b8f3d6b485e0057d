import type { OfficeHours } from '../../../server/contract/settings.ts'
import { useWidget } from '../../thread/widget.ts'
import type { SettingsTexts } from './texts.ts'

interface Props {
  t: SettingsTexts
  hours: readonly OfficeHours[]
  disabled: boolean
  onChange: (hours: OfficeHours[]) => void
}

const DAYS = [1, 2, 3, 4, 5, 6, 7]
/** A Monday. */
const MONDAY = Date.UTC(2024, 0, 1)
const DAY = 24 * 60 * 60_000
const NINE_TO_SIX = { opens: 9 * 60, closes: 18 * 60 }

const write = (minutes: number) => {
  const shown = Math.min(minutes, 24 * 60 - 1)
  return `${String(Math.floor(shown / 60)).padStart(2, '0')}:${String(shown % 60).padStart(2, '0')}`
}
const read = (time: string) => {
  const [hours = 0, minutes = 0] = time.split(':').map(Number)
  return hours * 60 + minutes
}

/** When the team is there, a stretch per weekday; a day without a tick has none. */
export const OfficeHoursField = ({ t, hours, disabled, onChange }: Props) => {
  const { locale } = useWidget().config
  const name = new Intl.DateTimeFormat(locale, { weekday: 'long', timeZone: 'UTC' })
  const set = (day: number, stretch: Omit<OfficeHours, 'day'> | null) =>
    onChange(
      [...hours.filter(one => one.day !== day), ...(stretch ? [{ day, ...stretch }] : [])].sort(
        (a, b) => a.day - b.day,
      ),
    )
  return (
    <fieldset class="settings-hours" disabled={disabled}>
      <legend>{t('set.hours')}</legend>
      <p class="hint">{t('set.hoursHint')}</p>
      {DAYS.map(day => {
        const stretch = hours.find(one => one.day === day)
        const called = name.format(MONDAY + (day - 1) * DAY)
        return (
          <div key={day} class="settings-day">
            <label class="tick">
              <input
                type="checkbox"
                checked={stretch !== undefined}
                onChange={event => set(day, event.currentTarget.checked ? NINE_TO_SIX : null)}
              />
              {called}
            </label>
            {stretch && (
              <>
                <input
                  type="time"
                  aria-label={`${called}: ${t('set.opens')}`}
                  value={write(stretch.opens)}
                  onChange={event => set(day, { ...stretch, opens: read(event.currentTarget.value) })}
                />
                <span aria-hidden="true">–</span>
                <input
                  type="time"
                  aria-label={`${called}: ${t('set.closes')}`}
                  value={write(stretch.closes)}
                  onChange={event => set(day, { ...stretch, closes: read(event.currentTarget.value) })}
                />
              </>
            )}
          </div>
        )
      })}
    </fieldset>
  )
}
