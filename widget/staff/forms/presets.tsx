import { useCrew } from '../team.ts'

const REASONS = ['why.advert', 'why.rude', 'why.private', 'why.topic'] as const

/** Public reasons that are given every day. */
export const Presets = ({ onChoose }: { onChoose: (reason: string) => void }) => {
  const { t } = useCrew()
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would be of the form; these fill in its field
    <div class="presets" role="group" aria-label={t('why.title')}>
      {REASONS.map(reason => (
        <button key={reason} type="button" class="preset" onClick={() => onChoose(t(reason))}>
          {t(reason)}
        </button>
      ))}
    </div>
  )
}
