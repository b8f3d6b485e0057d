import { KINDS } from '../../../server/contract/limits.ts'
import { useSignal } from '../../signals/render.ts'
import { KINDS_WORDS } from '../../thread/kinds-words.ts'
import { useTeam } from '../team.ts'
import type { InsightsTexts } from './texts.ts'

const RANGES = ['7', '30', '90'] as const

interface Props {
  t: InsightsTexts
  /** As in the address. */
  query: URLSearchParams
  hasOffice: boolean
}

/** What the numbers are about; kept in the address, so that a view of them can be sent on. */
export const Filters = ({ t, query, hasOffice }: Props) => {
  const { router } = useTeam()
  const custom = useSignal(query.has('from'))
  const dates = useSignal({ from: query.get('from') ?? '', to: query.get('to') ?? '' })
  const set = (changes: Record<string, string | null>) => {
    const next = new URLSearchParams(query)
    for (const [name, value] of Object.entries(changes)) {
      if (value === null) next.delete(name)
      else next.set(name, value)
    }
    router.go({ query: next.toString() }, { replace: true })
  }
  const setDates = (changes: { from?: string; to?: string }) => {
    dates.value = { ...dates.value, ...changes }
    const { from, to } = dates.value
    if (from && to) set({ from, to, days: null })
  }
  return (
    <div class="filters">
      <select
        aria-label={t('i.range')}
        value={custom.value ? 'custom' : (query.get('days') ?? '30')}
        onChange={event => {
          const { value } = event.currentTarget
          custom.value = value === 'custom'
          if (!custom.value) set({ days: value, from: null, to: null })
        }}
      >
        {RANGES.map(days => (
          <option key={days} value={days}>
            {t(`days.${days}`)}
          </option>
        ))}
        <option value="custom">{t('i.custom')}</option>
      </select>
      {custom.value && (
        <>
          <label>
            {t('i.from')}
            <input
              type="date"
              value={dates.value.from}
              max={dates.value.to || undefined}
              onChange={event => setDates({ from: event.currentTarget.value })}
            />
          </label>
          <label>
            {t('i.to')}
            <input
              type="date"
              value={dates.value.to}
              min={dates.value.from || undefined}
              onChange={event => setDates({ to: event.currentTarget.value })}
            />
          </label>
        </>
      )}
      <select
        aria-label={t('i.kind')}
        value={query.get('kind') ?? ''}
        onChange={event => set({ kind: event.currentTarget.value || null })}
      >
        <option value="">{t('filter.all')}</option>
        {KINDS.map(kind => (
          <option key={kind} value={kind}>
            {t(KINDS_WORDS[kind])}
          </option>
        ))}
      </select>
      {hasOffice && (
        <label class="tick">
          <input
            type="checkbox"
            checked={query.get('office') !== '0'}
            onChange={event => set({ office: event.currentTarget.checked ? null : '0' })}
          />
          {t('i.office')}
        </label>
      )}
    </div>
  )
}
